"""What a filled form says about the fee: the pack decides with the answers and what is known."""

from datetime import date

from counter_app.domain.fee_rules import Channel
from counter_app.domain.fees import FeeQuestion
from counter_app.services.drafting import Sheet


def fee_question(sheet: Sheet, day: date) -> FeeQuestion:
    """Ask for the fee of this sheet as filed at the desk."""
    return FeeQuestion(Channel.DIRECT, day, values=sheet.values)
