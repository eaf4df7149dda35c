"""Calendars of strangers: one job reads them and may do nothing, another proposes files and reads nothing else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.cli.calendar_server import Server, evenings, serving
from tests.cli.conftest import MKDOCS_YML, git, seurantalo
from tests.workflows.shell import ROOT, Runner, workflow

from seurantalo.cli import download as network
from seurantalo.cli.public_address import is_public

MakeRunner = Callable[[], Runner]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    real = is_public
    monkeypatch.setattr(network, "is_public", lambda address: address.is_loopback or real(address))
    with serving() as found:
        yield found


@pytest.fixture
def region(tmp_path: Path, server: Server) -> Path:
    """A repository with one external calendar, and the place it is pushed to."""
    home = tmp_path / "region"
    shutil.copytree(ROOT / "tests" / "reading" / "base", home)
    calendars = (
        "      external_calendars:\n        martat: {name: Marttojen kalenteri, "
        f"url: {server.url()}, organisation: vimpelin-martat}}\n"
    )
    (home / "mkdocs.yml").write_text(MKDOCS_YML + calendars, encoding="utf-8")
    git(tmp_path, "init", "--quiet", "--bare", "origin")
    git(home, "init", "--quiet")
    git(home, "add", "--all")
    git(home, "commit", "--quiet", "--message", "Alku")
    git(home, "remote", "add", "origin", str(tmp_path / "origin"))
    return home


@pytest.fixture
def handed(region: Path, server: Server, tmp_path: Path) -> Path:
    """What the reading job hands over; the repository is as it was."""
    server.answers["/koe.ics"] = evenings(2)
    file = tmp_path / "haettu.json"
    assert seurantalo("fetch", "--hand-over", str(file), cwd=region).code == 0
    git(region, "checkout", "--quiet", ".")
    git(region, "clean", "--quiet", "--force", "-d")
    return file


def proposed(region: Path, tmp_path: Path, file: Path, *answers: tuple[list[str], str]) -> Runner:
    """Run the steps of the job that proposes."""
    runner = Runner(tmp_path / "runner", region, {"github.event.repository.default_branch": "main"}, list(answers))
    (runner.temp / "haettu").mkdir()
    shutil.copy(file, runner.temp / "haettu" / "haettu.json")
    taken = runner.run("hae.yml", "ehdota", "Take the files")
    assert taken.returncode == 0, taken.stderr
    done = runner.run("hae.yml", "ehdota", "Propose what has changed")
    assert done.returncode == 0, done.stderr
    return runner


def test_what_changed_is_handed_over_and_nothing_where_nothing_did(
    region: Path, server: Server, tmp_path: Path
) -> None:
    server.answers["/koe.ics"] = evenings(2)
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    seurantalo("fetch", "--hand-over", str(first), cwd=region)
    given = json.loads(first.read_text(encoding="utf-8"))
    assert sorted(given["files"]) == [f"events/ulkoiset/martat/martat-ilta-{number}.yml" for number in (0, 1)]
    assert given["said"] == ["Marttojen kalenteri: 2 tapahtumaa (uusia 2, muuttuneita 0, poistuneita 0)."]
    said = seurantalo("fetch", "--hand-over", str(second), cwd=region)
    assert said.code == 0
    assert not second.exists()


def test_the_proposal_is_made_and_answered(region: Path, handed: Path, tmp_path: Path) -> None:
    runner = proposed(region, tmp_path, handed, (["view"], "7\n"))
    assert runner.asked == [
        ["auth", "setup-git"],
        [
            *("pr", "create", "--title", "Ulkoisten kalenterien tapahtumat"),
            *("--body-file", str(runner.temp / "sanat" / "body.md")),
            *("--base", "main", "--head", "ulkoiset-kalenterit"),
        ],
        ["pr", "view", "ulkoiset-kalenterit", "--json", "number", "--jq", ".number"],
        ["workflow", "run", "vastaus.yml", "--ref", "main", "-f", "number=7"],
    ]
    pushed = git(tmp_path / "origin", "show", "--name-only", "--format=%s", "ulkoiset-kalenterit").splitlines()
    assert pushed == [
        "Päivitä ulkoisten kalenterien tapahtumat",
        "",
        "events/ulkoiset/martat/martat-ilta-0.yml",
        "events/ulkoiset/martat/martat-ilta-1.yml",
    ]
    assert (runner.temp / "sanat" / "body.md").read_text(encoding="utf-8") == (
        "Komento seurantalo fetch sanoi:\n\n"
        "    Marttojen kalenteri: 2 tapahtumaa (uusia 2, muuttuneita 0, poistuneita 0).\n"
    )


def test_a_proposal_that_waits_is_renewed(region: Path, handed: Path, tmp_path: Path) -> None:
    runner = proposed(region, tmp_path, handed, (["create"], "FAILS"), (["view"], "7\n"))
    assert [words[:3] for words in runner.asked][2] == ["pr", "edit", "ulkoiset-kalenterit"]
    assert runner.asked[-1][:3] == ["workflow", "run", "vastaus.yml"]


def test_what_is_there_already_is_not_proposed(region: Path, handed: Path, tmp_path: Path, server: Server) -> None:
    del server
    seurantalo("fetch", "--take-over", str(handed), cwd=region)
    git(region, "add", "--all")
    git(region, "commit", "--quiet", "--message", "Ehdotus hyväksytty")
    assert proposed(region, tmp_path, handed).asked == []


@pytest.mark.parametrize("path", ["mkdocs.yml", "events/2027/x.yml", "events/ulkoiset/muu/x.yml", ".github/x.yml"])
def test_only_snapshots_of_configured_calendars_are_taken(region: Path, tmp_path: Path, path: str) -> None:
    file = tmp_path / "haettu.json"
    file.write_text(json.dumps({"version": 1, "files": {path: "x"}, "said": []}), encoding="utf-8")
    said = seurantalo("fetch", "--take-over", str(file), cwd=region)
    assert said.code == 2
    assert "haettu.json ei ole toisen komennon luovuttama tiedosto" in said.err
    assert git(region, "status", "--short") == ""


def test_the_reading_job_goes_on_after_a_calendar_that_fails(region: Path, tmp_path: Path) -> None:
    """The server has no such calendar: told, in red, and nothing is handed over."""
    runner = Runner(tmp_path / "runner", region)
    done = runner.run("hae.yml", "hae", "Fetch the calendars")
    assert done.returncode == 0, done.stderr
    assert runner.outputs == {"failed": "yes"}
    assert runner.run("hae.yml", "hae", "Say whether a calendar failed").returncode == 1


def test_without_external_calendars_nothing_is_done(region: Path, tmp_path: Path) -> None:
    (region / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    runner = Runner(tmp_path / "runner", region)
    done = runner.run("hae.yml", "hae", "Fetch the calendars")
    assert (done.returncode, runner.outputs) == (0, {})
    assert "haettavaa ei ole" in done.stdout


def test_no_job_both_reads_calendars_and_may_write() -> None:
    jobs = workflow("hae.yml")["jobs"]
    assert workflow("hae.yml")["permissions"] == {}
    assert jobs["hae"]["permissions"] == {"contents": "read"}
    runs = " ".join(step.get("run", "") for step in jobs["ehdota"]["steps"])
    assert "seurantalo fetch --take-over" in runs
    assert runs.count("seurantalo fetch") == 1
