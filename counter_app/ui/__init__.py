"""The window: screens that show plain values and say what the official did; the only room that knows Qt."""
