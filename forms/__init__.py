"""What a form asks: its fields, the rules between them, and the answers given so far."""
