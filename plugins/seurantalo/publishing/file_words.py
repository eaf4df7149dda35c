"""What fields and values are called in the files of a site: the words that a contributor of its language writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


@dataclass(frozen=True, slots=True)
class FileWords:
    """Words for fields by their English name, and for values by the name of their choice and English value.

    What has no word of its own is written in English, which every site reads.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def field(self, name: str) -> str:
        """Return the word for a field."""
        return self.fields.get(name, name)

    def value(self, member: StrEnum) -> str:
        """Return the word for a value of a closed choice."""
        return self.values.get((type(member).__name__, member.value), member.value)


#: The words of a site that writes its files in English.
ENGLISH: Final = FileWords()
