"""What a language knows of its own grammar, and the words that people write in it: the home of a language.

All that is said in whole sentences is in the catalogues (``locale/<code>/*.po``). Here is what they can't hold:
names, forms and orders that the program puts together, and what it understands in files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, fields
from datetime import date, datetime
from string import Formatter
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language.deadline_words import DeadlineWords
from seurantalo.language.notice_words import NoticeWords
from seurantalo.language.text_words import TextWords

_LENGTHS: Final = {
    **dict.fromkeys(("months", "months_read", "months_short", "month_stems"), 12),
    **dict.fromkeys(("weekdays", "weekdays_in_dates", "weekdays_short", "weekdays_read"), 7),
}
_BLANKS: Final = {
    "dates_read": {"day", "month", "number", "year"},
    "euros": {"amount"},
    "in_place": {"place"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RepetitionWords:
    """What people write of how an event repeats, in small letters.

    Of each stretch of time the first word stands after "every", the second after a number; others are only read.

    >>> from seurantalo.language import TONGUES
    >>> words = TONGUES["fi"].repetition
    >>> words.week[:2], words.intervals[2][:2], words.ordinals[-1][0]
    (('viikko', 'viikkoa'), ('toinen', 'kaksi'), 'viimeinen')
    """

    day: tuple[str, ...]
    week: tuple[str, ...]
    month: tuple[str, ...]
    year: tuple[str, ...]
    workday: tuple[str, ...]
    """Monday to Friday: ``arkipäivä``."""
    intervals: Mapping[int, tuple[str, ...]]
    """Words that stand for a number before a stretch of time: 2 -> ``toinen`` (every other)."""
    ordinals: Mapping[int, tuple[str, ...]]
    """Words before a weekday of a month: 1 -> ``ensimmäinen``; -1 is the last one."""
    of_month: tuple[str, ...]
    """What may stand beside a day of the month; the last one behind an ordinal: viimeinen ``päivä``."""
    every: tuple[str, ...] = ()
    """What may stand before all that: ``joka`` viikko."""
    both: tuple[str, ...] = ()
    """What may stand between two weekdays: maanantaisin ``ja`` torstaisin."""
    in_month: tuple[str, ...] = ()
    """What may stand beside a weekday or a day to say that it is one of each month: ``kuukauden`` viimeinen päivä."""
    apart: tuple[str, ...] = ()
    """Beside a number and a stretch of time between two dates: 3 viikon ``välein``."""
    in_one: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """``day``, ``week``, ``month``, ``year`` -> what stands after "once": kerran ``viikossa``."""
    once: tuple[str, ...] = ()
    in_all: tuple[str, ...] = ()
    """What may stand before a number of times: ``yhteensä``."""
    times: tuple[str, ...] = ()
    """After the number of dates: 10 ``kertaa``."""
    weekend_days: tuple[str, ...] = ()
    """For Saturdays and Sundays: ``viikonloppuisin``."""
    odd: tuple[str, ...] = ()
    """Patterns of "in odd weeks", of which calendars count the weeks (ISO 8601)."""
    even: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    """Before or behind the last day: 25.5. ``asti``."""
    month_end: tuple[str, ...] = ()
    """Beside a month, for its last day: toukokuun ``loppuun``."""
    without: tuple[str, ...] = ()
    """Before days that are left out: ``paitsi`` 2.3."""
    on_holidays: tuple[str, ...] = ()
    """Behind that, for public holidays: paitsi ``pyhinä``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenWords:
    """What people write beside the numbers of a date or an hour, in small letters.

    >>> from seurantalo.language import TONGUES
    >>> TONGUES["fi"].when.after_noon[0], TONGUES["sv"].when.to
    ('ip', ('till', 'tills', 't.o.m.', 'till och med'))
    """

    months: tuple[tuple[str, ...], ...] = ((),) * 12
    """More forms of the months' names than those in the tongue's other tables: ``toukokuussa``."""
    before_noon: tuple[str, ...] = ()
    after_noon: tuple[str, ...] = ()
    """Beside an hour that is counted from noon: ``ip``."""
    to: tuple[str, ...] = ()
    """Between a start and its end; before or after the last day of several: ``asti``."""
    since: tuple[str, ...] = ()
    """Beside a start, where it says nothing: ``alkaen``."""
    about: tuple[str, ...] = ()
    """Before an hour that is not exact: ``noin``."""
    midnight: tuple[str, ...] = ()
    """For the end of a day: ``keskiyöllä``."""
    fillers: tuple[str, ...] = ()
    """What says nothing in a date: the ``päivänä`` of 12. päivänä kesäkuuta."""
    amounts: Mapping[str, float] = field(default_factory=dict)
    """Words for amounts of time that are no whole numbers, and for one: ``puolitoista``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceWords:
    """What people write of money, as patterns in small letters, of whole words where nothing else is said.

    >>> from seurantalo.language import TONGUES
    >>> TONGUES["sv"].prices.euro, TONGUES["sv"].prices.numbers["fem"]
    (('euro', 'euros'), 5)
    """

    euro: tuple[str, ...]
    """After a sum, beside ``€`` and ``eur``."""
    cent: tuple[str, ...]
    numbers: Mapping[str, int]
    """Numbers that are written as words."""
    from_on: tuple[str, ...]
    """Beside the least of several sums: ``alkaen``."""
    either: tuple[str, ...]
    """Between two sums of which each is one: ``tai``."""
    free: tuple[str, ...]
    voluntary: tuple[str, ...]
    """A collection, or a sum that everybody chooses."""
    denials: tuple[str, ...]
    """Before "free": ``ei``."""
    besides: tuple[str, ...]
    """After "free", before what is another matter: ``ja``."""
    conditions: tuple[str, ...]
    """What a clause begins with that narrows the one before it: ``jos``."""
    admission: tuple[str, ...]
    """Words beside a sum or "free" that narrow nothing: ``pääsy``, ``lippu``, ``tapahtuma``."""
    everybody: tuple[str, ...]
    """Words about people that leave nobody out: ``koko perheen``."""
    people: tuple[str, ...]
    """For whom a sum or "free" may be said."""
    extras: tuple[str, ...]
    """Parts of words for what is sold at an event and is not its admission."""
    included: tuple[str, ...]
    """Before what a sum includes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWords:
    """What is known of words in titles of events, to tell whether two titles mean one event. In small letters.

    >>> from seurantalo.language import TONGUES
    >>> TONGUES["fi"].titles.alike[0]
    ('kisa', 'kilpailu')
    """

    fillers: tuple[str, ...]
    """Words that say nothing: ``ja``, ``the``."""
    endings: tuple[str, ...]
    """What may follow a word or a part of a compound without saying anything else."""
    alike: tuple[tuple[str, ...], ...]
    """Words or parts of compounds that are one word, the first of them; forms of which the stem changes too."""
    happenings: tuple[str, ...]
    """Words that say no more than that something is on: ``tapahtuma``."""
    everyday: tuple[str, ...]
    """The parts of titles that every second association has: ``kevät`` and ``kokous``."""
    lessons: tuple[str, ...]
    """How words begin that say how something is taught, and not what: ``kurssi``, ``jatko``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """One language. Make a new one from English, so that what is missing is in English: ``replace(ENGLISH, …)``.

    Twelve months begin with January, seven weekdays with Monday. Words to be read are in small letters.

    >>> from dataclasses import replace
    >>> from seurantalo.language import ENGLISH
    >>> estonian = replace(ENGLISH, code="et", day_in_files="{0.day}.{0.month}.{0.year}")
    >>> estonian.in_file(date(2027, 3, 2)), estonian.weekdays[0]
    ('2.3.2027', 'Monday')
    """

    code: str
    """ISO 639-1, else 639-3; the folder of its catalogues and what stands in ``lang``."""
    package: str
    """The package whose folder ``locale/<code>`` holds the catalogues."""

    months: tuple[str, ...]
    months_read: tuple[str, ...]
    """As they stand inside a date: ``1. toukokuuta 2027``."""
    months_short: tuple[str, ...]
    """For small places: ``tammi``, ``jan``."""
    month_stems: tuple[str, ...]
    """What a month leaves of itself before the next one: *marras*- ja joulukuun vaihde."""
    months_by_name: bool
    """Whether a date names its month (``13 January``) or counts it (``13.1.``); the order is in the catalogue."""

    weekdays: tuple[str, ...]
    weekdays_in_dates: tuple[str, ...]
    """Before a day: ``ti 13.1.``, ``Tue 13 January``."""
    weekdays_short: tuple[str, ...]
    """Over columns, the shortest."""
    weekdays_read: tuple[tuple[str, ...], ...]
    """All that people write for each day."""

    dates_read: tuple[str, ...]
    """How people write a day, of ``{day}``, ``{month}`` (its name) or ``{number}`` (of the month), and ``{year}``.

    A dot and the blank after it may be left out. ``1.5.2027`` and ``2027-05-01`` are read in every language.
    """
    clock_words: tuple[str, ...]
    """What may stand before an hour: ``klo``."""
    padded_hours: bool
    """Whether every hour has two digits: ``08:00``. Else midnight that stands alone is 24."""
    day_in_files: str
    """A day as we write it in files that people go on with: a format of a date."""
    hour_in_files: str
    """A day and a full hour; a format of a datetime."""
    minute_in_files: str
    """A day, an hour and minutes; a format of a datetime."""

    when: WhenWords
    repetition: RepetitionWords
    titles: TitleWords
    ensembles: tuple[str, ...]
    """How the names of those end who are in one place at a time, all of them: a choir, a band, a team."""
    day_parts: Mapping[str, tuple[str, ...]]
    """What people write for a time of day: ``morning``, ``afternoon``, ``daytime``, ``evening``, ``day`` (all)."""
    weekend: tuple[str, ...]
    """What people write for Saturday and Sunday together."""
    hours_read: tuple[str, ...]
    """What may stand after a number of hours."""
    minutes_read: tuple[str, ...]
    """What may stand after a number of minutes."""
    prices: PriceWords
    notices: NoticeWords
    texts: TextWords
    deadlines: DeadlineWords

    yes: tuple[str, ...]
    no: tuple[str, ...]
    all_of_them: tuple[str, ...]
    """In place of a list of everything: ``kaikki``."""
    unknown: tuple[str, ...]
    """What is written for a day that is not known yet."""
    on_purpose: tuple[str, ...]
    """What is written for a day that was chosen although it is a holiday."""
    languages: Mapping[str, tuple[str, ...]]
    """Names of languages by code: the first is what we say, others are read before a text's version."""

    thousands: str
    """Between thousands: ``12 345``; a blank there does not break."""
    decimal_mark: str
    euros: str
    """A sum, of ``{amount}``."""
    in_place: str
    """How to say where, of ``{place}``; ``""`` where place names are inflected, and records tell how (Vimpelissä)."""
    last_letters: str
    """Letters of its own after z, in order."""
    holidays: str
    """The language of the ``holidays`` package whose names for Finland's holidays are this language's."""
    syllable: str = ""
    """A pattern of the place where a syllable begins, in small letters; ``""``: browsers know where words break."""
    compound_ends: tuple[str, ...] = ()
    """How second parts of compounds begin: long headings break before them first."""

    def __post_init__(self) -> None:
        """Raise ValueError, with a sentence, for what would fail only when a page is made."""
        for name, wanted in _LENGTHS.items():
            if len(getattr(self, name)) != wanted:
                raise ValueError(f"`{name}` has {len(getattr(self, name))} entries, not {wanted}")
        for name, blanks in _BLANKS.items():
            given = getattr(self, name)
            for text in given if isinstance(given, tuple) else (given,):
                unknown = {blank for _, blank, *_ in Formatter().parse(text) if blank is not None} - blanks
                if unknown:
                    raise ValueError(f"`{name}` has an unknown blank, {{{min(unknown)}}}, in “{text}”")

    def check_patterns(self) -> None:
        """Raise ValueError, with a sentence, for a pattern that is none. Of our own languages the tests know it.

        >>> from seurantalo.language import TONGUES
        >>> TONGUES["fi"].check_patterns()
        """
        for named in fields(PriceWords):
            words = getattr(self.prices, named.name)
            for pattern in words if isinstance(words, tuple) else ():
                try:
                    re.compile(pattern)
                except re.error as error:
                    name = f"prices.{named.name}"
                    raise ValueError(f"`{name}` has a pattern that is none, {pattern}: {error}") from error

    def in_file(self, when: date) -> str:
        """Return a day, or a day and its hour, as people write it in files.

        >>> from seurantalo.language import TONGUES
        >>> TONGUES["fi"].in_file(datetime(2027, 3, 2, 18, 30))
        '2.3.2027 klo 18.30'
        """
        if not isinstance(when, datetime):
            return self.day_in_files.format(when)
        return (self.minute_in_files if when.minute else self.hour_in_files).format(when)
