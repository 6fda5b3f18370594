"""One sentence of help for each step, shown by F1."""

from PySide6.QtCore import QCoreApplication

from counter_app.ui.steps import Step
from counter_app.ui.translator import to_say

_CONTEXT = "step_help"
_HELP = {
    Step.IDENTIFY: to_say(
        "step_help",
        "Lay the card under the camera, scan it, give a picture, or type number, name and birth date.",
    ),
    Step.PROCEDURE: to_say(
        "step_help", "Press 1, 2 or 3 for whom it is; then type part of the procedure's name and press Enter."
    ),
    Step.FORM: to_say(
        "step_help", "Enter goes to the next thing that lacks; Alt+U opens a locked answer with a reason."
    ),
    Step.PAPERS: to_say(
        "step_help",
        "Choose a paper; Ctrl+D takes the page, Ctrl+E opens the scanner. Drag corners that are wrong.",
    ),
    Step.RECEIVE: to_say(
        "step_help", "Read the review with the citizen, then press Enter; printing comes after the code."
    ),
}
_REGISTER = to_say(
    "step_help", "Type part of a code, a name without marks, or the last digits of the ID; Enter opens."
)


def help_words(step: Step | None) -> str:
    """Say what can be done on this step; none is the register."""
    return QCoreApplication.translate(_CONTEXT, _HELP[step] if step else _REGISTER)
