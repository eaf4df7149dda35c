"""The texts of which a browser puts together how an event repeats: those of ``rule_words.py``, in one language."""

from __future__ import annotations

from typing import Any

from seurantalo.language.catalogue import Language
from seurantalo.language.dates import month
from seurantalo.publishing.rule_words import NTH, OTHER_NTH, REPEATED, RHYTHMS

__all__ = ["rule_tables"]

_MONTHS = range(1, 13)


def rule_tables(lang: Language) -> dict[str, Any]:
    """Return what ``repeat-words.js`` needs, as JSON holds it: patterns with their ``{blanks}`` still open.

    >>> tables = rule_tables(lang)
    >>> tables["rhythms"]["weekday"], tables["nth"]["-1"], tables["say"]["from"]
    (['joka {weekday}', 'joka toinen {weekday}'], 'viimeinen {weekday}', '{date} alkaen')
    """
    say = lang.say
    rhythms = {unit: [_open(one, lang) for one in messages] for unit, messages in RHYTHMS.items()}
    return {
        "rhythms": rhythms,
        "weekdays": list(lang.weekdays),
        "repeated": [say(one) for one in REPEATED],
        "short": list(lang.tongue.weekdays_in_dates),
        "months": [month(number, lang) for number in _MONTHS],
        "nth": {**{str(nth): say(message) for nth, message in NTH.items() if nth}, "other": say(OTHER_NTH)},
        "padded": lang.tongue.padded_hours,
        "say": {
            "and": say("{first} and {last}"),
            "workdays": say("Monday to Friday"),
            "leap": say("in leap years"),
            "own": say("repeats by its own rule"),
            "date": say("day {n}"),
            "lastDate": say("the last day"),
            "day": say("{day} {month} {year}"),
            "dayOfYear": say("{weekday} {day} {month}"),
            "days": say("{day}–{last_day} {month} {year}"),
            "months": say("{day} {month} – {last_day} {last_month} {year}"),
            "years": say("{day} {month} {year} – {last_day} {last_month} {last_year}"),
            "hour": say("{hour}:00"),
            "clock": say("{hour}:{minute}"),
            "on": say("{date}, {time}"),
            "from": say("from {date}"),
            "holidays": say("not on public holidays"),
            "except": say("except {days}"),
            **dict(zip(("left", "lefts"), lang.forms("{n} date left out", "{n} dates left out"), strict=True)),
            **dict(zip(("time", "times"), lang.forms("{n} time", "{n} times"), strict=True)),
        },
    }


def _open(message: str, lang: Language) -> str:
    return message if message == "{weekdays}" else lang.say(message)
