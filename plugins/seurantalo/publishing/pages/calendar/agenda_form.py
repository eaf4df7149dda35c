"""What a reader of the agenda can ask for, and what is said of what is left."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.record import Kind
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.event_list import filter_keys, time_of_day
from seurantalo.publishing.pages.shared.frame import Choice, by_name
from seurantalo.publishing.pages.shared.labels import FORMATS
from seurantalo.publishing.traces.answered import Change
from seurantalo.publishing.traces.questions import Question

#: The days of a week and the parts of a day, as they stand in the address.
_WEEKDAYS: Final = ("ma", "ti", "ke", "to", "pe", "la", "su")
_TIMES: Final = {
    "aamu": "In the morning (before 12:00)",
    "paiva": "In the afternoon (12:00–17:00)",
    "ilta": "In the evening (from 17:00)",
}


@dataclass(frozen=True, slots=True)
class Offered:
    """The choices of the agenda: where, of which one is chosen, and more, of which any number is."""

    where: Choice
    more: tuple[Choice, ...]


def _places_ahead(ctx: PageContext) -> Sequence[str]:
    return sorted({one.event.municipality for one in ctx.calendar.listed if one.last_day >= ctx.today})


#: The municipalities in which lists of days show anything from today on.
PLACES_AHEAD: Final = Question("places ahead", _places_ahead, since=Change.OUTLINE)


def offered_choices(ctx: PageContext, found: Iterable[Occurrence]) -> Offered:
    """Return what can be chosen: only what occurs in the list."""
    dates = list(found)
    keys = {key for event in {one.event.id: one.event for one in dates}.values() for key in filter_keys(ctx, event)}
    # Also those whose next events come later: pages of municipalities lead here.
    keys |= {f"m:{name}" for name in PLACES_AHEAD.ask(ctx)} if dates else set()
    times = {time_of_day(one) for one in dates}
    common = {one.broader for one in ctx.community.audiences.values() if one.broader}
    audiences = {
        name: ctx.say("Suits everyone") if name in common else words
        for name, words in ctx.names[Kind.AUDIENCE].items()
    }
    say = ctx.say
    more = (
        Choice(say("For whom"), "kenelle", _named(keys, "a:", audiences)),
        Choice(say("Theme"), "teema", _named(keys, "t:", ctx.names[Kind.THEME])),
        Choice(
            say("Kind of event"), "muoto", _named(keys, "f:", {f.value: say(words) for f, words in FORMATS.items()})
        ),
        Choice(say("Weekday"), "paiva", tuple(zip(_WEEKDAYS, ctx.lang.weekdays, strict=True)) if dates else ()),
        Choice(
            say("Time of day"), "aika", tuple((name, say(words)) for name, words in _TIMES.items() if name in times)
        ),
        Choice(say("Price"), "hinta", (("maksuton", say("Free of charge")),) if "maksuton" in keys else ()),
        Choice(
            say("Accessibility"),
            "esteeton",
            (("1", say("Accessibility is described")),) if "esteeton" in keys else (),
        ),
    )
    return Offered(
        Choice(say("Municipality"), "kunta", _named(keys, "m:", ctx.names[Kind.MUNICIPALITY])),
        tuple(one for one in more if one.options),
    )


def _named(keys: Collection[str], begin: str, names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    used = {key.removeprefix(begin) for key in keys if key.startswith(begin)}
    return tuple((name, names[name]) for name in by_name(used & names.keys(), names))


def words_as_json(ctx: PageContext) -> str:
    """Return what the browser says of a narrowed list: of one, and of any other number."""
    lang = ctx.lang

    def counted(one: str, other: str) -> tuple[str, str]:
        return lang.count(one, other, 1), lang.count(one, other, 2).replace("2", "{n}", 1)

    words = {
        "events": counted("{n} event", "{n} events"),
        "groups": counted("{n} weekly group", "{n} weekly groups"),
        "folded": counted("{n} weekly group", "{n} weekly groups"),
        "more": counted("{n} more does not fit here.", "{n} more do not fit here."),
        "both": lang.say("{events} and {groups}", events="{events}", groups="{groups}"),
        "none": lang.say("Nothing found with this choice."),
    }
    return json.dumps(words, ensure_ascii=False)
