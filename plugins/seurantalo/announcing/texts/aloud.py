"""What is written for the eye, as it is read aloud: euros, kilometres, abbreviations; no address of the web."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from seurantalo.language import Language, Tongue
from seurantalo.patterns import late

_SUM: Final = r"\d+(?:[.,]\d{1,2})?"
_NUMBER: Final = rf"{_SUM}(?:\s?[–—-]\s?{_SUM})?"
#: A web or mail address, with or without its scheme.
_ADDRESS: Final = late(
    r"https?://\S+|www\.\S+|\S+@\S+\.\w{2,}|(?<![\w.])(?:[a-zåäö0-9-]+\.)+(?:fi|com|org|net|eu|info|se|ax)(?:/\S*)?(?!\w)",
    re.IGNORECASE,
)
_SENTENCE_ENDS: Final = late(r"\s*$|\s+[A-ZÅÄÖ]")
_EVEN: Final = late(rf"(?<![\d.,])({_SUM})\s?,-(?!\w)")
_CENTS: Final = late(r"(?<=\d)[.,]00(?!\d)")


def has_address(words: str) -> bool:
    """Tell whether an address of the web or of mail stands in a text.

    >>> has_address("Lisää: kylat.example.org/ilta"), has_address("Klo 18.30 alkaen")
    (True, False)
    """
    return _ADDRESS.search(words) is not None


@lru_cache(maxsize=2_000)
def said(words: str, lang: Language) -> str:
    """Return a text as it is read aloud.

    >>> said("6 km 15 €, alk. 1 €/hlö", lang)
    '6 kilometriä 15 euroa, alkaen 1 euro henkilöltä'
    """
    reader = _reader(lang)
    return reader.read(words)


class _Reader:
    """What one language reads instead of what is written."""

    def __init__(self, tongue: Tongue) -> None:
        texts = tongue.texts
        self.units = {pattern: (one, many) for pattern, one, many in texts.units_aloud}
        self.per = dict(texts.per_aloud)
        self.words = dict(texts.words_aloud)
        self.ages = dict(texts.ages_aloud)
        self.closing = texts.closing
        self.euro = texts.euro_aloud
        units = "|".join(sorted(map(re.escape, self.units), key=len, reverse=True))
        self.unit = re.compile(rf"(?<![\w.,])({_NUMBER})\s?({units})(?![\w€])(\.?)(?=\W|$)")
        self.sum = re.compile(rf"(?<![\w.,])({_NUMBER})\s?(?:€|e(?:ur|uro|uroa)?(?!\w))")
        self.leading = re.compile(rf"€\s?({_NUMBER})")
        self.stroke = re.compile(r"(?<=\w)\s?/\s?([^\W\d]+)\b\.?")
        short = "|".join(sorted(map(re.escape, self.words), key=len, reverse=True))
        self.short = re.compile(rf"(?<![\w.-])({short})(?!\w)", re.IGNORECASE)
        ages = "|".join(sorted(map(re.escape, self.ages), key=len, reverse=True))
        self.age = re.compile(rf"(?<=\d-)({ages})(?!\w)")

    def read(self, words: str) -> str:
        words = _EVEN.sub(r"\1 €", _CENTS.sub("", words.replace("\u00a0", " ")))
        words = self.leading.sub(r"\1 €", words)
        words = self.sum.sub(lambda found: f"{_range(found[1])} {self.euro[found[1] != '1']}", words)
        words = self.unit.sub(
            lambda found: f"{_range(found[1])} {self.units[found[2]][found[1] != '1']}{_end(found)}", words
        )
        words = self.age.sub(lambda found: f"{self.ages[found[1]]}{_end(found)}", words)
        words = self.stroke.sub(self._per, words)
        words = self.short.sub(self._in_full, words)
        return words.replace("€", self.euro[1])

    def _per(self, found: re.Match[str]) -> str:
        before = found.string[: found.start()].split()
        if not before or before[-1] not in self.euro:
            return found[0]
        return f" {self.per.get(found[1].casefold(), f'per {found[1]}')}"

    def _in_full(self, found: re.Match[str]) -> str:
        short = found[1].casefold()
        words = f"{self.words[short]}{_end(found) if short in self.closing else ''}"
        return f"{words[0].upper()}{words[1:]}" if found[1][0].isupper() else words


def _end(found: re.Match[str]) -> str:
    """Return the point of an abbreviation where it ends a sentence too."""
    return "." if found[0].endswith(".") and _SENTENCE_ENDS.match(found.string, found.end()) else ""


def _range(number: str) -> str:
    return re.sub(r"\s?[–—-]\s?", "–", number)


@cache
def _reader(lang: Language) -> _Reader:
    return _Reader(lang.tongue)
