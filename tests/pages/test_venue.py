"""The pages of venues."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from markupsafe import Markup
from tests.pages.small_region import context
from tests.pages.wiki_region import region

from seurantalo.model.place import Coordinates, Venue
from seurantalo.publishing.pages.people.venue import RoomRow, VenueView, venue_pages, venue_view
from seurantalo.publishing.pages.people.venue_list import MOST_LISTED, venue_groups, venue_index
from seurantalo.publishing.pages.shared.view import Link


def shown(**changes: object) -> VenueView:
    venue = next(one for one in region() if isinstance(one, Venue))
    changed = replace(venue, **changes)  # type: ignore[arg-type]
    ctx = context(*region(changed))
    return venue_view(ctx, changed)


def cells(rows: str) -> list[list[str]]:
    """The words in the cells of a table's rows."""
    found = [re.split("</t[hd]>", row)[:-1] for row in rows.split("\n")]
    return [[unescape(Markup(cell).striptags()) for cell in row] for row in found]


def test_bookings_tell_the_day_the_hours_and_the_room() -> None:
    first, second, third = cells(shown().bookings_html)[:3]
    assert first[:3] == ["ti 12.1.2027", "klo 18–19.30", "koko paikka"]
    assert first[3].startswith("Kerho")
    assert second[0] == "ti 19.1.2027"
    assert third[2] == "Iso sali"
    assert third[3].endswith(" Kylän & järven seura ry")


def test_cancelled_dates_are_struck_out_and_said() -> None:
    rows = [row for row in shown().bookings_html.split("\n") if row.startswith('<tr class="st-off">')]
    assert [(day, words.split()[1]) for day, _, _, words in cells("\n".join(rows))] == [("ti 26.1.2027", "peruttu")]


def test_rooms_say_how_many_they_hold_or_that_nobody_knows() -> None:
    assert shown().rooms == (RoomRow("Iso sali", "100"), RoomRow("Kamari", ""))
    assert "ei tiedossa" in next(
        page.body for page in venue_pages(context(*region())) if page.address == "paikat/seurala/"
    )


def test_the_map_is_only_a_link() -> None:
    fact = next(
        one
        for one in shown(coordinates=Coordinates(latitude=63.0028, longitude=23.8256)).facts
        if one.term == "Kartalla"
    )
    assert fact.links == (
        Link("OpenStreetMap", "https://www.openstreetmap.org/?mlat=63.00280&mlon=23.82560#map=17/63.00280/23.82560"),
        Link("avaa karttasovelluksessa", "geo:63.00280,23.82560"),
    )


def test_a_private_venue_says_so() -> None:
    assert [notice.title for notice in shown(private=True).frame.notices] == ["Ei vuokrata."]


def test_a_venue_that_stands_empty_invites() -> None:
    records = [one for one in region() if one.KIND != "event"]
    body = next(page.body for page in venue_pages(context(*records)) if page.address == "paikat/seurala/")
    assert "Täällä ei ole vielä mitään sovittuna." in body


def test_the_index_stands_by_municipality() -> None:
    (group,) = venue_groups(context(*region()), "../")
    (entry,) = group.items
    assert (group.title, entry.title, entry.about[:2], entry.href) == (
        "Vimpeli", "Seurala", ("Seurantalo tai sali", "120 henkilöä"), "../paikat/seurala/",
    )  # fmt: skip


def test_the_list_can_be_narrowed_to_halls_that_are_large_enough() -> None:
    (group,) = venue_groups(context(*region()), "../")
    assert group.items[0].keys.split() == ["kunta:vimpeli", "laji:hall", "koko:30", "koko:80"]
    assert "2 tilaa" in group.items[0].about


def test_very_many_venues_are_listed_by_municipality() -> None:
    venue = next(one for one in region() if isinstance(one, Venue))
    many = [replace(venue, id=f"talo-{n}") for n in range(MOST_LISTED)]
    body = venue_index(context(*region(*many))).body
    assert body.count("<a ") == 2
    assert f'<a href="../kunnat/vimpeli/#paikat">Vimpeli <span class="st-note">{MOST_LISTED + 1}</span></a>' in body
