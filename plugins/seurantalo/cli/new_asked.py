"""What somebody wants to add, by a link, on the command line, or by answering the questions of the form."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from seurantalo.cli.printing import say
from seurantalo.cli.usage_error import UsageError
from seurantalo.language import Language
from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.words import field_of, fields_by_word, value_of
from seurantalo.model.kinds import RECORDS
from seurantalo.model.record import Kind, day_of
from seurantalo.project import Project
from seurantalo.proposing import FORM, Act, BrokenLinkError, Proposal, ProposedFile, Value, proposal_of, unpack
from seurantalo.proposing.acts import asked, label_of
from seurantalo.proposing.canonical import NOWHERE, moment_text
from seurantalo.proposing.pasting import pasting_tables
from seurantalo.proposing.slug import new_path
from seurantalo.proposing.wire import MOST_BYTES
from seurantalo.reading.event.one_event import known_of
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.input_words import NO, YES
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import read_moment
from seurantalo.receiving.pasted import with_meant

#: What can be added from the command line, by the kind that it is; a comment needs to know what it is on.
ACTS: Final[Mapping[str, Act]] = MappingProxyType(
    {form.kind.value: act for act, form in FORM.items() if not form.fragment or act is Act.ADOPTION}
)
_COMMAS: Final = frozenset({Shape.CHANNELS, Shape.CHOICE, Shape.DAY, Shape.IDENTIFIER, Shape.REFERENCE})


def proposal_from(source: str) -> Proposal:
    """Return the proposal of a link, or of a file that holds its link or its JSON; raise UsageError."""
    text = source
    if not source.startswith(("e0.", "e1.")) and "#" not in source:
        path = Path(source)
        if not path.is_file():
            raise UsageError("There is no file {path}, and it is no link of a proposal.", path=source)
        text = path.read_text(encoding="utf-8", errors="replace")[: 3 * MOST_BYTES].strip()
    if text.startswith("{"):
        try:
            proposal = proposal_of(json.loads(text))
        except (ValueError, RecursionError):
            proposal = None
        if proposal is None:
            raise UsageError("There is no proposal in {path}.", path=source)
        return proposal
    try:
        return unpack(text)
    except BrokenLinkError as error:
        if error.why == "cut":
            raise UsageError("The link has been cut on its way. Ask the sender for it once more.") from error
        raise UsageError("There is no proposal in this link.") from error


def asked_for(project: Project, act: Act, given: Iterable[str]) -> Proposal:
    """Return a proposal of ``FIELD=VALUE`` pairs, or of answers where none are given and somebody is there to ask."""
    kind = FORM[act].kind
    values = dict(pairs_of(kind, given)) or dict(_answers(project, act))
    if not values:
        raise UsageError(
            "Say what to write: FIELD=VALUE, for example {example}.", example=_example(kind, project.lang)
        )
    for name, value in FORM[act].given.items():
        values.setdefault(name, moment_text(project.today) if value == "today" else value)
    if kind is Kind.EVENT:
        values = _with_meant(project, values)
    path = new_path(kind, {**values, **_day(values)}, about=str(values.get("about", "")))
    return Proposal(act=act, files=(ProposedFile(kind=kind, path=path, values=MappingProxyType(values)),))


def _with_meant(project: Project, values: Mapping[str, Value]) -> dict[str, Value]:
    """Return values with ids for places and organisers that were named in another form, and say which."""
    community = project.read().community
    if community is None:
        return dict(values)
    found, told = with_meant(values, known_of(community), pasting_tables(community)["names"])
    for one in told:
        say(project.lang.say("“{found}” was read as {id}.", found=one.written, id=one.id))
    return found


def pairs_of(kind: Kind, given: Iterable[str]) -> Iterator[tuple[str, Value]]:
    """Yield the fields and canonical values of ``FIELD=VALUE`` pairs; raise UsageError."""
    known = fields_by_word(RECORDS[kind])
    for one in given:
        word, sign, text = one.partition("=")
        if not sign:
            raise UsageError("“{found}” has no = between a field and its value.", found=one)
        field = field_of(known, word)
        if field is None:
            near = nearest(word, known)
            raise UsageError("There is no field “{field}”.", near, field=word)
        yield field.name, canonical_of(field, text)


def _answers(project: Project, act: Act) -> Iterator[tuple[str, Value]]:
    """Yield the answers to the questions of a form; an empty one leaves out what is not needed."""
    if not sys.stdin.isatty():
        return
    lang = project.lang
    say(lang.say(FORM[act].title), lang.say("An empty answer leaves a question out."))
    first = {ask.field for group in FORM[act].groups if not group.folded for ask in group.asks}
    for ask, field in asked(FORM[act]):
        if ask.field not in first or field.shape in (Shape.PART, Shape.REPEATS, Shape.PERIOD):
            continue
        hint = f" ({lang.say(ask.hint)})" if ask.hint else ""
        while True:
            say(f"{label_of(ask, field, lang)}{hint}")
            text = sys.stdin.readline()
            if not text:
                raise UsageError("The answers ended before the last question.")
            if text.strip():
                yield field.name, canonical_of(field, text.strip())
                break
            if not ask.needed:
                break


def canonical_of(field: Field, text: str) -> Value:
    """Return the canonical value of what somebody typed; what is not understood is passed through as it is."""
    words = text.strip()
    if field.shape is Shape.CHANNELS and words.casefold() in NO:
        return NOWHERE
    if field.many and field.shape in _COMMAS:
        return [_one(field, each.strip()) for each in words.split(",") if each.strip()]
    return [_one(field, words)] if field.many else _one(field, words)


def _one(field: Field, text: str) -> Value:
    if field.shape in (Shape.DAY, Shape.MOMENT):
        try:
            return moment_text(read_moment(text))
        except MomentError:
            return text
    if field.choices is not None:
        found = value_of(field.choices, text)
        return str(found.value) if found is not None else text
    if field.shape is Shape.BOOLEAN and text.casefold() in YES | NO:
        return text.casefold() in YES
    if field.shape is Shape.INTEGER and text.isdecimal():
        return int(text)
    return text.replace("\\n", "\n") if field.shape is Shape.PROSE else text


def _day(values: Mapping[str, Value]) -> dict[str, Value]:
    """Return the day by which a file is filed, where it is written in a field of its own."""
    given = values.get("date")
    if "starts" in values or not isinstance(given, str):
        return {}
    try:
        return {"starts": moment_text(day_of(read_moment(given)))}
    except MomentError:
        return {}


def _example(kind: Kind, lang: Language) -> str:
    first = RECORDS[kind][0].called.in_language(lang.code)[0]
    return f'{first}="…"'
