"""What the counter reaches through a wire or a device: population, keys, clock."""
