"""Each kind of problem has a case in ``problems/``: the files, and exactly what is said of them in three languages.

A new case needs no Python. Write its files, run ``pytest tests/reading/test_problems.py --update-golden`` and read
what came out as if you had made the mistake yourself.
"""

from __future__ import annotations

import os
import shutil
import struct
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from seurantalo.language import LANGUAGES, language
from seurantalo.language.problem_texts import PROBLEM_TEXTS
from seurantalo.language.problem_texts.importing import IMPORTING
from seurantalo.language.problem_texts.text_templates import TEXT_TEMPLATES
from seurantalo.model.problem import Problem
from seurantalo.model.settings import Settings
from seurantalo.reading import Reading, read_community
from seurantalo.reading.report import format_text

HERE = Path(__file__).parent
CASES = sorted((HERE / "problems").glob("*.yml"))
TODAY = date(2027, 1, 4)
#: Codes that other rooms report; their own tests show them.
ELSEWHERE = {
    *IMPORTING,
    *TEXT_TEMPLATES,
    "active-drawing",
    "active-file",
    "address-reserved",
    "address-twice",
    "announcement-of-no-channel",
    "announcement-of-no-issue",
    "calendar-cut",
    "calendar-renamed",
    "channel-no-such-template",
    "clash-agreement-lapsed",
    "event-in-past",
    "event-moved-address",
    "event-renamed",
    "dates-overlap",
    "file-unreadable",
    "hold-expired",
    "history-missing",
    "no-events-folder",
    "no-such-icon",
    "no-such-template",
    "nothing-left",
    "place-missing",
    "history-shallow",
    "identity-changed",
    "repetition-shortened",
    "rule-gives-nothing",
    "series-skips-hour",
    "theme-language",
}


def write_case(case: dict[str, Any], root: Path) -> None:
    shutil.copytree(HERE / "base", root, dirs_exist_ok=True)
    for name, text in (case.get("files") or {}).items():
        _place(root, name).write_text(text, encoding="utf-8")
    for name, text in (case.get("latin1") or {}).items():
        _place(root, name).write_text(text, encoding="latin-1")
    for name, (text, times) in (case.get("repeated") or {}).items():
        _place(root, name).write_text(text * times, encoding="utf-8")
    for name, (width, height, size) in (case.get("pictures") or {}).items():
        header = b"GIF89a" + struct.pack("<HH", width, height)
        _place(root, name).write_bytes(header.ljust(size, b"\0"))
    for name, target in (case.get("links") or {}).items():
        _place(root, name).symlink_to(target)


def _place(root: Path, name: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def read(root: Path) -> Reading:
    return read_community(root, root / "content", Settings(), TODAY)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_problem_is_told_exactly(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    write_case(case, tmp_path)
    problems = read(tmp_path).problems
    told = {code: format_text(problems, language(code)) + "\n" for code in LANGUAGES}
    if request.config.getoption("--update-golden"):
        head = path.read_text(encoding="utf-8").split("\nexpect:")[0].rstrip()
        lines = ["expect:"]
        for code in LANGUAGES:
            lines += [f"  {code}: |", *(f"    {line}" for line in told[code].splitlines())]
        path.write_text(head + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
    else:
        assert told == case["expect"]
    assert path.stem in {problem.code for problem in problems}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_to_write_makes_the_problem_go_away(path: Path, tmp_path: Path) -> None:
    write_case(yaml.safe_load(path.read_text(encoding="utf-8")), tmp_path)
    before = read(tmp_path).problems
    for problem in before:
        if problem.mend is None:
            continue
        file = tmp_path / (problem.mend.path or problem.path)
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        _place(tmp_path, problem.mend.path or problem.path).write_text(problem.mend.applied(text), encoding="utf-8")
        after = read(tmp_path).problems
        place = (problem.code, problem.path, problem.line)
        assert _count(after, place) == _count(before, place) - 1
        assert {each.code for each in after} <= {each.code for each in before}
        file.write_text(text, encoding="utf-8") if text else file.unlink()


def _count(problems: Iterable[Problem], place: tuple[str, str, int]) -> int:
    return sum((each.code, each.path, each.line) == place for each in problems)


def test_every_kind_of_problem_has_a_case() -> None:
    assert {path.stem for path in CASES} == set(PROBLEM_TEXTS) - ELSEWHERE


def test_the_base_project_has_no_problem(tmp_path: Path) -> None:
    write_case({}, tmp_path)
    reading = read(tmp_path)
    assert reading.problems == ()
    assert reading.community is not None
    assert list(reading.community.events) == ["kevatkonsertti"]


def test_all_broken_files_are_told_of_at_once(tmp_path: Path) -> None:
    cases = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in CASES}
    alone: set[str] = set()
    for number, (code, case) in enumerate(cases.items()):
        if list(case) == ["files", "expect"] and "events/uusi.yml" in case["files"]:
            text = case["files"]["events/uusi.yml"].replace("osa: uusi", f"osa: tapahtuma-{number}")
            write_case({"files": {f"events/{number:03}/tapahtuma-{number}.yml": text}}, tmp_path)
            alone.add(code)
    told = {problem.code for problem in read(tmp_path).problems}
    assert len(alone) > 80
    assert alone - told == set()


def test_a_file_that_may_not_be_read_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_case({}, tmp_path)

    def refuse(path: str, flags: int) -> int:
        raise PermissionError(13, f"Permission denied ({flags})", path)

    monkeypatch.setattr("seurantalo.reading.files.listing.os.open", refuse)
    told = {problem.code for problem in read(tmp_path).problems}
    assert told == {"file-unreadable"}


def test_a_folder_that_may_not_be_read_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_case({"files": {"events/2027/uusi.yml": "otsikko: Ilta\n"}}, tmp_path)

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if path.endswith("2027"):
            raise PermissionError(13, "Permission denied", path)
        return allowed(path)

    allowed = os.scandir
    monkeypatch.setattr("seurantalo.reading.files.listing.os.scandir", refuse)
    assert [(each.code, each.path) for each in read(tmp_path).problems] == [("file-unreadable", "events/2027/")]


def test_a_misspelled_folder_of_events_is_told_of(tmp_path: Path) -> None:
    write_case({}, tmp_path)
    shutil.rmtree(tmp_path / "events")
    for folder, told in (("events", []), ("tapahtumat", [("no-events-folder", "warning")])):
        reading = read_community(tmp_path, tmp_path / "content", Settings(events_folder=folder), TODAY)
        assert [(each.code, each.severity.value) for each in reading.problems] == told
        assert reading.community is not None
