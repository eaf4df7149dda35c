"""What people write in notices of events: in papers, messages and on posters, where nothing has its field."""

from __future__ import annotations

from seurantalo.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeWords:
    r"""Patterns in small letters, of whole words where nothing else is said; ``\\w*`` stands for what may follow.

    >>> from seurantalo.language import TONGUES
    >>> TONGUES["sv"].notices.venue, TONGUES["fi"].notices.regular
    (('plats', 'var', 'adress'), ('isin', 'it', 'ot'))
    """

    title: tuple[str, ...] = ()
    """Labels, which a colon follows: what it is."""
    venue: tuple[str, ...] = ()
    organiser: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    price: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    organises: tuple[str, ...] = ()
    """Beside those who arrange it, without a colon: ``järjestää``, ``arr.``"""
    not_organising: tuple[str, ...] = ()
    """Beside a name that arranges nothing: whom the money goes to, who gave some."""
    near: tuple[str, ...] = ()
    """Beside a place that is only near, or where something else happens: ``vieressä``, ``liput``."""
    registration: tuple[str, ...] = ()
    deadline: tuple[str, ...] = ()
    """Before the last day of something: ``viimeistään``."""
    deadline_behind: tuple[str, ...] = ()
    """Behind it: ``mennessä``."""
    sale: tuple[str, ...] = ()
    """Before a day that is of tickets and not of the event."""
    published: tuple[str, ...] = ()
    """Right before a day that is of the text itself."""
    spare: tuple[str, ...] = ()
    """Before a day in reserve."""
    opens: tuple[str, ...] = ()
    """Before an hour at which doors open."""
    beside: tuple[str, ...] = ()
    """Before an hour at which something beside the event begins: coffee."""
    begins: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    """Before two hours, in place of a word for the clock: ``avoinna``."""
    between: tuple[str, ...] = ()
    """Before two hours with "and" between them that are a start and an end; or behind them."""
    last_time: tuple[str, ...] = ()
    """Before the last day of what repeats: ``viimeinen kerta``."""
    regular: tuple[str, ...] = ()
    """How the name of a weekday ends that is said of every week: tiistai``sin``."""
    every_other: tuple[str, ...] = ()
    """What says "every other" without "every": ``varannan``."""
    of_month: tuple[str, ...] = ()
    """Before or behind "the first Tuesday": ``kuukauden``, ``i månaden``."""
    no_meeting: tuple[str, ...] = ()
    """Before days that are left out, besides the words of repetition."""
    season: tuple[str, ...] = ()
    """What narrows a repetition in a way that no rule says: ``kouluvuoden ajan``."""
    weekday_ends: tuple[str, ...] = ()
    """What may follow the name of a weekday, besides nothing: ``na``, ``-iltana``; *sunnuntailounas* is no day."""
    next_day: tuple[str, ...] = ()
    """Before the name of a weekday, for the next one: ``ensi``."""
    not_today: tuple[str, ...] = ()
    """Those of them that are never said of today."""
    called_off: tuple[str, ...] = ()
    """What says that an event is not held after all: ``peruttu``."""
    days_ahead: tuple[tuple[str, ...], ...] = ()
    """Words for today, tomorrow, the day after."""
    feasts: tuple[tuple[str, str], ...] = ()
    """A word for a day of the year, and the day: ``vappuna``, ``05-01``; or the first such weekday from it on,
    ``06-19 fri``; or days from Easter, ``easter-2``. A feast of several days has ``?`` behind it."""
    hours_said: tuple[str, ...] = ()
    """The hours of a clock in words, from one to twelve: ``kello kuusi illalla``."""
    half_hour: tuple[str, ...] = ()
    """Before such a word, for half an hour earlier: ``puoli seitsemän``."""
    short_names: tuple[tuple[str, str], ...] = ()
    """Parts of names of organisations, and the letters by which people call them."""
    greetings: tuple[str, ...] = ()
    """What is no title by itself: ``tervetuloa``."""
    leads: tuple[str, ...] = ()
    """What a title may follow in one line: ``tervetuloa``, ``kutsu``."""
    tails: tuple[str, ...] = ()
    """What a title does not end in: a word that led to the day or the place."""
    abbreviations: tuple[str, ...] = ()
    """What a point belongs to, so that no sentence ends there; without the point."""
    contact: tuple[str, ...] = ()
    """What begins a piece that is about whom to ask."""
    call: tuple[str, ...] = ()
    """Before a telephone number, without a point."""
