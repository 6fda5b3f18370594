"""Before there is a window: a new desk set up, its passphrase asked for, a copy offered for a damaged one."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QMessageBox

from counter_app.services.copy_ports import SafeCopy
from counter_app.services.set_up import SetUpBook
from counter_app.ui.app import Appearance
from counter_app.ui.icons import take_icons_from
from counter_app.ui.languages import Languages
from counter_app.ui.style import dress, load_fonts, take_style_from

_WIDE = 560


class Opening(QObject):
    """Asks in dialogs of their own, looking and speaking as the window will."""

    def __init__(self, appearance: Appearance) -> None:
        known = QApplication.instance()
        self._app = known if isinstance(known, QApplication) else QApplication(["counter-app"])
        super().__init__()
        take_icons_from(appearance.icons)
        take_style_from(appearance.style)
        load_fonts(appearance.fonts)
        dress(self._app, appearance.look, appearance.scale)
        self._languages = Languages(appearance.words, appearance.language)

    def ask_words(self, *, again: bool) -> str | None:
        """Ask for the passphrase, ``again`` after wrong words; None where nobody wants to give it."""
        asked = QInputDialog()
        asked.setObjectName("opening_words")
        asked.setWindowTitle(self.tr("Open the desk"))
        wrong = self.tr("These words do not open the desk's key. Type them once more, with marks and blanks.")
        asked.setLabelText(wrong if again else self.tr("Passphrase of this desk"))
        asked.setTextEchoMode(QLineEdit.EchoMode.Password)
        asked.setOkButtonText(self.tr("&Open"))
        asked.setCancelButtonText(self.tr("&Leave"))
        asked.resize(_WIDE, asked.sizeHint().height())
        return asked.textValue() if asked.exec() else None

    def set_up(self, book: SetUpBook) -> bool:
        """Ask what an office's desk has to know before it opens; say whether all of it is there now."""
        from counter_app.ui.set_up import SetUpDialog  # noqa: PLC0415 - wanted once in a desk's life

        return bool(SetUpDialog(book).exec())

    def offer(self, copy: SafeCopy | None) -> bool:
        """Say that the database is damaged, and offer the newest good copy; say whether it is wanted."""
        box = QMessageBox()
        box.setObjectName("opening_damage")
        box.setWindowTitle(self.tr("Open the desk"))
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(self.tr("The database of this desk is damaged. Nothing was changed."))
        if copy is None:
            box.setInformativeText(self.tr("There is no good copy here. Tell whoever looks after this desk."))
            box.addButton(self.tr("&Leave"), QMessageBox.ButtonRole.RejectRole)
            box.exec()
            return False
        words = self.tr(
            "The newest good copy is of {moment}. Put in place, it gives no number a second time; what was "
            "received since then has to be entered again from the papers. The damaged file is kept aside."
        )
        box.setInformativeText(words.format(moment=f"{copy.made_at:%H:%M %d/%m/%Y}"))
        wanted = box.addButton(self.tr("&Put the copy in place"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("&Leave"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(wanted)
        box.exec()
        return box.clickedButton() is wanted
