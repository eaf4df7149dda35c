"""Text that somebody has already, from a paper or a message, becomes the fields of an event."""

from __future__ import annotations

from seurantalo.receiving.pasted.reader import Pasted, read_pasted

__all__ = ["Pasted", "read_pasted"]
