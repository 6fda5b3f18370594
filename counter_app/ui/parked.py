"""What the rail says of a draft that was set aside: the name no longer than needed to know it again."""

from counter_app.domain.dossier import Draft
from counter_app.services.catalogue import Catalogue, NoSuchProcedure
from counter_app.ui.widgets.rail import ParkedDraft


def parked_draft(draft: Draft, procedures: Catalogue) -> ParkedDraft:
    """Name a draft by family name, first letter of the given name, procedure, and hour."""
    try:
        what = procedures.version(draft.procedure_code, draft.procedure_version).short_name
    except NoSuchProcedure:
        what = draft.procedure_code  # its pack is gone from this desk; the draft is not
    family, *_, given = [*draft.whose.full_name.split(), ""]
    who = f"{family} {given[:1]}." if given else draft.whose.full_name
    return ParkedDraft(draft.draft_id, who, what, f"{draft.saved_at:%H:%M}")
