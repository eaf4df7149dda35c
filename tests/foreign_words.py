"""Words by which a text of ours is known to be in another language than it should be."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from babel.messages.pofile import read_po

from seurantalo.language import LANGUAGES

#: Words of ours that another language's catalogue has as well, meaning something else.
SAME_IN_BOTH = {"annat", "javascript", "minne", "persons", "poster", "standard"}
#: What a text can hardly do without, whoever wrote it.
SMALL_WORDS = {
    "fi": "ei että kun niin mitä myös joka ovat tämä sekä jos sen",
    "sv": "och är att det som inte för på av med till den ett eller om när",
    "en": "the and of with is that are it from this or if when",
}


def words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]{2,}", text.casefold()))


@cache
def catalogue_words(lang: str) -> frozenset[str]:
    """All words of the site's own sentences in a language."""
    found: set[str] = set()
    folder = files("seurantalo.language") / "locale" / ("fi" if lang == "en" else lang)
    for path in folder.iterdir():
        with path.open("rb") as stream:
            for message in read_po(stream):
                texts = message.id if lang == "en" else message.string
                for text in (texts,) if isinstance(texts, str) else texts or ():
                    found |= words_of(re.sub(r"\{[^}]*\}", "", text))
    return frozenset(word for word in found if len(word) > 2)


@cache
def foreign_words(lang: str) -> frozenset[str]:
    """Words that no sentence of ours in the language has, and those of another one do."""
    others = [other for other in LANGUAGES if other != lang]
    long_ones = frozenset[str]().union(*(catalogue_words(other) for other in others)) - catalogue_words(lang)
    small = set(" ".join(SMALL_WORDS[other] for other in others).split()) - set(SMALL_WORDS[lang].split())
    return long_ones | small
