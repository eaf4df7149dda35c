"""Text that a person wrote, in one or more languages."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.laid_aside import Aside, Laid

#: Characters from which on a text is worth packing: it takes half of its room then, or less.
_LONG: Final = 300
_ASIDE: Final = Aside()


@dataclass(frozen=True, slots=True)
class Text:
    """A text by language, as (language, words) pairs in the order of the file.

    A plain string in a file has the language ``""``: the author did not say, so it serves every reader.

    >>> dance = Text((("fi", "Tanssit"), ("sv", "Dans")))
    >>> dance.in_language("sv"), dance.in_language("en"), dance.language_used("en")
    ('Dans', 'Tanssit', 'fi')
    """

    versions: tuple[tuple[str, str], ...]

    @classmethod
    def plain(cls, words: str) -> Text:
        """Return a text whose language was not named."""
        return cls((("", words),))

    def in_language(self, language: str) -> str:
        """Return the words in ``language``, else the unnamed version, else the first one."""
        versions = self.versions
        if len(versions) > 1:
            for name in (language, ""):
                for version in versions:
                    if version[0] == name:
                        return version[1]
        return versions[0][1]

    def language_used(self, language: str) -> str:
        """Return the language code that :meth:`in_language` answers in; ``""`` where it is not known.

        Pages mark words in another language than their own for screen readers (WCAG 3.1.2).
        """
        versions = self.versions
        if len(versions) == 1:
            return versions[0][0]
        names = [name for name, _ in versions]
        if language in names:
            return language
        return "" if "" in names else names[0]

    @property
    def packed(self) -> Text:
        """The same in less memory, read a little slower; itself where it is short, or in several languages.

        >>> Text.plain("Tanssit. " * 100).packed.in_language("fi")[:8]
        'Tanssit.'
        """
        (language, words), *others = self.versions
        if others or language or len(words) < _LONG:
            return self
        packed = zlib.compress(words.encode("utf-8", "surrogatepass"), 1)
        return _Packed(_ASIDE.lay(packed) or packed)


class _Packed(Text):
    """A long text in a language that is not named."""

    __slots__ = ("_words",)

    def __init__(self, words: bytes | Laid) -> None:
        self._words = words

    @property
    def versions(self) -> tuple[tuple[str, str], ...]:
        words = self._words
        return _unpacked(words.read() if isinstance(words, Laid) else words)

    @property
    def packed(self) -> Text:
        return self


@lru_cache(maxsize=100)
def _unpacked(words: bytes) -> tuple[tuple[str, str], ...]:
    """Return a text's versions: who reads one reads it several times."""
    return (("", zlib.decompress(words).decode("utf-8", "surrogatepass")),)
