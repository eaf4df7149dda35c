"""An exported folder: complete, ours alone, and built by a generator that knows nothing of us."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from tests.mkdocs_plugin.conftest import TRICKY, bulk, event, publication

from seurantalo.cli.export import MARKER, export
from seurantalo.cli.usage_error import UsageError
from seurantalo.exporting import markdown_page, one_block
from seurantalo.publishing.previews import previewed
from seurantalo.publishing.publication import File, Publication, Site

EVENTS = (
    event(1),
    event(
        2,
        title=TRICKY,
        description=TRICKY,
        body=(
            "<h1>Kuoro</h1>\n\n    <p>neljä väliä</p>\n\n\n<p>**ei Markdownia** {{ x }} {% y %} [a](b)</p>\n"
            '<pre>a\n\n  b</pre>\n\n<script type=\'application/ld+json\'>{"a":\n\n{"b": 1}}</script>\n# ei otsikko\n'
        ),
    ),
    event(3, searchable=False),
)


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_the_folder_has_exactly_these_files(tmp_path: Path) -> None:
    export(publication(event(1)), tmp_path / "out")
    assert files_in(tmp_path / "out") == [
        MARKER,
        "assets/seurantalo/kartta.js",
        "assets/seurantalo/seurantalo.css",
        "ical/kaikki.ics",
        "index.md",
        "kalenteri/index.md",
        "tapahtumat/index.md",
        "tapahtumat/tapahtuma-1/index.md",
        "tapahtumat/tapahtuma-1/tapahtuma-1.ics",
        "yhdistykset/kyla/index.md",
    ]
    assert files_in(tmp_path) == [f"out/{name}" for name in files_in(tmp_path / "out")]


def test_two_sources_of_one_file_are_a_mistake(tmp_path: Path) -> None:
    made = publication(files=(File("ical/kaikki.ics", b"a"), File("ical/kaikki.ics", b"b")))
    with pytest.raises(UsageError, match=r"ical/kaikki\.ics is made twice"):
        export(made, tmp_path / "out")


def test_a_page_is_front_matter_and_one_block() -> None:
    page = event(1, title='A "B" <c>', searchable=False)
    text = markdown_page(page, (('<link rel="stylesheet" href="{}">', "assets/a b.css"),))
    _, front, body = text.split("---\n")
    assert yaml.safe_load(front) == {
        "title": "A ”B” ‹c›",
        "description": "Kuvaus 1",
        "hide": ["toc"],
        "search": {"exclude": True},
        "source": "events/2027/tapahtuma-1.yml",
        "feeds": [
            {"path": "tapahtumat/tapahtuma-1/tapahtuma-1.ics", "title": "Tapahtuma 1", "type": "text/calendar"}
        ],
    }
    assert body == (
        '\n<div>\n<link rel="stylesheet" href="../../assets/a%20b.css">\n<h1>Tapahtuma 1</h1>\n'
        '<p>Teksti <a href="../../kalenteri/">kalenteri</a></p>\n</div>\n'
    )


def test_what_a_page_says_of_itself_is_shown_with_a_link_to_it_too() -> None:
    site = Site(name="Seurantalo", url="https://seurantalo.example.org/", description="Yhteinen kalenteri")
    for page, words in ((event(1), "Kuvaus 1"), (replace(event(1), description=""), "Yhteinen kalenteri")):
        front = yaml.safe_load(markdown_page(previewed(page, site), ()).split("---\n")[1])
        assert re.findall('<meta property="og:description" content="([^"]*)">', front["head"]) == [words]


def test_a_block_has_no_blank_line_and_no_template_code() -> None:
    block = one_block(EVENTS[1].body)
    assert "\n\n" not in block
    assert "{{" not in block.split("<script")[0]
    assert "<pre>a&#10;&#10;  b</pre>" in block
    assert '{"a":\n{"b": 1}}' in block


def test_a_second_export_touches_only_what_changed(tmp_path: Path) -> None:
    first = export(publication(event(1), event(2)), tmp_path)
    again = export(publication(event(1), event(2)), tmp_path)
    assert (first.changed, again.changed) == (len(files_in(tmp_path)) - len([MARKER]), 0)
    changed = export(publication(event(1, title="Uusi")), tmp_path)
    assert changed.changed == 2
    assert not (tmp_path / "tapahtumat/tapahtuma-2").exists()


def test_what_others_keep_under_a_dot_stays(tmp_path: Path) -> None:
    export(publication(event(1)), tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/config").touch()
    export(publication(), tmp_path)
    assert (tmp_path / ".git/config").is_file()


def test_a_folder_of_someone_elses_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tärkeä.txt").touch()
    with pytest.raises(UsageError, match="isn't empty"):
        export(publication(), tmp_path)
    assert files_in(tmp_path) == ["tärkeä.txt"]
    with pytest.raises(UsageError, match="not a folder"):
        export(publication(), tmp_path / "tärkeä.txt")


@pytest.mark.parametrize("path", ["../a", "/a", "a/../../b", "a\\..\\b", "", "C:a"])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="inside"):
        export(Publication(files=(File(path, b"x"),)), tmp_path / "out")
    assert [name for name in files_in(tmp_path) if not name.startswith("out/")] == []


def test_plain_mkdocs_with_material_builds_it(tmp_path: Path) -> None:
    export(publication(*EVENTS), tmp_path / "pages")
    config = {"site_name": "A", "docs_dir": "pages", "theme": {"name": "material"}, "plugins": ["search"]}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config))
    build(load_config(str(tmp_path / "mkdocs.yml"), strict=True))
    html = (tmp_path / "site/tapahtumat/tapahtuma-2/index.html").read_text()
    assert "<p>neljä väliä</p>\n<p>**ei Markdownia** &#123;{ x }} &#123;% y %} [a](b)</p>" in html
    assert "\n# ei otsikko\n" in html
    assert html.count("<h1") == 1
    assert "<script>x" not in html
    assert '<link rel="stylesheet" href="../../assets/seurantalo/seurantalo.css">' in html
    assert (tmp_path / "site/tapahtumat/tapahtuma-2/tapahtuma-2.ics").is_file()
    assert (tmp_path / "site/assets/seurantalo/seurantalo.css").is_file()


def test_bulk_pages_are_exported_with_the_others(tmp_path: Path) -> None:
    export(Publication(bulk=(bulk(event(1)), bulk(event(2)))), tmp_path)
    assert files_in(tmp_path) == [
        MARKER,
        "tapahtumat/tapahtuma-1/index.md",
        "tapahtumat/tapahtuma-2/index.md",
    ]
