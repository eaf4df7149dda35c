"""Each case is a calendar, the files that it becomes, and exactly what is said of it in three languages.

A new case needs no Python. Write its calendar, run ``pytest tests/importing/test_cases.py --update-golden`` and read
what came out as if you were to keep those files.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.importing.importers import SETTINGS, imported, project

from seurantalo.importing import Defaults, Import, Request, import_calendar
from seurantalo.importing.entry import read_entry
from seurantalo.language import LANGUAGES, language
from seurantalo.language.problem_texts.importing import IMPORTING
from seurantalo.reading.report import format_text

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))
#: What needs more than a small file, or the network; tests below and those of the commands show them.
ELSEWHERE = {
    *("import-too-large", "import-too-many", "import-took-too-long", "import-unexpected"),
    *("import-a-part", "import-changed", "import-changed-by-hand", "import-differs", "import-gone", "import-updated"),
}


def content(case: dict[str, Any]) -> bytes:
    if "latin1" in case:
        return str(case["latin1"]).encode("cp1252")
    if "repeated" in case:
        before, words, times, after = case["repeated"]
        return f"{before}{words * times}{after}".encode()
    return str(case["calendar"]).encode()


def run(case: dict[str, Any]) -> Import:
    return imported(content(case), **case.get("options", {}))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_calendar_becomes_these_files_and_words(path: Path, request: pytest.FixtureRequest) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    result = run(case)
    files = {each.event.origin.path: each.text for each in result.events}
    told = {code: format_text(result.problems, language(code)) + "\n" for code in LANGUAGES}
    if request.config.getoption("--update-golden"):
        head = path.read_text(encoding="utf-8").split("\nfiles:")[0].rstrip("\n")
        lines = ["files:" if files else "files: {}"]
        for name, text in files.items():
            lines += [f"  {name}: |", *(f"    {line}" if line else "" for line in text.splitlines())]
        lines.append("expect:")
        for code in LANGUAGES:
            lines += [f"  {code}: |", *(f"    {line}" for line in told[code].splitlines() or [""])]
        path.write_text(head + "\n" + "\n".join(line.rstrip() for line in lines) + "\n", encoding="utf-8")
    else:
        assert files == case["files"]
        assert {code: words.strip() for code, words in told.items()} == {
            code: words.strip() for code, words in case["expect"].items()
        }
    if path.stem.startswith("import-"):
        assert path.stem in {problem.code for problem in result.problems}


def test_every_problem_of_an_import_has_a_case() -> None:
    wanted = {code for code in IMPORTING if code.startswith("import-")} - ELSEWHERE
    assert {path.stem for path in CASES if path.stem.startswith("import-")} == wanted


EVENT = b"BEGIN:VEVENT\r\nUID:%d\r\nSUMMARY:Ilta %d\r\nDTSTART:20270506T150000Z\r\nEND:VEVENT\r\n"


def codes(result: Import) -> list[str]:
    return [problem.code for problem in result.problems]


def test_a_calendar_above_the_limit_is_not_even_looked_at() -> None:
    result = imported(b"BEGIN:VCALENDAR\r\n" + b"X" * 5_000_000)
    assert (codes(result), result.events, result.readable) == (["import-too-large"], (), False)


def test_entries_above_the_limit_are_left_out_and_told_of_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("seurantalo.importing.stream.MOST_ENTRIES", 3)
    events = b"".join(EVENT % (number, number) for number in range(6))
    result = imported(b"BEGIN:VCALENDAR\r\n" + events + b"END:VCALENDAR\r\n")
    assert codes(result) == ["import-too-many"]
    assert len(result.events) == 3


def test_when_the_time_is_over_the_rest_is_not_read() -> None:
    ticks = iter([False] * 4 + [True] * 100)
    result = import_calendar(
        b"BEGIN:VCALENDAR\r\n" + b"".join(EVENT % (n, n) for n in range(4)) + b"END:VCALENDAR\r\n",
        Request(path="x.ics", defaults=Defaults(organisation="vimpelin-martat")),
        *project(),
        SETTINGS,
        expired=lambda: next(ticks),
    )
    assert "import-took-too-long" in codes(result)
    assert not result.readable


def test_what_nobody_foresaw_costs_one_entry_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(component: Any, zones: Any) -> Any:
        if component.line == 2:
            raise RecursionError
        return read_entry(component, zones)

    monkeypatch.setattr("seurantalo.importing.calendar_import.read_entry", stumble)
    result = imported(b"BEGIN:VCALENDAR\r\n" + EVENT % (1, 1) + EVENT % (2, 2) + b"END:VCALENDAR\r\n")
    assert codes(result) == ["import-unexpected"]
    assert [each.event.id for each in result.events] == ["ilta-2"]


def test_known_uids_are_not_written_again() -> None:
    result = import_calendar(
        b"BEGIN:VCALENDAR\r\n" + EVENT % (1, 1) + EVENT % (2, 2) + b"END:VCALENDAR\r\n",
        Request(path="x.ics", defaults=Defaults(organisation="vimpelin-martat")),
        *project(),
        SETTINGS,
        uids={"1": "kevatkonsertti"},
    )
    assert ([each.event.id for each in result.known], [each.event.id for each in result.events]) == (
        ["kevatkonsertti"],
        ["ilta-2"],
    )
