"""A site's own pages and files come from installed packages: a package as an installer leaves it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.pages.small_region import context, rich_records

from seurantalo.own_kinds import FEEDS, PAGES, OwnKindError, own_feeds, own_pages
from seurantalo.publishing import publish

MODULE = """
from seurantalo.publishing import FileKind, PageKind
from seurantalo.publishing.page_kinds import alone
from seurantalo.publishing.publication import File, Page

PAGE = PageKind(
    name="choirs", folder="kuorot/", reads=set(), order=1000,
    pages=alone(lambda ctx: Page(address="kuorot/", title="Kuorot", body="<h1>Kuorot</h1>")),
)
FEED = FileKind(name="choirs", folders=("kuorot/",), reads=set(), files=lambda ctx: [File("kuorot/a.txt", b"a")])
"""
Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install a package of one module, ``choirs``, with entry points by group."""

    def install_package(module: str = MODULE, **points: str) -> None:
        (tmp_path / "choirs.py").write_text(module, encoding="utf-8")
        record = tmp_path / "choirs-1.0.dist-info"
        record.mkdir()
        (record / "METADATA").write_text("Metadata-Version: 2.1\nName: choirs\nVersion: 1.0\n", encoding="utf-8")
        groups = {"pages": PAGES, "feeds": FEEDS}
        lines = "".join(f"[{groups[name]}]\nchoirs = {point}\n" for name, point in points.items())
        (record / "entry_points.txt").write_text(lines, encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)

    return install_package


def test_without_packages_there_are_no_kinds_of_ones_own() -> None:
    assert (own_pages(), own_feeds()) == ((), ())


def test_pages_and_feeds_of_a_package_are_found(install: Install) -> None:
    install(pages="choirs:PAGE", feeds="choirs:FEED")
    assert [kind.name for kind in own_pages()] == ["choirs"]
    assert [kind.folders for kind in own_feeds()] == [("kuorot/",)]


@pytest.mark.parametrize(
    ("module", "point", "why"),
    [
        (MODULE, "choirs:FEED", "is no PageKind"),
        (MODULE, "choirs:NOTHING", "can't be loaded"),
        ("import nothing_of_that_name", "choirs:PAGE", "can't be loaded"),
    ],
)
def test_what_is_no_kind_of_page_ends_the_run(install: Install, module: str, point: str, why: str) -> None:
    install(module, pages=point)
    with pytest.raises(OwnKindError, match=why):
        own_pages()


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('name="choirs", folder', 'name="agenda", folder', "has the name of another kind: “agenda”"),
        ('folder="kuorot/"', 'folder="kuorot"', "none in the site: “kuorot”"),
        ('folder="kuorot/"', 'folder="../kuorot/"', "none in the site"),
        ('folder="kuorot/"', 'folder="/kuorot/"', "none in the site"),
        ('Page(address="kuorot/", title="Kuorot", body="<h1>Kuorot</h1>")', "None", "makes no Page"),
        ('Page(address="kuorot/"', 'Page(address="muualla/"', "a page at “muualla/” and not at “kuorot/”"),
        ('title="Kuorot"', "title=1 / 0", "fails: ZeroDivisionError: division by zero"),
        ('title="Kuorot"', "title=ctx.calendar.occurrences", "reads “dates” and does not declare it"),
    ],
)
def test_a_page_that_fails_or_does_another_thing_than_it_says_is_told(
    install: Install, old: str, new: str, why: str
) -> None:
    assert old in MODULE
    install(MODULE.replace(old, new), pages="choirs:PAGE")
    with pytest.raises(OwnKindError, match=why):
        list(publish(context(*rich_records()), own_pages()).pages)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('FileKind(name="choirs"', 'FileKind(name="news"', "has the name of another kind: “news”"),
        ('folders=("kuorot/",)', 'folders="kuorot/"', "no tuple"),
        ('folders=("kuorot/",)', 'folders=("/kuorot/",)', "none in the site"),
        ('File("kuorot/a.txt"', 'File("muualla/a.txt"', "“muualla/a.txt”, which is not below kuorot/"),
        ('File("kuorot/a.txt"', 'File("kuorot/../../a.txt"', "which is not below"),
        ('[File("kuorot/a.txt", b"a")]', '2 * [File("kuorot/a.txt", b"a")]', "“kuorot/a.txt” twice"),
        ('b"a")]', '"a")]', "no File of bytes"),
        ('b"a")]', "ctx.community.events)]", "reads “event” and does not declare it"),
        ('b"a")]', "b''[0])]", "fails: IndexError"),
    ],
)
def test_a_file_that_fails_or_stands_elsewhere_is_told(install: Install, old: str, new: str, why: str) -> None:
    assert old in MODULE
    install(MODULE.replace(old, new), feeds="choirs:FEED")
    with pytest.raises(OwnKindError, match=why):
        [list(files) for files in publish(context(*rich_records()), (), own_feeds()).bulk_files]


def test_what_a_package_makes_is_published(install: Install) -> None:
    install(pages="choirs:PAGE", feeds="choirs:FEED")
    made = publish(context(*rich_records()), own_pages(), own_feeds())
    assert made.pages[-1].title == "Kuorot"
    assert [file.path for file in made.bulk_files[-1]] == ["kuorot/a.txt"]
