"""Why a desk is not put back to a known state, or not kept as one."""

from counter_app.errors import Refusal


class NotForTraining(Refusal):
    """The desk serves citizens: nothing of it is ever put back."""


class BelongsToHub(Refusal):
    """A desk that belongs to a hub is no state to come back to: its numbers would be given again."""
