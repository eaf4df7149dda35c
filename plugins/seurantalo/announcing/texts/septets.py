"""How long a text message is: in septets of the GSM alphabet, else in units of UTF-16 (3GPP TS 23.038, 6.2)."""

from __future__ import annotations

import re
from typing import Final

from seurantalo.frozen import dataclass

#: 6.2.1: one septet each. The escape sign itself is none that people write.
_BASIC: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
#: 6.2.1.1: two septets each.
_EXTENDED: Final = frozenset("\f^{}\\[~]|€")
#: Signs of typography for which the alphabet has others: one of them would cut a message from 160 to 70.
_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‘’‚‛′´`", "'"),
        "…": "...",
        "•": "-",
        "×": "x",
        "½": "1/2",
        "¼": "1/4",
        "¾": "3/4",
    }
)
_TYPOGRAPHY: Final = re.compile(f"[{''.join(map(chr, _PLAIN))}]")
_SINGLE: Final = 160
_PART: Final = 153
_SINGLE_WIDE: Final = 70
_PART_WIDE: Final = 67
_MANY: Final = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class Message:
    """How long a text message is: ``units`` are septets, or with ``wide`` units of UTF-16."""

    units: int
    parts: int
    wide: bool
    odd: str = ""
    """The signs that the GSM alphabet does not have, each once."""


def plain_signs(words: str) -> str:
    """Return a text with signs of the GSM alphabet in the place of those of typography.

    >>> plain_signs("klo 17–20, ”ilta”…")
    'klo 17-20, "ilta"...'
    """
    # To look for a sign is much quicker than to translate all, and most texts have none.
    plain = words.translate(_PLAIN) if _TYPOGRAPHY.search(words) else words
    return _MANY.sub(" ", plain) if "  " in plain else plain


def measure(words: str) -> Message:
    """Return how long a message is.

    >>> measure("Hinta 5 €"), measure("Hinta 5 € – 6 €").parts
    (Message(units=10, parts=1, wide=False, odd=''), 1)
    """
    odd = "".join(dict.fromkeys(sign for sign in words if sign not in _BASIC and sign not in _EXTENDED))
    if odd:
        units = len(words.encode("utf-16-le")) // 2
        return Message(units, _parts(units, _SINGLE_WIDE, _PART_WIDE), wide=True, odd=odd)
    units = sum(2 if sign in _EXTENDED else 1 for sign in words)
    return Message(units, _parts(units, _SINGLE, _PART), wide=False)


def _parts(units: int, single: int, part: int) -> int:
    return 1 if units <= single else -(-units // part)
