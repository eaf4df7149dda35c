"""What fields and values are called in the files of a site: the words that a contributor of its language writes."""

from __future__ import annotations

from enum import StrEnum

from seurantalo.frozen import dataclass
from seurantalo.model.fields.words import value_word
from seurantalo.model.kinds import field_word


@dataclass(frozen=True, slots=True)
class FileWords:
    """The words of files in a language. What it has no word for is written in English, which every site reads."""

    language: str

    def field(self, name: str) -> str:
        """Return the word for a field."""
        return field_word(name, self.language)

    def value(self, member: StrEnum) -> str:
        """Return the word for a value of a closed choice."""
        return value_word(member, self.language)
