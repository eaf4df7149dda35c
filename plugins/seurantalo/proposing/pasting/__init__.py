"""What it takes to read a notice: words of the languages, as patterns, and a region's names, as keys of words.

The reader in Python (``receiving/pasted``) and the one in the browser (``pasted.js``) are given the same tables.
"""

from __future__ import annotations

from typing import Any

from seurantalo.language import TONGUES, Language
from seurantalo.model.community import Community
from seurantalo.proposing.pasting.names import names
from seurantalo.proposing.pasting.notes import notes
from seurantalo.proposing.pasting.patterns import lexicon, tables

__all__ = ["note_words", "pasting_tables"]


def pasting_tables(community: Community) -> dict[str, Any]:
    """Return all that a reader of notices is given: patterns and words by language, and the region's names.

    >>> found = pasting_tables(community)
    >>> sorted(found), [one["id"] for one in found["names"]["venues"]]
    (['languages', 'names'], ['seurantalo'])
    """
    return {
        "languages": {code: {**tables(tongue), "lexicon": lexicon(tongue)} for code, tongue in TONGUES.items()},
        "names": names(community),
    }


def note_words(lang: Language) -> dict[str, str]:
    """Return the sentences that go with the codes in ``notes`` of what a reader found.

    >>> note_words(lang)["weekday"]
    'Viikonpäivä ja päivämäärä eivät sovi yhteen. Tarkista, kumpi on oikein.'
    """
    return notes(lang)
