"""Which signs can be printed: those of which the fonts have a picture."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from seurantalo.patterns import late

__all__ = ["breakable", "printable", "unprintable"]

#: Signs of the fonts that Typst brings: Latin with Sámi letters, Greek, Cyrillic, Hebrew and Arabic letters,
#: punctuation, money, fractions, arrows. ``tests/prints/test_signs.py`` prints every one of them.
_KNOWN: Final = (
    "\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482\u048a-\u04ff\u05d0-\u05ea"
    "\u060c\u061b\u061f\u0621-\u063a\u0640-\u064a\u0660-\u0669\u10d0-\u10ff\u1e00-\u1eff\u2010-\u2027\u2030-\u203e"
    "\u2044\u2070\u2071\u2074-\u208e\u20a0-\u20c0\u2116\u2122\u2153-\u215e\u2190-\u21ff\u2200-\u22ff\u2460-\u24ff"
    "\u25a0-\u25ff\u2605\u2606\u2660-\u266f"
)
_UNKNOWN: Final = late(f"[^{_KNOWN}]")
#: What shows nothing anywhere: marks of direction, joiners, choices between the colours of an emoji.
_UNSEEN: Final = late(r"[\x00-\x1f\x7f-\x9f\u00ad\u034f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")


def printable(words: str) -> str:
    """Return words without the signs that no font has: emoji fall away, and what is left closes up.

    >>> printable("Kesäkirppis 🎉 – tule!")
    'Kesäkirppis – tule!'
    """
    words = unicodedata.normalize("NFC", words)
    if not _UNKNOWN.search(words):
        return words
    return " ".join(word for word in _UNKNOWN.sub(" ", _UNSEEN.sub("", words)).split(" ") if word)


def unprintable(words: str) -> str:
    """Return the letters and numbers that :func:`printable` leaves out, each once: a name may be nothing without.

    >>> unprintable("Kesäkirppis 🎉"), unprintable("春祭り")
    ('', '春祭り')
    """
    return "".join(dict.fromkeys(sign for sign in _UNKNOWN.findall(words) if sign.isalnum()))


#: From how many signs on a word may be divided elsewhere than between its syllables: an address, a slip of the hand.
_LONG: Final = 40
_LONG_WORD: Final = late(rf"\S{{{_LONG},}}")
_JOINT: Final = late(r"(?<=[/.\-_?&=])(?=[^/.\-_?&=])")
#: So many signs that no word of Finnish has them.
_ENDLESS: Final = late(r"\w{60,}")
_HERE: Final = "\u200b"


def breakable(words: str) -> str:
    r"""Return words with places at which a very long one may go on in the next line, where its syllables give none.

    >>> breakable("kraaterinkiertajat.example.org/tapahtumat/polku").split("\u200b")
    ['kraaterinkiertajat.', 'example.', 'org/', 'tapahtumat/', 'polku']
    """
    return _LONG_WORD.sub(lambda found: _ENDLESS.sub(_in_pieces, _JOINT.sub(_HERE, found[0])), words)


def _in_pieces(found: re.Match[str]) -> str:
    return _HERE.join(found[0][at : at + 10] for at in range(0, len(found[0]), 10))
