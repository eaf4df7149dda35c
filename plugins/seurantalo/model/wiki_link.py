"""Typed wiki links in running text: ``[[practice:kumppanuusaamiainen]]`` or ``[[practice:elpo|ELPO]]``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.fields.words import every_word
from seurantalo.model.kinds import KINDS
from seurantalo.model.marked_text import Sign, all_pieces, pieces, unescaped
from seurantalo.model.record import Kind


@dataclass(frozen=True, slots=True)
class WikiLink:
    """A link as written: the word for the kind, the id, the text (or ``""``), and from where to where it goes."""

    kind_word: str
    target: str
    text: str
    offset: int
    end: int


def wiki_links(text: str, *, page: bool = False) -> Iterator[WikiLink]:
    """Yield the wiki links of a text in their order; ``page``: of an ordinary page, where an indent makes code.

    What stands in code or behind a backslash is text. A link may go on in the next line.

    >>> [(link.kind_word, link.target, link.text) for link in wiki_links("[[kunta:salmi|Salmen kunta]] `[[a:b]]`")]
    [('kunta', 'salmi', 'Salmen kunta')]
    """
    # One sign is found many times faster than two.
    if "[" not in text or "[[" not in text:
        return
    for piece in all_pieces(pieces(text, page=page)):
        if piece.sign is Sign.WIKI:
            words = unescaped(text[piece.first : piece.last])
            yield WikiLink(piece.lead, piece.target, words, piece.start, piece.end)


#: The words for a kind in a wiki link, in every language. Only kinds with pages of their own.
KIND_WORDS: Final[Mapping[str, Kind]] = {
    word: kind for kind, one in KINDS.items() if one.linked_as is not None for word in every_word(one.linked_as)
}


def word_of(kind: Kind, language: str) -> str:
    """Return the word for a kind that a wiki link in a language has; that of its folder for one without pages.

    >>> word_of(Kind.PRACTICE, "fi")
    'käytäntö'
    """
    name = KINDS[kind].linked_as
    return name.in_language(language)[0] if name is not None else kind.value


def kind_of(word: str) -> Kind | None:
    """Return the kind that a wiki link's word names; None for a word that is none of ours."""
    return KIND_WORDS.get(word.casefold())
