"""Text that somebody has already, from a paper or a message, becomes the fields of an event."""

from __future__ import annotations

from seurantalo.receiving.pasted.called import Meant, with_meant
from seurantalo.receiving.pasted.reader import Pasted, read_pasted

__all__ = ["Meant", "Pasted", "read_pasted", "with_meant"]
