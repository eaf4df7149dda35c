"""The compact form of the golden cases: text in, records out, findings back as lines of text."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.planner.builders import make_event, make_municipality, make_venue, moment, text

from seurantalo.model.event import AgreedClash, Change, Event, EventStatus, Format, Weight
from seurantalo.model.parts import Period
from seurantalo.model.place import Municipality, Venue
from seurantalo.model.record import Record
from seurantalo.model.recurrence import Frequency, Recurrence, Weekday
from seurantalo.planner.clashes import Finding

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")


def event(name: str, fields: dict[str, Any]) -> Event:
    """Return an event from text fields; the names are the model's, in short where that is plain."""
    given = dict(fields)
    made: dict[str, Any] = {}
    for field, kind in (("status", EventStatus), ("format", Format)):
        if field in given:
            made[field] = kind(given.pop(field))
    if "weight" in given:
        made["stated_weight"] = Weight(given.pop("weight"))
    for field, attribute in (
        ("organisers", "organisers"),
        ("for", "audiences"),
        ("practices", "practices"),
        ("with", "joint_with"),
    ):
        if field in given:
            made[attribute] = tuple(given.pop(field).split())
    if "hold_until" in given:
        made["hold_until"] = date.fromisoformat(given.pop("hold_until"))
    if "on_holiday" in given:
        made["on_holiday"] = given.pop("on_holiday") == "yes"
    if "repeats" in given:
        made["repeats"] = recurrence(given.pop("repeats"))
    if "changes" in given:
        made["changes"] = tuple(change(each) for each in given.pop("changes"))
    if "agreed" in given:
        made["agreed_clashes"] = tuple(
            AgreedClash(with_event=other, why=text("Sovittu.")) for other in given.pop("agreed").split()
        )
    starts, ends = given.pop("starts", None), given.pop("ends", None)
    return make_event(name, starts, ends, **made, **given)


def recurrence(words: str) -> Recurrence:
    """Return a recurrence of ``weekly tu th x6``, ``monthly 1tu``, ``daily x3``, ``weekly until 2027-05-31``."""
    first, *rest = words.split()
    weekdays: list[Weekday] = []
    fields: dict[str, Any] = {}
    while rest:
        word = rest.pop(0)
        if word == "until":
            fields["until"] = date.fromisoformat(rest.pop(0))
        elif word.startswith("x"):
            fields["count"] = int(word[1:])
        elif word[-2:] in DAYS:
            weekdays.append(Weekday(DAYS.index(word[-2:]), int(word[:-2] or 0)))
        else:
            raise ValueError(word)
    return Recurrence(frequency=Frequency(first.upper()), by_weekday=tuple(weekdays), **fields)


def change(fields: dict[str, str]) -> Change:
    given: dict[str, Any] = dict(fields)
    for field in ("starts", "ends"):
        if field in given:
            given[field] = moment(given[field])
    if "status" in given:
        given["status"] = EventStatus(given["status"])
    return Change(**{**given, "date": date.fromisoformat(given["date"])})


def municipality(name: str, fields: dict[str, Any]) -> Municipality:
    given = dict(fields)
    made: dict[str, Any] = {}
    if "neighbours" in given:
        made["neighbours"] = tuple(given.pop("neighbours").split())
    if "school_breaks" in given:
        made["school_breaks"] = tuple(
            Period(starts=date.fromisoformat(first), ends=date.fromisoformat(last), name=text("Talviloma"))
            for first, last in (each.split() for each in given.pop("school_breaks"))
        )
    population = given.pop("population", "3000")
    return make_municipality(name, None if population == "unknown" else int(population), **made, **given)


def venue(name: str, fields: dict[str, Any]) -> Venue:
    given = dict(fields)
    margin = given.pop("margin", None)
    return make_venue(
        name,
        given.pop("municipality", "vimpeli"),
        given.pop("rooms", "").split(),
        setup_margin=None if margin is None else int(margin),
        **given,
    )


def records(case: dict[str, Any]) -> list[Record]:
    """Return the records that a case names."""
    found: list[Record] = []
    for key, make in (("events", event), ("municipalities", municipality), ("venues", venue)):
        found += [make(name, fields or {}) for name, fields in (case.get(key) or {}).items()]
    return found


def line(finding: Finding) -> str:
    """Return ``hard venue a b 2027-03-13``; for a load ``info load vimpeli a b c 2027-03-13``."""
    place = [finding.municipality] if finding.rule == "load" else []
    days = [day.isoformat() for day in finding.dates] + ([f"+{finding.more}"] if finding.more else [])
    return " ".join([finding.level, finding.rule, *place, *finding.event_ids, *days])
