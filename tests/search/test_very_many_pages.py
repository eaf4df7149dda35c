"""The search over very many pages, whose words wait on the disk, is the same."""

from __future__ import annotations

from datetime import date

import pytest

from seurantalo.mkdocs_plugin import own_search
from seurantalo.model.settings import Settings
from seurantalo.publishing.search import Entry, index_files, standing
from seurantalo.publishing.search.entry import Group, Place, Terms

DAY = date(2027, 5, 1)
ENTRIES = {
    f"tapahtumat/{number}/": Entry(
        f"tapahtumat/{number}/",
        f"Kahvit {number}",
        Group.EVENT,
        Terms.of({"kahv": Place.TITLE, f"{number}": Place.WHOLE_TITLE, "kyl": Place(number % 2), "äänt": Place.TEXT}),
        first=DAY.toordinal() + number,
        last=DAY.toordinal() + number,
    )
    for number in range(5)
}


def test_the_search_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = list(index_files(ENTRIES.values(), "fi", DAY))
    for module in (own_search, standing):
        monkeypatch.setattr(module, "MOST", 2)
    search = own_search.OwnSearch(Settings())
    kept: dict[str, Entry] = {}
    for address, entry in ENTRIES.items():
        kept.update(search.in_little_room({address: entry}))
    assert [kept[address] is entry for address, entry in ENTRIES.items()] == [True, True, False, False, False]
    assert [dict(entry.terms) for entry in kept.values()] == [dict(entry.terms) for entry in ENTRIES.values()]
    assert list(index_files(kept.values(), "fi", DAY)) == usual
