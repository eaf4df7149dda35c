"""Pages without the site's shell: whole, without script, in the site's colours."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.pages.small_region import SITE, context

from seurantalo.publishing.assets import asset_files
from seurantalo.publishing.pages.shared.bare import Refresh, bare_page

SHEETS = {file.path.rpartition("/")[2]: file.content.decode() for file in asset_files() if file.path.endswith(".css")}
OWN = """{% extends "shared/bare.html" %}
{% block head %}<style>h1 { color: red }</style>{% endblock %}
{% block body %}<h1>{{ title }}</h1><p>{{ words }}</p>{% endblock %}
"""
WRITTEN = """<!doctype html>
<html lang="fi">
<head>
<meta charset="utf-8">
<title>Menot &lt;3</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="20; url=../2/">
<link rel="stylesheet" href="../../../assets/seurantalo/ehdota/bare.css">
<style>h1 { color: red }</style></head>
<body>
<h1>Menot &lt;3</h1><p>&lt;script&gt;</p></body>
</html>
"""


def test_it_is_a_whole_page_and_what_is_contributed_is_text(tmp_path: Path) -> None:
    (tmp_path / "own.html").write_text(OWN, encoding="utf-8")
    ctx = context(site=replace(SITE, templates=str(tmp_path)))
    onwards = Refresh(20, "../2/")
    file = bare_page(ctx, "kanavat/x/naytto/index.html", "own.html", "Menot <3", refresh=onwards, words="<script>")
    assert (file.path, file.content.decode()) == ("kanavat/x/naytto/index.html", WRITTEN)


def colours(sheet: str, selector: str) -> dict[str, str]:
    start = SHEETS[sheet].index(f"{selector} {{")
    return dict(re.findall(r"(--st-[\w-]+): ([^;]+);", SHEETS[sheet][start : SHEETS[sheet].index("}", start)]))


@pytest.mark.parametrize(
    ("bare", "site"),
    [("\n:root", "\n[data-md-color-scheme]"), ("dark) {\n  :root", '\n[data-md-color-scheme="slate"]')],
)
def test_its_colours_are_those_of_the_site(bare: str, site: str) -> None:
    ours, theirs = colours("bare.css", bare), colours("seurantalo.css", site)
    shared = ours.keys() & theirs.keys() - {"--st-ink", "--st-paper", "--st-link"}
    assert len(shared) >= 10
    assert {name: ours[name] for name in shared} == {name: theirs[name] for name in shared}


@pytest.mark.parametrize(
    ("asked", "own"), [(":root:has(#vaalea:target)", "\n:root"), (":root:has(#tumma:target)", "dark) {\n  :root")]
)
def test_a_frame_that_is_asked_to_be_light_or_dark_has_the_same_colours(asked: str, own: str) -> None:
    assert colours("frame.css", asked) == colours("bare.css", own)
