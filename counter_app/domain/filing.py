"""How a dossier is filed: which way, and what the official has said and seen that bears on its terms."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.domain.fee_rules import Channel


@dataclass(frozen=True, slots=True)
class Filing:
    """The channel, the cases that the official names, and the waivers whose proof the official has seen.

    An online dossier at a desk is one that the official keys in for a citizen who stands there.
    ``existing_code`` is the one it came with, from the national portal or a ministry; else empty.
    """

    channel: Channel = Channel.DIRECT
    cases: tuple[str, ...] = ()
    waivers: tuple[str, ...] = ()
    existing_code: str = ""
