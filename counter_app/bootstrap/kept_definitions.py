"""Definitions that came out right, kept ready: the next start need not read, check and try them again."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import forms
from counter_app.bootstrap.value_text import ValueText
from counter_app.domain import bundle, calendar, dossier, fee_rules, procedure, processing, provenance
from counter_app.domain.bundle import Bundle
from counter_app.domain.calendar import WorkingCalendar
from counter_app.domain.procedure import Procedure
from counter_app.domain.required_paper import Database, HeldGround, PaperKind, RequiredPaper
from counter_app.domain.slip import SlipKind
from forms import definition, nodes
from forms.definition import FormDefinition
from forms.expressions import Rule

_PROGRAM = Path(str(forms.__file__)).parents[1]
_READERS = ("forms", "counter_app/domain", "counter_app/services", "counter_app/bootstrap")
_READ = ("forms", "procedures", "bundles", "examples", "office_fees")
_ALONE = ("holidays.toml", "office_hours.toml")
_LARGEST = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class SoundDefinitions:
    """Everything that was read below a folder, where nothing at all was refused."""

    forms: tuple[FormDefinition, ...]
    procedures: tuple[Procedure, ...]
    bundles: tuple[Bundle, ...]
    calendar: WorkingCalendar


_TEXT = ValueText(
    (
        SoundDefinitions,
        *(definition.FormDefinition, definition.Section, definition.Field, definition.FieldKind),
        *(definition.OnPaper, definition.Photo, definition.Signer),
        *(definition.Choice, definition.FactSource, definition.Wording, definition.Check),
        *(Rule, nodes.Literal, nodes.Name, nodes.Call, nodes.Reckoning, nodes.Comparison),
        *(nodes.Among, nodes.Not, nodes.All, nodes.Some),
        *(Procedure, procedure.Note, procedure.Case, procedure.Requirement, procedure.Party),
        *(procedure.UsualReason, SlipKind),
        *(procedure.Slips, dossier.Capacity, provenance.Provenance, provenance.Status),
        *(fee_rules.Channel, fee_rules.FeeUnit, fee_rules.FeeRule, fee_rules.Waiver),
        *(processing.ProcessingTime, processing.TimeUnit, processing.ClockRule, processing.Start),
        *(processing.Wait, RequiredPaper, HeldGround, PaperKind, Database, Bundle, bundle.BundlePart),
        *(WorkingCalendar, calendar.OfficeHours, calendar.Span, calendar.Holiday, calendar.MakeUpDay),
    )
)


class KeptDefinitions:
    """One file in the desk's own folder, sealed with a key of the desk.

    It counts only for the very files it was made from and the program that read them; one that is damaged,
    cut short or forged is as good as none.
    """

    def __init__(self, definitions: Path, own: Path, key: bytes) -> None:
        self._definitions = definitions
        self._own = own
        self._key = key
        self._kept = own / "definitions.kept"
        self._now = b""

    def recall(self) -> SoundDefinitions | None:
        """Give what was kept, None where anything has changed since or there is any doubt."""
        self._now = self._digest()
        try:
            with self._kept.open("rb") as file:
                seal, _, body = file.read(_LARGEST).partition(b"\n")
            if not hmac.compare_digest(seal, self._seal(body)):
                return None
            found = _TEXT.read(body.decode("utf-8"))
        except (OSError, ValueError):
            return None
        return found if isinstance(found, SoundDefinitions) else None

    def remember(self, sound: SoundDefinitions) -> None:
        """Keep what was read after ``recall``, unless a file was changed meanwhile.

        Where it cannot be written, the next start reads the files again.
        """
        if self._now != self._digest():
            return
        body = _TEXT.written(sound).encode("utf-8")
        beside = self._kept.with_suffix(f".{secrets.token_hex(4)}")
        with suppress(OSError):
            try:
                beside.write_bytes(self._seal(body) + b"\n" + body)
                beside.replace(self._kept)
            finally:
                beside.unlink(missing_ok=True)

    def _seal(self, body: bytes) -> bytes:
        return hmac.new(self._key, self._now + body, hashlib.sha256).hexdigest().encode()

    def _digest(self) -> bytes:
        digest = hashlib.sha256(_TEXT.shape.encode())
        for path in self._files():
            written = path.read_bytes()
            digest.update(f"{path.parent.name}/{path.name}\0{len(written)}\0".encode())
            digest.update(written)
        return digest.digest()

    def _files(self) -> Iterator[Path]:
        """List the program that reads and tries definitions, and every file that it reads."""
        for name in _READERS:
            yield from sorted((_PROGRAM / name).glob("*.py"))
        for name in _READ:
            yield from sorted((self._definitions / name).rglob("*.toml"))
        yield from sorted((self._own / "office_fees").glob("*.toml"))
        yield from (path for name in _ALONE if (path := self._definitions / name).exists())
