"""Swedish words of the rules by which channels take news."""

from __future__ import annotations

from typing import Final

from seurantalo.language.deadline_words import DeadlineWords

_WEEKDAYS: Final = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_PUBLISHED: Final = ("utgivnings", "publicerings", "sändnings")

SWEDISH_DEADLINES: Final = DeadlineWords(
    day=("dag", "dagar", "dagen", "dygn"),
    workday=(
        *("vardag", "vardagar", "vardagen", "arbetsdag", "arbetsdagar", "arbetsdagen", "vardags"),
        *("helgfri vardag", "helgfria vardagar"),
    ),
    week=("vecka", "veckan", "veckor", "veckas", "veckans", "v", "v."),
    month=("månad", "månaden", "månader", "månads", "månadens", "mån."),
    weekdays=tuple((f"{name}ens", f"{name}s", f"{name[:3]}.", f"{name[:2]}.") for name in _WEEKDAYS),
    before=("före", "innan", "i förväg", "tidigare", "på förhand", "förut"),
    same=("samma",),
    previous=("föregående", "förra", "närmast föregående", "närmast före"),
    last=("sista",),
    end=("slutet",),
    event=("evenemanget", "evenemangets", "evenemangets början", "tillställningen", "händelsen", "evenemang"),
    issue=(
        *("utgivningen", "utgivning", "utgivningens", "publiceringen", "publicering", "numret utkommer", "numret"),
        *("numret kommer ut", "tidningen utkommer", "tidningen kommer ut", "sändningen", "tidningen", "tryckningen"),
    ),
    day_of_event=("evenemangsdagen", "evenemangsdag", "evenemangets dag"),
    day_of_issue=tuple(f"{word}dag{case}" for word in _PUBLISHED for case in ("en", "")),
    week_of_event=("evenemangsveckan", "evenemangsveckans", "evenemangsvecka"),
    week_of_issue=tuple(f"{word}vecka{case}" for word in _PUBLISHED for case in ("n", "ns", "")),
    month_of_event=("evenemangsmånaden",),
    month_of_issue=tuple(f"{word}månaden" for word in _PUBLISHED),
    numbers={
        "en": 1,
        "ett": 1,
        "två": 2,
        "tre": 3,
        "fyra": 4,
        "fem": 5,
        "sex": 6,
        "sju": 7,
        "åtta": 8,
        "nio": 9,
        "tio": 10,
        "elva": 11,
        "tolv": 12,
        "fjorton": 14,
    },
    noon=("mitt på dagen", "middagstid"),
    fillers=(
        *("senast", "på", "i", "om", "av", "till", "till och med", "t.o.m.", "t.o.m", "den", "varje", "vid", "sin"),
        *("tidsfrist", "tidsfristen är", "deadline", "är", "alltid", "minst", "material", "materialet", "ska", "dl"),
    ),
    vague={
        "några": "3",
        "ett par": "2",
        "par": "2",
        "flera": "5",
        "i god tid": "7 dagar före",
        "mitten": "den 15",
        "i mitten": "den 15",
        "så tidigt som möjligt": "7 dagar före",
        "början": "den 1",
        "i början": "den 1",
        "mån före": "månader före",
        "mån innan": "månader före",
        "24 timmar": "en dag",
        "48 timmar": "2 dagar",
        "ett halvår": "6 månader",
        "en och en halv vecka": "2 veckor",
    },
    contrary=("efter", "nästa", "följande", "annars", "första", "andra", "tredje", "fjärde", "varannan"),
    covers_next_issue=(
        *("till nästa nummer", "fram till nästa nummer", "nästa nummer", "till följande nummer"),
        *("till nästa utgivning", "tills nästa nummer"),
    ),
    covers_week=("nästa vecka", "följande vecka", "kommande vecka", "veckan efter", "vecka", "veckan", "varje vecka"),
    covers_month=("nästa månad", "följande månad", "kommande månad", "månaden efter", "månad", "varje månad"),
    covers_own_week=("samma vecka", "denna vecka", "den här veckan", "egen vecka"),
    write_units={
        "day": ("en dag före", "{n} dagar före"),
        "workday": ("en vardag före", "{n} vardagar före"),
        "week": ("en vecka före", "{n} veckor före"),
        "month": ("en månad före", "{n} månader före"),
    },
    write_anchors={"event": "evenemanget", "issue": "utgivningen"},
    write_weekdays=_WEEKDAYS,
    write_same_week="{weekday} samma vecka",
    write_week_before="{weekday} veckan före",
    write_weeks_before="{weekday} {n} veckor tidigare",
    write_weekday_before="{weekday}en före",
    write_weekday_before_what="{weekday}en före {anchor}",
    write_same_day="samma dag",
    write_day_of_month="den {nth} föregående månad",
    write_last_workday="sista vardagen föregående månad",
    write_hour=" kl. {hour}",
    write_minute=" kl. {hour}.{minute:02}",
)
