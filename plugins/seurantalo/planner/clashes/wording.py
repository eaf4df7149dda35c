"""Findings in words: one sentence that tells, one that helps. The source texts are English."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from seurantalo.language.catalogue import Language
from seurantalo.model.event import Event, EventStatus
from seurantalo.model.record import Moment
from seurantalo.planner.clashes.finding import Finding, Level
from seurantalo.planner.holidays import HolidayCalendar


def explain(finding: Finding, lang: Language) -> str:
    """Return what is found: the events, the days and the place. Plain text, to be escaped.

    One sentence, and more where something has to be added to it: one practice, a day that moved.
    """
    sentences = [_SENTENCES.get(finding.rule, _own_rule)(finding, lang)]
    practice = finding.fact("practice", lang.code)
    if practice and finding.rule != "near-miss":
        sentences.append(lang.say("Both are of one practice: {practice}.", practice=practice))
    sentences += _moves(finding, lang)
    return " ".join(sentences)


def _moves(finding: Finding, lang: Language) -> list[str]:
    """Return where the plan was of each event that moved to the day the finding is about."""
    found: list[str] = []
    for event in (finding.event, finding.other):
        if event is None or event.planned_starts is None or event.starts is None:
            continue
        planned, starts = _day(event.planned_starts), _day(event.starts)
        if starts in finding.dates and planned != starts:
            days = {"planned": day_in_words(planned, lang), "event": _title(event, lang)}
            if event.status is EventStatus.HELD:
                days["held"] = day_in_words(starts, lang)
                found.append(lang.say("{event} was planned for {planned} and held on {held}.", **days))
            else:
                found.append(lang.say("{event} was first planned for {planned}.", **days))
    return found


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def day_in_words(day: date, lang: Language) -> str:
    """Return ``la 13.3.2027``, ``lö 13.3.2027``, ``Sat 13 March 2027``."""
    if lang.code == "en":
        return f"{lang.weekdays[day.weekday()][:3]} {day.day} {lang.months[day.month - 1]} {day.year}"
    return f"{lang.weekdays_short[day.weekday()]} {day.day}.{day.month}.{day.year}"


def _title(event: Event, lang: Language) -> str:
    return lang.say("“{title}”", title=event.title.in_language(lang.code))


def _list(parts: Sequence[str], lang: Language) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return lang.say("{several} and {last}", several=", ".join(parts[:-1]), last=parts[-1])


def _dates(finding: Finding, lang: Language) -> str:
    days = [day_in_words(day, lang) for day in finding.dates]
    if not finding.more:
        return _list(days, lang)
    more = lang.count("{n} more day", "{n} more days", finding.more)
    return _list([*days, more], lang)


def _blanks(finding: Finding, lang: Language) -> dict[str, str]:
    """Return what most sentences need."""
    blanks = {"event": _title(finding.event, lang), "dates": _dates(finding, lang)}
    if finding.other is not None:
        blanks["other"] = _title(finding.other, lang)
    for name in ("municipality", "other_municipality", "locative", "place", "organiser", "audience", "practice"):
        blanks[name] = finding.fact(name, lang.code)
    # English needs no inflection; a locative in another language would read oddly in it.
    if lang.code == "en":
        blanks["locative"] = lang.say("in {place}", place=blanks["municipality"])
    if room := finding.fact("room", lang.code):
        blanks["place"] = f"{blanks['place']}, {room}"
    return blanks


def _venue(finding: Finding, lang: Language) -> str:
    blanks = _blanks(finding, lang)
    if gap := finding.fact("gap"):
        return lang.say(
            "Too little time between two events in one place ({place}): {event} and {other}, {dates}. "
            "There are {gap} minutes between them, and {margin} are needed.",
            **blanks,
            gap=gap,
            margin=finding.fact("margin"),
        )
    return lang.say("At the same time in the same place ({place}): {event} and {other}, {dates}.", **blanks)


def _room_unknown(finding: Finding, lang: Language) -> str:
    unnamed = finding.event if finding.fact("unnamed") == finding.event.id else finding.other
    return lang.say(
        "Perhaps in the same room at the same time ({place}): {event} and {other}, {dates}. "
        "The room of {unnamed} is not named.",
        **_blanks(finding, lang),
        unnamed=_title(unnamed or finding.event, lang),
    )


def _organiser(finding: Finding, lang: Language) -> str:
    return lang.say(
        "One organiser in two places at the same time ({organiser}): {event} and {other}, {dates}.",
        **_blanks(finding, lang),
    )


def _audience(finding: Finding, lang: Language) -> str:
    blanks = _blanks(finding, lang)
    if finding.fact("together") == "evening":
        return lang.say(
            "For the same people on the same evening {locative} ({audience}): {event} and {other}, {dates}.",
            **blanks,
        )
    return lang.say(
        "For the same people at the same time {locative} ({audience}): {event} and {other}, {dates}.", **blanks
    )


def _major(finding: Finding, lang: Language) -> str:
    blanks = _blanks(finding, lang)
    if finding.other is not None and finding.fact("major") == finding.other.id:
        blanks["event"], blanks["other"] = blanks["other"], blanks["event"]
        if blanks["other_municipality"]:
            here, there = blanks["other_municipality"], blanks["municipality"]
            blanks["municipality"], blanks["other_municipality"] = here, there
    if blanks["other_municipality"]:
        return lang.say(
            "On the day of a major event nearby: {event} ({municipality}) and {other} ({other_municipality}), "
            "{dates}.",
            **blanks,
        )
    return lang.say("On the day of a major event: {event} and {other} ({municipality}), {dates}.", **blanks)


def _near_miss(finding: Finding, lang: Language) -> str:
    blanks = _blanks(finding, lang)
    day, other_day = (date.fromisoformat(finding.fact(name)) for name in ("day", "other_day"))
    if other_day < day:
        day, other_day = other_day, day
        blanks["event"], blanks["other"] = blanks["other"], blanks["event"]
    blanks["day"], blanks["other_day"] = day_in_words(day, lang), day_in_words(other_day, lang)
    if blanks["other_municipality"]:
        return lang.say(
            "One practice on one day in two municipalities ({practice}): {event} ({municipality}) and {other} "
            "({other_municipality}), {day}.",
            **blanks,
        )
    if day == other_day:
        blanks["days"] = lang.say("{event} and {other}, {day}", **blanks)
    else:
        blanks["days"] = lang.say("{event} {day} and {other} {other_day}", **blanks)
    match finding.fact("alike"):
        case "practice":
            return lang.say("Close together {locative}, from one practice ({practice}): {days}.", **blanks)
        case "audience":
            return lang.say("Close together {locative}, for the same people ({audience}): {days}.", **blanks)
    return lang.say("Close together {locative}, of the same kind: {days}.", **blanks)


def _holiday(finding: Finding, lang: Language) -> str:
    blanks = _blanks(finding, lang)
    match finding.fact("kind"):
        case "break":
            name = finding.fact("break", lang.code) or lang.say("school break")
            return lang.say(
                "{event} falls in the school break of {municipality} ({name}): {dates}.", **blanks, name=name
            )
        case kind:
            holidays = HolidayCalendar(lang.code)
            days = [f"{holidays.name(day)} {day_in_words(day, lang)}" for day in finding.dates]
            if finding.more:
                days.append(lang.count("{n} more day", "{n} more days", finding.more))
            blanks["days"] = _list(days, lang)
            if kind == "eve":
                return lang.say("{event} falls on the eve of a holiday: {days}.", **blanks)
            return lang.say("{event} falls on a public holiday: {days}.", **blanks)


def _load(finding: Finding, lang: Language) -> str:
    blanks = _blanks(finding, lang)
    named = [finding.fact(f"event_{n}", lang.code) for n in (1, 2, 3)]
    titles = [lang.say("“{title}”", title=title) for title in named if title]
    if unnamed := int(finding.fact("unnamed") or 0):
        titles.append(lang.count("{n} other", "{n} others", unnamed))
    blanks["events"] = _list(titles, lang)
    blanks["count"] = finding.fact("count")
    if finding.fact("span") == "weekend":
        return lang.say("Much on one weekend {locative}, {dates}: {count} events ({events}).", **blanks)
    return lang.say("Much on one day {locative}, {dates}: {count} events ({events}).", **blanks)


def _duplicate(finding: Finding, lang: Language) -> str:
    return lang.say(
        "Is this one event written twice? {event} and {other} ({municipality}), {dates}.",
        **_blanks(finding, lang),
    )


def _own_rule(finding: Finding, lang: Language) -> str:
    blanks = {name: finding.fact(name, lang.code) for name, _ in finding.facts if ":" not in name}
    blanks |= _blanks(finding, lang)
    if sentence := finding.fact("sentence"):
        return lang.say(sentence, **blanks)
    return lang.say("{event} and {other}, {dates}.", **blanks)


_SENTENCES: Final[Mapping[str, Callable[[Finding, Language], str]]] = MappingProxyType(
    {
        "audience": _audience,
        "duplicate": _duplicate,
        "holiday": _holiday,
        "load": _load,
        "major": _major,
        "near-miss": _near_miss,
        "organiser": _organiser,
        "venue": _venue,
        "venue-room-unknown": _room_unknown,
    }
)


_WHAT_TO_DO: Final[Mapping[str, str]] = MappingProxyType(
    {
        "audience": "Talk with the other organiser: another day, or an evening together?",
        "duplicate": "If it is one event, keep one file and name all organisers in it. "
        "If there are two, make the titles different.",
        "holiday": "Check the day. If it is meant to be so, say so in the event's file (on_holiday).",
        "load": "If you are still choosing a day, a quieter one may bring more people.",
        "major": "Choose another day, or join in: a major event gathers people.",
        "near-miss": "Nothing has to be changed. Perhaps you could announce them together.",
        "organiser": "Check that there are enough hands, or move one of the two.",
        "venue": "Agree on which of the two changes its time or room.",
        "venue-room-unknown": "Name the room in both files, and this goes away if they are different rooms.",
    }
)


def advice(finding: Finding, lang: Language) -> str:
    """Return what can be done about it, and who had the date first where that is known. Plain text."""
    return " ".join([lang.say(_WHAT_TO_DO.get(finding.rule, "Look at both files.")), *_remarks(finding, lang)])


def _remarks(finding: Finding, lang: Language) -> list[str]:
    other = finding.other
    if other is None:
        return []
    events = {event.id: event for event in (finding.event, other)}
    remarks: list[str] = []
    if "duplicate" in finding.fact("also").split():
        remarks.append(lang.say("If they are one and the same event, one file is enough."))
    if first := events.get(finding.fact("first")):
        remarks.append(lang.say("{event} was in the calendar first.", event=_title(first, lang)))
    tentative = [events[event] for event in finding.fact("tentative").split()]
    if len(tentative) == 1:
        remarks.append(lang.say("The date of {event} is only held for now.", event=_title(tentative[0], lang)))
    elif tentative:
        remarks.append(lang.say("Both dates are only held for now."))
    assumed = [_title(events[event], lang) for event in finding.fact("assumed_end").split()]
    if assumed and finding.rule in {"audience", "duplicate", "organiser", "venue", "venue-room-unknown"}:
        remarks.append(lang.say("No end is given for {events}; its length is a guess.", events=_list(assumed, lang)))
    if finding.level is not Level.INFO and finding.rule != "duplicate":
        remarks.append(lang.say("If you have agreed on it, write that in one of the files (clash_ok)."))
    return remarks
