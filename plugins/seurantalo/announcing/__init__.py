"""Where and when each event is announced, in which words, and what was told: pure functions over the calendar."""

from __future__ import annotations

__all__: list[str] = []
