"""Why words or a rule say nothing about repetition."""

from __future__ import annotations


class RepeatError(ValueError):
    """Words or a rule that say nothing about repetition; ``code`` and ``values`` as in a Problem."""

    def __init__(self, code: str, **values: str) -> None:
        """Keep the code and the values."""
        super().__init__(code)
        self.code = code
        self.values = values
