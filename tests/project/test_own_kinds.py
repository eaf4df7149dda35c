"""A site's own pages and files come from installed packages: a package as an installer leaves it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from seurantalo.own_kinds import FEEDS, PAGES, OwnKindError, own_feeds, own_pages

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
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
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
        monkeypatch.delitem(sys.modules, "choirs", raising=False)

    yield install_package
    sys.modules.pop("choirs", None)


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
