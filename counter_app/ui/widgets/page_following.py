"""What Enter does at the papers' screen, by what is in sight and what is missing."""

from __future__ import annotations

from enum import StrEnum


class Following(StrEnum):
    """What comes next."""

    TAKE = "take"
    CHOOSE_FILE = "choose_file"
    SCAN = "scan"
    NEXT_PAPER = "next_paper"
    FINISH = "finish"


def following(*, scans: bool, is_missing: bool, has_page: bool, sees: bool) -> Following:
    """Say what Enter does.

    ``scans``: the scanner is in sight; ``is_missing``: a paper is, or pages lie aside; ``has_page``: a
    page is looked at, not the camera; ``sees``: the camera gives a picture.
    """
    if scans:
        return Following.SCAN
    if not is_missing:
        return Following.FINISH
    if has_page:
        return Following.NEXT_PAPER
    return Following.TAKE if sees else Following.CHOOSE_FILE
