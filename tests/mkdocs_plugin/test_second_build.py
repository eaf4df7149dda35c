"""A build after another one: it makes what has changed, and its site is that of a build from nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from tests.small import MKDOCS_YML, project, write

from seurantalo import earlier_build, publishing
from seurantalo import project as projects
from seurantalo.mkdocs_plugin import bulk, plugin
from seurantalo.publishing.api import linked_events_files
from seurantalo.publishing.feeds import feed_files
from seurantalo.reading import community_reader

EVENT = "otsikko: {title}\nalkaa: {day} klo 18\njärjestäjä: vimpelin-martat\npaikka: seurantalo\n"
#: A build that makes each piece of the work in a process of its own.
EACH_APART = """
from mkdocs.__main__ import cli
from seurantalo.mkdocs_plugin import bulk, pieces
bulk.VERY_MANY = pieces.VERY_MANY = 1
cli()
"""


def events(*days: str) -> dict[str, str]:
    return {
        f"events/ilta-{number}.yml": EVENT.format(title=f"Ilta {number}", day=day)
        for number, day in enumerate(days, start=1)
    }


class Site:
    """A project's site, and which of its bulk pages each build made."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        self.made: list[str] = []

    def build(self) -> dict[str, bytes]:
        self.made.clear()
        config = load_config(str(self.root / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        # In this process, where the test sees what is made.
        vars(config.plugins["seurantalo"])["_processes"] = 1
        build(config)
        site = self.root / "site"
        return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}

    def from_nothing(self) -> dict[str, bytes]:
        shutil.rmtree(self.root / "site")
        return self.build()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    monkeypatch.setattr(earlier_build, "cache_folder", lambda: tmp_path / "cache")
    found = Site(project(tmp_path / "project", {"mkdocs.yml": MKDOCS_YML, **events("3.5.2027", "4.6.2027")}))
    monkeypatch.setenv("SEURANTALO_TODAY", "2027-03-01")
    plain = bulk.Remembering.noted

    def noted(self: bulk.Remembering, path: str, *about: object) -> object:
        found.made.append(path)
        return plain(self, path, *about)  # type: ignore[arg-type]

    monkeypatch.setattr(bulk.Remembering, "noted", noted)
    return found


def pages(made: list[str]) -> list[str]:
    return sorted(path.split("/")[1] for path in made if path.startswith("tapahtumat/") and path.endswith(".html"))


def test_a_second_build_makes_the_pages_that_have_changed(site: Site) -> None:
    first = site.build()
    assert pages(site.made) == ["ilta-1", "ilta-2", "kevatkonsertti"]
    assert site.build() == first
    assert pages(site.made) == []
    write(site.root, {"events/ilta-2.yml": EVENT.format(title="Toinen nimi", day="4.6.2027")})
    again = site.build()
    assert pages(site.made) == ["ilta-2"]
    assert "Toinen nimi" in again["tapahtumat/ilta-2/index.html"].decode()
    assert site.from_nothing() == again
    assert pages(site.made) == ["ilta-1", "ilta-2", "kevatkonsertti"]


def test_beside_the_rendering_others_make_what_has_changed(tmp_path: Path) -> None:
    root = project(tmp_path / "project", {"mkdocs.yml": MKDOCS_YML, **events("3.5.2027", "4.6.2027")})

    def built(*how: str) -> dict[str, bytes]:
        # In a process of its own: this one may have threads, and would not be copied then.
        environment = {"SEURANTALO_TODAY": "2027-03-01", "XDG_CACHE_HOME": str(tmp_path / "cache")}
        subprocess.run(
            [sys.executable, *(how or ("-m", "mkdocs")), "build", "-q"],
            cwd=root,
            env=os.environ | environment,
            check=True,
        )
        site = root / "site"
        return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}

    first = built()
    assert built() == first
    shutil.rmtree(root / "site")
    assert built("-c", EACH_APART) == first
    (root / "events/ilta-1.yml").unlink()
    write(root, {"events/ilta-2.yml": EVENT.format(title="Toinen nimi", day="4.6.2027")})
    again = built()
    told = b"".join(text for path, text in again.items() if path.startswith("haku/tiedot/"))
    assert (b"Toinen nimi" in told, b"Ilta 1" in told) == (True, False)
    shutil.rmtree(root / "site")
    assert built() == again


def test_without_an_event_the_others_stay(site: Site) -> None:
    site.build()
    (site.root / "events/ilta-1.yml").rename(site.root / "events/avajaiset.yml")
    again = site.build()
    assert pages(site.made) == ["avajaiset"]
    (site.root / "events/avajaiset.yml").unlink()
    assert not any("avajaiset" in path for path in site.build())
    assert pages(site.made) == []
    assert "tapahtumat/avajaiset/index.html" in again


def test_it_makes_again_what_somebody_took_or_altered(site: Site) -> None:
    first = site.build()
    (site.root / "site/tapahtumat/ilta-1/index.html").unlink()
    (site.root / "site/tapahtumat/ilta-2/index.html").write_text("<h1>Muu</h1>")
    assert site.build() == first
    assert pages(site.made) == ["ilta-1", "ilta-2"]


def test_what_becomes_of_the_program_while_it_runs_is_another_ones(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "plugin.py"
    monkeypatch.setattr(plugin, "__file__", str(module))
    for words in ("# one", "# another"):
        module.write_text(words)
        site.build()
    assert pages(site.made) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("content/organisations/vimpelin-martat.md", "Vimpelin Martat", "Martat"),
        ("mkdocs.yml", "site_name: Koe", "site_name: Toinen"),
        ("mkdocs.yml", "language: fi, editor", "horizon_days: 90, editor"),
    ],
)
def test_on_other_ground_everything_is_made(site: Site, name: str, old: str, new: str) -> None:
    first = site.build()
    words = (site.root / name).read_text(encoding="utf-8")
    write(site.root, {name: words.replace(old, new)})
    again = site.build()
    assert pages(site.made) == ["ilta-1", "ilta-2", "kevatkonsertti"]
    assert again != first
    assert site.from_nothing() == again


def test_after_a_hook_has_changed_everything_is_made(site: Site) -> None:
    write(site.root, {"hook.py": "def on_post_page(output, **given):\n    return output + '<!-- a -->'\n"})
    config = site.root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "\nhooks: [hook.py]\n", encoding="utf-8")
    first = site.build()
    assert b"<!-- a -->" in first["tapahtumat/ilta-1/index.html"]
    assert site.build() == first
    assert pages(site.made) == []
    write(site.root, {"hook.py": "def on_post_page(output, **given):\n    return output + '<!-- other -->'\n"})
    site.build()
    assert pages(site.made) == ["ilta-1", "ilta-2", "kevatkonsertti"]


def test_in_a_day_everything_is_made(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.build()
    monkeypatch.setenv("SEURANTALO_TODAY", "2027-05-04")
    again = site.build()
    assert len(pages(site.made)) == 3
    assert site.from_nothing() == again


def test_of_very_many_events_the_site_is_the_same(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    told = "kuvaus: |\n  Tervetuloa – “kaikki” 🎉.\n\n" + 30 * "  Ovi on auki, [[paikka:seurantalo]].\n"
    write(site.root, {"events/pitka.yml": EVENT.format(title="Pitkä ilta", day="5.7.2027") + told})
    usual = site.build()
    monkeypatch.setattr(projects, "MOST_TRACED", 2)
    monkeypatch.setattr(community_reader, "_VERY_MANY", 2)
    monkeypatch.setattr(feed_files, "_MOST_WRITTEN", 0)
    monkeypatch.setattr(linked_events_files, "_REMEMBERED", 0)
    assert site.from_nothing() == usual
    assert not site.made
    write(site.root, {"events/ilta-1.yml": EVENT.format(title="Toinen ilta", day="3.5.2027")})
    changed = site.build()
    assert changed != usual
    assert changed == site.from_nothing()


@pytest.mark.parametrize("field", ["esteettömyys: {}", "ohjelma:\n  - teksti: {}", "ilmoittautuminen:\n  teksti: {}"])
def test_a_name_in_any_text_means_who_has_it_now(site: Site, field: str) -> None:
    told = field.format('"Katso [[tapahtuma:Ilta 2]], [[tapahtuma:ilta-2]]"')
    write(site.root, {"events/avajaiset.yml": EVENT.format(title="Avajaiset", day="2.5.2027") + told + "\n"})
    site.build()
    for number, title in enumerate(("Ilta 2", "Ilta 1"), start=1):
        write(site.root, {f"events/ilta-{number}.yml": EVENT.format(title=title, day=f"{number + 2}.5.2027")})
    again = site.build()
    links = b'<a href="../../tapahtumat/ilta-1/">Ilta 2</a>, <a href="../../tapahtumat/ilta-2/">Ilta 1</a>'
    assert b"Katso " + links in again["tapahtumat/avajaiset/index.html"]
    assert again == site.from_nothing()


def test_each_language_has_its_own(site: Site) -> None:
    write(site.root, {"mkdocs.yml": MKDOCS_YML.replace("language: fi, editor", "languages: fi sv, editor")})
    first = site.build()
    assert len(pages(site.made)) == 6
    assert site.build() == first
    assert pages(site.made) == []


def test_the_search_knows_the_pages_that_were_not_made(site: Site) -> None:
    for search in ("own", "theme"):
        text = MKDOCS_YML.replace("language: fi, editor", f"search: {search}, editor")
        write(site.root, {"mkdocs.yml": text.replace("plugins:\n", "plugins:\n  - search\n")})
        first = site.build()
        assert site.build() == first
        assert pages(site.made) == []


CHOIRS = """
from seurantalo.publishing import PageKind
from seurantalo.publishing.page_kinds import Pages
from seurantalo.publishing.parts import Part
from seurantalo.publishing.publication import Page

def pages(ctx):
    titles = sorted(str(one.event.title) for one in ctx.calendar.occurrences)
    return Pages(("a",), lambda name: Page(address=f"kuorot/{name}/", title="Kuorot", body=f"<h1>K</h1>{titles}"))

PAGE = PageKind(name="choirs", folder="kuorot/", reads={Part.DATES}, order=1000, pages=pages, bulk=True)
"""


def test_pages_of_a_kind_of_ones_own_are_made_again(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = tmp_path / "installed" / "choirs-1.0.dist-info"
    write(tmp_path / "installed", {"choirs.py": CHOIRS, f"{record.name}/METADATA": "Name: choirs\nVersion: 1.0\n"})
    write(record, {"entry_points.txt": "[seurantalo.pages]\nchoirs = choirs:PAGE\n"})
    monkeypatch.syspath_prepend(tmp_path / "installed")
    site.build()
    write(site.root, {"events/ilta-2.yml": EVENT.format(title="Toinen nimi", day="4.6.2027")})
    again = site.build()
    assert pages(site.made) == ["ilta-2"]
    assert "Toinen nimi" in again["kuorot/a/index.html"].decode()
    write(tmp_path / "installed", {"choirs.py": CHOIRS.replace("K</h1>", "Kuorot</h1>")})
    del sys.modules["choirs"]
    assert "Kuorot</h1>" in site.build()["kuorot/a/index.html"].decode()
    assert pages(site.made) == ["ilta-1", "ilta-2", "kevatkonsertti"]


def test_a_template_behind_a_link_is_ground_too(site: Site) -> None:
    name = "event/event.html"
    ours = (Path(publishing.__file__).parent / "pages" / name).read_text(encoding="utf-8")
    theme = MKDOCS_YML.replace("theme: {", "theme: {custom_dir: own, ")
    write(site.root, {"mkdocs.yml": theme, f"elsewhere/{name}": ours})
    (site.root / "own/seurantalo").mkdir(parents=True)
    (site.root / "own/seurantalo/event").symlink_to(site.root / "elsewhere/event", target_is_directory=True)
    site.build()
    write(site.root, {f"elsewhere/{name}": f"{ours}<!-- -->"})
    site.build()
    assert pages(site.made) == ["ilta-1", "ilta-2", "kevatkonsertti"]
