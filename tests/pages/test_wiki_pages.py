"""What holds for every page of the wiki side: whole HTML, one h1, unique ids, no hostile text, links that lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin

import pytest
from tests.pages.ends import end
from tests.pages.small_region import context
from tests.pages.wiki_region import EVIL, region

from seurantalo.model.record import Kind, Origin, Record
from seurantalo.model.text import Text
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import Page
from seurantalo.publishing.site import PAGE_KINDS

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
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
        end(self.open, tag)


def wiki_pages(ctx: PageContext) -> list[Page]:
    return [
        page
        for kind in PAGE_KINDS
        for page in (kind.make(name, ctx.lang.code, ctx) for name in kind.ids(ctx.lang.code, ctx))
    ]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("records", [(), region()], ids=["empty", "region"])
def test_every_page_is_whole_and_starts_with_its_only_h1(lang: str, records: tuple[Record, ...]) -> None:
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


#: How files of the site end that are no pages of it.
FILES = (
    ".ics",
    ".csv",
    ".vcf",
    ".atom",
    ".json",
    ".geojson",
    ".txt",
    ".rss",
    ".xml",
    "/menot.html",
    "/naytto/",
    ".pdf",
)
#: Pages of the site that are not made of records.
WRITTEN_BY_HAND = ("ohjeet/lisaa-tapahtuma/",)


def test_links_within_the_wiki_lead_somewhere() -> None:
    pages = wiki_pages(context(*region()))
    ids = {page.address: set(Looked(page).ids) for page in pages}
    for page in pages:
        for link in Looked(page).links:
            address = urljoin(BASE + page.address, link)
            if link.startswith(("mailto:", "tel:", "geo:", "webcal:")) or not address.startswith(BASE):
                continue
            asked, _, anchor = address.removeprefix(BASE).partition("#")
            target = asked.partition("?")[0]
            if target in ids:
                # What follows there is no place on the page: it is what the form is filled in with.
                assert not anchor or anchor in ids[target] or target.startswith("ehdota/"), (page.address, link)
            else:
                files = target.endswith(FILES)
                assert files or target in WRITTEN_BY_HAND, (page.address, link)


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


DATA = re.compile(r'<script type="application/(?:ld\+)?json"[^>]*>[^<]*</script>')
CODE = re.compile(r'<img class="st-qr" alt="QR[^"]*" width="\d+" height="\d+" src="data:image/png;base64,[\w+/=]+">')


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_hostile_texts_stay_texts(lang: str) -> None:
    pages = wiki_pages(context(*(hostile(record) for record in region()), lang=lang))
    for page in pages:
        # Data for search engines and devices is no program; see test_json_ld.py, too. The codes of
        # calendars are images.
        looked = Looked(replace(page, body=CODE.sub("", DATA.sub("", page.body))))
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


def every(kind: Kind) -> Iterator[Record]:
    return (record for record in region() if record.KIND is kind)


@pytest.mark.parametrize("kind", [Kind.MUNICIPALITY, Kind.ORGANISATION, Kind.PRACTICE, Kind.QUESTION, Kind.VENUE])
def test_every_record_has_its_page(kind: Kind) -> None:
    addresses = {page.address for page in wiki_pages(context(*region()))}
    assert sum(any(address.endswith(f"/{one.id}/") for address in addresses) for one in every(kind)) == len(
        list(every(kind))
    )
