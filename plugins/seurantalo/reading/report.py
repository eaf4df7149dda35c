"""Problems in words: for a terminal, for GitHub's pull-request view, and for programs."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import asdict, replace
from itertools import groupby
from typing import Any, Final

from seurantalo.frozen import dataclass
from seurantalo.language import Language
from seurantalo.language.problem_texts import PROBLEM_TEXTS
from seurantalo.model.fields.choices import CHOICES
from seurantalo.model.fields.words import words_for
from seurantalo.model.kinds import KINDS, field_word
from seurantalo.model.problem import Mend, Problem, Severity
from seurantalo.model.record import Kind, Origin
from seurantalo.patterns import late
from seurantalo.reading.moments.told import is_moment, moment_in_words

#: The choice classes by name, for the words of their members.
_CHOICES = {choices.__name__: choices for choices in CHOICES}

#: What is told of one file, and lines that are named in a row: an answer is read on a phone.
MOST_OF_FILE: Final = 20
MOST_LINES: Final = 10
_RANK: Final = {severity: rank for rank, severity in enumerate(Severity)}
_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}

#: What would start a line, move the cursor or turn the direction of writing.
_CONTROLS: Final = late(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
#: What a runner takes for a command (``::`` where a line begins, ``##[`` anywhere in it), and Markdown for a fence.
_OBEYED: Final = late(r"^\s*:(?=:)|##(?=\[)|`{3,}|~{3,}")
_UNSAFE_IN_JSON: Final = late(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|(?<=##)\[|`{3,}|~{3,}")
#: Shown as nothing, but no part of any sign around it.
WORD_JOINER: Final = "\u2060"


@dataclass(frozen=True, slots=True)
class Explained:
    """A problem in words: what is wrong, and what is right."""

    message: str
    hint: str


def explain(problem: Problem, lang: Language, mark: Callable[[str], str] = str) -> Explained:
    """Return the words for a problem in a language; raise KeyError for a code that has none.

    ``mark`` is asked for each piece that comes from files, so that it can be told from our own words.
    """
    message, hint = PROBLEM_TEXTS[problem.code]
    blanks = {"field": mark(field_word(problem.field, lang.code))}
    for name, value in problem.values:
        if name == "kind":
            kind = KINDS[Kind(value)]
            blanks |= {name: kind.called.in_language(lang.code)[0], "folder": kind.files.partition("/*")[0]}
        elif name == "choices":
            blanks[name] = ", ".join(word for _, word in words_for(_CHOICES[value], lang.code))
        elif name in ("weekday", "meant"):
            blanks[name] = lang.weekdays[int(value)]
        elif name == "fields":
            blanks[name] = ", ".join(mark(field_word(word, lang.code)) for word in value.split(", "))
        elif is_moment(problem.code, name):
            blanks[name] = mark(moment_in_words(value, lang))
        else:
            blanks[name] = mark(value)
    return Explained(lang.say(message, **blanks), _with_mend(lang.say(hint, **blanks), problem.mend, lang))


def _with_mend(hint: str, mend: Mend | None, lang: Language) -> str:
    """Return a hint that ends with what to write, where that is one line; longer ones stand below it."""
    if mend is None:
        return hint
    if mend.path:
        return f"{hint} {lang.say('Add the file {path}:', path=mend.path)}"
    if "\n" in mend.text.rstrip("\n"):
        return f"{hint} {lang.say('Write instead:')}"
    # Without the depth at which the line stands: the eye looks for words.
    return f"{hint} {lang.say('Write: {line}', line=mend.text.strip())}"


def mend_lines(problem: Problem) -> list[str]:
    """Return the lines to copy of a mend that a hint has no room for."""
    mend = problem.mend
    lines = mend.text.rstrip("\n").split("\n") if mend is not None else []
    return lines if mend is not None and (mend.path or len(lines) > 1) else []


@dataclass(frozen=True, slots=True)
class Told:
    """A problem with its words; ``again`` are the further lines of its file of which exactly the same is said."""

    problem: Problem
    words: Explained
    copied: tuple[str, ...]
    """Lines to write, where they are more than the hint has room for."""
    again: tuple[int, ...] = ()


def told_once(problems: Iterable[Problem], lang: Language) -> list[Told]:
    """Return the problems in words; what is said of several lines of one file is said once, where it comes first."""
    found: dict[Hashable, Told] = {}
    for problem in problems:
        words, copied = explain(problem, lang), tuple(mend_lines(problem))
        key = (problem.path, problem.severity, words, copied)
        known = found.get(key)
        if known is None:
            found[key] = Told(problem, words, copied)
        elif problem.line not in (known.problem.line, *known.again):
            found[key] = replace(known, again=(*known.again, problem.line))
    return list(found.values())


def again_in_words(told: Told, lang: Language) -> str:
    """Return of which other lines the same holds; ``""`` for none."""
    if not told.again:
        return ""
    lines = [str(line) for line in told.again[:MOST_LINES]]
    if more := len(told.again) - len(lines):
        lines.append(lang.count("{n} more", "{n} more", more))
    return lang.count(
        "The same on line {lines}.", "The same on lines {lines}.", len(told.again), lines=lang.listed(lines)
    )


def shortened(told: Iterable[Told]) -> Iterator[tuple[str, list[Told], int]]:
    """Yield each file's path, what is shown of it, and how many more things are to be said of it.

    Errors come first where not all can be shown.
    """
    for path, group in groupby(told, key=lambda one: one.problem.path):
        of_file = list(group)
        if not path or len(of_file) <= MOST_OF_FILE:
            yield path, of_file, 0
            continue
        chosen = sorted(of_file, key=lambda one: _RANK[one.problem.severity])[:MOST_OF_FILE]
        shown = [one for one in of_file if one in chosen]
        yield path, shown, len(of_file) - len(shown)


def format_text(problems: Iterable[Problem], lang: Language) -> str:
    """Return the problems as lines for people: place, severity and message, then the hint, indented."""
    lines = []
    for path, shown, more in shortened(told_once(problems, lang)):
        for told in shown:
            place = f"{place_of(told.problem)}: " if told.problem.path else ""
            lines.append(f"{place}{lang.say(told.problem.severity.value)}: {told.words.message}")
            lines.append(f"    {told.words.hint}")
            lines += [f"        {line}".rstrip() for line in told.copied]
            lines += [f"    {again}"] if (again := again_in_words(told, lang)) else []
        if more:
            lines.append(f"{path}: {more_in_file(more, lang)}")
    return "\n".join(map(one_line, lines))


def more_in_file(more: int, lang: Language) -> str:
    """Return that a file has more to it than is shown."""
    return lang.count("and {n} more thing in this file", "and {n} more things in this file", more)


def format_github(problems: Iterable[Problem], lang: Language) -> Iterator[str]:
    """Yield the problems as workflow commands, which GitHub shows on the lines of the pull request.

    Errors come first: GitHub shows ten of a kind and step.
    """
    for told in sorted(told_once(problems, lang), key=lambda one: _RANK[one.problem.severity]):
        problem = told.problem
        line, column = _line_and_column(problem)
        place = f" file={_property(problem.path)}" if problem.path else ""
        place += f",line={line},col={column}" if line is not None else ""
        words = " ".join(filter(None, (told.words.message, told.words.hint, again_in_words(told, lang))))
        message = "\n".join((words, *told.copied))
        yield f"::{_COMMANDS[problem.severity]}{place}::{_data(message)}"


def problem_objects(problems: Iterable[Problem], lang: Language) -> list[dict[str, Any]]:
    """Return the problems as JSON objects; codes and field names are English.

    What is said of a whole file is at its beginning, as for editors; a folder has no line and no column.
    """
    return [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "file": problem.path,
            "line": (place := _line_and_column(problem))[0],
            "column": place[1],
            "field": problem.field,
            "values": dict(problem.values),
            "message": (words := explain(problem, lang)).message,
            "hint": words.hint,
            "mend": _mend_object(problem.mend),
        }
        for problem in problems
    ]


def _mend_object(mend: Mend | None) -> dict[str, Any] | None:
    if mend is None:
        return None
    found = asdict(mend)
    return found | {"first": None, "last": None} if mend.path else found


def place_of(problem: Problem) -> str:
    """Return where a problem is, as editors and programs read it: ``path:line:column``."""
    line, column = _line_and_column(problem)
    return problem.path if line is None else f"{problem.path}:{line}:{column}"


def _line_and_column(problem: Problem) -> tuple[int, int] | tuple[None, None]:
    """Return the place in the file, for editors and programs, which look for one in every file."""
    if not problem.path or problem.path.endswith("/"):
        return None, None
    return max(problem.line, 1), max(problem.column, 1)


def annotation(kind: str, place: Origin, title: str, words: str) -> str:
    """Return a workflow command of a kind (error, warning, notice) about a line of a file; line 0: of the file."""
    line = f",line={place.line},col={max(place.column, 1)}" if place.line else ""
    where = f"file={_property(place.path)}{line},title={_property(title)}"
    return f"::{kind} {where}::{_data(words)}"


def one_line(text: str) -> str:
    """Return a text for one line of a terminal, a log or a page, in which it can be nothing but words.

    What would start a line, move the cursor or turn the direction of writing is written out; what a log's runner or
    Markdown would obey is broken up by a sign that is not seen. Of its own result it changes nothing.
    """
    return _OBEYED.sub(_broken_up, _CONTROLS.sub(_written_out, text))


def harmless_json(text: str) -> str:
    """Return JSON in which every value is what it was, and nothing is obeyed by a terminal, a log or Markdown."""
    return _UNSAFE_IN_JSON.sub(lambda found: "".join(f"\\u{ord(sign):04x}" for sign in found.group()), text)


def _written_out(found: re.Match[str]) -> str:
    return found.group().encode("unicode_escape").decode()


def _broken_up(found: re.Match[str]) -> str:
    signs = found.group()
    return WORD_JOINER.join(signs) if signs[0] in "`~" else f"{signs}{WORD_JOINER}"


def _data(text: str) -> str:
    """Escape a workflow command's message, so that no contributed text can begin a command of its own."""
    words = "\n".join(map(one_line, text.split("\n")))
    return words.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
