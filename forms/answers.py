"""A filled form: what was given to each question, and what was changed, by whom and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from forms.answer import Answer, Origin, Row, Value, tidy
from forms.answer_text import read_answers_text, write_answers
from forms.errors import AnswersError, LockedField, UnknownField, nearest
from forms.example import read_answers

__all__ = ["Answer", "FilledForm", "Origin", "Row", "Value", "read_answers"]


@dataclass(frozen=True, slots=True)
class FilledForm:
    """The answers to one version of a form; every field has one, empty where nothing is known."""

    form_code: str
    form_version: str
    answers: Mapping[str, Answer]

    def __post_init__(self) -> None:
        object.__setattr__(self, "answers", MappingProxyType(dict(self.answers)))

    @property
    def values(self) -> Mapping[str, Value]:
        """The bare values by field name, as rules read them."""
        return {name: answer.value for name, answer in self.answers.items()}

    def answer(self, name: str) -> Answer:
        """Give the answer in a field; raises UnknownField."""
        if name not in self.answers:
            raise UnknownField(name, nearest(name, self.answers))
        return self.answers[name]

    def value(self, name: str) -> Value:
        """Give what stands in a field; raises UnknownField."""
        return self.answer(name).value

    def is_locked(self, name: str) -> bool:
        """Say whether changing a field needs a reason; an empty field is never locked."""
        return self.answer(name).is_locked

    def declare(self, name: str, value: Value, *, by: str, reason: str = "") -> FilledForm:
        """Write what the citizen says; raises LockedField if a verified answer would change without reason.

        The value that stood there is kept with the reason and author, so that it can be restored. Writing it
        back, or emptying a field that held nothing before, leaves the field as if it had not been touched.
        Rows for a plain field, or text for a table, raise AnswersError.
        """
        before, given = self.answer(name), tidy(value)
        if isinstance(given, str) is not isinstance(before.value, str):
            raise AnswersError("wrong_type")
        if given == before.value:
            return self
        if before.is_locked and not reason.strip():
            raise LockedField(name)
        replaced = before.replaced if before.origin is Origin.DECLARED else before
        if not given and not (replaced and replaced.value):
            return self.with_answer(name, replaced or Answer(_empty(before)))
        if replaced and replaced.value and given == replaced.value:
            return self.with_answer(name, replaced)
        why = reason.strip() or before.reason
        kept = replaced if replaced and replaced.value else None
        return self.with_answer(name, Answer(given, Origin.DECLARED, by=by, reason=why, replaced=kept))

    def restore(self, name: str) -> FilledForm:
        """Put back what stood in a field before it was declared."""
        before = self.answer(name)
        if before.origin is not Origin.DECLARED:
            return self
        return self.with_answer(name, before.replaced or Answer(_empty(before)))

    def with_answer(self, name: str, answer: Answer) -> FilledForm:
        """Give the same form with another answer in one field; no lock is asked."""
        return replace(self, answers={**self.answers, name: answer})

    def to_json(self) -> str:
        """Write the form as text that ``from_json`` reads back exactly."""
        return write_answers(self.form_code, self.form_version, self.answers)

    @classmethod
    def from_json(cls, text: str) -> FilledForm:
        """Read a form written by ``to_json``; raises AnswersError for any other text."""
        return cls(*read_answers_text(text))


def _empty(answer: Answer) -> Value:
    return "" if isinstance(answer.value, str) else ()
