"""Asks at the terminal for what nobody should see typed."""

from __future__ import annotations

import getpass
import sys


def ask_hidden(prompt: str) -> str:
    """Ask for a line that does not show; where nobody sits at a terminal, read it from standard input."""
    if sys.stdin.isatty():
        return getpass.getpass(prompt)
    return sys.stdin.readline().rstrip("\n")
