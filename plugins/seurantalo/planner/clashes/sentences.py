"""What the sentences about findings are made of: titles, days, lists, and the blanks that most of them have."""

from __future__ import annotations

from collections.abc import Sequence

from seurantalo.language import Language, dates
from seurantalo.model.event import Event
from seurantalo.planner.clashes.finding import Finding


def title(event: Event, lang: Language) -> str:
    """Return an event's title in the language's quotation marks."""
    return lang.say("“{title}”", title=event.title.in_language(lang.code))


def listed_with_more(days: Sequence[str], finding: Finding, lang: Language) -> str:
    """Return days in words as a list, and how many more there are."""
    if not finding.more:
        return lang.listed(days)
    return lang.listed([*days, lang.count("{n} more day", "{n} more days", finding.more)])


def blanks(finding: Finding, lang: Language) -> dict[str, str]:
    """Return what most sentences need."""
    found = {
        "event": title(finding.event, lang),
        "dates": listed_with_more([dates.day(day, lang) for day in finding.dates], finding, lang),
    }
    if finding.other is not None:
        found["other"] = title(finding.other, lang)
    for name in ("municipality", "other_municipality", "locative", "place", "organiser", "audience", "practice"):
        found[name] = finding.fact(name, lang.code)
    # It stands inside a sentence, in brackets; an abbreviation keeps its capitals.
    if found["audience"][1:2].islower():
        found["audience"] = found["audience"][:1].lower() + found["audience"][1:]
    found["other_place"] = found["other_municipality"] or found["municipality"]
    # Where names need no inflection, a locative in another language would read oddly.
    if lang.tongue.in_place:
        found["locative"] = lang.tongue.in_place.format(place=found["municipality"])
    if room := finding.fact("room", lang.code):
        found["place"] = f"{found['place']}, {room}"
    return found
