"""A site in three languages: what stands where, and what each page says of the others."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config.base import ValidationError
from mkdocs.exceptions import Abort
from tests.mkdocs_plugin.conftest import FakeProject, SiteFolder, event, publication
from tests.mkdocs_plugin.test_serve import serve

from seurantalo.mkdocs_plugin.config import SeurantaloConfig

LABEL = r'md-nav__link"[^>]*>\s*<span class="md-ellipsis">\s*(.*?)\s*</span>'
URL = "https://seurantalo.example/alue/"
NAV = [
    {"Etusivu": "index.md"},
    {"Kalenteri": "kalenteri/index.md"},
    {"Oma nimi": "tapahtumat/index.md"},
    {"Ohjeet": ["tietoa.md", {"Säännöt": "saannot.md"}]},
]


@pytest.fixture
def three(folder: SiteFolder) -> SiteFolder:
    """A site in Finnish, Swedish and English, with one page that has a Swedish version."""
    folder.settings["languages"] = "fi sv en"
    folder.write("content/saannot.md", "# Säännöt\n\nVain suomeksi.\n")
    folder.write("content/tietoa.sv.md", "# Om oss\n\nPå svenska.\n")
    return folder


def pages(files: dict[str, bytes]) -> dict[str, str]:
    return {
        path.removesuffix("index.html"): content.decode()
        for path, content in files.items()
        if path.endswith("index.html")
    }


def alternates(html: str) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate " hreflang="([^"]+)" href="([^"]+)">', html))


def test_each_page_stands_in_each_language_at_the_same_path(three: SiteFolder) -> None:
    found = pages(three.build(nav=NAV))
    main = {path for path in found if not path.startswith(("sv/", "en/"))}
    assert main == {
        "",
        "kalenteri/",
        "saannot/",
        "tapahtumat/",
        "tapahtumat/tapahtuma-1/",
        "tapahtumat/tapahtuma-2/",
        "tapahtumat/tapahtuma-3/",
        "tietoa/",
        "yhdistykset/kyla/",
    }
    assert set(found) == main | {f"{code}/{path}" for code in ("sv", "en") for path in main}
    for path, html in found.items():
        code, here = (path[:2], path[3:]) if path.startswith(("sv/", "en/")) else ("fi", path)
        assert f'<html lang="{code}"' in html, path
        assert f'<link rel="canonical" href="{URL}{path}">' in html, path
        assert alternates(html) == {
            "fi": f"{URL}{here}",
            "x-default": f"{URL}{here}",
            "sv": f"{URL}sv/{here}",
            "en": f"{URL}en/{here}",
        }, path


def test_the_switch_leads_to_the_same_page(three: SiteFolder) -> None:
    files = three.build()
    for path, html in pages(files).items():
        switch = re.search(r'<details class="?st-tongues"?>.*?</details>', html, re.DOTALL)
        assert switch is not None, path
        links = re.findall(r'<a lang="(..)" hreflang="(..)" href="([^"]+)"( aria-current="true")?>', switch[0])
        assert [(one, other) for one, other, *_ in links] == [("fi", "fi"), ("sv", "sv"), ("en", "en")], path
        here = path.split("/")[0] if path.startswith(("sv/", "en/")) else "fi"
        for code, _, href, current in links:
            target = (Path("/") / path / href).resolve().relative_to("/").as_posix()
            assert f"{target}/index.html".removeprefix("./") in files, (path, href)
            assert bool(current) is (code == here), path


def test_each_language_is_an_app_of_its_own_and_has_the_one_worker(three: SiteFolder) -> None:
    files = three.build(nav=NAV)
    found = pages(files)
    link = r'<link rel="manifest" href="?([^" ]+)"? data-worker="([^"]+)">'
    assert re.findall(link, found["kalenteri/"]) == [("../manifest.webmanifest", "../sw.js")]
    assert re.findall(link, found["sv/kalenteri/"]) == [("../manifest.webmanifest", "../../sw.js")]
    for folder, worker in (("", "sw.js"), ("sv/", "../sw.js")):
        # Pages by the thousand leave it to their module.
        assert "manifest" not in found[f"{folder}tapahtumat/tapahtuma-1/"]
        (module,) = [files[path].decode() for path in files if path.startswith(f"{folder}assets/seurantalo/teema-")]
        assert f'"app": "manifest.webmanifest", "worker": "{worker}"' in module
    three.settings["offline"] = False
    files = three.build(nav=NAV)
    assert not any("data-worker" in html for html in pages(files).values())
    assert not any(b"webmanifest" in files[path] for path in files if "/teema-" in path)


def test_an_address_that_leads_nowhere_is_told_in_all_languages(three: SiteFolder) -> None:
    files = three.build()
    for name, fronts in (("404.html", ["sv/", "en/"]), ("sv/404.html", []), ("en/404.html", [])):
        html = files[name].decode()
        told = re.findall(r'<p lang="(..)">[^<]+<a href="/alue/([^"]+)">', html)
        assert [front for _, front in told] == fronts, name
        links = re.findall(r'<a lang=".." hreflang=".." href="([^"]+)"', html)
        targets = [Path(link).resolve().relative_to("/alue").as_posix() for link in links]
        assert targets == [".", "sv", "en"], name
        assert not [link for link in links if "//" in link], "such a one leads to another host"
    assert "Det finns ingen sida här" in files["404.html"].decode()


def test_words_of_the_theme_and_the_navigation_are_of_the_language(three: SiteFolder) -> None:
    told = {"languages": {"sv": {"site_name": "Sjöbygdens hus", "nav": {"Oma nimi": "Eget namn"}}}}
    found = pages(three.build(nav=NAV, extra=told))
    labels = {code: re.findall(LABEL, found[f"{code}yhdistykset/kyla/"]) for code in ("", "sv/", "en/")}
    assert [one for one in ("Etusivu", "Oma nimi", "Ohjeet") if one in labels[""]] == [
        "Etusivu",
        "Oma nimi",
        "Ohjeet",
    ]
    assert {"Startsidan", "Kalender", "Eget namn", "Anvisningar", "Om oss", "Säännöt"} <= set(labels["sv/"])
    assert {"Front page", "Calendar", "Tapahtumat", "Guides"} <= set(labels["en/"])
    assert "Sjöbygdens hus" in found["sv/kalenteri/"]
    assert "Sjöbygdens hus" not in found["en/kalenteri/"]


def test_an_ordinary_page_is_in_its_own_version_or_says_its_language(three: SiteFolder) -> None:
    found = pages(three.build(nav=NAV))
    assert "På svenska." in found["sv/tietoa/"]
    assert '<div lang="fi">' not in found["sv/tietoa/"]
    assert "edit/main/content/tietoa.sv.md" in found["sv/tietoa/"]
    for code, note in (("sv", "Den här sidan är på finska."), ("en", "This page is in Finnish.")):
        html = found[f"{code}/saannot/"]
        assert re.search(rf'<p class="st-other-language">{note}</p>\s*<div lang="fi">', html)
    assert "st-other-language" not in found["saannot/"]


def test_one_map_holds_all_and_each_language_has_its_own_search(three: SiteFolder) -> None:
    files = three.build()
    listed = re.findall(r"<loc>(.*?)</loc>", files["sitemap.xml"].decode())
    assert sorted(listed) == sorted(f"{URL}{path}" for path in pages(files))
    assert "sv/sitemap.xml" not in files
    for folder, code in (("", "fi"), ("sv/", "sv"), ("en/", "en")):
        assert json.loads(files[f"{folder}haku/tiedot/sanat.json"])["language"] == code
        rows = json.loads(files[f"{folder}haku/tiedot/s0.json"])["rows"]
        assert {row[0] for row in rows} == {path for path in pages(files) if not path.startswith(("sv/", "en/"))}


def test_the_search_of_the_theme_is_of_the_language_where_it_is_kept(three: SiteFolder) -> None:
    three.settings["search"] = "theme"
    files = three.build()
    for folder, code in (("", "fi"), ("sv/", "sv"), ("en/", "en")):
        index = json.loads(files[f"{folder}search/search_index.json"])
        assert index["config"]["lang"] == [code]
        assert not [doc for doc in index["docs"] if doc["location"].startswith(("sv/", "en/"))]
        assert f"{folder}haku/tiedot/sanat.json" not in files


def test_files_are_read_once(three: SiteFolder) -> None:
    three.build()
    (opened,) = three.opened
    assert opened[2].languages == "fi sv en"


def test_a_second_build_is_the_same_and_a_language_that_is_gone_goes(three: SiteFolder) -> None:
    first = three.build()
    assert three.build() == first
    three.settings["languages"] = "fi sv"
    fewer = three.build()
    assert not [path for path in fewer if path.startswith("en/")]
    assert 'hreflang="en"' not in fewer["index.html"].decode()


def test_a_server_shows_an_edit_in_all_languages(three: SiteFolder) -> None:
    server, first = serve(three)
    three.project.publication = publication(event(1), event(4))
    three.write("content/tietoa.sv.md", "# Om oss\n\nNy text.\n")
    server.builder()
    for code in ("", "sv/", "en/"):
        assert f"{code}tapahtumat/tapahtuma-4/index.html" not in first
        assert "Tapahtuma 4" in server.get(f"/{code}tapahtumat/tapahtuma-4/")
        assert server.get(f"/{code}tapahtumat/tapahtuma-2/") == "the site"
        assert f"{code}tapahtumat/tapahtuma-2/index.html" not in three.files()
    now = three.files()
    assert "Ny text." in now["sv/tietoa/index.html"].decode()
    server.builder()
    assert three.files() == now


def test_one_language_is_as_if_there_were_no_option(folder: SiteFolder) -> None:
    before = folder.build()
    folder.settings["languages"] = "fi"
    assert folder.build() == before
    assert not [path for path in before if path.startswith(("sv/", "en/"))]
    assert b"st-tongues" not in before["index.html"]


def test_a_mistake_in_another_language_leaves_the_site_as_it_was(
    three: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = three.build()
    monkeypatch.setattr(three.project, "translated", lambda *_: FakeProject(None))
    with pytest.raises(Abort):
        three.build(site_name="Uusi nimi")
    assert three.files() == before


@pytest.mark.parametrize(
    ("languages", "told"),
    [
        ("sv fi", "aloita kielestä fi, jonka asetus language nimeää"),
        ("fi xx", "tähän sopii jokin näistä, kukin kerran: fi, sv, en, mutta tässä on 'fi xx'"),
        ("fi sv sv", "tähän sopii jokin näistä, kukin kerran: fi, sv, en, mutta tässä on 'fi sv sv'"),
    ],
)
def test_languages_that_cannot_be_are_told(languages: str, told: str) -> None:
    config = SeurantaloConfig()
    config.load_dict({"languages": languages})
    failed: list[tuple[str, Any]] = list(config.validate()[0])
    ((name, error),) = failed
    assert (name, str(error)) == ("languages", told)
    assert isinstance(error, ValidationError)
