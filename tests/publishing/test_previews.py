"""What a link to a page looks like where it is shared."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import datetime

import pytest
from PIL import Image
from tests.pages.small_region import context, event, places, text

from seurantalo.model.event import EventStatus
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.prints.preview_files import preview_files
from seurantalo.publishing.publication import Page, Site
from seurantalo.publishing.site import publish

SOON = datetime(2027, 1, 30, 18)
EVENTS = (
    event("talkoot", SOON, title=text('Talkoot "<&>" 🎉'), venue="seurala"),
    event("juhla", SOON.replace(day=31), status=EventStatus.CANCELLED),
    event("ennen", datetime(2027, 1, 2, 18)),
    event("kirkko", SOON.replace(day=29), title=text("Lentokonesuihkuturbiinimoottoriapumekaanikko " * 5)),
)


def pages(ctx: PageContext) -> dict[str, Page]:
    made = publish(ctx)
    return {page.address: page for page in (*made.pages, *(page for bulk in made.bulk for page in bulk))}


def test_every_page_tells_how_a_link_to_it_is_shown() -> None:
    found = pages(context(*places(), *EVENTS))
    assert len(found) > 20
    for address, page in found.items():
        assert page.head.count('property="og:title"') == 1, address
        assert page.head.count('name="twitter:card" content="summary_large_image"') == 1, address
        assert page.head.count('property="og:image" content="https://seurantalo.example.org/') == 1, address


def test_what_people_share_says_all_that_the_protocol_asks_for() -> None:
    """Front page and coming events; other pages, most of them long over, leave out what follows from the page."""
    found = pages(context(*places(), *EVENTS))
    required = ("og:title", "og:type", "og:image", "og:url")
    whole = {
        address: re.findall(r'property="og:url" content="([^"]*)"', page.head)
        for address, page in found.items()
        if all(page.head.count(f'<meta property="{name}" content="') == 1 for name in required)
    }
    shared = ("", "tapahtumat/kirkko/", "tapahtumat/talkoot/")
    assert whole == {address: [f"https://seurantalo.example.org/{address}"] for address in shared}
    assert not any("og:type" in page.head for address, page in found.items() if address not in shared)


def test_words_of_contributors_stay_words() -> None:
    head = pages(context(*places(), *EVENTS))["tapahtumat/talkoot/"].head
    assert '<meta property="og:title" content="Talkoot &quot;&lt;&amp;&gt;&quot; 🎉">' in head
    assert 'content="https://seurantalo.example.org/tapahtumat/talkoot/esikatselu.png"' in head


def test_what_is_over_or_cancelled_has_the_common_picture() -> None:
    ctx = context(*places(), *EVENTS)
    found = pages(ctx)
    drawn = [file.path for file in preview_files(ctx)]
    assert drawn == [
        "assets/seurantalo/esikatselu.png",
        "tapahtumat/kirkko/esikatselu.png",
        "tapahtumat/talkoot/esikatselu.png",
    ]
    for name in ("juhla", "ennen"):
        assert "https://seurantalo.example.org/assets/seurantalo/esikatselu.png" in found[f"tapahtumat/{name}/"].head


def test_pictures_are_of_the_size_and_weight_that_phones_take() -> None:
    full = event("taysi", SOON, title=text("W" * 200))
    ctx = context(*places(), *EVENTS, full)
    ctx = replace(ctx, site=replace(ctx.site, name="Erittäin pitkä sivuston nimi " * 8))
    for file in preview_files(ctx):
        assert len(file.content) <= 40_000, file.path
        assert Image.open(io.BytesIO(file.content)).size == (1200, 630)


@pytest.mark.parametrize("previews", [0, 1])
def test_there_are_as_many_as_the_site_wants(previews: int) -> None:
    ctx = context(*places(), *EVENTS)
    ctx = replace(ctx, settings=replace(ctx.settings, previews=previews))
    assert len(list(preview_files(ctx))) == (2 if previews else 0)
    pictures = [page.address for page in pages(ctx).values() if "og:image" in page.head]
    assert bool(pictures) == bool(previews)


def test_a_site_that_does_not_know_its_address_has_none() -> None:
    ctx = context(*places(), *EVENTS, site=Site(name="Kylä"))
    assert list(preview_files(ctx)) == []
    assert not [page for page in pages(ctx).values() if "og:" in page.head]
