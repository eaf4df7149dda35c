"""Links as strangers make them."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

from seurantalo.proposing.wire import check_of

EVENT: dict[str, Any] = {
    "act": "event",
    "files": [
        {
            "kind": "event",
            "path": "events/2027/06/kesajuhla.yml",
            "set": {"title": "Kesäjuhla 😀", "starts": "2027-06-12T13:00", "organisers": ["mallikylan-martat"]},
        },
        {"kind": "organisation", "path": "content/organisations/mallikylan-martat.md", "set": {"name": "Martat"}},
    ],
    "sender": {"role": "Sihteeri", "email": "sihteeri@example.org"},
    "note": "Kahvi on hyvää.",
}
FILES = EVENT["files"]

#: Whole, and nothing of ours.
NO_PROPOSALS: tuple[object, ...] = (
    [],
    None,
    {"act": "party", "files": FILES},
    {"act": "event"},
    {"act": "event", "files": "x"},
    {"act": "event", "files": [None, *FILES]},
    {"act": "event", "files": [{"kind": "event"}]},
    {"act": "event", "files": [{"kind": "event", "path": "events/../mkdocs.yml"}]},
    {"act": "event", "files": [{"kind": "event", "path": ".github/workflows/check.yml"}]},
    {"act": "event", "files": [{"kind": "event", "path": "events/2027/juhla.yml", "base": "main"}]},
    {"act": ["event"], "files": FILES},
    b"[" * 60_000,
    b"{",
    b"\xff\xfe",
    b"\xef\xbb\xbf{}",
    b'{"act": NaN}',
)


def link(made: object, prefix: str = "e1") -> str:
    """A link as somebody else makes it, around anything."""
    raw = json.dumps(made).encode() if not isinstance(made, bytes) else made
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(raw) + packer.flush() if prefix == "e1" else raw
    body = f"{prefix}.{base64.urlsafe_b64encode(packed).decode().rstrip('=')}"
    return f"{body}.{check_of(body)}"


def bomb() -> str:
    """A small link that would become large."""
    return link({"act": "event", "files": FILES, "note": "a" * 5_000_000})


def hostile_fragments() -> list[str]:
    """What no proposal is in, and proposals with what does not belong into them."""
    values: dict[str, Any] = {
        "title": "Kesä\u202ejuhla\u0000\ud83d",
        "price": None,
        "agenda": [{"starts": "18:00", "<script>": "x", "text": "<b>Avaus</b>"}, None, 1.5, 1e30],
        "stage": 3.0,
        "contact": {"role": {"role": {"role": {"role": {"role": {"role": {"role": {"role": "x"}}}}}}}},
    }
    file = {
        "kind": "event",
        "path": "events/2027/06/juhla.yml",
        "base": "a" * 40,
        "set": values,
        "drop": ["venue", "venue", 7],
    }
    venues = [{"kind": "venue", "path": f"content/venues/v{number}.yml"} for number in range(20)]
    many = [{**file, "drop": ["venue", "venue", 7]}, *venues]
    good = {"act": "change", "files": many, "note": "😀" * 3_000, "evil": {"x": 1}, "sender": ["me"]}
    whole = link(EVENT)
    return [
        *map(link, NO_PROPOSALS),
        *(link(each, "e0") for each in NO_PROPOSALS),
        link(good),
        link({**good, "sender": {"role": "x" * 999, "email": 7, "evil": 1}}),
        link(EVENT, "e0"),
        bomb(),
        f"e1.{'A' * 1_000_000}.abcd",
        f"{whole[:50]}\n {whole[50:]}",
        f"https://example.org/#{whole}",
        whole.replace("e1.", "e0."),
        whole.upper(),
        f"{whole}&utm=1",
        "",
        "e2.abc.abcd",
        "muuta=juhla",
        "e",
        "e1",
        "e1.",
    ]
