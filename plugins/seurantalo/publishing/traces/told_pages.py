"""Pages as plain data, so that a later build has those that would be the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from seurantalo.publishing.publication import FeedLink, Found, Heading, KindPages, Page, Pages
from seurantalo.publishing.traces.recorder import Facts


def page_of(told: Mapping[str, Any]) -> Page:
    """Return the page of which orjson has made JSON.

    >>> import orjson
    >>> from seurantalo.publishing.publication import Page
    >>> page = Page(address="kalenteri/", title="Kalenteri", body="<h1>Kalenteri</h1>")
    >>> page_of(orjson.loads(orjson.dumps(page))) == page
    True
    """
    found = told["found"]
    if found is not None:
        days = {name: found[name] and date.fromisoformat(found[name]) for name in ("first", "last")}
        found = Found(**{**found, **days})
    feeds = tuple(FeedLink(**one) for one in told["feeds"])
    headings = tuple(Heading(**one) for one in told["headings"])
    return Page(**{**told, "found": found, "feeds": feeds, "headings": headings})


def kept_pages(kind: KindPages, facts: Facts) -> KindPages:
    """Return pages of a kind, each of which is made where an earlier build has not made the same."""

    def make(name: str) -> Page:
        page = facts.noted(f"page {kind.address(name)}", lambda: kind.pages.make(name))
        return page if isinstance(page, Page) else page_of(page)

    return replace(kind, pages=Pages(kind.pages.names, make))
