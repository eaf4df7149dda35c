"""What is to be said of a whole file, told as problems of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final

from seurantalo.model.event import Event
from seurantalo.model.problem import Severity
from seurantalo.model.record import Kind
from seurantalo.reading.channels.secrets import hidden, secrets_in
from seurantalo.reading.file_scope import Place, Placed, Scope
from seurantalo.reading.files.misplaced import has_day, right_path
from seurantalo.reading.files.names import identifier_like
from seurantalo.reading.yaml.text import without_codes
from seurantalo.reading.yaml.tree import Flaw

#: What is said of words that are no fields of a kind.
_STRANGE: Final = frozenset({"comma-in-braces", "unknown-field", "unknown-field-near"})
_OWN_NAME: Final = re.compile(r"(?m)^([a-z0-9][a-z0-9-]*)\s*:")
_YEAR: Final = re.compile(r"/(20\d\d)/")
#: What must be told in any case.
_PERSONAL: Final = frozenset({"email-outside-contact", "identity-code", "personal-address", "phone-outside-contact"})


def report_flaws(scope: Scope, flaws: Iterable[Flaw]) -> None:
    """Report what reading a file's text found, and what must not be in it."""
    if scope.kind in (Kind.CHANNEL, Kind.ANNOUNCEMENT):
        _report_secrets(scope)
    for flaw in flaws:
        values = {name: without_codes(value) for name, value in flaw.values}
        if flaw.code == "another-record":
            values = {"kind": scope.kind.value, "first": values["first"], "last": values["last"]} | {
                "path": _own_path(scope, values["title"], values["starts"])
            }
        mend = flaw.mend if flaw.mend is None or without_codes(flaw.mend.text) == flaw.mend.text else None
        scope.report(flaw.code, flaw, "", flaw.severity, mend, **values)


def _report_secrets(scope: Scope) -> None:
    """Report passwords and keys, without saying more of one than where it is and how it begins."""
    for secret in secrets_in(scope.text, has_ids=scope.kind is Kind.ANNOUNCEMENT):
        before = scope.text[: secret.start]
        place = Place(before.count("\n") + 1, secret.start - before.rfind("\n"))
        channel = scope.record_id.partition("/")[0] if scope.kind is Kind.ANNOUNCEMENT else _last_name(before)
        variable = f"SEURANTALO_{channel.upper().replace('-', '_')}_…"
        scope.report("channel-secret", place, "", found=hidden(secret.text), variable=variable)


def _last_name(text: str) -> str:
    """Return the id of the channel in which a text ends."""
    names = _OWN_NAME.findall(text)
    return names[-1] if names else "KANAVA"


def report_other_kind(scope: Scope, place: Placed, kind: Kind) -> None:
    """Report that a file holds a record of another kind than its folder, and nothing else of it but its reading."""
    said = [each for each in scope.problems if each.code not in _STRANGE]
    scope.problems[:] = said
    scope.report(
        "record-of-another-kind",
        place,
        "",
        kind=kind.value,
        folder=_folder(scope, kind),
        name=PurePosixPath(scope.path).name,
    )


def _folder(scope: Scope, kind: Kind) -> str:
    """Return the folder of a kind of record, for people."""
    return scope.settings.events_folder if kind is Kind.EVENT else scope.known.folder(kind).rstrip("/")


def check_year(scope: Scope, event: Event) -> None:
    """Tell of a folder that is called by another year than any in which an event is, or was planned to be."""
    folder = _YEAR.search(scope.path)
    if folder is None or event.starts is None:
        return
    year = int(folder[1])
    planned, ends = event.planned_starts or event.starts, event.ends or event.starts
    last = max(ends.year, event.repeats.until.year if event.repeats and event.repeats.until else 0)
    if not min(event.starts.year, planned.year) <= year <= last:
        right = f"{scope.settings.events_folder}/{event.starts.year}/{event.starts.month:02}"
        values = {"folder": year, "year": event.starts.year, "right": right}
        scope.report(
            "folder-year", Place(event.origin.line, event.origin.column), "", Severity.NOTICE, None, **values
        )


def without_echoes(scope: Scope, flaws: Iterable[Flaw]) -> None:
    """Take back what is said of the values on lines that could not be read: their cause is told already."""
    own = {(flaw.code, flaw.line) for flaw in flaws if flaw.is_error}
    unread = {line for code, line in own if code.startswith("yaml-") or code == "control-character"}
    if unread:
        scope.problems[:] = [
            each
            for each in scope.problems
            if each.line not in unread or (each.code, each.line) in own or each.code in _PERSONAL
        ]


def _own_path(scope: Scope, title: str, starts: str) -> str:
    """Return where a second record of a file belongs."""
    place = PurePosixPath(scope.path)
    name = identifier_like(title.strip("\"'")) or f"{place.stem}-2"
    path = f"{place.parent}/{name}{place.suffix}"
    if scope.kind is Kind.EVENT and has_day(starts):
        path = right_path(scope.kind, starts, f"{name}{place.suffix}", scope.settings.events_folder, "")
    return path if path != scope.path else f"{path.removesuffix(place.suffix)}-2{place.suffix}"
