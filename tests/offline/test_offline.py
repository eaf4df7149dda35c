"""What a device keeps of the site: which pages, by which worker, and how all of it goes away again."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image
from tests.pages.small_region import context, event, places, rich_records, text, weekly

from seurantalo.mkdocs_plugin.lean import compact
from seurantalo.model.settings import Settings
from seurantalo.publishing.addresses import ICONS
from seurantalo.publishing.assets import asset_files
from seurantalo.publishing.pages.offline.lists import offline_lists
from seurantalo.publishing.pages.offline.page import offline_pages
from seurantalo.publishing.pages.offline.root_files import root_files
from seurantalo.publishing.pages.people.municipality import municipality_pages
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.prints.icon_files import icon_files


def small() -> PageContext:
    return context(
        *places(),
        event("ruskat", date(2027, 2, 8)),
        event("myohemmin", date(2027, 2, 9)),
        event("muualla", date(2027, 1, 12), municipality="soini"),
        weekly(),
    )


def kept(ctx: PageContext, municipality: str) -> list[list[str]]:
    """Return the list that the municipality's page carries."""
    (page,) = (page for page in municipality_pages(ctx) if page.address == f"kunnat/{municipality}/")
    _, _, after = page.body.partition('<script type="application/json" data-kept-pages>')
    told: dict[str, list[list[str]]] = json.loads(after.partition("</script>")[0])
    return told["pages"]


def off(ctx: PageContext) -> PageContext:
    return replace(ctx, settings=replace(ctx.settings, offline=False))


def test_a_list_has_the_coming_four_weeks_of_one_municipality_each_event_once() -> None:
    assert kept(small(), "vimpeli") == [
        ["", "Järviseudun seurantalo"],
        ["kalenteri/", "Kalenteri"],
        ["ilman-yhteytta/", "Lue ilman yhteyttä"],
        ["kunnat/vimpeli/", "Vimpeli"],
        ["tapahtumat/kerho/", "Kerho", "ti 12.1.2027 klo 18–19.30", "2027-01-12"],
        ["tapahtumat/ruskat/", "Ruskat", "ma 8.2.2027", "2027-02-08"],
    ]


def test_where_no_municipality_is_chosen_the_list_is_short() -> None:
    (found,) = offline_lists(small())
    assert found.path == "ilman-yhteytta/sivut.json"
    assert [page[0] for page in json.loads(found.content)["pages"]] == ["", "kalenteri/", "ilman-yhteytta/"]


def test_no_title_ends_the_list() -> None:
    ctx = context(*places(), event("salarivi", date(2027, 1, 12), title=text("</script><b>")))
    assert kept(ctx, "vimpeli")[-1][:2] == ["tapahtumat/salarivi/", "</script><b>"]


def test_the_manifest_leads_to_the_site_wherever_it_lies() -> None:
    files = {file.path: file.content for file in root_files(small())}
    told = json.loads(files["manifest.webmanifest"])
    assert (told["name"], told["lang"], told["start_url"], told["scope"]) == (
        "Järviseudun seurantalo",
        "fi",
        "./",
        "./",
    )
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}


def test_another_language_has_a_manifest_of_its_own_and_the_one_worker() -> None:
    ctx = replace(context(*rich_records(), lang="sv"), main_language="fi")
    (manifest,) = root_files(ctx)
    told = json.loads(manifest.content)
    assert (told["lang"], told["start_url"], told["scope"]) == ("sv", "./", "../")
    main = context(*rich_records())
    several = replace(main, settings=Settings(languages="fi sv en"))
    (worker,) = (file.content.decode() for file in root_files(several) if file.path == "sw.js")
    site = json.loads(worker.partition(";\n")[0].removeprefix("const SITE = "))
    assert {folder: words["said"].split()[0] for folder, words in site["tongues"].items()} == {
        "": "Tallennettu",
        "sv/": "Sparat",
        "en/": "Kept",
    }


def test_switched_off_only_the_worker_that_cleans_up_is_left() -> None:
    ctx = off(small())
    assert not list(offline_lists(ctx))
    assert not any("data-kept-pages" in page.body for page in municipality_pages(ctx))
    assert not list(offline_pages(ctx))
    assert not list(icon_files(ctx))
    (worker,) = root_files(ctx)
    assert worker.path == "sw.js"
    assert b"unregister" in worker.content
    assert b"fetch" not in worker.content


@pytest.mark.parametrize("path", ICONS)
def test_icons_are_square_and_small(path: str) -> None:
    (content,) = (file.content for file in icon_files(small()) if file.path == path)
    side, purpose = ICONS[path]
    with Image.open(BytesIO(content)) as picture:
        assert picture.size == (side, side)
        corner = picture.convert("RGBA").getpixel((0, 0))
    assert corner == ((23, 73, 77, 255) if purpose == "maskable" else (0, 0, 0, 0))
    assert len(content) < 6_000


def test_the_worker_is_small() -> None:
    sizes = {file.path: len(file.content) for file in root_files(small())}
    assert sizes["sw.js"] < 9_500


def test_the_worker_finds_what_a_page_needs_with_quotes_and_without() -> None:
    (worker,) = (file.content.decode() for file in root_files(small()) if file.path == "sw.js")
    [pattern, *_] = re.findall(r"matchAll\(/(.+?)/g\)", worker)
    frame = '<link rel="stylesheet" href="../../a.css"><script src="../../b.js" type="module"></script>'
    made = compact(f"{frame}<h1>a</h1>", "<h1>a</h1>")
    assert "href=../../a.css>" in made
    assert re.findall(pattern, frame) == re.findall(pattern, made) == ["../../a.css", "../../b.js"]


def test_all_that_is_kept_beside_pages_is_there() -> None:
    (worker,) = (file.content.decode() for file in root_files(small()) if file.path == "sw.js")
    parts = json.loads(worker.partition(";\n")[0].removeprefix("const SITE = "))["parts"]
    assert set(parts) <= {file.path for file in asset_files()}
