"""A file that is missing, ready to be added: with all that a record of its kind needs."""

from __future__ import annotations

import json
from typing import Final

from seurantalo.model.fields.words import plain_word, value_word
from seurantalo.model.kinds import KINDS, RECORDS
from seurantalo.model.organisation import OrganisationType
from seurantalo.model.problem import Mend
from seurantalo.model.record import Kind
from seurantalo.patterns import late
from seurantalo.reading.file_scope import Scope
from seurantalo.reading.files.names import identifier_like
from seurantalo.reading.names.known import short_name
from seurantalo.reading.yaml.everyday import NULLS
from seurantalo.reading.yaml.nodes import Scalar, Sequence

_PLAIN: Final = late(r"[^\W_](?:[\w .,&()’'/–-]*[\w.)])?\Z")
#: What sort of organisation it is by the end of its name; all others are associations.
_TYPES: Final = (
    (late(r"(?:kunta|kaupunki|kommun|stad|municipality)\Z"), OrganisationType.MUNICIPALITY),
    (late(r"(?:seurakunta|forsamling|parish)\Z"), OrganisationType.PARISH),
    (late(r"-(?:oyj?|ab|osk|tmi|ky)\Z"), OrganisationType.COMPANY),
)


def yaml_text(words: str) -> str:
    """Return a text as it may stand after a key, between quotation marks where it needs them.

    >>> yaml_text("Tanssikerho Askel ry"), yaml_text("Kahvila: Tupa #1")
    ('Tanssikerho Askel ry', '"Kahvila: Tupa #1"')
    """
    return words if _PLAIN.match(words) and words not in NULLS else json.dumps(words, ensure_ascii=False)


def new_file(scope: Scope, kind: Kind, written: str) -> Mend:
    """Return the file of an organisation or a venue that is written of and not there yet."""
    name, homes = scope.known.at_home(written) if kind is Kind.VENUE else (written, ())
    title = name if name != identifier_like(name) else name.replace("-", " ").capitalize()
    values = {"name": yaml_text(title), "municipality": homes[0] if homes else _home(scope)}
    if kind is Kind.ORGANISATION:
        folded = plain_word(title)
        sort = [sort for pattern, sort in _TYPES if pattern.search(folded)][-1:] or [OrganisationType.ASSOCIATION]
        values["type"] = value_word(sort[0], scope.language)
    lines = [
        f"{field.called.in_language(scope.language)[0]}: {values[field.name]}"
        for field in RECORDS[kind]
        if values.get(field.name)
    ]
    ending = KINDS[kind].files.partition("*")[2]
    if ending == ".md":
        lines = ["---", *lines, "---"]
    stem = identifier_like(short_name(kind, name)) or identifier_like(name)
    return Mend("\n".join(lines) + "\n", path=f"{scope.known.folder(kind)}{stem}{ending}")


def _home(scope: Scope) -> str:
    """Return the municipality that the file names, else that of its place or organiser, else any."""
    known = scope.known
    named = scope.written("municipality")
    if isinstance(named, Scalar) and (home := known.resolve(Kind.MUNICIPALITY, named.text or "")):
        return home
    venue = scope.written("venue")
    if isinstance(venue, Scalar) and (place := known.resolve(Kind.VENUE, venue.text or "")):
        return known.municipality_of.get((Kind.VENUE, place), "")
    organisers = scope.written("organisers")
    for item in organisers.items if isinstance(organisers, Sequence) else [organisers]:
        organiser = known.resolve(Kind.ORGANISATION, item.text or "") if isinstance(item, Scalar) else None
        if home := known.municipality_of.get((Kind.ORGANISATION, organiser or "")):
            return home
    return min(known.ids.get(Kind.MUNICIPALITY, ()), default="")
