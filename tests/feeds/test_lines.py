from __future__ import annotations

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.feeds.builders import event, files, text, unfolded

from seurantalo.publishing.feeds.lines import ascii_uri, clean, escape, fold, one_line, text_line

#: Any characters at all, and many of those that mean something in a calendar file.
WORDS = st.text() | st.text(alphabet='\\,;:"\r\n\t \x00\x0b\x85\u2028\u202eäö🎻NnBEGIN', max_size=300)


@given(WORDS)
def test_a_folded_line_is_whole_again_after_unfolding(words: str) -> None:
    line = b"SUMMARY:" + escape(clean(words))
    folded = fold(line)
    assert folded.replace(b"\r\n ", b"") == line + b"\r\n"
    for piece in folded.removesuffix(b"\r\n").split(b"\r\n"):
        assert len(piece) <= 75
        piece.decode()  # no character is cut


@given(WORDS)
def test_every_text_comes_back_as_it_was(words: str) -> None:
    component = icalendar.Event.from_ical(
        b"BEGIN:VEVENT\r\n" + text_line(b"SUMMARY", clean(words)) + b"END:VEVENT\r\n"
    )
    assert str(component["SUMMARY"]) == clean(words)


@given(WORDS, WORDS, WORDS)
def test_no_text_can_add_a_line(title: str, description: str, room: str) -> None:
    # With markup, so that it is carried as it was written too.
    harmless = files(event(title=text("x"), description=text("**x**"), room="x"))[
        "tapahtumat/kuoroilta/kuoroilta.ics"
    ]
    content = files(
        event(title=text("x" + title), description=text("**x**" + description), room="x" + room, uid="x" + title)
    )["tapahtumat/kuoroilta/kuoroilta.ics"]
    names = [line.partition(":")[0] for line in unfolded(content)]
    assert names == [line.partition(":")[0] for line in unfolded(harmless)]


@given(WORDS)
def test_clean_text_is_clean(words: str) -> None:
    cleaned = clean(words)
    assert clean(cleaned) == cleaned == cleaned.strip()
    assert not set(cleaned) & set(map(chr, [*range(10), *range(11, 32), *range(127, 160), 0x2028, 0x202E]))
    assert "\n" not in one_line(words)
    cleaned.encode()


def test_folds_keep_clear_of_spaces() -> None:
    pieces = fold(b"DESCRIPTION:" + b"sana " * 40 + b"loppu").split(b"\r\n")[:-1]
    assert all(not piece.endswith(b" ") and not piece[1:].startswith(b" ") for piece in pieces[1:])
    assert len(fold(b"X:" + b" " * 500)) < 540


@pytest.mark.parametrize(
    ("written", "value"),
    [("a\\nb", "a\\\\nb"), ("a\nb", "a\\nb"), ("a,b;c:d", "a\\,b\\;c:d"), ("\\,", "\\\\\\,"), ('"', '"')],
)
def test_text_is_escaped_as_rfc_5545_says(written: str, value: str) -> None:
    assert escape(written) == value.encode()


def test_addresses_hold_only_what_addresses_may() -> None:
    assert (
        ascii_uri('https://example.org/ä b\r\nX:1?q=%20&r="<')
        == "https://example.org/%C3%A4%20b%0AX:1?q=%20&r=%22%3C"
    )
