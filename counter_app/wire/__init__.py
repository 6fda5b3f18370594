"""What desks and the hub say to each other: frozen messages, their strict text, and how they are signed."""
