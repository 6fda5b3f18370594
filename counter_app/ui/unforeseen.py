"""What nobody foresaw: logged by its kind and its path through the program, never by its words."""

import logging
import traceback

from counter_app.errors import CounterError
from forms.errors import FormsError
from printing.errors import PrintingError
from scanning.errors import ScanningError

_LOG = logging.getLogger(__name__)
_FORESEEN = (CounterError, FormsError, PrintingError, ScanningError, OSError)


def log_unforeseen(error: BaseException) -> None:
    """Log an error that is a bug; its own words may quote a citizen's data and are left out."""
    if isinstance(error, _FORESEEN):
        return
    path = "".join(traceback.format_tb(error.__traceback__))
    _LOG.error("unforeseen %s\n%s", type(error).__name__, path)
