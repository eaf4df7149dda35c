"""What can be asked of the page of free days, and the words in which a browser answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from seurantalo.language.catalogue import Language
from seurantalo.language.collation import sort_key
from seurantalo.language.dates import month, month_of_list
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind
from seurantalo.planner.free import DayPart, Grade, grade_in_words, hours_of, hours_of_day, length_in_words
from seurantalo.planner.free.wording import sentences
from seurantalo.proposing import Act
from seurantalo.publishing.addresses import EVENTS, free_address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.frame import Choice
from seurantalo.publishing.pages.shared.guides import form_address
from seurantalo.publishing.publication import depth_prefix

#: Free days and quiet ones named for each day of the week, and things named for one day.
MOST_NEXT: Final = 6
MOST_QUIET: Final = 3
#: The file of the words in which a browser answers, beside the folders of municipalities.
WORDS: Final = "sanat.json"
#: Lengths in minutes, days in a row and days to prepare that one may choose from.
LENGTHS: Final = (60, 90, 120, 180, 240, 300, 360, 480, 600)
DAYS: Final = (2, 3, 4, 5, 7)
LEADS: Final = (0, 7, 14, 28, 56)
#: Values of the choice of hours in an address: they last, so they are not translated.
PARTS: Final = {
    DayPart.MORNING: "aamupaiva",
    DayPart.AFTERNOON: "iltapaiva",
    DayPart.DAYTIME: "paiva",
    DayPart.DAY: "kokopaiva",
}
OWN_HOURS: Final = "oma"


class FormParts:
    """The choices and the words that the pages of all municipalities share."""

    def __init__(self, ctx: PageContext) -> None:
        """Work them out."""
        self._ctx = ctx
        say, lang = ctx.say, ctx.lang
        evening = hours_of_day(hours_of(DayPart.EVENING, ctx.settings), lang)
        self._evening = f"{say('evening')}, {evening}"
        words = {grade: grade_in_words(grade, lang) for grade in Grade}
        lead = ctx.settings.free_lead_days
        #: Grade, its word, what it means, whether it is only where a place was chosen.
        self.legend: tuple[tuple[str, str, str, bool], ...] = (
            (Grade.FREE, words[Grade.FREE], say("nothing else known at that time"), False),
            (Grade.QUIET, words[Grade.QUIET], say("something small, a weekly group or a school break"), False),
            (Grade.POSSIBLE, words[Grade.POSSIBLE], say("think twice, or talk to the others"), False),
            (Grade.HELD, words[Grade.HELD], say("somebody has asked for the place"), True),
            (Grade.AVOID, words[Grade.AVOID], say("a holiday, a major event, or the same people"), False),
            (Grade.TAKEN, words[Grade.TAKEN], say("the place is not free at that time"), True),
            *((("soon", say("too soon"), _within(lead, lang), False),) if lead else ()),
        )
        usual = ctx.settings.free_hours * 60
        lengths = [usual, *(one for one in LENGTHS if one != usual)]
        leads = [lead, *(one for one in LEADS if one != lead)]
        self.first_choices = (
            Choice(say("Time of day"), "aika", tuple(self._times())),
            # The browser writes the hours: most never open them.
            Choice(say("Starts at the earliest"), "alkaa", ()),
            Choice(say("Ends at the latest"), "paattyy", ()),
            Choice(say("Length"), "kesto", _first_is_usual(lengths, lambda one: length_in_words(one, lang))),
        )
        weekdays = ((str(number), name) for number, name in enumerate(lang.weekdays, start=1))
        audiences = sorted(ctx.names[Kind.AUDIENCE].items(), key=lambda pair: sort_key(pair[1]))
        days = (1, *DAYS)
        self.more_choices = (
            Choice(say("How many days"), "paivia", _first_is_usual(days, lambda one: _days(one, ctx))),
            Choice(say("Day of the week"), "viikonpaiva", (("", say("any")), *weekdays)),
            Choice(say("For whom"), "kenelle", (("", say("any")), *audiences)),
            Choice(say("Time to prepare"), "aikaa", _first_is_usual(leads, lambda one: _days(one, ctx))),
        )

    def _times(self) -> Iterator[tuple[str, str]]:
        say, lang, settings = self._ctx.say, self._ctx.lang, self._ctx.settings
        named = {
            DayPart.MORNING: say("morning"),
            DayPart.AFTERNOON: say("afternoon"),
            DayPart.DAYTIME: say("daytime"),
        }
        yield "", self._evening
        for part, value in PARTS.items():
            hours = hours_of_day(hours_of(part, settings), lang)
            yield value, f"{named[part]}, {hours}" if part in named else hours
        yield OWN_HOURS, say("other hours")

    def words(self) -> dict[str, Any]:
        """Return the words and patterns of answers, which the pages of all municipalities fetch."""
        say, lang = self._ctx.say, self._ctx.lang
        return {
            "grades": {
                **{grade.value: grade_in_words(grade, lang) for grade in Grade},
                "soon": say("too soon"),
                "unasked": say("not asked for"),
            },
            "reasons": _told_once(sentences(lang)),
            "parts": {value: part.value for part, value in PARTS.items()},
            "add": form_address(depth_prefix(free_address("x")), Act.EVENT),
            "events": f"{depth_prefix(free_address('x'))}{EVENTS}",
            "weekdays": lang.tongue.weekdays_in_dates,
            "months": [month(number, lang) for number in range(1, 13)],
            "monthsShort": [month_of_list(number, lang) for number in range(1, 13)],
            "day": lang.say("{weekday} {day} {month}", weekday="{weekday}", day="{day}", month="{month}"),
            "dayShort": lang.say("{day} {month}", day="{day}", month="{month}"),
            "free": lang.say("free: {hours}", hours="{hours}"),
            "at": lang.say("{time}", time="{time}"),
            "hour": lang.say("{hour}:00", hour="{hour}"),
            "minute": lang.say("{hour}:{minute}", hour="{hour}", minute="{minute}"),
            "padded": lang.tongue.padded_hours,
            "margin": lang.say("Between two events in the place, {time} is left for setting up.", time="{time}"),
            "margins": {minutes: length_in_words(minutes, lang) for minutes in sorted(self._margins()) if minutes},
            "unfit": say("So long an event does not fit into these hours."),
            "none": say("none in twelve months"),
            "most": {Grade.FREE: MOST_NEXT, Grade.QUIET: MOST_QUIET},
        }

    def _margins(self) -> set[int]:
        """Return the minutes between two events that venues ask for, and the usual ones."""
        stated = (venue.setup_margin for venue in self._ctx.community.venues.values())
        return {self._ctx.settings.setup_margin, *(minutes for minutes in stated if minutes is not None)}


def _told_once(sentences: Mapping[str, str]) -> dict[str, str]:
    """Return sentences by fewer words than ``kind audience hours`` where all that begin with those say the same.

    >>> _told_once({"event same evening": "a", "event same apart": "b", "major same evening": "c", "venue": "d"})
    {'major': 'c', 'venue': 'd', 'event same evening': 'a', 'event same apart': 'b'}
    """
    found: dict[str, str] = {}
    left = dict(sentences)
    for length in (1, 2, 3):
        by_beginning: dict[str, set[str]] = {}
        for key, sentence in left.items():
            by_beginning.setdefault(" ".join(key.split()[:length]), set()).add(sentence)
        alike = {beginning: told.pop() for beginning, told in by_beginning.items() if len(told) == 1}
        found |= alike
        left = {key: words for key, words in left.items() if " ".join(key.split()[:length]) not in alike}
    return found


def place_options(ctx: PageContext, venues: Sequence[Venue]) -> Iterator[tuple[str, str]]:
    """Yield no venue, each venue, and each of its rooms after it."""
    yield "", ctx.say("any")
    for venue in venues:
        name = ctx.names[Kind.VENUE][venue.id]
        yield venue.id, name
        yield from ((f"{venue.id}.{room.id}", f"{name}: {ctx.words(room.name)}") for room in venue.rooms)


def _within(days: int, lang: Language) -> str:
    return lang.count("within {n} day", "within {n} days", days)


def _days(days: int, ctx: PageContext) -> str:
    if not days:
        return ctx.say("none, even today")
    return ctx.lang.count("{n} day", "{n} days", days)


def _first_is_usual(values: Iterable[int], words: Callable[[int], str]) -> tuple[tuple[str, str], ...]:
    """Return options of which the first is what holds where nothing was chosen."""
    return tuple(("" if not number else str(value), words(value)) for number, value in enumerate(values))
