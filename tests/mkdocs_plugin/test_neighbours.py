"""Sites that use other plugins beside ours, each built with the plugin itself."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from tests.mkdocs_plugin.conftest import OWN_HOSTS

from seurantalo.mkdocs_plugin.neighbours import page_meta

BASE = Path(__file__).parents[1] / "reading" / "base"
EVENT = "events/kevatkonsertti.yml"
OURS = {"seurantalo": {"today": "2027-01-04", "calendar_id": "koe"}}

pytestmark = OWN_HOSTS


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    region = tmp_path_factory.mktemp("seutu")
    shutil.copytree(BASE, region, dirs_exist_ok=True)
    (region / "content" / "index.md").write_text("# Tervetuloa\n", encoding="utf-8")
    (region / "content" / "macros.md").write_text("# Laskettu\n\n{{ 40 + 2 }}\n", encoding="utf-8")
    return region


Build = Callable[..., Path]


@pytest.fixture
def built(region: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Build:
    """Build the region with some plugins, and return where the site is; a warning fails."""

    def make(*plugins: Any, **options: Any) -> Path:
        values: dict[str, Any] = {
            "site_name": "Koe",
            "site_url": "https://koe.example.org/",
            "docs_dir": "content",
            "site_dir": str(tmp_path / "site"),
            "theme": {"name": "material", "language": "fi", "font": False},
            "plugins": [*plugins],
        }
        (region / "mkdocs.yml").write_text(yaml.safe_dump(values | options), encoding="utf-8")
        config = load_config(str(region / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        assert [one.getMessage() for one in caplog.records if one.levelname in ("WARNING", "ERROR")] == []
        return tmp_path / "site"

    return make


def text(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("first", [True, False])
def test_macros_leave_contributed_braces_alone(region: Path, built: Build, first: bool) -> None:
    event = region / EVENT
    kept = event.read_text(encoding="utf-8")
    title = "Konsertti {{ config.site_url }} {% raw %}"
    event.write_text(re.sub("(?m)^otsikko:.*$", f'otsikko: "{title}"', kept), encoding="utf-8")
    try:
        site = built(*(("macros", OURS) if first else (OURS, "macros")))
    finally:
        event.write_text(kept, encoding="utf-8")
    assert f"<h1>{title}</h1>" in re.sub(r"<h1[^>]*>", "<h1>", text(site, "tapahtumat/kevatkonsertti"))
    assert "<p>42</p>" in text(site, "macros")


def test_a_navigation_made_of_files_lists_no_page_that_is_only_rendered(built: Build) -> None:
    site = built(OURS, "literate-nav")
    assert "seurantalo0" not in "".join(
        text(site, address) for address in ("", "kalenteri", "tapahtumat/kevatkonsertti")
    )


def test_a_date_from_git_is_that_of_the_record(region: Path, built: Build) -> None:
    def git(*words: str, date: str = "") -> None:
        dates = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date} if date else {}
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        subprocess.run(["git", *who, *words], cwd=region, check=True, capture_output=True, env=os.environ | dates)

    git("init")
    git("add", "events")
    git("commit", "-m", "tapahtumat", date="2026-05-01T12:00:00+00:00")
    git("add", "content")
    git("commit", "-m", "sivut", date="2026-06-02T12:00:00+00:00")
    try:
        site = built(OURS, {"git-revision-date-localized": {"type": "iso_date", "fallback_to_build_date": True}})
    finally:
        shutil.rmtree(region / ".git")
    assert "2026-05-01" in text(site, "tapahtumat/kevatkonsertti")
    assert "2026-06-02" in text(site, "yhdistykset/vimpelin-martat")


def test_navigation_and_redirects_lead_to_pages_of_records(built: Build) -> None:
    redirects = {"redirects": {"redirect_maps": {"vanha.md": "paikat/seurantalo/index.md"}}}
    event = "tapahtumat/kevatkonsertti/index.md"
    site = built(redirects, OURS, "search", nav=["index.md", {"Konsertti": event}, "kaytannot/index.md"])
    assert "../paikat/seurantalo/" in text(site, "vanha")
    page = text(site, "tapahtumat/kevatkonsertti")
    assert re.search(r'class="md-nav__link md-nav__link--active"[^>]*>\s*<span[^>]*>\s*Konsertti', page)
    pieces = [one.read_text() for one in sorted((site / "haku" / "tiedot").glob("s*.json"))]
    assert "".join(pieces).count('"tapahtumat/kevatkonsertti/"') == 1
    assert (site / "sitemap.xml").read_text().count("tapahtumat/kevatkonsertti/") == 1


@pytest.mark.parametrize(
    ("plugin", "said"),
    [
        (
            {"i18n": {"languages": [{"locale": "fi", "name": "Suomi", "default": True}]}},
            "Poista liitännäinen `i18n` mkdocs.yml-tiedostosta ja luettele kielet sen sijaan",
        ),
        ("offline", "Poista liitännäinen `offline`"),
    ],
)
def test_what_cannot_go_together_is_refused_in_a_sentence(
    built: Build, caplog: pytest.LogCaptureFixture, plugin: Any, said: str
) -> None:
    for plugins in ((plugin, OURS), (OURS, plugin)):
        caplog.clear()
        with pytest.raises((Abort, PluginError)) as ended:
            built(*plugins)
        told = [one.getMessage() for one in caplog.records if one.levelname == "ERROR"] or [str(ended.value)]
        assert [line.startswith(said) for line in "".join(told).strip().splitlines()] == [True]


def test_a_theme_of_other_parts_is_refused_in_a_sentence(built: Build, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(Abort):
        built(OURS, theme={"name": "mkdocs"})
    assert "Kirjoita mkdocs.yml-tiedostoon kohtaan `theme` rivi `name: material`" in caplog.text


HOOKS = """
import json
from pathlib import Path

drawn, dated = [], {}


def on_page_markdown(markdown, page, **_):
    if page.meta.get("social", {}).get("cards", True):
        drawn.append(page.url)


def on_page_content(html, page, **_):
    if page.file.abs_src_path:
        dated[page.url] = Path(page.file.abs_src_path).name


def on_post_build(config, **_):
    Path(config.config_file_path).with_name("seen.json").write_text(json.dumps([drawn, dated]))
"""


def test_pages_of_records_name_their_files_and_want_no_card(built: Build, region: Path) -> None:
    (region / "hooks.py").write_text(HOOKS, encoding="utf-8")
    built(OURS, hooks=["hooks.py"])
    drawn, dated = json.loads((region / "seen.json").read_text())
    # A card of a page that is filled into another's shell would be the shell's.
    assert sorted(drawn) == ["", "macros/"]
    assert dated["kaytannot/kumppanuusaamiainen/"] == "kumppanuusaamiainen.md"
    assert "kalenteri/" not in dated


def test_news_are_told_of_pages_that_have_a_file() -> None:
    config = cast("MkDocsConfig", SimpleNamespace(plugins={"rss": None, "seurantalo": None}))
    assert page_meta(config, has_source=True).get("draft") is None
    assert page_meta(config, has_source=False)["draft"] is True


def test_feeds_stay_in_the_head_under_a_main_template_of_the_sites_own(built: Build, region: Path) -> None:
    (region / "oma").mkdir()
    own = '{% extends "base.html" %}{% block extrahead %}<meta name="oma">{% endblock %}'
    (region / "oma" / "main.html").write_text(own, encoding="utf-8")
    site = built(OURS, theme={"name": "material", "language": "fi", "font": False, "custom_dir": str(region / "oma")})
    for address in ("tapahtumat/kevatkonsertti", "kalenteri", "kaytannot/kumppanuusaamiainen"):
        head = text(site, address).partition("</head>")[0]
        assert re.search(r'<meta name="?oma"?>', head)
        assert 'rel="alternate feed" type="text/calendar"' in head
