"""Notices as papers, posters and groups write them, each with what is right, and how many may be marked."""

from __future__ import annotations

from typing import Any

import pytest
from tests.receiving.pasted.region import TABLES, TODAY, notices

from seurantalo.receiving.pasted import read_pasted

NOTICES = {
    f"{name}-{number}": one
    for name in ("notices", "notices_later", "notices_kinds", "notices_strange")
    for number, one in enumerate(notices(name))
}
#: What the measure is of: days and times, and places.
MEASURED = ("starts", "dates", "repeats", "venue")
OF_TIME = ("starts", "ends", "dates", "repeats")


def read(text: str) -> dict[str, Any]:
    return read_pasted(text, TODAY, "fi", TABLES).as_json()


def values_of(found: dict[str, Any]) -> dict[str, Any]:
    """The values, with the last day of the registration beside the others."""
    values = dict(found["values"])
    if until := values.get("registration", {}).get("until"):
        values["until"] = until
    return values


@pytest.mark.parametrize("name", NOTICES)
def test_a_notice_is_read(name: str) -> None:
    one = NOTICES[name]
    found = read(one["text"])
    values, right, marked = values_of(found), one["values"], set(one.get("marked", ()))

    assert {field: values.get(field) for field in right} == right
    doubtful = {field for field in found["guessed"] if field in right and field not in ("title", "ends")}
    assert doubtful <= marked
    # A day that the notice doesn't give may be proposed, but never as if it were sure.
    assert {field for field in OF_TIME if field in values and field not in right} <= set(found["guessed"])
    assert set(one.get("notes", ())) <= set(found["notes"])
    if "missing" in one:
        assert found["missing"] == one["missing"]


def test_the_measure() -> None:
    """At least 90 of 100 days and places are right, none is wrong without a mark, and few are marked in vain."""
    right = marked = total = 0
    unmarked = []
    for name, one in NOTICES.items():
        found = read(one["text"])
        for field in MEASURED:
            if field not in one["values"]:
                continue
            total += 1
            is_right = found["values"].get(field) == one["values"][field]
            is_marked = field in found["guessed"]
            right += is_right
            marked += is_right and is_marked
            if not is_right and not is_marked:
                unmarked.append((name, field))

    assert unmarked == []
    assert total > 200
    assert right / total >= 0.9
    assert marked / right <= 0.15


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("Kurjenkylän kyläyhdistys kokoontuu kylätalolla pe 9.4. klo 19", True),
        ("Kurjenkylän kyläyhdistys vierailee Norrbyn väen luona, kylätalolla kahvit pe 9.4. klo 19", False),
        ("Koskelan Martat kokoontuvat kylätalolla pe 9.4. klo 19", False),
    ],
)
def test_a_word_for_many_halls_is_sure_only_as_the_organisers_own(text: str, is_sure: bool) -> None:
    found = read(text)

    assert (found["values"].get("venue") == "kurjenkylan-kylatalo" and "venue" not in found["guessed"]) == is_sure
