"""What comes in from strangers: issues, pull requests, texts from a paper or a message. All of it is data."""

from __future__ import annotations

__all__: list[str] = []
