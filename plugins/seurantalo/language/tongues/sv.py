"""Swedish, as it is written in Finland."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from seurantalo.language.tongue import RepetitionWords
from seurantalo.language.tongues.en import ENGLISH

_MONTHS: Final = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_EVENT: Final = "(?: evenemanget)?"

SWEDISH: Final = replace(
    ENGLISH,
    code="sv",
    months=_MONTHS,
    months_read=_MONTHS,
    months_short=("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"),
    month_stems=_MONTHS,
    months_by_name=False,
    weekdays=("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    weekdays_in_dates=("må", "ti", "on", "to", "fr", "lö", "sö"),
    weekdays_short=("må", "ti", "on", "to", "fr", "lö", "sö"),
    weekdays_read=(
        ("mån", "må", "måndag"),
        ("tis", "tisdag"),
        ("ons", "on", "onsdag"),
        ("tor", "tors", "torsdag"),
        ("fre", "fredag"),
        ("lör", "lö", "lördag"),
        ("sön", "sö", "söndag"),
    ),
    clock_words=("kl.", "kl", "klockan"),
    padded_hours=False,
    day_in_files="{0.day}.{0.month}.{0.year}",
    hour_in_files="{0.day}.{0.month}.{0.year} kl {0.hour}",
    minute_in_files="{0.day}.{0.month}.{0.year} kl {0.hour}.{0.minute:02}",
    repetition=RepetitionWords(
        day=("dag", "dagar"),
        week=("vecka", "veckor"),
        month=("månad", "månader"),
        year=("år", "år"),
        workday=("vardag", "vardagar"),
        intervals={2: ("varannan", "vartannat")},
        ordinals={1: ("första",), 2: ("andra",), 3: ("tredje",), 4: ("fjärde",), 5: ("femte",), -1: ("sista",)},
        of_month=(),
    ),
    deadlines=(
        rf"(?:(?P<days>\d{{1,2}}) |en )?dag(?:ar)? före{_EVENT}",
        rf"(?:(?P<weeks>\d{{1,2}}) |en )?(?:vecka|veckor) före{_EVENT}",
        rf"(?P<weekday>[a-zåäö]+)en före{_EVENT}",
        r"(?:den )?(?P<month_day>\d{1,2})(?::e)? föregående månad",
    ),
    yes=("ja",),
    no=("nej",),
    unknown=("öppet", "oppet", "okänt", "inte känt"),
    on_purpose=("avsiktligt",),
    languages={
        "fi": ("finska", "på finska"),
        "sv": ("svenska", "på svenska"),
        "se": ("samiska", "på samiska"),
        "en": ("engelska", "på engelska"),
    },
    thousands="\u00a0",
    decimal_mark=",",
    euros="{amount}\u00a0€",
    in_place="",
    last_letters="åäö",
    holidays="sv_FI",
)
