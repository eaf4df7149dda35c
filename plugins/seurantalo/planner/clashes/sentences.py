"""What the sentences about findings are made of: titles, days, lists, and the blanks that most of them have."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from seurantalo.language.catalogue import Language
from seurantalo.model.event import Event
from seurantalo.planner.clashes.finding import Finding


def day_in_words(day: date, lang: Language) -> str:
    """Return ``la 13.3.2027``, ``lö 13.3.2027``, ``Sat 13 March 2027``."""
    if lang.code == "en":
        return f"{lang.weekdays[day.weekday()][:3]} {day.day} {lang.months[day.month - 1]} {day.year}"
    return f"{lang.weekdays_short[day.weekday()]} {day.day}.{day.month}.{day.year}"


def title(event: Event, lang: Language) -> str:
    """Return an event's title in the language's quotation marks."""
    return lang.say("“{title}”", title=event.title.in_language(lang.code))


def listed(parts: Sequence[str], lang: Language) -> str:
    """Return ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return lang.say("{several} and {last}", several=", ".join(parts[:-1]), last=parts[-1])


def listed_with_more(days: Sequence[str], finding: Finding, lang: Language) -> str:
    """Return days in words as a list, and how many more there are."""
    if not finding.more:
        return listed(days, lang)
    return listed([*days, lang.count("{n} more day", "{n} more days", finding.more)], lang)


def blanks(finding: Finding, lang: Language) -> dict[str, str]:
    """Return what most sentences need."""
    found = {
        "event": title(finding.event, lang),
        "dates": listed_with_more([day_in_words(day, lang) for day in finding.dates], finding, lang),
    }
    if finding.other is not None:
        found["other"] = title(finding.other, lang)
    for name in ("municipality", "other_municipality", "locative", "place", "organiser", "audience", "practice"):
        found[name] = finding.fact(name, lang.code)
    # English needs no inflection; a locative in another language would read oddly in it.
    if lang.code == "en":
        found["locative"] = lang.say("in {place}", place=found["municipality"])
    if room := finding.fact("room", lang.code):
        found["place"] = f"{found['place']}, {room}"
    return found
