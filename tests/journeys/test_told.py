"""What every output says of an event that is not as it was to be: the table of scripts/told.py, exactly.

To accept a change on purpose: ``pytest tests/journeys/test_told.py --update-golden``, then read the diff.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from told import MUST, markdown, published, silent, table

GOLDEN = Path(__file__).with_name("told.md")


def test_every_output_says_what_is_with_an_event(request: pytest.FixtureRequest) -> None:
    told = markdown(table())
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(told, encoding="utf-8")
    assert told == GOLDEN.read_text(encoding="utf-8")


def test_no_page_names_an_event_and_keeps_its_status_to_itself() -> None:
    pages, _ = published()
    assert list(silent(pages)) == []
    agenda = pages["kalenteri/"]
    assert agenda.description == "Seuraavat kaksi kuukautta: 5 tapahtumaa, 1 peruttu, 1 lykätty."
    mute = {"kalenteri/": replace(agenda, body=agenda.body.replace("lykätty", ""))}
    assert [line.partition(" ")[0] for _, line in silent(mute)] == ["Laskiaisrieha"]
    assert set(MUST) == {"cancelled", "postponed", "moved", "moved date", "other zone"}
