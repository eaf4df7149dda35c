"""Files of the ledger: what was told in an issue, read as people and programs write it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from tests.reading.test_problems import read, write_case

from seurantalo.language import LANGUAGES, language
from seurantalo.model.channel import Announcement, Delivery, Told
from seurantalo.model.record import Kind
from seurantalo.publishing.ledger_file import ledger_path, ledger_text

FACTS = "klo 11–15; Kraaterinrannan hiihtomaja; Lappajärvi; 6 km 15 €, 23 km 30 €; ilm. 26.5."


def entry(root: Path, text: str, name: str = "paikallislehti/2027-01-04") -> Announcement:
    write_case({"files": {f"content/announcements/{name}.yml": text}}, root)
    reading = read(root)
    assert reading.problems == ()
    assert reading.community is not None
    found = reading.community.by_kind[Kind.ANNOUNCEMENT][name]
    assert isinstance(found, Announcement)
    return found


def test_an_entry_tells_what_was_told(tmp_path: Path) -> None:
    """Neither its channel nor its event is there any more: a ledger is history."""
    told = f"kerrottu:\n  kraaterin-polkujuoksu 2027-05-29: {FACTS}\n"
    found = entry(tmp_path, f"lähetetty: 3.1.2027 klo 9.12\n{told}julkaisut:\n  kaikki: 42\n")
    assert (found.channel, found.issue) == ("paikallislehti", "2027-01-04")
    assert (found.delivery, found.sent_at) == (Delivery.SENT, datetime(2027, 1, 3, 9, 12))
    assert found.told == (Told("kraaterin-polkujuoksu", date(2027, 5, 29), FACTS),)
    assert found.remote == (("", "42"),)


@pytest.mark.parametrize(
    ("written", "delivery", "reason"),
    [
        ("lähettämässä", Delivery.SENDING, ""),
        ("'epäonnistui: palvelin ei vastannut'", Delivery.FAILED, "palvelin ei vastannut"),
        ("epäselvä", Delivery.UNCLEAR, ""),
        ("misslyckades", Delivery.FAILED, ""),
        ("sending", Delivery.SENDING, ""),
        ("3.1.2027", Delivery.SENT, ""),
    ],
)
def test_how_far_the_sending_came_is_a_word(tmp_path: Path, written: str, delivery: Delivery, reason: str) -> None:
    found = entry(tmp_path, f"lähetetty: {written}\n", "ryhma/2027-w21")
    assert (found.delivery, found.reason) == (delivery, reason)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("delivery", Delivery)
def test_what_we_write_is_read_back(tmp_path: Path, code: str, delivery: Delivery) -> None:
    told = (
        Told("kevatkonsertti", date(2027, 3, 20), "klo 18: sali # 2; 10 €"),
        Told("retki", date(2027, 3, 21), "-"),
    )
    at = datetime(2027, 1, 3, 9, 12) if delivery is Delivery.SENT else None
    reason = "palvelin: 550 # täynnä" if delivery is Delivery.FAILED else ""
    posts = (("", "$abc:example.org"), ("kevatkonsertti 2027-03-20", "at://x/y"))
    text = ledger_text(language(code), told, at, delivery=delivery, reason=reason, posts=posts)
    found = entry(tmp_path, text, "lehti/kevatkonsertti-2027-03-20")
    assert (found.delivery, found.sent_at, found.reason) == (delivery, at, reason)
    assert (found.told, dict(found.remote)) == (told, dict(posts))
    assert ledger_path(found.channel, found.issue) == found.origin.path
