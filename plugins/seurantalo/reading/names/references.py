"""Links from one record to others: which records people mean, and what to say where they mean none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from sys import intern
from typing import Final

from seurantalo.model.fields.field import Field
from seurantalo.model.fields.words import fold_word, plain_word
from seurantalo.model.kinds import KINDS
from seurantalo.model.problem import Mend, Severity
from seurantalo.model.record import Kind
from seurantalo.model.wiki_link import kind_of, wiki_links
from seurantalo.patterns import late
from seurantalo.reading.file_scope import Known, Place, Placed, Scope
from seurantalo.reading.files.new import new_file
from seurantalo.reading.input_words import AND, UNKNOWN
from seurantalo.reading.yaml.tree import Scalar

#: Between the names of a list that is written as a text.
#: What a record's id has around it as the address of its file: ``content/venues/….yml``.
_FILE: Final = late(r"\A[./]*(?:[a-z]+/)+|\.(?:md|ya?ml)\Z", re.IGNORECASE)
_COMMA: Final = late(r"\s*[,;\n]\s*")
_BETWEEN: Final = late(rf"\s*[,;\n]\s*(?:{AND}\s+)?|\s+(?:{AND}|&|\+|/)\s+", re.IGNORECASE)
#: As many names as one text may hold, and as many pieces of it as one name.
_MOST: Final = 40
_LONGEST: Final = 5
#: How the words end that our own models hold in the place of an id.
_MODEL: Final = late(
    r"(?:oma|oman|paikan|yhdistyksen|jarjestajan|toisen|toimijan|kunnan|teeman|foreningens|platsens|arrangorens|your)"
    r"(?:-\w+)*-(?:tunnus|nimi|kortnamn|kod|namn|id|name)\Z|(?:oma|sinun|din|your)-(?:yhdistys|seura|forening|club)\Z"
)
#: What people write of a place that they will tell later, and in the place of one that is none.
_LATER: Final = late(
    r"(?i)(?:ei|inte|not)? ?(?:vielä|ännu|än)? ?(?:tiedossa|tiedetä|avoinna|selvillä|känd|known|tba|tbd)(?: yet)?\.?"
    r"|(?:paikka |platsen )?(?:vahvistuu|ilmoitetaan|selviää|meddelas|bekräftas)(?: myöhemmin| senare)?\.?"
)
_ONLINE: Final = late(
    r"(?i)(?:verkossa|etänä|netissä|verkko|etätapahtuma|online|(?:på )?(?:nätet|distans)|teams|zoom|webinaari)\.?"
)
#: So many words of a list are told; of a longer one, where it stands.
_SHORT_LIST: Final = 12
_ERROR: Final = Severity.ERROR


def reference(scope: Scope, field: Field, node: Scalar, text: str) -> str | None:
    """Return the id of the record that a text names; None after a report."""
    kind = _target(field)
    if text in scope.known.ids.get(kind, ()):
        return intern(text)
    if kind is Kind.COMMENT and "/" not in text and scope.comments_folder:
        text = f"{scope.comments_folder}/{text}"
    found = scope.known.meant(kind, text) or scope.known.meant(kind, _FILE.sub("", text))
    if len(found) == 1:
        return found[0]
    if kind is Kind.VENUE and not found:
        if fold_word(text) in UNKNOWN or _LATER.fullmatch(text):
            return None
        if room := scope.known.room_of(text):
            return room[0]
        if _is_no_venue(scope, node, field.name, text):
            return None
    if not found and len(several := [one for one, _ in _pieces(scope, kind, text) if one]) > 1:
        scope.report("expected-one", node, field.name, count=len(several), found=", ".join(several)[:100])
        return None
    report_missing(scope, kind, node, field.name, text)
    return None


def _is_no_venue(scope: Scope, node: Scalar, field_name: str, text: str) -> bool:
    """Report what stands in the place of a venue and is told elsewhere; True if it was."""
    home = scope.known.resolve(Kind.MUNICIPALITY, text)
    head = re.split(r"\s*[,(]", text, maxsplit=1)[0]
    venue = scope.known.resolve(Kind.VENUE, head) if head != text else None
    if home is not None:
        alone = scope.written("venue") is node and scope.written("municipality") is None
        mend = Mend(f"{scope.word('municipality')}: {home}", node.line, node.line) if alone else None
        scope.report("venue-is-municipality", node, field_name, _ERROR, mend, found=text[:60], home=home)
    elif _ONLINE.fullmatch(text):
        scope.report("venue-is-online", node, field_name, found=text[:60])
    elif venue is not None and not scope.known.at_home(text)[1]:
        more = text[len(head) :].strip(" ,()")
        mend = scope.instead(node, text, venue)
        scope.report("venue-with-more", node, field_name, _ERROR, mend, found=more[:60], venue=venue)
    else:
        return False
    return True


def references(scope: Scope, field: Field, node: Scalar) -> tuple[str, ...]:
    """Return the ids of the records that one item of a list names: most often one, else several with commas."""
    kind, text = _target(field), (node.text or "").strip()
    if text in scope.known.ids.get(kind, ()):
        # The same ids again and again, each in one place of memory.
        return (intern(text),)
    found = scope.known.meant(kind, text)
    if not found and _BETWEEN.search(text):
        pieces = list(_pieces(scope, kind, text))
        if any(one for one, _ in pieces) or _COMMA.search(text):
            for one, words in pieces:
                if one is None:
                    report_missing(scope, kind, scope.find(words, node), field.name, words)
            return tuple(one for one, _ in pieces if one)
    one = reference(scope, field, node, text) if text else None
    return (one,) if one else ()


def _target(field: Field) -> Kind:
    if field.target is None:
        raise TypeError(field.name)
    return field.target


def _pieces(scope: Scope, kind: Kind, text: str) -> Iterator[tuple[str | None, str]]:
    """Yield (id or None, words) of the names in a text; a name may hold a comma or an "and" itself."""
    marks = list(_BETWEEN.finditer(text))[: _MOST - 1]
    starts = [0, *(mark.end() for mark in marks)]
    ends = [*(mark.start() for mark in marks), len(text)]
    at = 0
    while at < len(starts):
        spans = [text[starts[at] : end].strip() for end in ends[at : at + _LONGEST]]
        found = [scope.known.resolve(kind, words) if words else None for words in spans]
        # The longest name that there is, else the shortest piece of text.
        last = max((number for number, one in enumerate(found) if one), default=0)
        if spans[last]:
            yield found[last], spans[last]
        at += last + 1


def split_list(text: str) -> list[str]:
    """Return the words of a list that is written as a text: *a, b ja c*."""
    return [words for words in _BETWEEN.split(text) if words.strip()]


def with_ids(known: Known, text: str) -> str:
    """Return a text in which every wiki link that names a record holds its id, and the name as its words."""
    # One sign is found many times faster than two.
    if "[" not in text or "[[" not in text:
        return text
    pieces: list[str] = []
    end = 0
    for link in wiki_links(text):
        kind = kind_of(link.kind_word)
        if kind is None or link.target in known.ids[kind] or (found := known.resolve(kind, link.target)) is None:
            continue
        _, bar, words = text[link.offset : link.end - 2].partition("|")
        shown = words if bar else link.target
        pieces += (text[end : link.offset], f"[[{link.kind_word}:{found}|{shown}]]")
        end = link.end
    return "".join((*pieces, text[end:]))


def report_missing(scope: Scope, kind: Kind, place: Placed, field_name: str, target: str) -> None:
    """Report a link that leads nowhere or to several records, with what to write instead."""
    known, found, line = scope.known, target[:60], Place(place.line, place.column)
    several = known.meant(kind, target)
    if len(several) > 1:
        scope.report("name-of-several", line, field_name, found=found, kind=kind.value, ids=", ".join(several))
        return
    if field_name and _MODEL.search(plain_word(target)):
        scope.report("model-copied", line, field_name, found=found, kind=kind.value)
        return
    near = known.nearest(kind, target)
    part = known.partly(kind, target)
    if len(part) > 1 and not near:
        ids = ", ".join((*part[:_SHORT_LIST], *(["…"] if len(part) > _SHORT_LIST else ())))
        scope.report("name-of-several", line, field_name, found=found, kind=kind.value, ids=ids)
        return
    words = sorted(known.ids.get(kind, ()))
    if near:
        mend = scope.instead(line, target, near)
        scope.report("missing-target-near", line, field_name, _ERROR, mend, found=found, kind=kind.value, near=near)
    elif KINDS[kind].vocabulary and words:
        told = ", ".join((*words[:_SHORT_LIST], *(["…"] if len(words) > _SHORT_LIST else ())))
        scope.report("missing-term", line, field_name, found=found, kind=kind.value, words=told)
    elif field_name and kind in (Kind.ORGANISATION, Kind.VENUE) and re.search("[a-z0-9]", plain_word(target)):
        code = "venue-to-add" if kind is Kind.VENUE else "organisation-to-add"
        scope.report(code, line, field_name, _ERROR, new_file(scope, kind, target), found=found, kind=kind.value)
    else:
        scope.report("missing-target", line, field_name, found=found, kind=kind.value)
