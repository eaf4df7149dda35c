"""Where elements end."""

from __future__ import annotations

from typing import Final

#: What need not say that it ends: what follows, or what stands around it, tells (HTML, 13.1.2.4).
_UNSAID: Final = frozenset({"dd", "dt", "li", "p"})


def end(opened: list[str], tag: str) -> None:
    """Hold that the innermost element which must say so ends with ``tag``."""
    while opened[-1] != tag and opened[-1] in _UNSAID:
        opened.pop()
    assert opened.pop() == tag
