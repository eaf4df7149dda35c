"""How far long work has come, as people see it who wait before a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from tests import small

from seurantalo import progress

#: Nobody waits here: what is shown is shown at once.
AT_ONCE = "from seurantalo import progress; progress.PATIENCE = progress._PAUSE = 0.0;"
CHECK = "import sys; from seurantalo.cli import main; sys.exit(main(['check', '--project', '.']))"
BUILD = "from mkdocs.__main__ import cli; cli(['build', *{}])"
#: An event, many times over: pages are made in pieces.
EVENT = "otsikko: Tanssit {0}\nalkaa: {1}.6.2027 klo 19\njärjestäjä: vimpelin-martat\nkunta: vimpeli\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    events = {f"events/tanssit-{number}.yml": EVENT.format(number, number % 30 + 1) for number in range(120)}
    return small.project(tmp_path_factory.mktemp("progress") / "project", {"mkdocs.yml": small.MKDOCS_YML, **events})


def shown(project: Path, words: str, **environment: str) -> tuple[str, str]:
    """What a Python shows on its terminal, and what it prints into a pipe."""
    ours, theirs = pty.openpty()
    try:
        child = subprocess.Popen(
            [sys.executable, "-c", words],
            cwd=project,
            env=variables(TERM="xterm", **environment),
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=theirs,
        )
    finally:
        os.close(theirs)
    seen: list[bytes] = []
    # A terminal that nobody reads is full after some lines, and whoever writes there waits.
    reader = Thread(target=_read, args=(ours, seen))
    reader.start()
    said, _ = child.communicate(timeout=120)
    reader.join()
    os.close(ours)
    assert child.returncode == 0
    return b"".join(seen).decode(), said.decode()


def _read(terminal: int, seen: list[bytes]) -> None:
    while True:
        try:
            piece = os.read(terminal, 65_536)
        except OSError:  # Linux says so where the last writer has left.
            return
        if not piece:
            return
        seen.append(piece)


def variables(**more: str) -> dict[str, str]:
    """This process's environment, where nothing says that a computer reads what is shown."""
    return {**{name: value for name, value in os.environ.items() if name != "CI"}, "PYTHONUTF8": "1", **more}


def test_a_command_shows_how_much_it_has_read_and_leaves_the_terminal_as_it_was(project: Path) -> None:
    terminal, said = shown(project, AT_ONCE + CHECK)
    assert "Luetaan tiedostoja  [" in terminal
    assert "%" in terminal
    # Bars come and go; the cursor that they hide is there again, and the line is empty.
    assert terminal.endswith(progress._NO_BAR)
    assert "Luetaan" not in said


def test_the_words_are_those_of_the_answer(project: Path) -> None:
    swedish = CHECK.replace("'check'", "'check', '--lang', 'sv'")
    assert "Läser filer  [" in shown(project, AT_ONCE + swedish)[0]


@pytest.mark.parametrize("environment", [{"CI": "true"}, {"TERM": "dumb"}])
def test_a_computer_that_tests_and_a_terminal_without_a_cursor_are_shown_nothing(
    project: Path, environment: dict[str, str]
) -> None:
    assert shown(project, f"import os; os.environ.update({environment});{AT_ONCE}{CHECK}")[0] == ""


def test_a_pipe_is_shown_nothing(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", AT_ONCE + CHECK], cwd=project, env=variables(), capture_output=True, check=False
    )
    assert done.stderr == b""
    assert done.stdout.decode() == shown(project, CHECK)[1].replace("\r\n", "\n")


def test_who_waits_for_less_than_two_seconds_is_shown_nothing(project: Path) -> None:
    assert progress.PATIENCE == 2
    assert shown(project, CHECK.replace("'check'", "'check', '--lang', 'fi'"))[0] == ""


def test_a_build_shows_its_pages_and_a_quiet_one_does_not(project: Path, tmp_path: Path) -> None:
    options = ["--site-dir", str(tmp_path / "site")]
    terminal, _ = shown(project, AT_ONCE + BUILD.format(options))
    assert "Luetaan tiedostoja  [" in terminal
    assert "Tehdään sivuja  [" in terminal
    assert progress._NO_BAR in terminal.rpartition("Tehdään sivuja")[2]
    assert shown(project, AT_ONCE + BUILD.format([*options, "--quiet"]))[0] == ""


def test_a_bar_is_as_long_as_what_is_done(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "_PAUSE", 0.0)
    with progress.Progress(sys.stdout).of("Luetaan kalenteria") as told:
        told(0, 4)
        told(2, 4)
        told(4, 4)
    shown = [bar.rpartition("[")[2] for bar in capsys.readouterr().out.split("\r") if "[" in bar and "%" in bar]
    assert [(bar.count("#") * 4 // len(bar.partition("]")[0]), bar.split()[-1]) for bar in shown] == [
        (0, "0%"),
        (2, "50%"),
        (4, "100%"),
    ]


def test_who_stops_the_work_has_the_terminal_back(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert capsys.readouterr().out.endswith(progress._NO_BAR)


def stopped() -> None:
    with progress.Progress(sys.stdout).of("Luetaan tiedostoja") as told:
        told(1, 4)
        raise KeyboardInterrupt
