"""Fits the pieces together: the only room that sees all the others."""

from counter_app.bootstrap.kept_functions import take_kept_functions

take_kept_functions()  # before any of them is loaded
