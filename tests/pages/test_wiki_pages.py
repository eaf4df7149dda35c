"""What holds for every page of the wiki side: whole HTML, one h1, unique ids, no hostile text, links that lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import pytest
from tests.pages.small_region import context
from tests.pages.wiki_region import EVIL, region

from seurantalo.model.community import AnyRecord
from seurantalo.model.record import Kind, Origin
from seurantalo.model.text import Text
from seurantalo.publishing.pages.calendar.subscribe.calendars import CalendarList
from seurantalo.publishing.pages.calendar.subscribe.own_calendar import own_calendar_pages
from seurantalo.publishing.pages.calendar.subscribe.page import subscribe_page
from seurantalo.publishing.pages.participation.campaign import campaign_index, campaign_pages
from seurantalo.publishing.pages.participation.idea import idea_index, idea_pages
from seurantalo.publishing.pages.participation.idea_outcomes import became_index, became_pages
from seurantalo.publishing.pages.participation.overview import budgeting_page, participation_page
from seurantalo.publishing.pages.participation.process import process_pages
from seurantalo.publishing.pages.people.directory import directory_index, directory_pages
from seurantalo.publishing.pages.people.municipality import municipality_index, municipality_pages
from seurantalo.publishing.pages.people.organisation import organisation_pages
from seurantalo.publishing.pages.people.organisation_list import organisation_index
from seurantalo.publishing.pages.people.venue import venue_pages
from seurantalo.publishing.pages.people.venue_list import venue_index
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.site.desk import desk_page
from seurantalo.publishing.pages.site.fields import fields_page
from seurantalo.publishing.pages.wiki.glossary import glossary_page
from seurantalo.publishing.pages.wiki.handbook import handbook_pages
from seurantalo.publishing.pages.wiki.practice.page import practice_pages
from seurantalo.publishing.pages.wiki.source import source_index, source_pages
from seurantalo.publishing.pages.wiki.theme_and_audience import subject_index, subject_pages
from seurantalo.publishing.publication import Page

VOID = {"br", "hr", "img", "input", "link", "meta"}
BASE = "https://seurantalo.example.org/"


class Looked(HTMLParser):
    """Holds that every element is closed where it should be; collects ids, links and tags."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.labelled: set[str] = set()
        self.feed(page.body)
        self.close()
        assert self.open == [], page.address

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        assert not any(name.startswith("on") or name == "style" for name in found), found
        self.tags.add(tag)
        if "id" in found:
            self.ids.append(found["id"])
        if "href" in found:
            self.links.append(found["href"])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def wiki_pages(ctx: PageContext) -> list[Page]:
    return [
        municipality_index(ctx),
        *municipality_pages(ctx),
        organisation_index(ctx),
        *organisation_pages(ctx),
        venue_index(ctx),
        *venue_pages(ctx),
        *practice_pages(ctx),
        *handbook_pages(ctx),
        directory_index(ctx),
        *directory_pages(ctx),
        desk_page(ctx),
        subject_index(ctx, Kind.THEME),
        *subject_pages(ctx, Kind.THEME),
        subject_index(ctx, Kind.AUDIENCE),
        *subject_pages(ctx, Kind.AUDIENCE),
        source_index(ctx),
        *source_pages(ctx),
        glossary_page(ctx),
        campaign_index(ctx),
        *campaign_pages(ctx),
        participation_page(ctx),
        *process_pages(ctx),
        idea_index(ctx),
        *idea_pages(ctx),
        became_index(ctx),
        *became_pages(ctx),
        budgeting_page(ctx),
        subscribe_page(CalendarList(ctx=ctx)),
        *own_calendar_pages(CalendarList(ctx=ctx)),
        fields_page(ctx),
    ]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("records", [(), region()], ids=["empty", "region"])
def test_every_page_is_whole_and_starts_with_its_only_h1(lang: str, records: tuple[AnyRecord, ...]) -> None:
    pages = wiki_pages(context(*records, lang=lang))
    assert len({page.address for page in pages}) == len(pages)
    for page in pages:
        looked = Looked(page)
        assert len(looked.ids) == len(set(looked.ids)), page.address
        assert re.match(r'\s*<header class="st-head">\s*<h1>', page.body), page.address
        assert page.body.count("<h1") == 1
        assert {heading.id for heading in page.headings} <= set(looked.ids), page.address
        assert page.title
        assert page.description or not records


def test_links_within_the_wiki_lead_somewhere() -> None:
    pages = wiki_pages(context(*region()))
    ids = {page.address: set(Looked(page).ids) for page in pages}
    for page in pages:
        for link in Looked(page).links:
            address = urljoin(BASE + page.address, link)
            if link.startswith(("mailto:", "tel:", "geo:", "webcal:")) or not address.startswith(BASE):
                continue
            target, _, anchor = address.removeprefix(BASE).partition("#")
            if target in ids:
                assert not anchor or anchor in ids[target], (page.address, link)
            else:
                elsewhere = target.startswith(("tapahtumat/", "vapaat-paivat/", "vuosi/"))
                files = target.endswith((".ics", ".csv", ".vcf", ".atom"))
                assert target == "" or elsewhere or files, (page.address, link)


def test_same_input_same_bytes() -> None:
    assert wiki_pages(context(*region())) == wiki_pages(context(*reversed(region())))


def hostile(value: Any) -> Any:
    """Return a record in which every text that a person wrote is an attack."""
    if isinstance(value, Text):
        return Text.plain(f"{EVIL}\"'><img src=x onerror=alert(1)>")
    if isinstance(value, tuple):
        return tuple(hostile(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type | Origin):
        changed = {}
        for field in fields(value):
            old = getattr(value, field.name)
            if field.name in {"address", "by", "convener", "owner", "publisher", "region", "relayed_from", "size"}:
                new = EVIL if isinstance(old, str) and old and not leads(value, field.name) else old
            elif field.name in {"url", "email", "phone"} and old:
                new = f'javascript:alert(1)//"{EVIL}'
            else:
                new = hostile(old)
            if new is not old:
                changed[field.name] = new
        return replace(value, **changed)
    return value


def leads(value: Any, name: str) -> bool:
    return any(link.field == name for link in getattr(value, "LINKS", ()))


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_hostile_texts_stay_texts(lang: str) -> None:
    pages = wiki_pages(context(*(hostile(record) for record in region()), lang=lang))
    for page in pages:
        looked = Looked(page)
        assert "script" not in looked.tags, page.address
        assert "img" not in looked.tags, page.address
        for link in looked.links:
            assert not link.lower().startswith(("javascript", "data", "vbscript")), (page.address, link)
    assert any("&lt;script&gt;" in page.body for page in pages)


def test_pages_of_records_name_their_file_and_their_calendar() -> None:
    pages = {page.address: page for page in wiki_pages(context(*region()))}
    page = pages["kunnat/vimpeli/"]
    assert page.source == "content/vimpeli.md"
    assert [(found.path, found.title) for found in page.feeds] == [
        ("ical/kunta/vimpeli.ics", "Vimpeli"),
        ("syotteet/kunta/vimpeli.atom", "Vimpeli: uudet ja muuttuneet tapahtumat"),
        ("syotteet/kunta/vimpeli.json", "Vimpeli: uudet ja muuttuneet tapahtumat"),
    ]
    assert '<a href="https://git.example.org/edit/main/content/vimpeli.md">Muokkaa kunnan tietoja</a>' in page.body


def every(kind: Kind) -> Iterator[AnyRecord]:
    return (record for record in region() if record.KIND is kind)


@pytest.mark.parametrize("kind", [Kind.MUNICIPALITY, Kind.ORGANISATION, Kind.PRACTICE, Kind.QUESTION, Kind.VENUE])
def test_every_record_has_its_page(kind: Kind) -> None:
    addresses = {page.address for page in wiki_pages(context(*region()))}
    assert sum(any(address.endswith(f"/{one.id}/") for address in addresses) for one in every(kind)) == len(
        list(every(kind))
    )
