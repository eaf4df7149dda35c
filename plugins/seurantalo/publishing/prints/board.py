"""What is on, as a sheet for a notice board: the coming weeks of a municipality, or a month of the whole region."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby, islice
from operator import itemgetter
from typing import Final, TypeAlias

from seurantalo.announcing.facts import Facts, Mark, facts_of
from seurantalo.announcing.texts.fragment import unbroken
from seurantalo.announcing.when import dated, heading, hours, plain
from seurantalo.frozen import dataclass
from seurantalo.language import Language
from seurantalo.language.dates import day_of_year, days
from seurantalo.model.event import EventStatus, Weight
from seurantalo.model.place import Municipality
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import address, month_address
from seurantalo.publishing.pages.calendar.days import MONTH, YearMonth, by_first_day, first_of, last_of
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.events_by import EventsBy
from seurantalo.publishing.parts import Kept
from seurantalo.publishing.prints.foot import Foot, foot_of, told_of
from seurantalo.publishing.prints.signs import breakable, printable
from seurantalo.publishing.prints.typesetting import Format, typeset, unkept
from seurantalo.publishing.prose import shorten
from seurantalo.publishing.status import status_word

#: How many weeks a board shows, today's included, from today on.
WEEKS: Final = 4
#: More dates than a sheet of A4 holds in its smallest letters; the rest is counted.
_MOST: Final = 120
#: Weekly groups, and events that go on for long: more of them are counted as well.
_MOST_FOLDED: Final = 40
#: Characters of a title and of a place: what is longer is for the event's own page.
_TITLE: Final = 110
_PLACE: Final = 70
#: Days of a group that are told one by one.
_MOST_DAYS: Final = 8

#: When, what, where: a date, or a group with all of its dates.
Row: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The words of a sheet; ``""`` and ``()`` are what there is not.

    >>> from seurantalo.publishing.pages.shared.context import in_language
    >>> made = month_board(in_language(parts, "fi"), (2027, 3))
    >>> made.name, [(day, [row[1] for row in rows]) for day, rows in made.days]
    ('Maaliskuu 2027', [('Lauantai 20.3.', ['Kevätkonsertti', 'Tanssit'])])
    """

    language: str
    heading: str
    """Name and days: what the file is called in a list of files."""
    kicker: str
    name: str
    span: str
    """From which day to which."""
    days: tuple[tuple[str, tuple[Row, ...]], ...]
    long_words: str
    long: tuple[Row, ...]
    """What is there all the time."""
    weekly_words: str
    weekly: tuple[Row, ...]
    more: tuple[str, ...]
    """What stands at the end where so many dates (0, 1, …) found no room on the sheet."""
    none: str
    """What is said where nothing is on."""
    foot: Foot

    @property
    def is_empty(self) -> bool:
        """True where nothing is on."""
        return not (self.days or self.long or self.weekly)


def board_sheet(board: Board, form: Format = Format.PDF, kept: Kept = unkept) -> bytes:
    """Return a sheet of A4 as a file, by ``kept`` where it was made before.

    >>> from seurantalo.publishing.pages.shared.context import in_language
    >>> board_sheet(month_board(in_language(parts, "fi"), (2027, 3)))[:8]
    b'%PDF-1.7'
    """
    return typeset("board.typ", told_of(board, board.foot), form, kept=kept)


def municipality_board(ctx: PageContext, place: Municipality, first: date | None = None) -> Board:
    """Return four weeks of a municipality, from ``first`` on; None: from today.

    >>> from seurantalo.publishing.pages.shared.context import in_language
    >>> ctx = in_language(parts, "fi")
    >>> municipality_board(ctx, ctx.community.municipalities["vimpeli"], date(2027, 3, 15)).span
    '15.3.–11.4.2027'
    """
    start = first or ctx.today
    dates = EventsBy(ctx).coming(place)
    last = start + timedelta(weeks=WEEKS, days=-1)
    return _board(ctx, ctx.name(place), (start, last), dates, address(place), in_place=True)


def month_board(ctx: PageContext, month: YearMonth) -> Board:
    """Return a month of the whole region.

    >>> from seurantalo.publishing.pages.shared.context import in_language
    >>> month_board(in_language(parts, "sv"), (2027, 3)).name
    'Mars 2027'
    """
    first = first_of(month)
    last = last_of(month)
    name = wording.month_title(*month, ctx.lang)
    dates = MONTH.ask(ctx, *map(str, month))
    return _board(ctx, f"{name[:1].upper()}{name[1:]}", (first, last), dates, month_address(*month), in_place=False)


def _board(
    ctx: PageContext,
    name: str,
    between: tuple[date, date],
    dates: Iterable[Occurrence],
    page: str,
    *,
    in_place: bool,
) -> Board:
    first, last = between
    lang = ctx.lang
    listed = by_first_day((one for one in dates if one.moved_to is None), first, last)
    every = [one for found in listed.values() for one in found]
    shown = list(islice(_single(every), _MOST))
    long, weekly = _long(every), _weekly(every)
    facts = {id(one): _facts(ctx, one) for one in shown}
    of_days = groupby(((max(one.first_day, first), one) for one in shown), key=itemgetter(0))
    left_out = len(list(_single(every))) - len(shown)
    left_out += max(len(long) - _MOST_FOLDED, 0) + max(len(weekly) - _MOST_FOLDED, 0)
    span = days(first, last, lang)
    title = lang.say("What’s coming up")
    return Board(
        language=lang.code,
        heading=lang.say("{title}, {when}", title=f"{title}: {name}", when=span),
        kicker=title if in_place else ctx.site.name,
        name=printable(name),
        span=span if in_place else "",
        days=tuple(
            (heading(day, lang), tuple(_row(facts[id(one)], one, lang, in_place=in_place) for _, one in some))
            for day, some in of_days
        ),
        long_words=lang.say("On for longer"),
        long=tuple(_long_row(ctx, one, in_place=in_place) for one in long[:_MOST_FOLDED]),
        weekly_words=lang.say("Weekly groups"),
        weekly=tuple(_weekly_row(ctx, some, between, in_place=in_place) for some in weekly[:_MOST_FOLDED]),
        more=tuple(
            "" if n == 0 else lang.count("and {n} more event on the web", "and {n} more events on the web", n)
            for n in range(left_out, left_out + len(shown) + len(long) + len(weekly) + 1)
        ),
        none=lang.say("Nothing has been put in the calendar for these days."),
        foot=foot_of(
            ctx,
            name,
            page,
            ask=lang.say("All of them, and changes:"),
            demo=lang.say("Example: these events are invented.") if any(one.event.demo for one in every) else "",
        ),
    )


def _facts(ctx: PageContext, one: Occurrence) -> Facts:
    # Of all that the means know of events a sheet tells nothing.
    means = ctx.plain.announcing.means
    return facts_of(one, ctx.community, ctx.lang, means, asked=ctx.today, described=False)


def _is_weekly(one: Occurrence) -> bool:
    return one.event.repeats is not None and one.event.weight is Weight.ROUTINE


def _is_long(one: Occurrence) -> bool:
    return one.last_day - one.first_day >= timedelta(days=7)


def _single(dates: Iterable[Occurrence]) -> Iterable[Occurrence]:
    return (one for one in dates if not (_is_weekly(one) or _is_long(one)))


def _long(dates: Iterable[Occurrence]) -> Sequence[Occurrence]:
    return [one for one in dates if _is_long(one)]


def _weekly(dates: Iterable[Occurrence]) -> Sequence[Sequence[Occurrence]]:
    """Return the dates of weekly groups that are held: those of one hour and place together, in their order."""
    groups: dict[tuple[object, ...], list[Occurrence]] = {}
    for one in dates:
        if _is_weekly(one) and not _is_long(one) and not one.cancelled:
            groups.setdefault((one.event.id, _hour(one), one.venue), []).append(one)
    return sorted(groups.values(), key=lambda some: (some[0].first_day.weekday(), _hour(some[0])))


def _hour(one: Occurrence) -> str:
    return str(one.starts_local)[10:]


def _row(facts: Facts, one: Occurrence, lang: Language, *, in_place: bool) -> Row:
    when = dated(facts.span, lang) if facts.span.over_night else hours(facts.span, lang)
    return unbroken(when, lang), _title(facts, one, lang), _place(facts, in_place=in_place)


def _title(facts: Facts, one: Occurrence, lang: Language) -> str:
    """Return the title, before it what people must know first."""
    # A title of signs that no font has would leave an hour alone.
    title = _short(facts.title, _TITLE) or lang.say("Event")
    status = {Mark.CANCELLED: EventStatus.CANCELLED, Mark.POSTPONED: EventStatus.POSTPONED}.get(facts.mark)
    if status is not None:
        return lang.say("{term}: {text}", term=status_word(status, lang).upper(), text=title)
    if one.status is EventStatus.TENTATIVE:
        return f"{title} ({status_word(one.status, lang)})"
    return title


def _place(facts: Facts, *, in_place: bool) -> str:
    parts = (facts.place or facts.street or facts.online, "" if in_place else facts.municipality)
    words = ", ".join(part for part in parts if part)
    return _short(f"{words[:1].upper()}{words[1:]}", _PLACE)


def _long_row(ctx: PageContext, one: Occurrence, *, in_place: bool) -> Row:
    facts = _facts(ctx, one)
    return dated(facts.span, ctx.lang), _title(facts, one, ctx.lang), _place(facts, in_place=in_place)


def _weekly_row(ctx: PageContext, some: Sequence[Occurrence], between: tuple[date, date], *, in_place: bool) -> Row:
    """Return a group on one line: its weekdays and hours, and its days where it leaves out a week."""
    lang = ctx.lang
    facts = _facts(ctx, some[0])
    weekdays = sorted({one.first_day.weekday() for one in some})
    if len(some) == sum(_weeks(between, weekday) for weekday in weekdays):
        on = ", ".join(lang.tongue.weekdays_in_dates[weekday] for weekday in weekdays)
    elif len(some) == 1:
        on = day_of_year(some[0].first_day, lang)
    else:
        on = ", ".join([plain(one.first_day, lang) for one in some[:_MOST_DAYS]])
        on += " …" if len(some) > _MOST_DAYS else ""
    when = f"{on} {hours(facts.span, lang)}" if not facts.span.over_night else on
    # Of the whole region there are so many that the municipality has to do: the rest is on the web.
    place = facts.venue or facts.street or facts.online if in_place else facts.municipality
    place = _short(f"{place[:1].upper()}{place[1:]}", _PLACE)
    return unbroken(when.strip(), lang), _title(facts, some[0], lang), place


def _weeks(between: tuple[date, date], weekday: int) -> int:
    """Return how often a weekday comes between two days, both included."""
    first, last = between
    ahead = first + timedelta(days=(weekday - first.weekday()) % 7)
    return (last - ahead).days // 7 + 1


def _short(words: str, most: int) -> str:
    return breakable(printable(shorten(words, most)))
