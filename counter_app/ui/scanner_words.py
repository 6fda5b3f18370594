"""The words for what a scan has brought."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counter_app.services.drafting import Sheet
from counter_app.services.stack_intake import StackReport
from counter_app.ui.translator import to_say

_NOTHING = to_say("scanner_words", "No page was read.")
_PARKED = to_say("scanner_words", "The pages were added to the dossier they were scanned for.")
_PAGES = to_say("scanner_words", "Pages read: {pages}, papers: {papers}")
_SEPARATORS = to_say("scanner_words", "separator sides left out: {count}")
_BLANK = to_say("scanner_words", "blank pages kept and marked: {count}")
_ASIDE = to_say("scanner_words", "lying aside: {count}")
_EMPTY = to_say("scanner_words", "no page came after the separator of: {papers}")


def report_words(report: StackReport | None, sheet: Sheet | None) -> str:
    """Say in one sentence what became of a stack; without a report the draft is no longer at hand."""
    if report is None or sheet is None:
        return _said(_PARKED)
    if not report.pages:
        return _said(_NOTHING)
    names = {line.paper.slot: line.paper.name for line in sheet.checklist}
    empty = ", ".join(names[slot] for slot in report.empty if slot in names)
    parts = [_said(_PAGES).format(pages=report.pages, papers=report.papers)]
    counted = ((_SEPARATORS, report.separators), (_BLANK, report.blank), (_ASIDE, report.aside))
    parts += [_said(words).format(count=count) for words, count in counted if count]
    parts += [_said(_EMPTY).format(papers=empty)] if empty else []
    return "; ".join(parts) + "."


def _said(source: str) -> str:
    return QCoreApplication.translate("scanner_words", source)
