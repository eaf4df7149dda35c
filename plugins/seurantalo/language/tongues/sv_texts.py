"""Swedish of Finland, for announcements."""

from __future__ import annotations

from typing import Final

from seurantalo.language.text_words import TextWords

_DAYS: Final = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

SWEDISH_TEXTS: Final = TextWords(
    weekdays_on=_DAYS,
    weekdays_aloud=tuple(f"på {day}" for day in _DAYS),
    weekdays_from=tuple(f"från {day}" for day in _DAYS),
    weekdays_until=tuple(f"till {day}" for day in _DAYS),
    clock_aloud="klockan",
    abbreviations=frozenset(
        {*("kl", "t.ex", "bl.a", "m.m", "o.s.v", "osv", "m.fl", "d.v.s", "dvs", "ca", "c", "nr", "tel", "rf", "ab")}
        | {*("f.d", "s.k", "resp", "inkl", "exkl", "max", "min", "st", "anm", "arr", "jfr", "p.g.a", "sen", "f.m")}
        | {*("e.m", "fr.o.m", "t.o.m", "fm", "em", "förs", "kap", "past", "ung", "p", "s", "o.d", "dyl", "etc")}
    ),
    rooms=(
        *("salen", "sal", "rum", "rummet", "aula", "aulan", "kök", "köket", "bibliotek", "biblioteket", "gården"),
        *("scenen", "studion", "bastu", "bastun", "kafé", "kaféet", "hallen", "hall", "klass", "kammaren", "planen"),
    ),
    room_kinds=("stora", "lilla", "gamla", "nya", "övre", "nedre"),
    registering=("anmäl", "boka"),
    aloud=(
        (r"€", "{n} euro", "{n} euro"),
        (r"km", "{n} kilometer", "{n} kilometer"),
        (r"m", "{n} meter", "{n} meter"),
        (r"kg", "{n} kilo", "{n} kilo"),
        (r"(?:h|t)", "{n} timme", "{n} timmar"),
        (r"min\.?", "{n} minut", "{n} minuter"),
        (r"st\.?", "{n} styck", "{n} stycken"),
        (r"mån\.?", "{n} månad", "{n} månader"),
        (r"år", "{n} år", "{n} år"),
    ),
)
