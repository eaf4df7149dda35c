r"""What engines are known to misread is narrow, and still there: a licence that nobody needs any more is taken back.

node-ical 0.27.2 decodes ``\n`` before ``\\`` (RFC 5545, 3.3.11, has them read from left to right, as the other
seven engines do), and takes a text out of the double quotes around it (in iCalendar they mean something around
parameters only). Both are mistakes of its own: what it would read rightly, all the others would read wrongly.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from tests.conformance.engine import ALL, Engine
from tests.conformance.test_engines import DAYS
from tests.feeds.builders import event, files, text

TEXTS = (r"C:\new", r"a\Nb", '"Vappu"', r"\;", "\\", r"palvelin\nimi", '"a" ja "b"')
PLAIN = ("Kahvia, pullaa; laulua", 'sana "lainattuna"', r"C:\kansio", "a / b", "%20 ^n", '"')


def read(engine: Engine, titles: tuple[str, ...], folder: Path) -> list[str]:
    """The titles of events as an engine reads them."""
    events = [event(f"e{n}", datetime(2027, 3, 1 + n, 18), title=text(title)) for n, title in enumerate(titles)]
    feed = folder / "feed.ics"
    # The organiser stands behind titles of one word, and these are to be read alone.
    behind = ' – Kyläyhdistys ry\\; "me"\\, te\r\n'.encode()
    feed.write_bytes(files(*events)["ical/kaikki.ics"].replace(behind, b"\r\n"))
    (seen,) = engine.look([feed], DAYS)
    starts = {uid: start for uid, start, _, _ in seen.occurrences}
    return [summary for _, summary, _, _ in sorted(seen.texts, key=lambda row: starts[row[0]])]


def test_what_is_plain_is_read_as_it_is(engine: Engine, tmp_path: Path) -> None:
    if engine.texts:
        assert read(engine, PLAIN, tmp_path) == list(PLAIN)
        assert [engine.misreads(each) for each in PLAIN] == list(PLAIN)


def test_what_is_odd_is_misread_by_node_ical_alone(engine: Engine, tmp_path: Path) -> None:
    if engine.texts:
        found = read(engine, TEXTS, tmp_path)
        assert found == [engine.misreads(each) for each in TEXTS]
        assert (found != list(TEXTS)) is (engine.name == "node-ical")


@pytest.mark.foreign
def test_the_misreading_is_what_it_was(tmp_path: Path) -> None:
    (engine,) = (one for one in ALL if one.name == "node-ical")
    assert read(engine, TEXTS[:3], tmp_path) == ["C:\\\new", "a\\\nb", "Vappu"]
