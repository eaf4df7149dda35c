"""What is printed of problems: one cause once, nothing that a log, a terminal or Markdown would obey."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from seurantalo.language import language
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.record import Origin
from seurantalo.reading.report import annotation, format_github, format_text, harmless_json, one_line, problem_objects

FI = language("fi")


def unknown(line: int, name: str = "martat", path: str = "events/kerho.yml") -> Problem:
    return Problem("unknown-field", path, line, 3, name, (("found", name),))


def test_one_cause_in_many_lines_of_a_file_is_told_once() -> None:
    many = [unknown(line) for line in range(4, 18)]
    lines = format_text([*many, unknown(5, path="events/toinen.yml")], FI).splitlines()
    assert lines[0].startswith("events/kerho.yml:4:3: virhe: ")
    assert lines[2] == "    Sama koskee rivejä 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 ja 3 muuta."
    assert lines[3].startswith("events/toinen.yml:5:3: virhe: ")
    assert format_text(many[:2], FI).splitlines()[2] == "    Sama koskee riviä 5."
    (command,) = format_github(many[:3], FI)
    assert command.startswith("::error file=events/kerho.yml,line=4,col=3::")
    assert command.endswith(" Sama koskee rivejä 5 ja 6.")
    assert len(problem_objects(many, FI)) == 14


def test_of_a_file_with_many_faults_the_errors_are_shown() -> None:
    many = [replace(unknown(n, f"k{n}", "a.yml"), severity=Severity.NOTICE) for n in range(1, 30)]
    lines = format_text([*many, unknown(40, "loppu", "a.yml")], FI).splitlines()
    assert lines[-3].startswith("a.yml:40:3: virhe: ")
    assert lines[-1] == "a.yml: ja 10 muuta asiaa tässä tiedostossa"
    assert len(lines) == 41


def test_a_folder_has_no_line_and_a_file_has_its_first() -> None:
    folder, file = Problem("fetch-forgotten", "events/ulkoiset/x/"), Problem("file-empty", "events/x.yml")
    assert format_text([folder, file], FI).splitlines()[::2][0].startswith("events/ulkoiset/x/: virhe: ")
    assert [(one["line"], one["column"]) for one in problem_objects([folder, file], FI)] == [(None, None), (1, 1)]
    first, second = format_github([folder, file], FI)
    assert first.startswith("::error file=events/ulkoiset/x/::")
    assert second.startswith("::error file=events/x.yml,line=1,col=1::")
    assert annotation("notice", Origin("events/x.yml", line=0), "A", "B") == "::notice file=events/x.yml,title=A::B"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Kesäjuhla: tanssit", "Kesäjuhla: tanssit"),
        ("##[add-mask]Koski ##[error]x", "##\u2060[add-mask]Koski ##\u2060[error]x"),
        ("::error::x", ":\u2060:error::x"),
        ("  \t::error::x", "  \\t::error::x"),
        ("    ::error::x", "    :\u2060:error::x"),
        ("a ::error::x", "a ::error::x"),
        ("``` ~~~~ `a`", "`\u2060`\u2060` ~\u2060~\u2060~\u2060~ `a`"),
        ("a\nb\rc\x1b[2Jd\x85e\u2028f", "a\\nb\\rc\\x1b[2Jd\\x85e\\u2028f"),
        ("\u202eabc\u2066d\u200fe\u061cf", "\\u202eabc\\u2066d\\u200fe\\u061cf"),
    ],
)
def test_a_line_is_words_and_nothing_else(text: str, printed: str) -> None:
    assert one_line(text) == printed
    assert one_line(printed) == printed


def test_json_says_the_same_and_commands_nothing() -> None:
    texts = ["##[add-mask]x", "```\n~~~", "\u202e\u200f\x7f", "a [b] #[c]"]
    written = harmless_json(json.dumps(texts, ensure_ascii=False))
    assert json.loads(written) == texts
    assert not re.search("##\\[|```|~~~|[\u202e\u200f\x7f]", written)
    assert "a [b] #[c]" in written
