"""What to write, below a problem: one line, several, or a new file, in each form of a report."""

from __future__ import annotations

import pytest

from seurantalo.language import language
from seurantalo.model.problem import Mend, Problem
from seurantalo.reading.report import format_github, format_text, problem_objects

LINE = Problem("not-utf8", "events/tanssit.yml", 3, 1, mend=Mend("  päättyy: klo 17", 3, 3))
LINES = Problem("not-utf8", "events/tanssit.yml", 3, 1, mend=Mend("kuvaus: |\n  Tervetuloa\x1b", 3, 4))
FILE = Problem("not-utf8", "events/tanssit.yml", 3, 1, mend=Mend("---\nnimi: X\n---\n", path="content/uusi.md"))


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (LINE, ["Kirjoita: päättyy: klo 17"]),
        (LINES, ["Kirjoita tilalle:", "        kuvaus: |", "          Tervetuloa\\x1b"]),
        (FILE, ["Lisää tiedosto content/uusi.md:", "        ---", "        nimi: X", "        ---"]),
    ],
)
def test_a_report_ends_with_what_to_write(problem: Problem, told: list[str]) -> None:
    lines = format_text([problem], language("fi")).splitlines()[1:]
    assert lines[0].endswith(told[0])
    assert lines[1:] == told[1:]


def test_an_annotation_holds_the_lines_to_write() -> None:
    (command,) = format_github([FILE], language("fi"))
    assert "\n" not in command
    assert command.endswith("Lisää tiedosto content/uusi.md:%0A---%0Animi: X%0A---")


def test_programs_get_the_mend_as_data() -> None:
    (found,) = problem_objects([LINE], language("fi"))
    assert found["mend"] == {"text": "  päättyy: klo 17", "first": 3, "last": 3, "path": ""}


@pytest.mark.parametrize(
    ("mend", "text"),
    [
        (Mend("b: 3", 2, 2), "a: 1\nb: 3\n"),
        (Mend("b: 3\nc: 4", 1, 2), "b: 3\nc: 4\n"),
        (Mend("c: 4", 3, 2), "a: 1\nb: 2\nc: 4\n"),
        (Mend("", 2, 2), "a: 1\n"),
        (Mend("d: 5\n", path="content/uusi.md"), "d: 5\n"),
    ],
)
def test_a_mend_takes_the_place_of_lines(mend: Mend, text: str) -> None:
    assert mend.applied("a: 1\nb: 2\n") == text
