"""Keys that a word's forms take and that nothing in the browser would lead back to it: *ruuasta*, *lasten*.

A stemmer knows endings and not what becomes of a stem. The browser evens out the common changes of consonants
(:func:`grade_key`); what it cannot reach so is listed here for the words of titles, from their forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from seurantalo.language.finnish_forms import forms
from seurantalo.publishing.search.terms import term

#: Longer words are mostly compounds, which the browser finds by their last part.
_LONGEST: Final = 8
_SHORTEST: Final = 3

_DOUBLE: Final = re.compile(r"(.)\1+")
_CHANGES: Final = (
    (_DOUBLE, r"\1"),
    (re.compile("d"), "t"),
    (re.compile("n[tkg]"), "n"),
    (re.compile("mp"), "m"),
    (re.compile("([lr])[tk]"), r"\1"),
    (re.compile("hk"), "h"),
    (re.compile(r"ks\Z"), "s"),
    (re.compile("[uy]o"), "o"),
    (re.compile("ie"), "e"),
    (re.compile(r"[aeiouyj]+\Z"), ""),
)


def grade_key(stem: str) -> str:
    """Return what stays of a stem in both grades; ``gradeKey`` of ``search-words.js`` says the same.

    >>> grade_key("kirppis"), grade_key("kirppiks"), grade_key("polk"), grade_key("polu")
    ('kirpis', 'kirpis', 'pol', 'pol')
    """
    for pattern, becomes in _CHANGES:
        stem = pattern.sub(becomes, stem)
    return stem


def aliases_of(word: str, language: str) -> dict[str, str]:
    """Return the key of a form -> the key of its word, for a word in small letters as titles have it.

    >>> aliases_of("ruoka", "fi")["ruuas"], aliases_of("lapset", "fi")["last"], aliases_of("mat", "sv")
    ('ruoka', 'laps', {})
    """
    if language != "fi" or not (_SHORTEST <= len(word) <= _LONGEST and word.isalpha()):
        return {}
    own = term(word, language)
    key = grade_key(own)
    others = (term(form, language) for form in _forms(word))
    return {
        other: own
        for other in others
        if not other.startswith(own) and grade_key(other) != key and len(other) >= _SHORTEST
    }


def _forms(word: str) -> Iterator[str]:
    for form in forms(word):
        yield form
        # Ruoan and ruuan are both right.
        if "uoa" in form:
            yield form.replace("uoa", "uua")
    # A p before an s goes where a t follows: lapsi, lasta, lasten.
    if word.endswith(("psi", "pset")):
        stem = word[: word.rindex("ps")]
        yield from (f"{stem}sta", f"{stem}sten")
