"""Problems in words: for a terminal, for GitHub's pull-request view, and for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from seurantalo.language import Language
from seurantalo.language.problem_texts import PROBLEM_TEXTS
from seurantalo.model.fields.choices import CHOICES
from seurantalo.model.fields.words import words_for
from seurantalo.model.kinds import KINDS, field_word
from seurantalo.model.problem import Mend, Problem, Severity
from seurantalo.model.record import Kind, Origin

#: The choice classes by name, for the words of their members.
_CHOICES = {choices.__name__: choices for choices in CHOICES}

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Explained:
    """A problem in words: what is wrong, and what is right."""

    message: str
    hint: str


def explain(problem: Problem, lang: Language) -> Explained:
    """Return the words for a problem in a language; raise KeyError for a code that has none."""
    message, hint = PROBLEM_TEXTS[problem.code]
    blanks = {"field": field_word(problem.field, lang.code)}
    for name, value in problem.values:
        if name == "kind":
            kind = KINDS[Kind(value)]
            blanks |= {name: kind.called.in_language(lang.code)[0], "folder": kind.files.partition("/*")[0]}
        elif name == "choices":
            blanks[name] = ", ".join(word for _, word in words_for(_CHOICES[value], lang.code))
        elif name == "weekday":
            blanks[name] = lang.weekdays[int(value)]
        elif name == "fields":
            blanks[name] = ", ".join(field_word(word, lang.code) for word in value.split(", "))
        else:
            blanks[name] = value
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


def format_text(problems: Iterable[Problem], lang: Language) -> str:
    """Return the problems as lines for people: place, severity and message, then the hint, indented."""
    lines = []
    for problem in problems:
        words = explain(problem, lang)
        place = f"{_place(problem)}: " if problem.path else ""
        lines.append(one_line(f"{place}{lang.say(problem.severity.value)}: {words.message}"))
        lines.append(one_line(f"    {words.hint}"))
        lines += [one_line(f"        {line}").rstrip() for line in mend_lines(problem)]
    return "\n".join(lines)


def format_github(problems: Iterable[Problem], lang: Language) -> str:
    """Return the problems as workflow commands, which GitHub shows on the lines of the pull request."""
    commands = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}
    lines = []
    for problem in problems:
        words = explain(problem, lang)
        place = ""
        if problem.path:
            place = f" file={_property(problem.path)}"
            place += f",line={max(problem.line, 1)},col={max(problem.column, 1)}"
        told = "\n".join((f"{words.message} {words.hint}", *mend_lines(problem)))
        lines.append(f"::{commands[problem.severity]}{place}::{_data(told)}")
    return "\n".join(lines)


def format_json(problems: Iterable[Problem], lang: Language) -> str:
    """Return the problems as a JSON array, one object each; codes and field names are English."""
    found = [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "file": problem.path,
            "line": problem.line,
            "column": problem.column,
            "field": problem.field,
            "values": dict(problem.values),
            "message": (words := explain(problem, lang)).message,
            "hint": words.hint,
            "mend": None if problem.mend is None else asdict(problem.mend),
        }
        for problem in problems
    ]
    return json.dumps(found, ensure_ascii=False, indent=2)


def _place(problem: Problem) -> str:
    if problem.path.endswith("/"):
        return problem.path
    # Editors and programs look for three parts: a problem of a whole file is at its beginning.
    return f"{problem.path}:{max(problem.line, 1)}:{max(problem.column, 1)}"


def annotation(kind: str, place: Origin, title: str, words: str) -> str:
    """Return a workflow command of a kind (error, warning, notice) about a line of a file."""
    where = f"file={_property(place.path)},line={place.line},col={max(place.column, 1)},title={_property(title)}"
    return f"::{kind} {where}::{_data(words)}"


def one_line(text: str) -> str:
    """Write out what would start a line, move the cursor or turn the direction of writing in a terminal or a log."""
    return _CONTROLS.sub(lambda found: found.group().encode("unicode_escape").decode(), text)


def _data(text: str) -> str:
    """Escape a workflow command's message, so that no contributed text can begin a command of its own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
