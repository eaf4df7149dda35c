"""Why a text about time cannot be read."""

from __future__ import annotations

from typing import Final

#: The largest number of characters of a wrong text that are told.
MOST_SHOWN: Final = 60


class MomentError(ValueError):
    """A text that is no date or time; ``code`` says why, ``values`` fill the words of that problem."""

    def __init__(self, code: str, **values: str) -> None:
        """Keep the code, and of each value what a line of a report has room for."""
        super().__init__(code)
        self.code = code
        self.values = {name: " ".join(value.split())[:MOST_SHOWN] for name, value in values.items()}
