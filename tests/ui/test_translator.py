"""Vietnamese in the window: what is read, what is refused, and that a screen follows the language."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel

import counter_app.domain
import counter_app.services
import forms
import printing
import scanning
from counter_app.errors import CounterError, NotFound, Outage
from counter_app.ui.error_words import has_own_words, words_of
from counter_app.ui.translator import BrokenTranslation, VietnameseTranslator, read_messages
from counter_app.ui.widgets.person_panel import PersonPanel
from forms.errors import FormsError
from printing.errors import PrintingError
from scanning.errors import PictureCause, PictureError, ScanningError

VIETNAMESE = Path(__file__).parents[2] / "resources" / "i18n" / "vi"


@pytest.fixture
def vietnamese(qapp: QApplication) -> Iterator[VietnameseTranslator]:
    translator = VietnameseTranslator(VIETNAMESE)
    yield translator
    qapp.removeTranslator(translator)


def written(folder: Path, content: str) -> Path:
    path = folder / "some.ts"
    path.write_text(content, encoding="utf-8")
    return path


def test_the_window_follows_the_language_without_a_restart(
    qapp: QApplication, vietnamese: VietnameseTranslator
) -> None:
    panel = PersonPanel()
    assert heading_of(panel) == "No citizen yet"
    qapp.installTranslator(vietnamese)
    qapp.processEvents()
    assert heading_of(panel) == "Chưa có công dân"
    qapp.removeTranslator(vietnamese)
    qapp.processEvents()
    assert heading_of(panel) == "No citizen yet"


def heading_of(panel: PersonPanel) -> str:
    label = panel.findChildren(QLabel, "nobody_heading")[-1]
    assert isinstance(label, QLabel)
    return label.text()


def test_qts_own_buttons_speak_vietnamese(qapp: QApplication, vietnamese: VietnameseTranslator) -> None:
    qapp.installTranslator(vietnamese)
    cancel = QDialogButtonBox.StandardButton.Cancel
    box = QDialogButtonBox(cancel)
    assert box.button(cancel).text() == "Hủy"


def test_what_has_no_translation_stays_as_written(
    qapp: QApplication, vietnamese: VietnameseTranslator
) -> None:
    qapp.installTranslator(vietnamese)
    assert qapp.translate("nowhere", "Never translated") == "Never translated"


def test_what_is_said_alike_everywhere_gives_way_to_what_a_place_says_itself(tmp_path: Path) -> None:
    written(
        tmp_path,
        "<TS><context><name>everywhere</name>"
        "<message><source>Print</source><translation>In</translation></message></context>"
        "<context><name>Desk</name>"
        "<message><source>Print</source><translation>In ra giấy</translation></message></context></TS>",
    )
    translator = VietnameseTranslator(tmp_path)
    assert translator.translate("Desk", "Print") == "In ra giấy"
    assert translator.translate("Screen", "Print") == "In"
    assert translator.translate("Screen", "Prints") is None


def test_unfinished_messages_are_named(tmp_path: Path) -> None:
    written(
        tmp_path,
        "<TS><context><name>Desk</name>"
        "<message><source>Done</source><translation>Xong</translation></message>"
        "<message><source>Begun</source><translation type='unfinished'>Dở</translation></message>"
        "<message><source>Empty</source><translation/></message>"
        "</context></TS>",
    )
    assert [message.source for message in VietnameseTranslator(tmp_path).unfinished()] == ["Begun", "Empty"]


@pytest.mark.parametrize(
    "content",
    ["<TS><context>", "", "<!DOCTYPE TS [<!ENTITY a 'ha'>]><TS>&a;</TS>"],
    ids=["cut short", "empty", "declares an entity"],
)
def test_a_broken_or_hostile_file_is_refused_by_name(tmp_path: Path, content: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(BrokenTranslation) as refused:
        read_messages(tmp_path)
    assert refused.value.path == path


def load_every_module(*packages: ModuleType) -> None:
    """Errors are known to Python once their modules are imported."""
    for package in packages:
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                importlib.import_module(found.name)


def below(kind: type[Exception]) -> Iterator[type[Exception]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from below(narrower)


@pytest.mark.parametrize("root", [CounterError, FormsError, ScanningError, PrintingError])
def test_every_error_the_window_can_meet_has_its_own_words(root: type[Exception]) -> None:
    load_every_module(counter_app.domain, counter_app.services, forms, scanning, printing)
    rooms = (
        "counter_app.errors",
        "counter_app.domain.",
        "counter_app.services.",
        "forms.",
        "scanning.",
        "printing.",
    )
    without = [
        kind.__name__ for kind in below(root) if kind.__module__.startswith(rooms) and not has_own_words(kind)
    ]
    assert without == []


def test_an_error_of_another_room_gets_the_words_of_its_kind() -> None:
    class HubAway(Outage):
        """An error that the window does not know."""

    assert words_of(HubAway()) == words_of(Outage())
    assert words_of(HubAway()) != words_of(NotFound())


def test_a_bug_is_told_as_one_and_says_that_the_draft_is_kept() -> None:
    assert "draft is kept" in words_of(ZeroDivisionError()).happened


@pytest.mark.parametrize("cause", PictureCause)
def test_a_refused_picture_says_why(cause: PictureCause) -> None:
    words = words_of(PictureError(cause))
    assert words.happened
    assert words.advice
