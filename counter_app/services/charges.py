"""What a filled form says about the fee: the pack decides with the answers and what is known."""

from datetime import date

from counter_app.domain.fees import FeeQuestion
from counter_app.services.drafting import Sheet


def fee_question(sheet: Sheet, day: date) -> FeeQuestion:
    """Ask for the fee of this sheet, as it is filed."""
    filing = sheet.draft.filing
    return FeeQuestion(
        filing.channel,
        day,
        waivers=frozenset(filing.waivers),
        cases=frozenset(filing.cases),
        values=sheet.values,
    )
