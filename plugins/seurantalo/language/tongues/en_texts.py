"""English, for announcements."""

from __future__ import annotations

from typing import Final

from seurantalo.language.text_words import TextWords

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

ENGLISH_TEXTS: Final = TextWords(
    weekdays_on=_DAYS,
    weekdays_aloud=tuple(f"on {day}" for day in _DAYS),
    weekdays_from=tuple(f"from {day}" for day in _DAYS),
    weekdays_until=tuple(f"to {day}" for day in _DAYS),
    clock_aloud="at",
    abbreviations=frozenset(
        {*("e.g", "i.e", "etc", "approx", "ca", "no", "nos", "mr", "mrs", "ms", "dr", "st", "vs", "incl", "excl")}
        | {*("min", "max", "p", "pp", "tel", "jr", "sr", "ave", "rd", "dept", "est", "a.m", "p.m", "al")}
    ),
    closing=frozenset({"etc."}),
    rooms=("room", "hall", "lobby", "kitchen", "gym", "library", "café", "cafe", "yard", "stage", "studio", "sauna"),
    room_kinds=("big", "large", "small", "old", "new", "upper", "lower", "main", "dining", "meeting", "sports"),
    registering=("sign up", "regist", "book"),
    euro_aloud=("euro", "euros"),
    units_aloud=(
        ("km", "kilometre", "kilometres"),
        ("m", "metre", "metres"),
        ("kg", "kilo", "kilos"),
        ("h", "hour", "hours"),
        ("min", "minute", "minutes"),
        ("yrs", "year", "years"),
        ("yr", "year", "years"),
        ("pcs", "piece", "pieces"),
        ("%", "per cent", "per cent"),
        ("cents", "cent", "cents"),
    ),
    ages_aloud=(("yr.", "year-olds"), ("yr", "year-olds")),
    per_aloud=(
        ("pp", "per person"),
        ("hr", "per hour"),
    ),
    words_aloud=(
        ("e.g.", "for example"),
        ("i.e.", "that is"),
        ("etc.", "and so on"),
        ("approx.", "about"),
        ("ca.", "about"),
        ("incl.", "including"),
        ("excl.", "excluding"),
        ("max.", "at most"),
        ("min.", "at least"),
        ("&", "and"),
        ("+", "plus"),
        ("tel.", "telephone"),
        ("no.", "number"),
    ),
)
