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
        | {
            *(
                "e.m",
                "fr.o.m",
                "t.o.m",
                "fm",
                "em",
                "förs",
                "kap",
                "past",
                "ung",
                "p",
                "s",
                "o.d",
                "dyl",
                "etc",
                "pers",
            )
        }
    ),
    closing=frozenset({"m.m.", "osv.", "o.s.v.", "pers."}),
    rooms=(
        *("salen", "sal", "rum", "rummet", "aula", "aulan", "kök", "köket", "bibliotek", "biblioteket", "gården"),
        *("scenen", "studion", "bastu", "bastun", "kafé", "kaféet", "hallen", "hall", "klass", "kammaren", "planen"),
    ),
    room_kinds=("stora", "lilla", "gamla", "nya", "övre", "nedre"),
    registering=("anmäl", "boka"),
    euro_aloud=("euro", "euro"),
    units_aloud=(
        ("km", "kilometer", "kilometer"),
        ("m", "meter", "meter"),
        ("kg", "kilo", "kilo"),
        ("l", "liter", "liter"),
        ("h", "timme", "timmar"),
        ("t", "timme", "timmar"),
        ("min", "minut", "minuter"),
        ("st", "styck", "stycken"),
        ("mån", "månad", "månader"),
        ("v", "vecka", "veckor"),
        ("cent", "cent", "cent"),
        ("%", "procent", "procent"),
    ),
    ages_aloud=(("å.", "åringar"), ("å", "åringar")),
    per_aloud=(
        ("pers", "per person"),
        ("st", "per styck"),
    ),
    words_aloud=(
        ("fr.o.m.", "från och med"),
        ("t.o.m.", "till och med"),
        ("ca", "cirka"),
        ("ca.", "cirka"),
        ("inkl.", "inklusive"),
        ("exkl.", "exklusive"),
        ("max.", "högst"),
        ("t.ex.", "till exempel"),
        ("bl.a.", "bland annat"),
        ("m.m.", "med mera"),
        ("osv.", "och så vidare"),
        ("o.s.v.", "och så vidare"),
        ("kl.", "klockan"),
        ("kl", "klockan"),
        ("pers.", "personer"),
        ("tel.", "telefon"),
        ("anm.", "anmälan"),
        ("&", "och"),
        ("+", "plus"),
        ("resp.", "respektive"),
    ),
    capital_holidays=("Kristi",),
)
