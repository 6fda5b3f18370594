"""How long the computer has been running, by its own monotonic clock."""

import time


class ComputerRunning:
    """See ``services.sign_in_port.Running``; the same for every program since the computer was started."""

    def seconds(self) -> int:
        """Count the whole seconds."""
        return int(time.monotonic())
