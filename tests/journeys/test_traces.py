"""Of the citizens served nothing lies open: not in the desk's folder, its log, a temporary file."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from journeys.driver import MONDAY, desk_in
from journeys.traces import traces_in
from services.fakes import FixedClock
from services.people import cast

from counter_app.bootstrap.safety import Safety
from counter_app.domain.citizen import PopulationRecord
from counter_app.domain.look import Purpose
from counter_app.logs import start_log
from counter_app.services.print_room import paper_of
from printing.sheet import PaperSize

PERSON, TYPED = cast().ede, "Số 12, ngõ 34 phố Mẫu"


def said_of(record: PopulationRecord) -> Iterator[str]:
    """Give every name and number on a record, of the person and of the family."""
    yield from (record.full_name, record.citizen_id.digits, record.phone or record.full_name)
    for relative in (record.father, record.mother):
        if relative:
            yield relative.full_name
            if relative.citizen_id:
                yield relative.citizen_id.digits


class Writes:
    """Every path that the interpreter opens to write, as long as somebody wants to know."""

    def __init__(self) -> None:
        self.paths: list[str] | None = None
        sys.addaudithook(self._heard)

    def _heard(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and self.paths is not None:
            path, mode, flags = arguments
            writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR)
            if isinstance(path, str | bytes | Path) and (
                writes or (isinstance(mode, str) and "r" not in mode)
            ):
                self.paths.append(os.fsdecode(path))


WRITES = Writes()


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Path]]:
    """Give the folder of a desk, and that of everything temporary."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    WRITES.paths = []
    yield tmp_path / "desk", temporary
    WRITES.paths = None


def test_nothing_of_who_was_served_lies_open_anywhere(
    places: tuple[Path, Path], caplog: pytest.LogCaptureFixture
) -> None:
    folder, temporary = places
    folder.mkdir()
    log = start_log(folder)
    try:
        serve(folder)
        logging.getLogger("counter_app").warning("answered with %s", PERSON.citizen_id.digits)
    finally:
        logging.getLogger().removeHandler(log)
        log.close()
    caplog.clear()
    Safety(folder, FixedClock(MONDAY)).copy()
    (printed,) = (folder / "printed").iterdir()
    assert traces_in([printed.parent], []) == [f"{printed}: lies open"], "the finder finds nothing"
    with desk_in(folder, FixedClock(MONDAY + timedelta(days=1))):
        assert not printed.exists(), "a paper of another day lies open"
    homes = [Path(os.environ[name]) for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")]
    assert traces_in([folder, temporary, *homes], [*said_of(PERSON), TYPED]) == []
    written = {path for path in WRITES.paths or () if not path.startswith((str(folder), "/dev/"))}
    assert not written


def serve(folder: Path) -> None:
    """Serve a visit to its printed papers, look into the register, and leave another draft behind."""
    with desk_in(folder) as desk:
        desk.show_card(PERSON)
        desk.choose("tam tru")
        desk.add_page("lease")
        desk.answer_as_in_the_example()
        desk.answer({"address": TYPED})
        dossier = desk.receive()
        services = desk.opened.desk
        printout = services.paperwork.acknowledgement(dossier.dossier_id, "cb.01", PaperSize.A4)
        services.prints.begin(paper_of(printout.pdf, PaperSize.A4)).step()
        for query in (PERSON.full_name, PERSON.citizen_id.digits):
            services.register.search(query)
        services.register.open(dossier.dossier_id, "cb.01", Purpose.CITIZEN_ASKS)
        services.closing.tally(services.duty_book.now())
        desk.show_card(PERSON)
        services.drafting.save(desk.choose("Xác nhận thông tin về cư trú"))
