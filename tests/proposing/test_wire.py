"""A proposal travels in a link, and arrives whole or not at all."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from tests.examples import examples
from tests.proposing.fills import events
from tests.proposing.links import EVENT, NO_PROPOSALS, bomb, link

from seurantalo.model.record import Kind
from seurantalo.proposing.asking import Act
from seurantalo.proposing.wire import BrokenLinkError, is_path, json_of, pack, proposal_of, unpack

DEEP: dict[str, Any] = {"role": "x"}
for _ in range(9):
    DEEP = {"role": DEEP}


def why_broken(fragment: str) -> str:
    """Why a fragment holds no proposal; ``""`` where it holds one."""
    try:
        unpack(fragment)
    except BrokenLinkError as error:
        return error.why
    return ""


def test_a_proposal_arrives_as_it_was_sent() -> None:
    """By its parts, by both kinds of link, and after a mail program has folded the line."""
    proposal = proposal_of(EVENT)
    assert proposal is not None
    assert proposal.act is Act.EVENT
    assert [one.kind for one in proposal.files] == [Kind.EVENT, Kind.ORGANISATION]
    assert json_of(proposal) == EVENT
    packed = pack(proposal)
    assert unpack(packed) == proposal
    assert unpack(f"https://example.org/ehdota/tapahtuma/#{packed}") == proposal
    assert unpack(f" {packed[:70]}\r\n {packed[70:]}\n") == proposal
    assert unpack(link(EVENT, "e0")) == proposal


@examples(60)
@given(events())
def test_any_event_arrives_as_it_was_sent(filled: dict[str, Any]) -> None:
    """Whatever somebody fills in."""
    made = {"act": "event", "files": [{"kind": "event", "path": "events/2027/06/juhla.yml", "set": filled}]}
    proposal = proposal_of(made)
    assert proposal is not None
    assert unpack(pack(proposal)) == proposal


def test_a_cut_link_says_so_at_every_length() -> None:
    """Never half an event, never another one."""
    proposal = proposal_of(EVENT)
    assert proposal is not None
    packed = pack(proposal)
    assert {why_broken(packed[:length]) for length in range(1, len(packed))} == {"cut"}
    assert why_broken(packed[:-1] + ("a" if packed[-1] != "a" else "b")) == "cut"
    assert {why_broken(each) for each in ("", "muuta=juhla", "e2.abc.abcd", "paiva=2027-06-12")} == {"unknown"}


@pytest.mark.parametrize("made", NO_PROPOSALS)
def test_what_is_no_proposal_is_refused(made: object) -> None:
    """Whole and with its right check, but not ours."""
    assert why_broken(link(made)) == "unknown"
    assert why_broken(link(made, "e0")) == "unknown"


def test_what_is_too_much_is_not_unpacked() -> None:
    """A small link that becomes large, and a large one."""
    assert len(bomb()) < 10_000
    assert why_broken(bomb()) == "unknown"
    assert why_broken(f"e1.{'A' * 1_000_000}.abcd") == "cut"


def test_what_is_not_known_is_left_out() -> None:
    """Keys of others, fields that no kind has, values that are none, and what the eye does not see."""
    files = [
        {
            "kind": "event",
            "path": "events/2027/06/juhla.yml",
            "base": "a" * 40,
            "set": {
                "title": "Kesä\u202ejuhla\u0000",
                "price": None,
                "evil": "x",
                "__proto__": {"a": "b"},
                "agenda": [{"starts": "18:00", "<script>": "x", "text": "<b>Avaus</b>"}, None, 1.5],
                "stage": 3.0,
                "contact": DEEP,
            },
            "drop": ["venue", "venue", "evil", 7],
            "mode": "120000",
        },
        {"kind": "event", "path": "mkdocs.yml"},
        *[{"kind": "venue", "path": f"content/venues/v{number}.yml"} for number in range(20)],
    ]
    proposal = proposal_of({"act": "change", "files": files, "note": "x" * 9_999, "evil": 1, "sender": "me"})
    assert proposal is not None
    assert len(proposal.files) == 7
    first = proposal.files[0]
    cut: dict[str, Any] = {}
    for _ in range(5):
        cut = {"role": cut}
    assert dict(first.values) == {
        "title": "Kesäjuhla",
        "agenda": [{"starts": "18:00", "text": "<b>Avaus</b>"}],
        "stage": 3,
        "contact": cut,
    }
    assert first.drop == ("venue",)
    assert not first.is_new
    assert len(proposal.note) == 2_000


@pytest.mark.parametrize(
    ("kind", "path", "may"),
    [
        (Kind.EVENT, "events/2027/06/kesajuhla.yml", True),
        (Kind.EVENT, "events/kesajuhla.md", True),
        (Kind.EVENT, "content/venues/kesajuhla.yml", False),
        (Kind.EVENT, "events/2027/../../mkdocs.yml", False),
        (Kind.EVENT, "/events/2027/a.yml", False),
        (Kind.EVENT, "events/2027/a.yml\n", False),
        (Kind.EVENT, "events/2027/a.yaml", False),
        (Kind.EVENT, f"events/{'a' * 200}.yml", False),
        (Kind.VENUE, "content/venues/seurala.yml", True),
        (Kind.VENUE, "content/venues/seurala.md", False),
        (Kind.ORGANISATION, "content/organisations/martat.md", True),
        (Kind.COMMENT, "content/practices/talkoot/comments/01-kommentti.md", True),
        (Kind.COMMENT, "content/handbook/01-yhteistyo/comments/01-kommentti.md", True),
        (Kind.COMMENT, "content/ideas/nuotio/comments/01-kommentti.md", False),
        (Kind.THEME, "content/vocabulary/themes.yml", False),
    ],
)
def test_a_file_lies_where_its_kind_lies(kind: Kind, path: str, *, may: bool) -> None:
    """Nowhere else, and by no way around."""
    assert is_path(kind, path) is may
