"""One module a step: it shows frozen values and announces, in the past tense, what the official did."""
