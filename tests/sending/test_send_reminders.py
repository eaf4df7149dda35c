"""Letters that ask whether a contact is right: one to each address, and never to an example."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.sending.mail_server import Post, serving
from tests.sending.site import PAPER, Clock, Site, clock

__all__ = ["clock"]
CLUB = """\
---
nimi: Koivukylän kerho ry
tyyppi: yhdistys
kunta: soini
yhteystieto: {{rooli: Sihteeri, sähköposti: {address}}}
{more}---
"""


def club(site: Site, name: str, address: str, more: str = "") -> None:
    path = site.root / "content" / "organisations" / f"{name}.md"
    path.write_text(CLUB.format(address=address, more=more), encoding="utf-8")
    event = next((site.root / "events").rglob("*iltatori.yml"))
    text = event.read_text(encoding="utf-8")
    event.with_stem(f"ilta-{name}").write_text(
        "".join(line for line in text.splitlines(keepends=True) if not line.startswith("järjestäj"))
        + f"järjestäjä: {name}\n",
        encoding="utf-8",
    )


def arrived(post: Post) -> set[str]:
    return {recipient for _, (recipient,) in post.envelopes}


def test_each_address_is_asked_once_and_examples_never(tmp_path: Path, clock: Clock) -> None:
    with serving() as post:
        site = Site(tmp_path, PAPER)
        club(site, "kerho", "kerho@koivukyla.example.org")
        club(site, "toinen", "kerho@koivukyla.example.org")
        club(site, "keksitty", "keksitty@koivukyla.example.org", "esimerkki: kyllä\n")
        said = site.send("--reminders")
        assert (said.code, said.out) == (1, "Asettamatta: SEURANTALO_REMINDERS_SMTP ja SEURANTALO_REMINDERS_FROM.\n")
        site.environment = {
            "SEURANTALO_EMAIL_SMTP": f"127.0.0.1:{post.port}",
            "SEURANTALO_EMAIL_FROM": "menot@seurantalo.example.org",
        }
        shown = site.send("--reminders", "--dry-run")
        assert (shown.code, post.mails) == (0, [])
        assert "To: kerho@koivukyla.example.org" in shown.out
        said = site.send("--reminders")
        assert said.code == 0, said.out
        assert "kerho@koivukyla.example.org" in arrived(post)
        assert "keksitty@koivukyla.example.org" not in arrived(post)
        assert len(arrived(post)) == len(post.mails)
        letter = next(one for one in post.mails if b"kerho@koivukyla" in one)
        assert b"Content-Type: text/plain" in letter
        assert b"Message-ID: <contact." in letter


@pytest.mark.parametrize("words", [("--reminders", "--all-due"), ("--reminders", "--channel", "lehti")])
def test_it_is_one_thing_at_a_time(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert Site(tmp_path, PAPER).send(*words).code == 2
