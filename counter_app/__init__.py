"""The counter: one citizen's visit, from the card on the desk to the receipt in the hand."""
