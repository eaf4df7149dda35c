"""A regional calendar on Linked Events: what it takes, what is kept back and why, and what is sent to it."""

from __future__ import annotations

__all__: list[str] = []
