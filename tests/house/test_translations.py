"""Every word of the window has its Vietnamese, and the Vietnamese has no words the window does not say."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from counter_app.ui.translator import EVERYWHERE, VietnameseTranslator, read_messages
from forms.fault_words import all_fault_words

ROOT = Path(__file__).parents[2]
WINDOW = ROOT / "counter_app" / "ui"
VIETNAMESE = ROOT / "resources" / "i18n" / "vi"
QT_FILE = "qt.ts"

Said = tuple[str, str]


class WordsSaid(ast.NodeVisitor):
    """Collects ``self.tr("…")`` under its class, and ``to_say`` under the context it names."""

    def __init__(self) -> None:
        self.said: set[Said] = set()
        self.unreadable: list[int] = []
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Remember in which class words are said."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """Take the words of a call that says some."""
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="self"), attr="tr"), args=[words, *_]):
                self._take(ast.Constant(self._classes[-1]), words, node.lineno)
            case ast.Call(func=ast.Name(id="to_say"), args=[context, words]):
                self._take(context, words, node.lineno)
        self.generic_visit(node)

    def _take(self, context: ast.expr, words: ast.expr, line: int) -> None:
        match context, words:
            case ast.Constant(value=str(where)), ast.Constant(value=str(what)):
                self.said.add((where, what))
            case _:
                self.unreadable.append(line)


def collected() -> Iterator[tuple[Path, WordsSaid]]:
    for path in sorted(WINDOW.rglob("*.py")):
        words = WordsSaid()
        words.visit(ast.parse(path.read_text(encoding="utf-8")))
        yield path, words


def said_in_the_window() -> set[Said]:
    """List what the window's code says, and what it says of faults in the words of the craft of forms."""
    return {said for _, words in collected() for said in words.said} | {
        ("fault_words", words) for words in all_fault_words()
    }


def test_every_word_is_written_out_where_it_is_said() -> None:
    hidden = [f"{path.name}:{line}" for path, words in collected() for line in words.unreadable]
    assert hidden == []


def test_every_word_of_the_window_has_its_vietnamese() -> None:
    known = {(message.context, message.source) for message in read_messages(VIETNAMESE)}
    silent = said_in_the_window() - known
    assert sorted(said for said in silent if (EVERYWHERE, said[1]) not in known) == []


def test_no_vietnamese_message_is_unfinished() -> None:
    assert VietnameseTranslator(VIETNAMESE).unfinished() == ()


def test_no_vietnamese_message_is_left_over_or_given_twice() -> None:
    ours = [
        (message.context, message.source)
        for path in VIETNAMESE.glob("*.ts")
        if path.name != QT_FILE
        for message in read_messages(path.parent, path.name)
    ]
    said = said_in_the_window()
    assert sorted(message for message in set(ours) - said if message[0] != EVERYWHERE) == []
    assert len(ours) == len(set(ours))
    places = Counter(words for _, words in said - set(ours))
    assert [words for context, words in ours if context == EVERYWHERE and places[words] < 2] == []


def test_a_translation_keeps_the_gaps_of_its_source() -> None:
    """What the program fills in stays fillable: the same names between braces."""
    broken = [
        message.source for message in read_messages(VIETNAMESE) if gaps(message.source) != gaps(message.words)
    ]
    assert broken == []


def gaps(text: str) -> set[str]:
    return {part.split("}")[0] for part in text.split("{")[1:]}
