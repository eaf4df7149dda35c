"""What somebody proposes, and how it becomes the text of a file: acts, values, links. Touches no disk."""

from __future__ import annotations

__all__: list[str] = []
