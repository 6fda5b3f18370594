"""The training desk's invented population: people, their cards, and the look-up that answers about them."""
