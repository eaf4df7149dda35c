"""What ``check`` found and understood: as text, for GitHub and GitLab, as Markdown for people, and as JSON."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final

from seurantalo.cli.change import Change, errors
from seurantalo.cli.markdown_text import code, plain
from seurantalo.cli.understood import News, Understood
from seurantalo.frozen import dataclass
from seurantalo.language import Language
from seurantalo.model.kinds import KINDS
from seurantalo.model.problem import Problem, Severity
from seurantalo.reading.report import (
    Told,
    again_in_words,
    annotation,
    format_github,
    format_text,
    more_in_file,
    place_of,
    problem_objects,
    shortened,
    told_once,
)

#: Lines of what was understood, and files of problems, for people to read; JSON has all.
MOST_UNDERSTOOD: Final = 50
MOST_FILES: Final = 100

#: How GitLab calls what we call so, and the file to which it puts what is about none.
_QUALITY: Final = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTICE: "info"}
_NO_FILE: Final = "mkdocs.yml"

_NEWS: Final = {
    News.NEW: "a new file",
    News.CHANGED: "changed",
    News.MOVED: "in another folder",
    News.REMOVED: "removed",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is told: ``problems`` are all, or with a ``change`` those that it brings."""

    lang: Language
    files: int
    problems: Sequence[Problem]
    change: Change | None = None

    @property
    def understood(self) -> Sequence[Understood]:
        """What was understood of the files that have changed."""
        return self.change.understood if self.change is not None else ()


def as_text(answer: Answer) -> Iterator[str]:
    """Yield lines for people: the problems, what was understood, and in the end how it stands."""
    lang = answer.lang
    if answer.problems:
        yield format_text(answer.problems, lang)
    if answer.understood:
        yield f"{lang.say('Understood so')}:"
        for one in answer.understood[:MOST_UNDERSTOOD]:
            yield f"  {one.place.path} ({_news(one, lang)}): {_line(one, lang)}"
        if (more := len(answer.understood) - MOST_UNDERSTOOD) > 0:
            yield f"  {lang.count('and {n} more', 'and {n} more', more)}"
    yield from _counts(answer)


def as_commands(answer: Answer) -> Iterator[str]:
    """Yield workflow commands, which GitHub shows beside the lines of the files: what is wrong first."""
    yield from format_github(answer.problems, answer.lang)
    title = answer.lang.say("Understood so")
    for one in answer.understood:
        line = _line(one, answer.lang)
        if one.news is News.REMOVED:
            line = answer.lang.say("{name} has been removed.", name=line)
        yield annotation("notice", one.place, title, line)


def as_code_quality(answer: Answer) -> list[dict[str, Any]]:
    """Return the problems as GitLab's report of code quality, which it shows on the page of a merge request.

    Its fingerprints stay the same while the file changes elsewhere (GitLab, "Code Quality report format").
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for told in told_once(answer.problems, answer.lang):
        problem = told.problem
        same = (problem.path, problem.code, told.words.message)
        seen[same] += 1
        mark = hashlib.sha256("\0".join((*same, str(seen[same]))).encode()).hexdigest()
        found.append(
            {
                "description": " ".join((told.words.message, told.words.hint, *told.copied)),
                "check_name": problem.code,
                "fingerprint": mark,
                "severity": _QUALITY[problem.severity],
                "location": {"path": problem.path or _NO_FILE, "lines": {"begin": max(problem.line, 1)}},
            }
        )
    return found


def as_markdown(answer: Answer) -> Iterator[str]:
    """Yield the lines of a summary. What people wrote in files stays text and becomes no markup, link or mention."""
    lang = answer.lang
    yield f"## {lang.say('Check of the files')}"
    yield ""
    yield from _counts(answer)
    if answer.understood:
        yield from ("", f"### {lang.say('Understood so')}", "")
        for one in answer.understood[:MOST_UNDERSTOOD]:
            yield f"- {code(one.place.path)} ({_news(one, lang)}): {plain(_line(one, lang))}"
        if (more := len(answer.understood) - MOST_UNDERSTOOD) > 0:
            yield f"- {lang.count('and {n} more', 'and {n} more', more)}"
    wrong = [one for one in answer.problems if one.severity is Severity.ERROR]
    other = [one for one in answer.problems if one.severity is not Severity.ERROR]
    yield from _section(lang.say("Correct these"), wrong, lang)
    yield from _section(lang.say("For information"), other, lang)
    if answer.change is not None:
        yield ""
        if wrong:
            yield lang.say("Correct these in the same proposal. Nothing on the site is broken.")
        else:
            yield lang.say("Next the editors look at the proposal.")


def _section(title: str, problems: Sequence[Problem], lang: Language) -> Iterator[str]:
    if not problems:
        return
    yield from ("", f"### {title}", "")
    files = list(shortened(told_once(problems, lang)))
    for path, shown, more in files[:MOST_FILES]:
        for told in shown:
            yield from _item(told, lang)
        if more:
            yield f"- {code(path)}: {more_in_file(more, lang)}"
    if (left := len(files) - MOST_FILES) > 0:
        yield f"- {lang.count('and {n} more file', 'and {n} more files', left)}"


def _item(told: Told, lang: Language) -> Iterator[str]:
    problem = told.problem
    place = f"{code(place_of(problem))}: " if problem.path else ""
    words = " ".join(plain(one) for one in (told.words.message, told.words.hint, again_in_words(told, lang)) if one)
    yield f"- {place}**{lang.say(problem.severity.value)}:** {words}"
    if told.copied:
        # Indented code: no fence that what is copied could close.
        yield from ("", *(f"      {line}".rstrip() for line in told.copied), "")


def as_object(answer: Answer) -> dict[str, Any]:
    """Return the answer as a JSON object.

    ``problems`` are all of them, with ``check --against`` those that the change brings; ``errors`` is how many of
    these are errors, and ``earlier_errors`` how many were there before and are there still.
    """
    found: dict[str, Any] = {
        "files": answer.files,
        "errors": errors(answer.problems),
        "problems": problem_objects(answer.problems, answer.lang),
        "understood": [_object(one, answer.lang) for one in answer.understood],
    }
    if answer.change is not None:
        found["earlier_errors"] = errors(answer.change.left)
        found["mended_errors"] = errors(answer.change.removed)
    return {**found, "summary": " ".join(_counts(answer))}


def _object(one: Understood, lang: Language) -> dict[str, Any]:
    return {
        "file": one.place.path,
        "line": one.place.line or None,
        "change": one.news.value,
        "kind": one.record.KIND.value,
        "id": one.record.id,
        "title": one.title,
        "text": _line(one, lang),
        "dates": [date.starts_local.isoformat() for date in one.dates[:MOST_UNDERSTOOD]],
    }


def _news(one: Understood, lang: Language) -> str:
    return lang.say(_NEWS[one.news])


def _line(one: Understood, lang: Language) -> str:
    """Return the name of a record and what was read of it."""
    kind = KINDS[one.record.KIND].called.in_language(lang.code)[0]
    title = lang.say("“{title}”", title=one.title)
    name = title if one.record.KIND == "event" else f"{kind} {title}"
    return lang.say("{term}: {text}", term=name, text=one.words) if one.words else name


def _counts(answer: Answer) -> Iterator[str]:
    """Yield the sentences that say how it stands."""
    lang, change = answer.lang, answer.change
    checked = lang.count("{n} file checked", "{n} files checked", answer.files)
    wrong = errors(answer.problems)
    if change is None:
        found = lang.count("{n} error", "{n} errors", wrong) if wrong else lang.say("no errors")
        yield f"{checked}: {found}."
        return
    parts = [f"{checked}."]
    if wrong:
        parts.append(lang.count("This change brings {n} new error.", "This change brings {n} new errors.", wrong))
    if gone := errors(change.removed):
        parts.append(lang.count("It fixes {n} error.", "It fixes {n} errors.", gone))
    if not wrong and not gone:
        parts.append(lang.say("This change brings no new error."))
        if not change.understood:
            parts.append(lang.say("No event, and nothing else that the site shows, has changed."))
    if left := errors(change.left):
        parts.append(
            lang.count(
                "The files had {n} error before this change; you need not correct it.",
                "The files had {n} errors before this change; you need not correct them.",
                left,
            )
        )
    if change.earlier == "errors":
        parts.append(lang.say("The files as they were held errors, so their dates could not be compared."))
    elif change.earlier:
        parts.append(f"{change.earlier} {lang.say('All that was found counts as new.')}")
    yield " ".join(parts)
