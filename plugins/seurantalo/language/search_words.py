"""Words that people type into a search and that tell nothing of what they look for: *missä*, *när*, *the*."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_FI: Final = """
ja tai on ovat ei en miten missä mistä mihin milloin mitä mikä mitkä kuka ketkä kenelle kuinka koska onko voiko saako
voi minä haluan etsin jossa joka jos kun että se ne tämä nämä kanssa myös
"""
_SV: Final = """
och eller är finns inte hur var när vad vem vilka vilken kan man jag vill söker som en ett den det de i på för till
med av om
"""
_EN: Final = "and or is are not how where when what who which can i want the a an in on at for to with of there do"

#: Language -> words in small letters that a search leaves out where others stand beside them.
IDLE_WORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"fi": tuple(_FI.split()), "sv": tuple(_SV.split()), "en": tuple(_EN.split())}
)
