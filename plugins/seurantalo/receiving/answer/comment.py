"""The one comment that answers a proposal: what was understood, what to correct, what else is on, what comes next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language import Language
from seurantalo.model.kinds import KINDS
from seurantalo.model.problem import Severity
from seurantalo.planner.clashes import Level, RuleWords
from seurantalo.receiving.answer.answer import Answer, Clash, Earlier, Found, News, Seen
from seurantalo.receiving.answer.changed import Reason
from seurantalo.receiving.answer.quoting import fenced, mark, plain, quoted, said
from seurantalo.receiving.answer.spoken import (
    OUR_WORDS,
    Spoken,
    asked_said,
    clash_said,
    days_said,
    problem_said,
)

#: The first line of the comment, by which it is known again. What people write is never a line of its own.
MARKER: Final = "<!-- seurantalo:vastaus -->"
#: Characters of the whole: GitHub takes 65,536.
MOST_CHARACTERS: Final = 60_000
#: Facts of one record.
_MOST_FACTS: Final = 8
#: Lines of which one thing is said.
_MOST_LINES: Final = 10
#: How much of the room each part may take.
_SEEN, _ERRORS, _CLASHES, _NOTICES, _REST = 10_000, 24_000, 10_000, 6_000, 3_000

_NEWS: Final = {
    News.NEW: "a new file",
    News.CHANGED: "changed",
    News.MOVED: "in another folder",
    News.REMOVED: "removed",
}
_REASONS: Final = {
    Reason.PLACE: "not an event and not a page of the site",
    Reason.KIND: "not an ordinary file",
    Reason.NAME: "a name that not every computer can hold",
    Reason.ENDING: "neither a text nor a picture that the site shows",
    Reason.SIZE: "a very large file",
    Reason.PICTURE: "called a picture, and is none",
    Reason.COUNT: "more files than are read at once",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What a comment says of itself, where it answers something else than a pull request.

    ``marker`` is its first line, ``short`` how it stands, ``lacking`` what is asked for still, ``then`` what happens
    next. All of them are Markdown. Whoever wrote there has seen no file, so none is named.
    """

    marker: str
    short: str
    lacking: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    hints: Mapping[str, str] = field(default_factory=dict)
    """What to do about a problem, by its code, where that is something else than in a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the comment is written with, besides the answer.

    ``site`` is the site's address with a slash at its end, ``""`` where it has none. ``edit`` gives the address at
    which a file of the proposal is corrected, ``""`` where there is none. ``words`` are those of all clash rules.
    """

    lang: Language
    site: str = ""
    edit: Callable[[str], str] = lambda _path: ""
    words: Mapping[str, RuleWords] = field(default_factory=lambda: OUR_WORDS)
    frame: Frame | None = None


def comment(answer: Answer, around: Around) -> str:
    """Return the whole comment in Markdown; raise AnswerError where the answer can't be said."""
    lang, frame = around.lang, around.frame
    errors = _at_once(one for one in answer.found if one.severity is Severity.ERROR)
    others = _at_once(one for one in answer.found if one.severity is not Severity.ERROR)
    seen = [_seen(one, around) for one in answer.seen]
    then = frame.then if frame else _next(answer, errors, around)
    parts = [
        [
            *(frame.marker if frame else MARKER, ""),
            *(f"## {plain(lang.say('Thank you for the proposal'))}", ""),
            frame.short if frame else plain(_in_short(answer, lang)),
        ],
        _section(lang.say("Understood so"), seen, _SEEN, around, _left(answer, "seen")),
        _form(answer, around),
        _section(lang.say("Tell us still"), [[f"- {one}"] for one in frame.lacking] if frame else [], _REST, around),
        _section(
            lang.say("Correct these ({n})", n=answer.errors),
            [_error(number, *one, around) for number, one in enumerate(errors, start=1)],
            _ERRORS,
            around,
            max(0, answer.errors - sum(1 + len(again) for _, again in errors)),
        ),
        _section(lang.say("At the same time"), list(_clashes(answer, around)), _CLASHES, around),
        _section(lang.say("Much alike on the site"), list(_akin(answer, around)), _REST, around),
        _section(lang.say("For information"), list(_notices(answer, others, around)), _NOTICES, around),
        _section(
            lang.say("We did not read these"),
            [[f"- {quoted(one.path)}: {plain(lang.say(_REASONS[one.reason]))}"] for one in answer.unread],
            _REST,
            around,
            _left(answer, "unread"),
        ),
        ["", f"### {plain(lang.say('What happens next'))}", "", *then],
    ]
    body = "\n".join(line for part in parts for line in part) + "\n"
    if len(body) > MOST_CHARACTERS:  # the parts leave more room than that
        raise AssertionError(len(body))
    return body


def _left(answer: Answer, name: str) -> int:
    return dict(answer.left_out).get(name, 0)


def _section(title: str, items: list[list[str]], room: int, around: Around, more: int = 0) -> list[str]:
    """Return a part of the comment with as many of its items as there is room for; nothing where it has none."""
    if not items:
        return []
    lines = ["", f"### {plain(title)}", ""]
    for number, item in enumerate(items):
        room -= sum(len(line) + 1 for line in item)
        if room < 0:
            more += len(items) - number
            break
        lines += item
    if more:
        lines += ["", f"…{plain(around.lang.count('and {n} more', 'and {n} more', more))}"]
    return lines


def _in_short(answer: Answer, lang: Language) -> str:
    found = [lang.count("We read {n} file.", "We read {n} files.", answer.looked_at)]
    if answer.errors:
        found.append(lang.count("There is {n} thing to correct.", "There are {n} things to correct.", answer.errors))
    else:
        found.append(lang.say("There is nothing to correct."))
    if answer.mended:
        found.append(lang.count("The proposal fixes {n} error.", "The proposal fixes {n} errors.", answer.mended))
    if answer.earlier_errors:
        found.append(
            lang.count(
                "The files had {n} error before this change; you need not correct it.",
                "The files had {n} errors before this change; you need not correct them.",
                answer.earlier_errors,
            )
        )
    return " ".join(found)


def _seen(one: Seen, around: Around) -> list[str]:
    lang = around.lang
    kind = KINDS[one.kind].called.in_language(lang.code)[0]
    head = f"- **{plain(lang.say(_NEWS[one.news]))}**: {plain(kind)} {quoted(one.title)} ({quoted(one.path)})"
    if around.frame:
        head = f"- **{plain(kind)}** {quoted(one.title)}"
    facts = [quoted(fact) for fact in one.facts[:_MOST_FACTS]]
    return [head, *(f"  - {fact}" for fact in facts)]


def _form(answer: Answer, around: Around) -> list[str]:
    """Return the way to the form, filled in with the proposal: it shows the page as it will be."""
    if not (answer.form and answer.form_page and around.site):
        return []
    words = around.lang.say("See the page as it will be, or change the proposal in the form")
    return ["", f"[{plain(words)}]({around.site}{answer.form_page}#{answer.form})"]


def _at_once(found: Iterable[Found]) -> list[tuple[Found, list[int]]]:
    """Return the problems; of what is the same on several lines of one file, the first, and the further lines."""
    known: dict[object, tuple[Found, list[int]]] = {}
    for one in found:
        key = (one.path, one.code, one.field, one.values, one.mend)
        if key in known:
            known[key][1].append(one.line)
        else:
            known[key] = (one, [])
    return list(known.values())


def _error(number: int, one: Found, again: list[int], around: Around) -> list[str]:
    lang = around.lang
    spoken = problem_said(one, lang)
    lines = [f"**{number}.** {_place(one, lang)}", "", spoken.message, ""]
    if around.frame and one.code in around.frame.hints:
        return [f"**{number}.** {spoken.message} {around.frame.hints[one.code]}", ""]
    if around.frame:
        lines = [f"**{number}.** {spoken.message}", ""]
    elif one.quote:
        lines += [f"{said(lang.say('The line is now: {line}', line=mark(one.quote)))}", ""]
    lines += [" ".join(filter(None, (spoken.hint, said(_again(again, lang)))))]
    return [*lines, "", *_mend(one, lang)]


def _place(one: Found, lang: Language) -> str:
    if not one.path:
        return plain(lang.say("The whole site"))
    line = f", {plain(lang.say('line {line}', line=one.line))}" if one.line else ""
    return f"{quoted(one.path)}{line}"


def _again(again: list[int], lang: Language) -> str:
    if not again:
        return ""
    lines = [str(line) for line in again[:_MOST_LINES]]
    if more := len(again) - len(lines):
        lines.append(lang.count("{n} more", "{n} more", more))
    return lang.count("The same on line {lines}.", "The same on lines {lines}.", len(again), lines=lang.listed(lines))


def _mend(one: Found, lang: Language) -> list[str]:
    copied = fenced(one.mend, "yaml") if one.mend else []
    if not copied:
        return []
    if one.mend_path:
        what = lang.say("Add the file {path}:", path=mark(one.mend_path))
    elif one.mend_last < one.mend_first:
        what = lang.say("Add before line {line}:", line=one.mend_first)
    else:
        what = lang.say("Write instead:")
    return [said(what), "", *copied, ""]


def _clashes(answer: Answer, around: Around) -> Iterator[list[str]]:
    lang = around.lang
    if not answer.clashes_known:
        yield [plain(lang.say("Clashes are looked for when the errors in the files are fixed."))]
        return
    for one in answer.added:
        if one.level is not Level.INFO:
            yield _clash(one, around)
    gone = [one for one in answer.removed if one.level is not Level.INFO]
    for one in gone:
        yield [f"- {plain(lang.say('No longer there:'))} {clash_said(one, lang, around.words).message}"]
    more = {name: _left(answer, name) for name in ("added", "removed")}
    if count := sum(more.values()):
        yield [f"- {plain(lang.count('and {n} more', 'and {n} more', count))}"]


def _clash(one: Clash, around: Around) -> list[str]:
    lang = around.lang
    spoken = clash_said(one, lang, around.words)
    lines = [f"- **{spoken.message}**", f"  - {spoken.hint}"]
    ask = plain(lang.say("Ask: {whom}", whom="")).rstrip()
    lines += [f"  - {ask} {asked_said(asked)}" for asked in one.asked]
    if one.free:
        lines.append(f"  - {plain(lang.say('Nearest free days: {days}', days=days_said(one.free, lang)))}")
    return lines


def _akin(answer: Answer, around: Around) -> Iterator[list[str]]:
    for one in answer.akin:
        shown = quoted(one.title)
        link = f"[{shown}]({around.site}{one.address})" if around.site else shown
        yield [f"- {quoted(one.of)}: {link}"]


def _notices(answer: Answer, others: list[tuple[Found, list[int]]], around: Around) -> Iterator[list[str]]:
    lang = around.lang
    for one, again in others:
        spoken: Spoken = problem_said(one, lang)
        words = " ".join(filter(None, (spoken.message, spoken.hint, said(_again(again, lang)))))
        yield [f"- {words}" if around.frame else f"- {_place(one, lang)}: {words}"]
        if copied := _mend(one, lang):
            yield ["", *copied]
    for clash in answer.added:
        if clash.level is Level.INFO:
            spoken = clash_said(clash, lang, around.words)
            yield [f"- {spoken.message} {spoken.hint}"]
    for path in answer.meanwhile:
        words = lang.say(
            "The file {path} has been changed on the site after this proposal was begun.", path=mark(path)
        )
        yield [f"- {said(words)}"]
    if answer.earlier is Earlier.ERRORS:
        yield [f"- {plain(lang.say('The files as they were held errors, so their dates could not be compared.'))}"]
    elif answer.earlier is Earlier.OPTIONS:
        yield [f"- {plain(lang.say('The site as it was could not be read. All that was found counts as new.'))}"]


def _next(answer: Answer, errors: list[tuple[Found, list[int]]], around: Around) -> Iterator[str]:
    lang = around.lang
    if answer.errors:
        yield plain(lang.say("Correct these in the same proposal. Nothing on the site is broken."))
        # What is said of the whole site, or of a folder, is not corrected in one file.
        for path in dict.fromkeys(one.path for one, _ in errors if one.path and not one.path.endswith("/")):
            if address := around.edit(path):
                yield f"- [{plain(lang.say('Open the file for editing'))}]({address}): {quoted(path)}"
    else:
        yield plain(
            lang.say("You need not do anything. The editors look at the proposal, and then it is on the site.")
        )
    if any(one.level is not Level.INFO for one in answer.added):
        yield ""
        yield plain(lang.say("A clash does not keep an event from the site."))
    if answer.unread:
        yield ""
        yield plain(lang.say("The editors look at the files that we did not read."))
    yield ""
    yield plain(lang.say("This answer is renewed whenever the proposal changes."))
