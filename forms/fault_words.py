"""What is wrong with a file of definitions, in a sentence for the person who mends it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from forms.errors import DefinitionError


def fault_line(fault: DefinitionError) -> str:
    """Write a fault on one line: file, line, key, what is wrong, and the nearest right word."""
    where = f"{fault.file}:{fault.line}" if fault.line else fault.file
    key = f" {fault.key}:" if fault.key else ""
    return f"{where}:{key} {fault_words(fault.problem, fault.nearest)}"


def fault_words(problem: str, nearest: str, *, say: Callable[[str], str] = str) -> str:
    """Say what is wrong, and what would be right where that is known; ``say`` translates."""
    words = say(_WORDS.get(problem, problem.replace("_", " ")))
    if not nearest:
        return words
    return f"{words}; {say(_HINTS.get(problem, _USUAL_HINT)).format(nearest=nearest)}"


def all_fault_words() -> frozenset[str]:
    """List everything that is ever said of a fault, for whoever puts it into another language."""
    hints = {hint for hint in _HINTS.values() if hint != _ONLY_THE_NEAREST}
    return frozenset({*_WORDS.values(), *hints, _USUAL_HINT})


_ONLY_THE_NEAREST = "{nearest}"
_USUAL_HINT = "did you mean “{nearest}”?"


_WORDS: Mapping[str, str] = {
    "annex_left_out": "a database replaces a paper of this procedure (Resolution 66.7), and no row tells",
    "asks_something_else": "what is set side by side must ask the same",
    "annex_of_another": "this number of the annex is another procedure's",
    "before_limit": "ends before it starts",
    "composed_field_has_other_sources": "a composed field takes no facts and no default",
    "does_not_fit": "this default may not stand in the field",
    "duplicate_name": "this name was given before",
    "duplicate_version": "another file holds this version",
    "empty_list": "at least one is needed",
    "empty_text": "no words stand here",
    "ends_before_it_starts": "ends before it starts",
    "example_fails": "the example does not come out as it says",
    "expression_too_deep": "too many brackets within brackets",
    "expression_too_long": "the expression is longer than 500 letters",
    "incomplete_example": "the example leaves this open",
    "locked_answer": "the record vouches for this answer; an [unlock] reason is missing",
    "missing_key": "this key is missing",
    "no_fee_for_channel": "no fee tells what this way of filing costs",
    "no_usual_row": "one row must stand without a case",
    "not_a_choice": "the field has no such answer",
    "not_a_code": "not a procedure's code, such as 1.004194",
    "not_a_list": "a list is wanted here, in square brackets",
    "not_a_name": "a name has small letters a-z, digits and _ only",
    "not_a_table": "the first argument must be a table or its column",
    "not_for_this_kind": "a field of this kind has no such key",
    "not_for_this_unit": "a time in this unit has no such key",
    "not_in_a_column": "a column has no such key",
    "not_toml": "not a TOML file",
    "one_of_two": "only one of two keys may stand here",
    "out_of_range": "the number is too small or too large",
    "overlapping_rows": "another row tells of the same case, channel and day",
    "provisional_code": "a pack whose national code is not known is not verified",
    "too_large": "the file is larger than 256 KiB",
    "too_long": "the text is too long",
    "too_many_rows": "more than 300 rows",
    "unknown_fact": "nobody knows a fact of this name",
    "unknown_field": "no field or fact has this name",
    "unknown_form": "no form has this code",
    "unknown_format": "words are not written in this way",
    "unknown_function": "there is no such function",
    "unknown_key": "no such key here",
    "unknown_name": "nothing has this name here",
    "unknown_procedure": "no pack has this code",
    "unknown_word": "not one of the words allowed here",
    "unreadable_expression": "the expression cannot be read",
    "unreadable_file": "the file cannot be opened",
    "unreadable_template": "a curly bracket without its twin",
    "wrong_number_of_arguments": "the function takes another number of arguments",
    "wrong_type": "a value of another type is wanted here",
}
_HINTS: Mapping[str, str] = {
    "annex_left_out": "number {nearest}",
    "annex_of_another": "its own are {nearest}",
    "asks_something_else": "as {nearest} does",
    "before_limit": "starts {nearest}",
    "duplicate_name": _ONLY_THE_NEAREST,
    "duplicate_version": _ONLY_THE_NEAREST,
    "ends_before_it_starts": "starts {nearest}",
    "example_fails": _ONLY_THE_NEAREST,
    "incomplete_example": _ONLY_THE_NEAREST,
    "locked_answer": _ONLY_THE_NEAREST,
    "missing_key": "is it what is called “{nearest}”?",
    "no_fee_for_channel": _ONLY_THE_NEAREST,
    "not_a_table": _ONLY_THE_NEAREST,
    "one_of_two": "the other is {nearest}",
    "overlapping_rows": _ONLY_THE_NEAREST,
    "out_of_range": "allowed is {nearest}",
    "too_long": "at most {nearest} letters",
    "unknown_word": "try {nearest}",
    "wrong_number_of_arguments": _ONLY_THE_NEAREST,
    "wrong_type": "such as {nearest}",
}
