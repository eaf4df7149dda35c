"""``seurantalo new --from-text``: a notice that somebody has already becomes an event, or JSON for other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from seurantalo.cli.new_asked import pairs_of
from seurantalo.cli.printing import say
from seurantalo.cli.usage_error import UsageError
from seurantalo.language import Language
from seurantalo.model.fields.words import fields_by_word
from seurantalo.model.kinds import RECORDS
from seurantalo.model.record import Kind
from seurantalo.project import Project
from seurantalo.proposing import Act, Proposal, ProposedFile
from seurantalo.proposing.pasting import note_words, pasting_tables
from seurantalo.proposing.slug import new_path
from seurantalo.receiving.pasted import Pasted, read_pasted

#: More than any notice, in bytes.
_MOST_BYTES = 200_000


def pasted(project: Project, source: str) -> Pasted:
    """Return what a file, or standard input for ``-``, says."""
    if source == "-":
        text = sys.stdin.read(_MOST_BYTES)
    else:
        path = Path(source)
        if not path.is_file():
            raise UsageError("There is no file {path}.", path=source)
        text = path.read_bytes()[:_MOST_BYTES].decode("utf-8", errors="replace")
    reading = project.read()
    if reading.community is None:
        raise UsageError("The files of the site hold errors: correct them first (seurantalo check).")
    return read_pasted(text, project.today, project.lang.code, pasting_tables(reading.community))


def pasted_proposal(project: Project, source: str, given: Iterable[str]) -> Proposal:
    """Return the event of a notice; ``FIELD=VALUE`` pairs say what it leaves out, or says otherwise."""
    found = pasted(project, source)
    told = dict(pairs_of(Kind.EVENT, given))
    values: dict[str, Any] = {**found.values, **told}
    _say(found, told, project.lang)
    path = new_path(Kind.EVENT, {**values, "starts": _first_day(values)})
    file = ProposedFile(kind=Kind.EVENT, path=path, values=MappingProxyType(values))
    return Proposal(act=Act.EVENT, files=(file,))


def _first_day(values: Mapping[str, Any]) -> str:
    dates = values.get("dates")
    return str(values.get("starts") or (dates[0]["starts"] if dates else ""))


def _say(found: Pasted, told: Mapping[str, Any], lang: Language) -> None:
    words = note_words(lang)
    say(*(words[code] for code in found.notes))
    if guessed := [name for name in found.guessed if name not in told]:
        say(lang.say("Guessed, so look at these: {fields}", fields=_names(guessed, lang)))
    if missing := [name for name in found.missing if name not in told]:
        say(lang.say("Not in the text: {fields}", fields=_names(missing, lang)))


def _names(fields: Iterable[str], lang: Language) -> str:
    known = fields_by_word(RECORDS[Kind.EVENT])
    return ", ".join(known[name].called.in_language(lang.code)[0] for name in fields)
