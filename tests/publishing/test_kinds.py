"""Kinds of pages and files: one page by its address, and nothing read that was not declared."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from tests.pages.small_region import SITE, context, rich_records
from tests.pages.wiki_region import region

from seurantalo.model.record import Kind
from seurantalo.publishing import FileKind, PageKind, Part, Parts, publish
from seurantalo.publishing.page_kinds import alone, page_at
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.parts import UndeclaredError
from seurantalo.publishing.publication import File, Page
from seurantalo.publishing.site import FILE_KINDS, PAGE_KINDS

REGIONS = {"small": rich_records(), "wiki": region(), "empty": ()}


def parts_of(name: str) -> Parts:
    return context(*REGIONS[name])


@pytest.mark.parametrize("kind", PAGE_KINDS, ids=lambda kind: kind.name)
def test_pages_read_what_their_kind_declares(kind: PageKind) -> None:
    for name in REGIONS:
        parts = parts_of(name)
        limited = parts.limited(kind.reads)
        for one in kind.ids("fi", limited):
            assert kind.make(one, "fi", limited) == kind.make(one, "fi", parts)


@pytest.mark.parametrize("kind", FILE_KINDS, ids=lambda kind: kind.name)
def test_files_read_what_their_kind_declares(kind: FileKind) -> None:
    for name in REGIONS:
        parts = parts_of(name)
        assert list(kind.make("fi", parts.limited(kind.reads))) == list(kind.make("fi", parts))


def test_what_is_not_declared_is_locked() -> None:
    limited = parts_of("small").limited({Kind.EVENT, Part.NAMES})
    assert "kylapaiva" in limited.community.events
    for read in (
        lambda: limited.community.venues,
        lambda: limited.community.roles(limited.community.events["kylapaiva"]),
        lambda: limited.calendar.occurrences,
        lambda: limited.clashes.findings,
        lambda: list(limited.clashes),
        lambda: limited.mentions,
    ):
        with pytest.raises(UndeclaredError):
            read()


def test_every_address_leads_to_its_page() -> None:
    parts = parts_of("wiki")
    publication = publish(parts)
    pages = [*publication.pages, *(page for bulk in publication.bulk for page in bulk)]
    assert [address for address, n in Counter(page.address for page in pages).items() if n > 1] == []
    for page in pages:
        made = page_at(page.address, PAGE_KINDS, "fi", parts)
        assert made == replace(page, head=made.head if made else "")
        assert publication.page_at(page.address) == page
    assert publication.page_at("ei/ole/") is publication.page_at("kaytannot/ota-kayttoon/") is None
    assert page_at("ei/ole/", PAGE_KINDS, "fi", parts) is None
    assert page_at("kaytannot/ota-kayttoon/", PAGE_KINDS, "fi", parts) is None


def test_one_page_in_each_language_of_one_site() -> None:
    parts = parts_of("small")
    titles = [page.title for code in ("fi", "sv", "en") if (page := page_at("kalenteri/", PAGE_KINDS, code, parts))]
    assert titles == ["Kalenteri", "Kalender", "Calendar"]


def test_names_and_orders_are_unique() -> None:
    assert len({kind.name for kind in PAGE_KINDS}) == len({kind.order for kind in PAGE_KINDS}) == len(PAGE_KINDS)
    assert len({kind.name for kind in FILE_KINDS}) == len(FILE_KINDS)


def test_a_site_adds_its_own_kinds_and_is_held_to_what_they_declare() -> None:
    def page(ctx: PageContext) -> Page:
        return Page(address="laskuri/", title="Laskuri", body=f"<h1>{len(ctx.community.events)}</h1>")

    def count(reads: set[Kind | Part]) -> PageKind:
        return PageKind(
            name="count",
            folder="laskuri/",
            pages=alone(
                lambda ctx: Page(address="laskuri/", title="Laskuri", body=f"<h1>{len(ctx.community.events)}</h1>")
            ),
            reads=reads,
            order=1000,
        )

    own = FileKind(name="own", folders=("omat/",), files=lambda _: [File("omat/a.txt", b"a")], reads=set())
    published = publish(parts_of("small"), [count({Kind.EVENT})], [own])
    assert published.pages[-1].body == f"<h1>{sum(one.KIND is Kind.EVENT for one in rich_records())}</h1>"
    assert [file.path for file in published.bulk_files[-1]] == ["omat/a.txt"]
    with pytest.raises(UndeclaredError, match="event"):
        list(publish(parts_of("small"), [count(set())]).pages)


def test_a_template_of_the_site_goes_before_ours(tmp_path: Path) -> None:
    (tmp_path / "calendar").mkdir()
    template = '{% from "shared/macros.html" import page_header %}{{ page_header("Oma") }}'
    (tmp_path / "calendar" / "agenda.html").write_text(template, encoding="utf-8")
    parts = context(*rich_records(), site=replace(SITE, templates=str(tmp_path)))
    ours, theirs = (page_at("kalenteri/", PAGE_KINDS, "fi", each) for each in (parts_of("small"), parts))
    assert ours is not None
    assert theirs is not None
    assert "<h1>Oma</h1>" in theirs.body
    assert "<h1>Oma</h1>" not in ours.body
    # Every other template is still ours.
    assert page_at("kunnat/", PAGE_KINDS, "fi", parts) == page_at("kunnat/", PAGE_KINDS, "fi", parts_of("small"))
