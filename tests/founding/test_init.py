"""The command as a person meets it: its questions, what it refuses, and that it leaves no half of a site."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import seurantalo
from tests.founding.conftest import COMMANDS, TODAY, begin_history, founded

from seurantalo.founding import NotEmptyError, SiteFile, write_site
from seurantalo.founding.writing import refuse_unless_empty


def test_it_says_what_is_still_to_be_set(tmp_path: Path) -> None:
    said = seurantalo(
        "init",
        str(tmp_path / "kainuu"),
        "--municipality",
        "Sotkamo",
        "--municipality",
        "kuhmo",
        SEURANTALO_TODAY=TODAY,
    )
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0].endswith(f"tiedostoa kirjoitettu kansioon {tmp_path / 'kainuu'}.")
    assert lines[2:6] == [
        "Vielä täydennettävä:",
        "- mkdocs.yml (repo_url): Tiedostojen osoite verkossa, kun sellainen on.",
        "- mkdocs.yml (site_url): Sivuston oma osoite.",
        "- mkdocs.yml (editor_email): Ylläpidon rooliosoite, johon lomake lähettää ehdotukset.",
    ]
    assert lines[-1].endswith("kainuu/README.md.")


def test_what_was_given_is_not_asked_for_again(tmp_path: Path) -> None:
    more = ("--repository", "kainuu/kalenteri", "--site-url", "https://kainuu.example.org", "--editor-email",
            "toimitus@kainuu.example.org", "--calendar-id", "kainuun-menot")  # fmt: skip
    said = seurantalo("init", str(tmp_path / "x"), *COMMANDS["fi"], *more, SEURANTALO_TODAY=TODAY)
    assert "mkdocs.yml" not in said.out
    text = (tmp_path / "x" / "mkdocs.yml").read_text(encoding="utf-8")
    for line in (
        'site_name: "Kainuu"',
        "site_url: https://kainuu.example.org/",
        "repo_url: https://github.com/kainuu/kalenteri",
        '      calendar_id: "kainuun-menot"',
        '      editor_email: "toimitus@kainuu.example.org"',
    ):
        assert f"{line}\n" in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--municipality", "Sotkmo"), "Suomessa ei ole kuntaa ”Sotkmo”. Tarkoititko ”Sotkamo”?"),
        ((), "Nimeä kunnat, kukin valinnalla --municipality."),
        (("--municipality", "Kuhmo", "--language", "de"), "Kieltä ”de” ei ole. Valitse jokin näistä: fi, sv, en."),
        (("--municipality", "Kuhmo", "--forge", "svn"), "--forge: ”svn” ei käy tähän."),
        (("--municipality", "Kuhmo", "--editor-email", "toimitus"), "Kirjoita näin: toimitus@example.org"),
        (("--municipality", "Kuhmo", "--today", "joskus"), "”joskus” ei käy tähän päiväksi."),
        (("--municipality", "Kuhmo", "--program", "seurantalo.whl"), "#sha256="),
    ],
)
def test_what_it_cannot_do_it_says_and_writes_nothing(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    said = seurantalo("init", str(tmp_path / "x"), *arguments, "--lang", "fi", cwd=tmp_path)
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert list(tmp_path.iterdir()) == []


def test_the_sites_language_is_spoken_where_no_other_is_asked_for(tmp_path: Path) -> None:
    said = seurantalo("init", str(tmp_path / "x"), "--language", "sv", "--municipality", "Jomalo", cwd=tmp_path)
    assert said.err == "seurantalo: I Finland finns ingen kommun ”Jomalo”. Menade du ”Jomala”?\n"


@pytest.mark.parametrize("name", ["muistio.txt", ".seurantalo.json", "content"])
def test_a_folder_that_holds_something_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    said = seurantalo("init", str(tmp_path), *COMMANDS["fi"], SEURANTALO_TODAY=TODAY)
    assert (said.code, said.out) == (2, "")
    assert f"ei ole tyhjä: siinä on {name}." in said.err
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    said = seurantalo("init", str(tmp_path / "x"), *COMMANDS["fi"], SEURANTALO_TODAY=TODAY)
    assert (said.code, said.out) == (2, "")


def test_an_empty_folder_and_a_fresh_clone_are_taken(tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    before = here.stat().st_ino
    founded(here, *COMMANDS["fi"])
    assert here.stat().st_ino == before  # whoever stands in it stands in the site
    clone = tmp_path / "clone"
    clone.mkdir()
    begin = subprocess.run(["git", "init", "--quiet", str(clone)], check=True, capture_output=True)
    assert begin.returncode == 0
    founded(clone, *COMMANDS["fi"])
    begin_history(clone)
    assert {path.name for path in clone.iterdir()} == {path.name for path in here.iterdir()} | {".git"}


@pytest.mark.parametrize(
    ("origin", "found"),
    [
        ("https://github.com/kainuu/kalenteri.git", "https://github.com/kainuu/kalenteri"),
        (
            "https://kayttaja:salasana@git.example.org/kainuu/kalenteri.git",
            "https://git.example.org/kainuu/kalenteri",
        ),
        ("git@git.example.org:kainuu/kalenteri.git", "https://git.example.org/kainuu/kalenteri"),
    ],
)
def test_a_clone_knows_where_it_came_from(tmp_path: Path, origin: str, found: str) -> None:
    for command in (["init", "--quiet"], ["remote", "add", "origin", origin]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True, capture_output=True)
    founded(tmp_path, *COMMANDS["fi"])
    text = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"\nrepo_url: {found}\n" in text
    assert "salasana" not in text


FILES = [SiteFile(f"content/{number}/a.md", "# Sivu\n") for number in range(20)]


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, left in ((tmp_path / "new" / "site", []), (tmp_path / "there", ["there"])):
        if left:
            folder.mkdir()
        written = iter(range(10))

        def write(path: Path, text: str, *, count: Iterator[int] = written, **_: object) -> int:
            if next(count, None) is None:
                raise OSError(28, "No space left on device")
            return path.write_bytes(text.encode())

        with monkeypatch.context() as patch:
            patch.setattr(Path, "write_text", write)
            with pytest.raises(OSError, match="No space"):
                write_site(folder, FILES)
        assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == left


def test_who_is_killed_leaves_a_folder_that_still_counts_as_empty(tmp_path: Path) -> None:
    """Killed at any moment of the writing: the site is not there, or it is whole; and the next try succeeds."""
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom seurantalo.founding import SiteFile, write_site\n"
        "def files():\n    for n in range(4000):\n"
        "        if n == 5: print('on', flush=True)\n        yield SiteFile(f'content/{n}.md', '# x')\n"
        f"write_site(Path({str(tmp_path / 'site')!r}), files())\n"
    )
    for wait in (0.0, 0.02, 0.1):
        process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        site = tmp_path / "site"
        if (site / "content").exists():
            assert len(list((site / "content").iterdir())) == 4000
            return
        refuse_unless_empty(site)
    write_site(tmp_path / "site", FILES)
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["content"]
    with pytest.raises(NotEmptyError):
        refuse_unless_empty(tmp_path / "site")


def at_a_terminal(folder: Path, typed: list[str], *arguments: str) -> tuple[int, str]:
    """Run the command at a terminal where somebody types; return its code and all that stood on the screen."""
    main, other = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "seurantalo", "init", str(folder), *arguments],
        stdin=other,
        stdout=other,
        stderr=other,
        env={**os.environ, "SEURANTALO_TODAY": TODAY, "LC_ALL": "C.UTF-8", "COLUMNS": "200"},
        cwd=folder.parent,
        start_new_session=True,
    )
    os.close(other)
    os.write(main, "".join(f"{line}\n" for line in typed).encode())
    screen = b""
    while True:
        try:
            piece = os.read(main, 4096)
        except OSError:  # the other end is gone
            break
        if not piece:
            break
        screen += piece
    os.close(main)
    return process.wait(timeout=60), screen.decode().replace("\r\n", "\n")


def test_three_questions_are_asked_and_asked_again(tmp_path: Path) -> None:
    code, screen = at_a_terminal(tmp_path / "x", ["fi", "Sotkmo", "sotkamo ja Kuhmo", "svn", "gitlab"])
    assert code == 0, screen
    assert "Sivuston kieli/Webbplatsens språk/The site's language (fi, sv, en)" in screen
    assert "Suomessa ei ole kuntaa ”Sotkmo”. Tarkoititko ”Sotkamo”?" in screen
    assert screen.count("Mitkä kunnat?") == 2
    assert screen.count("Missä tiedostot pidetään? (github, forgejo, gitlab, none) [github]") == 2
    assert (tmp_path / "x" / ".gitlab-ci.yml").exists()
    assert (tmp_path / "x" / "content/municipalities/kuhmo.md").exists()


def test_what_was_given_is_no_question(tmp_path: Path) -> None:
    code, screen = at_a_terminal(tmp_path / "x", [], *COMMANDS["sv"], "--forge", "none")
    assert code == 0, screen
    assert "?" not in screen
    assert "> " not in screen


def test_who_has_enough_of_questions_gets_nothing(tmp_path: Path) -> None:
    """Control-D, the end of what is typed."""
    code, screen = at_a_terminal(tmp_path / "x", ["fi", "\x04"])
    assert code == 130, screen
    assert "Traceback" not in screen
    assert list(tmp_path.iterdir()) == []
