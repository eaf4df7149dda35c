"""How an event repeats, and which of its dates differ, as people write it."""

from __future__ import annotations

from typing import Final

from seurantalo.model.event import Change, EventStatus
from seurantalo.model.fields import names
from seurantalo.model.fields.field import Part, choice, day, line, moment, named, number, part, ref, text, yes
from seurantalo.model.record import Kind
from seurantalo.model.recurrence import AddedDate

CHANGE: Final = Part(
    becomes=Change,
    fields=(
        day(names.DATE, "*"),
        day(
            named("from", fi="alkaen", sv="från och med, från"),
            attribute="onwards",
            says="a day, in place of the other: the change holds from then on",
        ),
        moment(names.STARTS),
        moment(names.ENDS),
        choice(names.STATUS, EventStatus),
        text(names.TITLE),
        ref(names.VENUE, Kind.VENUE),
        line(names.ROOM),
        text(named("note", fi="huomautus, lisätieto", sv="anmärkning"), maximum=1_000),
    ),
)

#: A date that is written by hand: a moment alone, or with its end.
ADDED_DATE: Final = Part(
    becomes=AddedDate,
    fields=(moment(names.STARTS, "*"), moment(names.ENDS)),
    shorthand="starts",
)

#: The fields of a repetition in plain words.
REPEATS: Final = (
    line(named("every", fi="joka", sv="varje"), "*", says="how often: week, 2 weeks, month"),
    line(
        named("on", fi="päivinä", sv="på"),
        "[]",
        says="a weekday or a day of the month: tue, 1. tue, 15., the last day",
    ),
    moment(names.STARTS, says="a start of its own, where there are several rules: klo 12"),
    moment(names.ENDS, says="an end of its own, where there are several rules: klo 13"),
    day(names.UNTIL),
    number(names.COUNT, minimum=1, maximum=2_000),
    day(named("except", fi="paitsi", sv="utom"), "[]"),
    part(
        named("also", fi="myös", sv="också, även"),
        ADDED_DATE,
        "[]",
        says="more dates: 3.2.2027 klo 17, 24.2.2027 klo 18–20",
    ),
    yes(named("skip_holidays", fi="ei pyhinä", sv="inte på helgdagar")),
    line(named("rule", fi="sääntö", sv="regel"), says="a rule as calendar apps write it: FREQ=WEEKLY;BYDAY=TU"),
)
