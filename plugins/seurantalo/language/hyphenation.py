"""Where long words of headings may break, for browsers that have no patterns of the language.

Chromium brings none of Finnish, and breaks a heading on a phone anywhere: *Kumppanuusaamiain-en*. The pattern library
of the field, Pyphen, has no Finnish either; Finnish syllables are a rule of one line, and parts of compounds, where a
reader wants the break, are a table of words that end the names of events.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from seurantalo.language.tongue import Tongue

#: A hyphen that is seen only where the line breaks (U+00AD).
SOFT_HYPHEN: Final = "\u00ad"
#: Shorter words fit on a line of a phone, whatever stands around them.
LONG_WORD: Final = 14
#: Shorter parts are left whole: a reader finds a part of a compound at once, a lone syllable not.
LONG_PART: Final = 12
#: No fewer letters than these stand alone before or after a break.
SHORTEST: Final = 4
#: *Jää-turvallisuus*: a part of a compound may be shorter.
SHORTEST_PART: Final = 3
# It need not be tried from the middle of a word.
_LONG: Final = re.compile(rf"(?<![^\W\d_])[^\W\d_]{{{LONG_WORD},}}")


def soft_hyphens(words: str, tongue: Tongue) -> str:
    """Return words with soft hyphens in the long ones; unchanged in a language that has no rule of its own.

    For what is shown alone: titles of pages, feeds and links stay without.

    >>> from seurantalo.language import TONGUES
    >>> from seurantalo.language.hyphenation import soft_hyphens
    >>> soft_hyphens("Kumppanuusaamiainen", TONGUES["fi"]).split(SOFT_HYPHEN)
    ['Kumppanuus', 'aamiainen']
    """
    if not tongue.syllable or len(words) < LONG_WORD:
        return words
    return _LONG.sub(lambda found: _parted(found[0], tongue.syllable, tongue.compound_ends), words)


@lru_cache(maxsize=2000)
def _parted(word: str, syllable: str, ends: tuple[str, ...]) -> str:
    low, parts, begins = word.lower(), [], 0
    compounds = re.compile(f"(?={'|'.join(ends)})") if ends else None
    for found in compounds.finditer(low) if compounds else ():
        at = found.start()
        if at - begins >= SHORTEST_PART and len(word) - at >= SHORTEST_PART:
            parts.append(word[begins:at])
            begins = at
    parts.append(word[begins:])
    return SOFT_HYPHEN.join(_syllables(part, syllable) if len(part) > LONG_PART else part for part in parts)


def _syllables(part: str, syllable: str) -> str:
    places = [found.start() for found in re.finditer(syllable, part.lower())]
    places = [at for at in places if SHORTEST <= at <= len(part) - SHORTEST]
    return SOFT_HYPHEN.join(part[at:to] for at, to in zip([0, *places], [*places, len(part)], strict=True))
