"""What a language needs for texts that are read in papers and aloud: forms of days, abbreviations, units."""

from __future__ import annotations

from seurantalo.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TextWords:
    """Forms and words of announcements. Seven weekdays begin with Monday; words to be read are in small letters.

    >>> from seurantalo.language import TONGUES
    >>> words = TONGUES["fi"].texts
    >>> words.weekdays_on[2], words.weekdays_from[4], words.weekdays_until[6]
    ('keskiviikkona', 'perjantaista', 'sunnuntaihin')
    """

    weekdays_on: tuple[str, ...]
    """On a day, before its date: ``maanantaina``."""
    weekdays_aloud: tuple[str, ...]
    """On a day of this week, without a date: ``maanantaina``, ``på måndag``."""
    weekdays_from: tuple[str, ...]
    weekdays_until: tuple[str, ...]
    clock_aloud: str
    """Before an hour that is read aloud: ``kello``."""
    abbreviations: frozenset[str]
    """What ends in a point in the middle of a sentence, without the point."""
    closing: frozenset[str]
    """Abbreviations that may end a sentence, with their points: ``ym.``."""
    rooms: tuple[str, ...]
    """How common nouns for rooms end; such a name begins with a small letter inside a sentence."""
    room_kinds: tuple[str, ...]
    """What stands before such a noun: ``iso``."""
    registering: tuple[str, ...]
    """How words begin that say already that they are about signing up."""
    euro_aloud: tuple[str, str]
    """One euro, and more: ``euro``, ``euroa``."""
    units_aloud: tuple[tuple[str, str, str], ...]
    """What is read for a unit behind a number: its pattern, the word after one, and after other numbers."""
    ages_aloud: tuple[tuple[str, str], ...]
    """What is read for an age behind a number and a hyphen: ``12-v.``"""
    per_aloud: tuple[tuple[str, str], ...]
    """What is read behind a sum for whom or what it is: a pattern behind a stroke, and the word. Others: ``per``."""
    words_aloud: tuple[tuple[str, str], ...]
    """What is read for what is written short, whole words: ``alk.`` is *alkaen*."""
    capital_holidays: tuple[str, ...] = ("",)
    """How names of holidays begin that keep their capital letter inside a sentence: ``Kristi``; ``""`` for all."""
