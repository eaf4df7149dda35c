"""A proposal, and the three ways in which it travels: as JSON, as a link, and as records of ours.

Whatever arrives was written by a stranger: what is not known is dropped, what is too much is not unpacked.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Final, Literal

from seurantalo.frozen import dataclass
from seurantalo.model.fields.nesting import by_name
from seurantalo.model.kinds import KINDS, RECORDS
from seurantalo.model.record import Kind
from seurantalo.proposing.asking import Act
from seurantalo.proposing.canonical import Value
from seurantalo.proposing.yaml_text import clean_text

#: Bytes of a proposal's JSON, files in it, levels and items of a value, characters of a note and of an address.
MOST_BYTES: Final = 65_536
MOST_FILES: Final = 8
_DEEPEST: Final = 6
_MOST_ITEMS: Final = 2_000
LONGEST_NOTE: Final = 2_000
LONGEST_ADDRESS: Final = 200
_LARGEST_NUMBER: Final = 10**12
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_CHECK: Final = 4

_FRAGMENT: Final = re.compile(r"(e[01])\.([A-Za-z0-9_-]+)\.([a-z]{4})")
_BEGUN: Final = re.compile(r"e(?:[01](?:\..*)?)?", re.DOTALL)
_BLOB: Final = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_NAME: Final = re.compile(r"[a-z_]{1,40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedFile:
    """A file of a proposal: a new one, or a change of one that is there.

    ``values`` are canonical, by English field names; of a change they take the place of the whole field, and
    ``drop`` names the fields that are to go. ``base`` is the git blob id of the text that a change was made on, and
    ``""`` of a new file.

    >>> ProposedFile(kind=Kind.EVENT, path="events/2027/06/kesajuhla.yml").is_new
    True
    """

    kind: Kind
    path: str
    values: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    base: str = ""
    drop: tuple[str, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether the file is not there yet."""
        return not self.base


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who proposes: a role, and the role's address; neither need be told.

    >>> Sender(role="Sihteeri").email
    ''
    """

    role: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What somebody proposes. The first file is what it is about, others are what that one needs.

    >>> proposal_of({"act": "venue", "files": [{"kind": "venue", "path": "content/venues/seurala.yml"}]}).act.value
    'venue'
    """

    act: Act
    files: tuple[ProposedFile, ...]
    sender: Sender = field(default_factory=Sender)
    note: str = ""


class BrokenLinkError(ValueError):
    """A link holds no proposal. ``why``: it was ``cut`` on its way, or is ``unknown``, none of ours.

    >>> try:
    ...     unpack("e1.q1YqU")
    ... except BrokenLinkError as error:
    ...     error.why
    'cut'
    """

    def __init__(self, why: Literal["cut", "unknown"]) -> None:
        """Say which."""
        super().__init__(why)
        self.why = why


def is_path(kind: Kind, path: str) -> bool:
    """Tell whether a file of a kind may lie at a path of the project.

    >>> is_path(Kind.EVENT, "events/2027/06/kesajuhla.yml"), is_path(Kind.EVENT, "events/../mkdocs.yml")
    (True, False)
    """
    known = KINDS[kind]
    folder = "events" if kind is Kind.EVENT else f"content/{known.folder or '(?:handbook|practices)'}"
    endings = "|".join(sorted(set(re.findall(r"\*\.(\w+)", known.files))))
    inside = "/[a-z0-9-]+/comments" if kind is Kind.COMMENT else "(?:/[a-z0-9-]+)*"
    may = known.folder or kind in (Kind.COMMENT, Kind.EVENT)
    return (
        bool(may)
        and len(path) <= LONGEST_ADDRESS
        and bool(re.fullmatch(rf"{folder}{inside}/[a-z0-9-]+\.(?:{endings})", path))
    )


def proposal_of(made: object) -> Proposal | None:
    """Return the proposal that a JSON value holds; None where there is none. What is not known is left out.

    >>> proposal_of({"act": "event", "files": []}) is None
    True
    """
    if not isinstance(made, dict) or made.get("act") not in list(Act):
        return None
    given = made.get("files")
    files = [_file(each) for each in given[:MOST_FILES]] if isinstance(given, list) else []
    if not files or files[0] is None:
        return None
    sender = made.get("sender")
    told = sender if isinstance(sender, dict) else {}
    return Proposal(
        act=Act(made["act"]),
        files=tuple(each for each in files if each is not None),
        sender=Sender(role=_text(told.get("role"), LONGEST_ADDRESS), email=_text(told.get("email"), LONGEST_ADDRESS)),
        note=_text(made.get("note"), LONGEST_NOTE),
    )


def json_of(proposal: Proposal) -> dict[str, Value]:
    """Return a proposal as a JSON value; what says nothing is left out.

    >>> file = {"kind": "idea", "path": "content/ideas/nuotio.md", "set": {"title": "Nuotio"}}
    >>> made = {"act": "idea", "files": [file]}
    >>> json_of(proposal_of(made)) == made
    True
    """
    files: list[Value] = [
        {
            "kind": one.kind.value,
            "path": one.path,
            **({"base": one.base} if one.base else {}),
            **({"set": dict(one.values)} if one.values else {}),
            **({"drop": list(one.drop)} if one.drop else {}),
        }
        for one in proposal.files
    ]
    told = {name: text for name, text in (("role", proposal.sender.role), ("email", proposal.sender.email)) if text}
    return {
        "act": proposal.act.value,
        "files": files,
        **({"sender": told} if told else {}),
        **({"note": proposal.note} if proposal.note else {}),
    }


def pack(proposal: Proposal) -> str:
    """Return the fragment of a link that carries a proposal: ``e1.BASE64URL.CHECK``, of letters that no mail breaks.

    >>> text = pack(proposal_of({"act": "idea", "files": [{"kind": "idea", "path": "content/ideas/nuotio.md"}]}))
    >>> text[:3], unpack(text).files[0].path
    ('e1.', 'content/ideas/nuotio.md')
    """
    made = json.dumps(json_of(proposal), ensure_ascii=False, separators=(",", ":")).encode()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = base64.urlsafe_b64encode(packer.compress(made) + packer.flush()).decode().rstrip("=")
    return f"e1.{body}.{check_of(f'e1.{body}')}"


def unpack(fragment: str) -> Proposal:
    """Return the proposal of a fragment, or of a link that ends in one; raise BrokenLinkError where it holds none.

    >>> unpack("e2.abc.abcd")
    Traceback (most recent call last):
    seurantalo.proposing.wire.BrokenLinkError: unknown
    """
    text = re.sub(r"\s", "", fragment.rpartition("#")[2])
    found = _FRAGMENT.fullmatch(text) if len(text) <= 2 * MOST_BYTES else None
    if found is None or found[3] != check_of(text[: -_CHECK - 1]):
        raise BrokenLinkError("cut" if _BEGUN.fullmatch(text) else "unknown")
    try:
        packed = base64.urlsafe_b64decode(found[2] + "=" * (-len(found[2]) % 4))
        made = json.loads(_unpacked(packed) if found[1] == "e1" else packed[: MOST_BYTES + 1])
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        raise BrokenLinkError("unknown") from None
    proposal = proposal_of(made)
    if proposal is None:
        raise BrokenLinkError("unknown")
    return proposal


def _unpacked(packed: bytes) -> bytes:
    stream = zlib.decompressobj(-15)
    found = stream.decompress(packed, MOST_BYTES + 1)
    if len(found) > MOST_BYTES or not stream.eof:
        raise ValueError(len(found))
    return found


def check_of(text: str) -> str:
    """Return four letters by which a link knows that nothing of it is missing (32-bit FNV-1a).

    >>> check_of("e1.q1YqU")
    'qzmt'
    """
    found = 0x811C9DC5
    for sign in text.encode():
        found = ((found ^ sign) * 0x01000193) & 0xFFFFFFFF
    letters = ""
    for _ in range(_CHECK):
        found, rest = divmod(found, len(_LETTERS))
        letters += _LETTERS[rest]
    return letters


def _file(made: object) -> ProposedFile | None:
    if not isinstance(made, dict) or made.get("kind") not in list(Kind):
        return None
    kind, path, base, drop = Kind(made["kind"]), made.get("path"), made.get("base"), made.get("drop")
    if not isinstance(path, str) or not is_path(kind, path):
        return None
    if base is not None and not (isinstance(base, str) and _BLOB.fullmatch(base)):
        return None
    fields, given = by_name(RECORDS[kind]), made.get("set")
    values = (
        {name: clean(value) for name, value in given.items() if name in fields} if isinstance(given, dict) else {}
    )
    named = drop if isinstance(drop, list) else []
    return ProposedFile(
        kind=kind,
        path=path,
        values=MappingProxyType({name: value for name, value in values.items() if value is not None}),
        base=base or "",
        drop=tuple(dict.fromkeys(name for name in named if isinstance(name, str) and name in fields)),
    )


def clean(value: object, depth: int = _DEEPEST) -> Value:
    r"""Return a value as a proposal may hold it, without what is none: None where nothing is left.

    >>> clean({"text": "Soita\x00!", "<b>": 1, "until": 2.5})
    {'text': 'Soita!'}
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) <= _LARGEST_NUMBER else None
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) <= _LARGEST_NUMBER else None
    if isinstance(value, str):
        return clean_text(value)
    if not depth or not isinstance(value, list | dict):
        return None
    if isinstance(value, list):
        return [one for each in value[:_MOST_ITEMS] if (one := clean(each, depth - 1)) is not None]
    named = {name: clean(each, depth - 1) for name, each in value.items() if _NAME.fullmatch(str(name))}
    return {name: each for name, each in named.items() if each is not None}


def _text(value: object, most: int) -> str:
    return clean_text(value)[:most] if isinstance(value, str) else ""
