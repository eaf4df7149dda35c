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
    rooms=("room", "hall", "lobby", "kitchen", "gym", "library", "café", "cafe", "yard", "stage", "studio", "sauna"),
    room_kinds=("big", "large", "small", "old", "new", "upper", "lower", "main", "dining", "meeting", "sports"),
    registering=("sign up", "regist", "book"),
    aloud=(
        (r"€", "{n} euro", "{n} euros"),
        (r"km", "{n} kilometre", "{n} kilometres"),
        (r"m", "{n} metre", "{n} metres"),
        (r"h", "{n} hour", "{n} hours"),
        (r"min\.?", "{n} minute", "{n} minutes"),
        (r"yrs?\.?", "{n} year", "{n} years"),
    ),
)
