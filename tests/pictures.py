"""Draws every screen and paper to PNG, the way a reviewer looks at the program: ``--out FOLDER``.

One visit is served in the real window over a real desk, light and dark, at 100 % and 150 %, in Vietnamese and
English; the papers and practice cards are drawn beside it.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
sys.path.insert(0, str(Path(__file__).parent))

from journeys.driver import FONTS, MONDAY
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QTableView
from services.fakes import FixedClock
from services.people import cast, population, shown_card, words
from ui.window_driver import WindowDriver, window_in

from counter_app.bootstrap.hall import CardPictures, held_cards
from counter_app.ui.app import Appearance
from counter_app.ui.pictures import image_of_frame, image_of_picture
from counter_app.ui.tokens import Look
from forms.answers import Value
from printing.__main__ import PAPERS
from printing.__main__ import main as draw_sample
from printing.acknowledgement import draw_acknowledgement
from printing.preview import page_count, page_picture
from printing.samples import ACKNOWLEDGEMENT
from printing.sheet import Marks, PaperSize
from scanning.practice import card_still

_ANSWERS: dict[str, Value] = {
    "address": "Số 12, ngõ 34 phố Mẫu, phường Thí Điểm, thành phố Hà Nội",
    "to_date": "2027-11-23",
    "residence_basis": "rented",
    "owner_consent": "sign",
}


@dataclass(frozen=True)
class Series:
    """One run through the screens: a folder's name and how the window looks in it."""

    name: str
    look: Look
    scale: int
    language: str = "vi"


SERIES = (
    Series("light-100", Look.LIGHT, 100),
    Series("light-150", Look.LIGHT, 150),
    Series("dark-100", Look.DARK, 100),
    Series("dark-150", Look.DARK, 150),
    Series("english-100", Look.LIGHT, 100, "en"),
)


class Album:
    """Takes one picture after another, numbered in the order of the visit."""

    def __init__(self, driver: WindowDriver, folder: Path) -> None:
        self._driver = driver
        self._folder = folder
        self._count = 0
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str) -> None:
        """Wait until nothing moves, and take the whole window."""
        self._driver.settle()
        QApplication.processEvents()
        self._count += 1
        self._driver.window.grab().save(str(self._folder / f"{self._count:02}-{name}.png"))


def take_series(app: QApplication, series: Series, out: Path) -> None:
    """Serve one visit and take a picture of each screen in each of its states."""

    def looks(usual: Appearance) -> Appearance:
        return replace(usual, look=series.look, scale=series.scale, language=series.language)

    with (
        tempfile.TemporaryDirectory() as folder,
        window_in(app, Path(folder), FixedClock(MONDAY), duty_kept=False, looks=looks) as driver,
    ):
        album = Album(driver, out / series.name)
        for scene in (arrival, procedure, form, papers, reception, register):
            scene(driver, album)


def arrival(driver: WindowDriver, album: Album) -> None:
    """Show the start of a day: who serves, the camera, a card, a wrong code."""
    window, visits = driver.window, driver.conductor.visits
    album.take("duty")
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: window.screen_in_front is window.identify)
    driver.wait(lambda: driver.conductor.camera.newest is not None, "no camera picture")
    album.take("identify-empty")
    index = next(at for at, each in enumerate(held_cards(population(), words())) if each.record == cast().ede)
    still = card_still(CardPictures(held_cards(population(), words()), FONTS)[index], seed=7)
    driver.conductor.camera.stop()
    window.identify.show_image(image_of_frame(still))
    window.identify.show_read()
    album.take("identify-read")
    visits.read_payload("https://example.invalid/tra-cuu")
    album.take("identify-wrong-code")
    for name in ("long_name", "card_outdated", "deceased"):
        visits.use_card(shown_card(getattr(cast(), name)))
        driver.wait(lambda: window.screen_in_front is window.procedure)
        album.take(f"person-{name.replace('_', '-')}")
        visits.leave()
        driver.settle()


def procedure(driver: WindowDriver, album: Album) -> None:
    """Show the choice of a procedure."""
    window = driver.window
    driver.conductor.visits.use_card(shown_card(cast().new_mother))
    driver.wait(lambda: window.screen_in_front is window.procedure)
    driver.settle()
    album.take("procedure-for-whom")
    driver.key(Qt.Key.Key_1)
    album.take("procedure-all")
    driver.type("tam tru")
    album.take("procedure-found")
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: window.screen_in_front is window.form)


def form(driver: WindowDriver, album: Album) -> None:
    """Show the form as it opens, with a mistake, and complete."""
    visits = driver.conductor.visits
    album.take("form-prefilled")
    visits.declare("to_date", "31/12/2025", "")
    visits.declare("phone", "12", "")
    album.take("form-mistakes")
    visits.declare("phone", "", "")
    for field, value in _ANSWERS.items():
        visits.declare(field, value, "")
    visits.declare("full_name", "Trần Thị Tên Khai Khác", "Trích lục khai sinh mới")
    album.take("form-complete")
    visits.restore("full_name")


def papers(driver: WindowDriver, album: Album) -> None:
    """Show the checklist, a page taken, and a paper excused."""
    window = driver.window
    driver.key(Qt.Key.Key_F5)
    driver.wait(lambda: window.screen_in_front is window.papers)
    album.take("papers-missing")
    window.papers.practice_sheet_wanted.emit("lease")
    driver.settle()
    album.take("papers-taken")
    driver.conductor.visits.excuse("owner_consent", "Không thuộc trường hợp phải nộp")
    album.take("papers-excused")


def reception(driver: WindowDriver, album: Album) -> None:
    """Show the review and the received dossier."""
    window = driver.window
    driver.key(Qt.Key.Key_F6)
    driver.wait(lambda: window.screen_in_front is window.receive)
    album.take("receive-review")
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: driver.conductor.visits.state.dossier is not None)
    album.take("receive-received")
    driver.conductor.visits.leave()
    album.take("next-citizen")


def register(driver: WindowDriver, album: Album) -> None:
    """Show the register, a dossier in it, and an empty answer."""
    window = driver.window
    driver.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    driver.wait(lambda: window.screen_in_front is window.register)
    driver.settle()
    album.take("register")
    (row,) = driver.opened.desk.register.today()
    window.register.row_opened.emit(row.dossier_id)
    album.take("register-dossier")
    driver.key(Qt.Key.Key_Escape)
    driver.type("khong co ai")
    driver.wait(lambda: driver.find(QTableView, "register_table").model().rowCount() == 0, "still found")
    album.take("register-empty")


def take_papers(out: Path) -> None:
    """Draw the papers: the acknowledgement in both sizes and states, slips, cards, practice papers."""
    out.mkdir(parents=True, exist_ok=True)
    for size in PaperSize:
        for name, marks in (("training", Marks(training=True)), ("copy", Marks(copy_number=2))):
            pdf = draw_acknowledgement(
                ACKNOWLEDGEMENT, size=size, fonts=FONTS, marks=marks, created_at=MONDAY
            )
            _save_pages(pdf, out / f"acknowledgement-{size.name.lower()}-{name}")
    for name in (name for name in PAPERS if name != "acknowledgement"):
        drawn = out / f"{name}.pdf"
        draw_sample(["sample", name, "--out", str(drawn)])
        _save_pages(drawn.read_bytes(), out / name)
        drawn.unlink()
    pictures = CardPictures(held_cards(population(), words()), FONTS)
    for at in range(4):
        for side, frame in (("front", pictures[at].front), ("back", pictures[at].back)):
            image_of_frame(frame).save(str(out / f"card-{at + 1}-{side}.png"))


def _save_pages(pdf: bytes, stem: Path) -> None:
    for page in range(page_count(pdf)):
        image: QImage = image_of_picture(page_picture(pdf, page, dpi=100))
        image.save(f"{stem}-{page + 1}.png")


def main() -> None:
    """Draw what was asked for; without a choice, everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("pictures"))
    parser.add_argument("--only", choices=[series.name for series in SERIES] + ["papers"])
    asked = parser.parse_args()
    app = QApplication([])
    jobs: dict[str, Callable[[], None]] = {
        series.name: partial(take_series, app, series, asked.out) for series in SERIES
    }
    jobs["papers"] = lambda: take_papers(asked.out / "papers")
    for name, job in jobs.items():
        if asked.only in {None, name}:
            job()


if __name__ == "__main__":
    main()
