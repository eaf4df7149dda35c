"""Frames for other sites: whole small pages, nothing of theirs needed, nothing said but a height."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from tests.pages.small_region import SITE, common, event, places, rich_records, text, weekly
from tests.pages.small_region import context as made_of

from seurantalo.model.place import Venue
from seurantalo.model.vocabulary import Theme
from seurantalo.publishing.assets import asset_files
from seurantalo.publishing.pages.embed.frames import frame_files
from seurantalo.publishing.pages.embed.page import embed_pages
from seurantalo.publishing.pages.shared.context import PageContext


def context() -> PageContext:
    return made_of(*rich_records())


FRAMES = {file.path: file.content.decode() for file in frame_files(context())}


def test_every_municipality_association_and_theme_has_one() -> None:
    ctx = context()
    tables = (ctx.community.municipalities, ctx.community.organisations, ctx.community.themes)
    assert len(FRAMES) == sum(map(len, tables))
    assert list(FRAMES) == sorted(FRAMES)
    assert "upota/kunnat/vimpeli/index.html" in FRAMES


def test_links_leave_the_frame_and_lead_to_pages_of_the_site() -> None:
    html = FRAMES["upota/kunnat/vimpeli/index.html"]
    assert '<base target="_top">' in html
    links = re.findall(r'<li><a href="([^"]+)">', html)
    assert links
    assert all(link.startswith("../../../tapahtumat/") for link in links)
    assert len(links) == len(set(links))
    assert '<a href="../../../kunnat/vimpeli/">Kaikki tapahtumat: Vimpeli</a>' in html


def test_an_event_of_a_narrower_theme_stands_in_the_wider_ones_too() -> None:
    records = (
        *places(),
        Theme(**common("kuorot"), name=text("Kuorot"), broader="musiikki"),
        event("kuorolaulu", date(2027, 2, 1), themes=("kuorot",)),
        event("ruskat", date(2027, 2, 2), themes=("kyla",)),
    )
    frames = {file.path: file.content.decode() for file in frame_files(made_of(*records))}
    shown = {
        name: "kuorolaulu/" in frames[f"upota/teemat/{name}/index.html"] for name in ("kuorot", "musiikki", "kyla")
    }
    assert shown == {"kuorot": True, "musiikki": True, "kyla": False}


def test_a_weekly_group_stands_once_and_its_municipality_is_not_said_twice() -> None:
    hall = Venue(**common("halli"), name=text("Halli, Soini"), municipality="soini")
    records = (*places(), hall, weekly(), event("ruskat", date(2027, 2, 2), venue="halli", municipality="soini"))
    frames = {file.path: file.content.decode() for file in frame_files(made_of(*records))}
    assert frames["upota/kunnat/vimpeli/index.html"].count("kerho/") == 1
    assert '<p class="st-muted">Halli, Soini</p>' in frames["upota/kunnat/soini/index.html"]


def test_a_site_without_an_address_has_no_lines_and_says_whom_to_ask() -> None:
    (page,) = embed_pages(made_of(*rich_records(), site=replace(SITE, url="")))
    assert "iframe" not in page.body
    assert "site_url" in page.body


def test_the_page_shows_the_lines_and_what_they_make() -> None:
    (page,) = embed_pages(context())
    assert (
        "&lt;iframe src=&#34;https://seurantalo.example.org/upota/kunnat/vimpeli/&#34; "
        "title=&#34;Tulevia tapahtumia: Vimpeli&#34;"
    ) in page.body
    assert "https://seurantalo.example.org/assets/seurantalo/ehdota/upota.js" in page.body
    assert 'src="../upota/kunnat/vimpeli/"' in page.body


def test_a_site_may_switch_them_off() -> None:
    ctx = context()
    off = replace(ctx, settings=replace(ctx.settings, embeds=False))
    assert not list(frame_files(off))
    assert not list(embed_pages(off))


def test_the_script_for_other_sites_is_small_and_stands_aside() -> None:
    (script,) = (file for file in asset_files() if file.path.endswith("/upota.js"))
    assert script.path == "assets/seurantalo/ehdota/upota.js"
    assert len(script.content) < 1024
