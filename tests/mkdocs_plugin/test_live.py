"""A server answers every address as a full build would, and makes each page only when it is asked for."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from time import sleep

import pytest
from tests.mkdocs_plugin.live_server import FILES, Project

CONCERT = "otsikko: Konsertti & <b>\nalkaa: 20.4.2027 klo 18\njärjestäjä: kyla\npaikka: lava\n"
STAGE = "nimi: Lava\nkunta: lampi\n"


def different(project: Project, full: dict[str, bytes]) -> list[str]:
    """The paths whose answer is not what a full build has made."""
    assert len(full) > 100
    return [path for path, content in full.items() if project.get(path) != (200, content)]


@pytest.mark.parametrize("languages", ["", "fi sv"])
def test_what_is_asked_for_is_what_a_build_makes(tmp_path: Path, languages: str) -> None:
    with closing(Project(tmp_path, languages=languages)) as project:
        before = project.full()
        assert different(project, before) == []
        project.write("events/2027/kahvit.yml", FILES["events/2027/kahvit.yml"].replace("Kahvit", "Iltakahvit"))
        project.write("content/venues/lava.yml", STAGE)
        project.write("events/2027/konsertti.yml", CONCERT)
        (project.root / "events/2027/tanssit.yml").unlink()
        project.renew()
        assert project.runs == 0
        after = project.full()
        assert different(project, after) == []
        gone = before.keys() - after.keys()
        assert "tapahtumat/tanssit/index.html" in gone
        assert [path for path in gone if project.get(path)[0] != 404] == []


def test_what_an_editor_leaves_beside_a_page_stops_nothing(tmp_path: Path) -> None:
    with closing(Project(tmp_path)) as project:
        (project.root / "content/.#tietoa.md").symlink_to("kirjoittaja@kone.123:456")
        project.write("content/tietoa.md~", "# Ennen\n")
        project.write("events/2027/kahvit.yml", FILES["events/2027/kahvit.yml"].replace("Kahvit", "Iltakahvit"))
        project.renew()
        assert b"Iltakahvit" in project.get("tapahtumat/kahvit/")[1]
        project.write("content/tietoa.md", "# Uutta\n")
        project.renew()
        assert b'<h1 id="uutta">' in project.get("tietoa/")[1]
        assert different(project, project.full()) == []


def test_who_waits_for_a_build_is_told_the_mistakes_that_it_finds(tmp_path: Path) -> None:
    with closing(Project(tmp_path)) as project, ThreadPoolExecutor(1) as reader:
        server = project.server
        # As MkDocs says that a build has begun, and that it has ended.
        server._wanted_epoch += 1
        asked = reader.submit(project.get, "tapahtumat/kahvit/")
        while not server._epoch_cond._waiters:  # type: ignore[attr-defined]  # it has not come to wait yet
            sleep(0.01)
        project.write("events/2027/kahvit.yml", "otsikko: Kahvit\nalkaa: ei koskaan\n")
        project.renew()
        with server._epoch_cond:
            server._visible_epoch = server._wanted_epoch
            server._epoch_cond.notify_all()
        assert b"ei koskaan" in asked.result()[1]
