"""Fits the pieces together: the only room that sees all the others."""
