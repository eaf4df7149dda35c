"""Names, places and short texts of a record as pieces of sentences: on one line, without a point at the end."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from seurantalo.language import TONGUES, Language
from seurantalo.model.event import Event
from seurantalo.model.place import Municipality, Venue
from seurantalo.model.text import Text

#: A number of the post, and what follows it.
_POST: Final = re.compile(r"(?:FI-?)?\d{5}\b.*")
_NUMBER: Final = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?")
_LAST_WORD: Final = re.compile(r"[\s/(]")
_UNFIT: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def line(words: str) -> str:
    r"""Return words on one line with ordinary spaces, without signs that a layout program would stumble over.

    >>> line(" Kevät\u00a0konsertti\u200b\n2027 ")
    'Kevät konsertti 2027'
    """
    if words.isprintable():  # Of blanks only the ordinary one is.
        return " ".join(words.split())
    return " ".join(
        _UNFIT.sub(lambda sign: " " if sign[0] in "\t\n\r\x0b\x0c\x85\u2028\u2029" else "", words).split()
    )


def clause(text: Text | None, code: str, plain: Callable[[str, str], str]) -> str:
    """Return a short text in a language, without the point that ends it.

    >>> clause(Text.plain("Vapaa pääsy."), "fi", lambda words, _: words)
    'Vapaa pääsy'
    """
    if text is None:
        return ""
    words = line(plain(text.in_language(code), code))
    return words[:-1].rstrip() if words.endswith(".") and not words.endswith("..") and _ends(words) else words


def in_euros(price: str) -> str:
    """Return a price; a bare number is one in euros.

    >>> in_euros("3"), in_euros("2,50"), in_euros("3 €, lapset 1 €")
    ('3 €', '2,50 €', '3 €, lapset 1 €')
    """
    return f"{price} €" if _NUMBER.fullmatch(price) and price.strip("0.,") else price


def _ends(words: str) -> bool:
    """Tell whether the last point ends a sentence, and not an abbreviation or a date: ``alle 7 v.``."""
    last = _LAST_WORD.split(words[:-1])[-1].casefold()
    known = any(last in tongue.texts.abbreviations for tongue in TONGUES.values())
    return not known and len(last) > 1 and not last[-1].isdigit()


def venue_name(event: Event, venue: Venue | None, lang: Language) -> str:
    """Return the name of the venue, that it is held online, or ``""``."""
    if venue is not None:
        return line(venue.name.in_language(lang.code))
    return lang.say("online") if event.online else ""


def room_name(venue: Venue | None, room: str | None, lang: Language) -> str:
    """Return the name of a room as it stands behind that of its venue: a common noun in small letters."""
    if venue is None or not room:
        return ""
    words = next((line(one.name.in_language(lang.code)) for one in venue.rooms if one.id == room), room)
    return f"{words[0].lower()}{words[1:]}" if _is_common(words) else words


def _is_common(words: str) -> bool:
    """Tell whether a name is no more than a common noun, in any language: most rooms have a name in one only."""
    kinds, _, noun = words.lower().rpartition(" ")
    known = [tongue.texts for tongue in TONGUES.values()]
    return any(noun.endswith(one.rooms) and (not kinds or kinds in one.room_kinds) for one in known)


def street_of(venue: Venue, municipality: Municipality) -> str:
    """Return a venue's address without its post office: ``Kyläraitti 5``."""
    names = {name.casefold() for _, name in municipality.name.versions}
    parts = [line(part) for part in venue.address.split(",")]
    return ", ".join(part for part in parts if part and not _POST.fullmatch(part) and part.casefold() not in names)


def short_address(address: str) -> str:
    """Return an address of the web as papers print it: without scheme and last slash.

    >>> short_address("https://polku.example.org/")
    'polku.example.org'
    """
    return address.removeprefix("https://").removeprefix("http://").removesuffix("/")
