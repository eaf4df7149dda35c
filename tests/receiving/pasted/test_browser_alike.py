"""The browser reads every notice as Python does: those of the files, and thousands that chance makes of them."""

from __future__ import annotations

import json
import random
import re
from datetime import date, timedelta
from typing import Any

import pytest
from tests.browser_modules import in_node
from tests.receiving.pasted.region import TABLES, TODAY, notices

from seurantalo.receiving.pasted import read_pasted

TEXTS = [
    one["text"] for name in ("notices", "notices_later", "notices_kinds", "notices_strange") for one in notices(name)
]
_MANY = """
import {readPasted} from "./pasted.js";
export const readMany = (asked, words) => asked.map(([text, given]) => readPasted(text, {...given, words}));
"""
#: What people write besides, and what no reader expects.
PIECES = (
    *(
        "klo 18",
        "klo 18.30-20",
        " la ",
        "12.6.",
        "12.-13.6.2027",
        "joka tiistai",
        "parillisina viikkoina",
        "alkaen",
        "asti",
    ),
    *("mennessä", "Ilm. 1.2.", "p. 040 123 4567", "5 €", "10/5 €", "vapaa pääsy", "Paikka: Rauhala", "Järj. Martat"),
    *(
        "den 12 juni",
        "kl. 18",
        "varannan onsdag",
        "första måndagen i månaden",
        "31.2.",
        "29.2.",
        "99.99.",
        "klo 24",
        "24:00",
    ),
    *(
        "🎄",
        "👨‍👩‍👧",
        "İ",
        "ﬁ",
        "e\u0301",
        "\u200b",
        "\u00a0",
        "\t",
        "\r\n",
        "\n\n",
        "–",
        "ß",
        "Ω",
        "\ud7ff",
        "*",
        "~",
        "|",
        "->",
    ),
    *(
        "ei 23.2.",
        "10 kertaa",
        "toukokuun loppuun",
        "huomenna",
        "vappuna",
        "helatorstaina klo 11",
        "kello kuusi illalla",
        "klockan halv sju på kvällen",
        "pe 12-20, la-su 10-16",
        "(la)",
        "maalis-\nkuuta",
        "ensi lauantaina",
        "2027",
        "https://a.example.org/b",
    ),
)


def varied(text: str, chance: random.Random) -> str:
    """A notice with a few things changed, as slips, taste and other programs change them."""
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(text) + 1)
        kind = chance.randrange(8)
        if kind == 0:
            text = re.sub(r"\d{1,2}", lambda _: str(chance.randrange(0, 33)), text, count=chance.randrange(1, 4))
        elif kind == 1:
            text = text.upper() if chance.random() < 0.5 else text.lower()
        elif kind == 2:
            text = f"{text[:at]}{chance.choice(PIECES)} {text[at:]}"
        elif kind == 3:
            text = text[:at] + text[at + chance.randrange(1, 6) :]
        elif kind == 4:
            lines = text.split("\n")
            chance.shuffle(lines)
            text = "\n".join(lines)
        elif kind == 5:
            text = text.replace(" ", "\n", 1) if chance.random() < 0.5 else text.replace("\n", " ")
        elif kind == 6:
            text = f"{text}\n{chance.choice(TEXTS)}"
        else:
            sentences = text.split(". ")
            chance.shuffle(sentences)
            text = ". ".join(sentences)
    return text


def unlike(asked: list[tuple[str, date, str]]) -> list[tuple[str, Any, Any]]:
    """Return what the two read differently."""
    given = [[text, {"today": today.isoformat(), "language": language}] for text, today, language in asked]
    found = in_node("many.js", "readMany", [[given, TABLES]], {"many.js": _MANY})[0]
    ours = [json.loads(json.dumps(read_pasted(*one, TABLES).as_json())) for one in asked]
    return [(one[0], mine, theirs) for one, mine, theirs in zip(asked, ours, found, strict=True) if mine != theirs]


@pytest.mark.parametrize("count", [200, pytest.param(4_000, marks=pytest.mark.nightly)])
def test_the_browser_reads_alike(count: int) -> None:
    chance = random.Random(2027)
    asked = [(text, TODAY, "fi") for text in TEXTS]
    for _ in range(count):
        today = TODAY + timedelta(days=chance.randrange(-400, 800))
        asked.append((varied(chance.choice(TEXTS), chance), today, chance.choice(("fi", "sv", "en"))))

    assert unlike(asked) == []


@pytest.mark.parametrize("length", [3_000, pytest.param(20_000, marks=pytest.mark.nightly)])
def test_long_and_hostile_texts_are_read_at_once_and_alike(length: int) -> None:
    signs = (
        "1",
        "1,",
        "1-",
        "12.6.",
        "a",
        "a.",
        "la ",
        "klo 1 ja ",
        "€",
        "joka ",
        "@",
        "\n",
        "🎄",
        "~ ",
        "Järj. Martat ",
    )
    texts = [*(sign * (length // len(sign)) for sign in signs), "", " \n ", "x" * 30_000 + "🎄" * 10]

    assert unlike([(text, TODAY, "fi") for text in texts]) == []


def test_easter_is_on_the_same_day() -> None:
    asked = [("Pitkäperjantaina klo 15", date(year, 1, 1), "fi") for year in range(1990, 2100)]

    assert unlike(asked) == []
    assert read_pasted(*asked[37], TABLES).values["starts"] == "2027-03-26T15:00"
