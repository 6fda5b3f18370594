"""What ``scanimage`` ends with, told as the cause that an official can do something about."""

from scanning.errors import ScannerCause

# What sane_strstatus() says in the C locale; ``scanimage`` prints it after "sane_start:", "open of device …".
_SAID = {
    "Document feeder jammed": ScannerCause.JAMMED,
    "Document feeder out of documents": ScannerCause.NO_PAPER,
    "Scanner cover is open": ScannerCause.COVER_OPEN,
    "Device busy": ScannerCause.BUSY,
    "Access to resource has been denied": ScannerCause.NOT_PERMITTED,
    "Error during device I/O": ScannerCause.UNPLUGGED,
    "no SANE devices found": ScannerCause.UNPLUGGED,
}
# The exit code is the SANE status of the page that failed (sane.h).
_CODES = {
    3: ScannerCause.BUSY,
    6: ScannerCause.JAMMED,
    7: ScannerCause.NO_PAPER,
    8: ScannerCause.COVER_OPEN,
    9: ScannerCause.UNPLUGGED,
    11: ScannerCause.NOT_PERMITTED,
}
_NO_SUCH_DEVICE = ("open of device", "Invalid argument")
BATCH_IS_OVER = "Batch terminated"
"""The last line of a batch: after it nothing more comes, also where the program does not end."""


def cause_of(code: int | None, said: str) -> ScannerCause | None:
    """Say why ``scanimage`` gave no more; None where nothing went wrong.

    ``code`` is its exit code, None where it had to be ended; ``said`` is its standard error. An empty feeder
    is the good end of a batch for ``scanimage``; here it is NO_PAPER, for the caller to judge.
    """
    for words, cause in _SAID.items():
        if words in said:
            return cause
    if any(all(part in line for part in _NO_SUCH_DEVICE) for line in said.splitlines()):
        return ScannerCause.UNPLUGGED
    if code is None:
        return None if BATCH_IS_OVER in said else ScannerCause.SILENT
    return _CODES.get(code, ScannerCause.BROKEN) if code else None
