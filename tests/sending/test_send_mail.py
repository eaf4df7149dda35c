"""The digest of a week goes out by mail: once, as it stands in the golden file, and told for what it is."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from datetime import time
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar
from tests.announcing.reading_week import WEEK
from tests.sending.mail_server import PASSWORD, USER, Post, serving
from tests.sending.site import PAPER, RUN, Clock, Site, clock

from seurantalo.cli import main

__all__ = ["clock"]

LEDGER = """\
lähetetty: 17.5.2027 klo 9.12
kerrottu:
  koulun-kevatjuhla-kaislalahti 2027-05-28: klo 18–20; Kaislalahden koulu, liikuntasali; Evijärvi; \
Vapaa pääsy, kuudesluokkalaisten kahvio
  kraaterin-polkujuoksu 2027-05-29: klo 11–15; Kraaterinrannan hiihtomaja; Lappajärvi; 6 km 15 €, 23 km 30 €; \
ilm. 26.5.
  lasten-leikkipaiva-savonjarvi 2027-05-24: klo 17–18.30; Savonjärven kylätalo; Vimpeli; Maksuton
  soinin-iltatori 2027-05-27: klo 17–20; Soinin pelimannitalo; Soini; Vapaa pääsy, myyntipaikka 5 €
  taimien-vaihtopaiva 2027-05-29: klo 10–13; Alajärven kesätori; Alajärvi; Vapaa pääsy
julkaisut:
  kaikki: "<lehti.2027-05-19.1@seurantalo.example.org>"
"""


@pytest.fixture
def post() -> Iterator[Post]:
    with serving() as found:
        yield found


@pytest.fixture
def site(tmp_path: Path, post: Post, clock: Clock) -> Site:
    return Site(tmp_path, PAPER).mailing(post.port)


def parsed(octets: bytes) -> EmailMessage:
    found = message_from_bytes(octets, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def parts(octets: bytes) -> tuple[str, str, bytes]:
    """Return the text, the HTML and the calendar file of a mail."""
    texts, calendar = parsed(octets).iter_parts()
    plain, html = (str(one.get_content()).replace("\r\n", "\n") for one in texts.iter_parts())
    file = calendar.get_payload(decode=True)
    assert isinstance(file, bytes)
    return plain, html, file


def test_it_arrives_word_for_word_and_a_second_send_sends_nothing(site: Site, post: Post) -> None:
    said = site.send("--channel", "lehti")
    assert (said.code, said.out, said.err) == (0, "Lehti (lehti), 2027-05-19: Lähetetty: 5 tapahtumaa.\n", "")
    (octets,) = post.mails
    mail = parsed(octets)
    golden = (WEEK / "golden" / "sahkoposti.txt").read_text(encoding="utf-8").replace("paikallislehti", "lehti")
    text, html, _ = parts(octets)
    assert f"Subject: {mail['Subject']}\n\n{text}".strip() == golden.strip()
    assert mail["Message-ID"] == "<lehti.2027-05-19.1@seurantalo.example.org>"
    assert (mail["To"], mail["Date"]) == ("menot@lehti.example.org", "Mon, 17 May 2027 09:12:00 +0300")
    assert mail["Content-Language"] == "fi"
    assert "<h3>Maanantai\u00a024.5.</h3>" in html
    assert site.ledger("lehti/2027-05-19") == LEDGER
    again = site.send("--channel", "lehti", "--issue", "2027-05-19")
    assert (again.code, again.out) == (0, "Lehti (lehti), 2027-05-19: Lähetetty jo aiemmin.\n")
    assert site.send("--channel", "lehti").out == "Nyt ei ole lähetettävää.\n"
    assert len(post.mails) == 1
    assert main(["check", "--project", str(site.root)]) == 0


def test_its_calendar_file_is_read_by_two_engines(site: Site, post: Post) -> None:
    site.send("--channel", "lehti")
    _, _, file = parts(post.mails[0])
    first = {str(one["SUMMARY"]): str(one.decoded("DTSTART")) for one in Calendar.from_ical(file).walk("VEVENT")}
    second = {one.summary: str(one.dtstart) for one in IcsCalendarStream.calendar_from_ics(file.decode()).events}
    assert first == second
    assert first["Kraaterin polkujuoksu"] == "2027-05-29 11:00:00+03:00"
    assert len(first) == 5


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("refuse_recipient", "Sähköpostipalvelin ei hyväksynyt vastaanottajan osoitetta (550)."),
        ("refuse_mail", "Sähköpostipalvelin ei ottanut viestiä vastaan (550)."),
    ],
)
def test_what_is_refused_is_told_and_may_be_sent_again(site: Site, post: Post, fault: str, words: str) -> None:
    setattr(post, fault, "550 5.7.1 no thanks")
    said = site.send("--channel", "lehti")
    assert said.code == 1
    assert said.out == f"Lehti (lehti), 2027-05-19: Ei lähetetty. {words}\nPalvelin sanoi: 5.7.1 no thanks\n"
    assert site.ledger("lehti/2027-05-19") == f'lähetetty: "epäonnistui: {words}"\n'
    setattr(post, fault, "")
    assert site.send("--channel", "lehti").code == 0
    assert (len(post.mails), site.ledger("lehti/2027-05-19")) == (1, LEDGER)


def test_a_dropped_line_asks_and_nothing_is_sent_until_somebody_says_so(site: Site, post: Post) -> None:
    post.drop_after_data = True
    said = site.send("--channel", "lehti")
    asked = (
        "Selvitä asia ja kerro se näin: seurantalo send --channel lehti --issue 2027-05-19 --resolve sent|not-sent\n"
    )
    assert said.code == 1
    assert said.out == (
        "Lehti (lehti), 2027-05-19: Ei tiedetä, menikö se perille. "
        f"Yhteys katkesi ennen kuin sähköpostipalvelin ehti kertoa, ottiko se viestin vastaan.\n{asked}"
    )
    assert site.ledger("lehti/2027-05-19").startswith("lähetetty: epäselvä\nkerrottu:\n")
    post.drop_after_data = False
    again = site.send("--all-due")
    assert (again.code, len(post.mails)) == (1, 1)
    assert again.out == f"Lehti (lehti), 2027-05-19: Ei tiedetä, menikö se perille.\n{asked}"
    said = site.send("--channel", "lehti", "--resolve", "sent")
    assert (said.code, said.out) == (0, "Lehti (lehti), 2027-05-19: Merkitty lähetetyksi.\n")
    assert site.ledger("lehti/2027-05-19") == LEDGER.partition("julkaisut")[0]
    assert site.send("--all-due").out == "Nyt ei ole lähetettävää.\n"
    assert len(post.mails) == 1


def test_what_did_not_arrive_is_sent_when_a_person_says_so(site: Site, post: Post) -> None:
    post.drop_after_data = True
    site.send("--channel", "lehti")
    post.mails.clear()
    post.drop_after_data = False
    site.send("--channel", "lehti", "--resolve", "not-sent")
    assert site.send("--channel", "lehti").code == 0
    assert (len(post.mails), site.ledger("lehti/2027-05-19")) == (1, LEDGER)


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_killed_program_never_sends_twice(site: Site, post: Post, moment: str) -> None:
    """Killed when the ledger is written and nothing has gone out, or when the mail has been taken."""
    process = site.started("--channel", "lehti")

    def kill() -> None:
        os.kill(process.pid, signal.SIGKILL)

    post.on_mail, post.on_data = (kill, None) if moment == "before" else (None, kill)
    assert process.wait(timeout=60) == -signal.SIGKILL
    assert process.stdout is not None
    process.stdout.close()
    post.on_mail = post.on_data = None
    arrived = len(post.mails)
    assert arrived == (0 if moment == "before" else 1)
    assert site.ledger("lehti/2027-05-19").startswith("lähetetty: lähettämässä\nkerrottu:\n")
    for _ in range(2):
        assert site.send("--all-due").code == 1
    assert len(post.mails) == arrived
    site.send("--channel", "lehti", "--resolve", "sent" if arrived else "not-sent")
    assert site.send("--all-due").code == 0
    assert len(post.mails) == 1


def test_of_two_at_once_one_sends(site: Site, post: Post) -> None:
    both = [site.started("--channel", "lehti") for _ in range(2)]
    said = [process.communicate(timeout=60)[0] for process in both]
    assert len(post.mails) == 1
    assert {process.returncode for process in both} <= {0, 2}
    assert any("Lähetetty: 5 tapahtumaa." in one for one in said)


def test_the_rehearsal_opens_no_socket_and_writes_nothing(
    site: Site, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a socket")

    monkeypatch.setattr(socket, "socket", forbidden)
    monkeypatch.setattr(socket, "create_connection", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    said = site.send("--channel", "lehti", "--dry-run")
    assert said.code == 0
    head, _, mail = said.out.partition("DATA\n")
    assert head == "MAIL FROM:<menot@seurantalo.example.org>\nRCPT TO:<menot@lehti.example.org>\n"
    assert not (site.root / "content" / "announcements").exists()
    monkeypatch.undo()
    site.today = "2027-05-17"
    said = site.send("--channel", "lehti")
    assert said.code == 0
    assert [line for line in post.mails[0].decode().splitlines() if not line.startswith("Date:")] == [
        line for line in mail.removesuffix("\n").splitlines() if not line.startswith("Date:")
    ]


def test_missing_keys_are_told_by_name(tmp_path: Path) -> None:
    said = Site(tmp_path, PAPER).send("--channel", "lehti")
    assert (said.code, said.out) == (
        1,
        "Lehti (lehti), 2027-05-19: Asettamatta: SEURANTALO_LEHTI_SMTP ja SEURANTALO_LEHTI_FROM.\n",
    )
    assert not list((tmp_path / "content" / "announcements").rglob("*.yml"))


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_no_word_holds_a_password(tmp_path: Path) -> None:
    with serving(login=True) as post:
        site = Site(tmp_path, PAPER).mailing(post.port, USER=USER, PASSWORD="canary-wrong-4722")
        said = [site.send("--channel", "lehti"), site.send("--channel", "lehti", "--dry-run")]
        site.mailing(post.port, USER=USER, PASSWORD=PASSWORD)
        post.refuse_mail = f"554 {PASSWORD} and {USER} are not welcome"
        said.append(site.send("--channel", "lehti"))
        assert "*** and *** are not welcome" in said[-1].out
        post.refuse_mail = ""
        said.append(site.send("--channel", "lehti"))
        assert len(post.mails) == 1
    everything = "".join(f"{one.out}{one.err}" for one in said) + "".join(
        path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.yml")
    )
    assert "canary" not in everything


def test_a_change_is_told_before_the_issue_appears(site: Site, post: Post) -> None:
    site.send("--channel", "lehti")
    site.change("klo 11", "klo 12")
    site.change("klo 15", "klo 16")
    site.today = "2027-05-18"
    said = site.send("--all-due")
    assert (said.code, said.out) == (0, "Lehti (lehti), 2027-05-19-muutos-1: Lähetetty: 1 tapahtuma.\n")
    mail = parsed(post.mails[1])
    text, html, file = parts(post.mails[1])
    assert mail["Subject"] == "Muutos: Kraaterin polkujuoksu la 29.5."
    assert mail["Message-ID"] == "<lehti.2027-05-19.2@seurantalo.example.org>"
    assert mail["In-Reply-To"] == "<lehti.2027-05-19.1@seurantalo.example.org>"
    assert text == (
        "MUUTOS. LAPPAJÄRVI. Kraaterin polkujuoksu la 29.5. onkin klo 12–16 (19.5. kerrottiin klo 11–15), "
        "Kraaterinrannan hiihtomaja.\n\nKoko teksti nyt:\n\n"
        "LAPPAJÄRVI. Kraaterin polkujuoksu klo 12–16, Kraaterinrannan hiihtomaja, Latukuja 1. 6 km 15 €, 23 km 30 €. "
        "Ilm. viim. ke 26.5. kraaterinkiertajat.example.org/polku.\n\n"
        "Ajantasainen lista: https://seurantalo.example.org/kanavat/lehti/\n"
    )
    assert "<p>Koko teksti nyt:</p>" in html
    assert b"20270529T120000" in file
    assert site.ledger("lehti/2027-05-19-muutos-1").startswith(
        f"lähetetty: 18.5.2027 klo 9.12\nkerrottu:\n  {RUN} 2027-05-29: klo 12–16; "
    )
    assert site.send("--all-due").out == "Nyt ei ole lähetettävää.\n"
    assert len(post.mails) == 2


def test_after_it_has_appeared_the_next_issue_tells_the_change(site: Site, post: Post) -> None:
    site.send("--channel", "lehti")
    site.change("klo 11", "klo 12")
    site.change("klo 15", "klo 16")
    site.today = "2027-05-20"
    assert site.send("--all-due").out == "Nyt ei ole lähetettävää.\n"
    site.today = "2027-05-24"
    assert site.send("--all-due").code == 0
    text, _, _ = parts(post.mails[1])
    assert "MUUTOS. LAPPAJÄRVI. Kraaterin polkujuoksu la 29.5. onkin klo 12–16 (19.5. kerrottiin klo 11–15)" in text
    site.today = "2027-05-25"
    assert site.send("--all-due").out == "Nyt ei ole lähetettävää.\n"


def test_a_cancelled_event_is_told_as_cancelled(site: Site, post: Post) -> None:
    site.send("--channel", "lehti")
    site.change("otsikko:", "tilanne: peruttu\notsikko:")
    site.send("--all-due")
    text, _, _ = parts(post.mails[1])
    assert text.startswith(
        "PERUTTU. LAPPAJÄRVI. Kraaterin polkujuoksu la 29.5. klo 11–15, Kraaterinrannan hiihtomaja.\n"
    )
    assert "Koko teksti nyt" not in text


def test_invented_events_and_channels_are_sent_nowhere(site: Site, post: Post) -> None:
    site.change("otsikko:", "esimerkki: kyllä\nkanavat: [lehti]\notsikko:")
    said = site.send("--channel", "lehti")
    assert (said.code, said.out) == (
        1,
        f"Lehti (lehti), 2027-05-19: Esimerkiksi keksittyjä tapahtumia ei lähetetä: {RUN}.\n",
    )
    assert site.send("--channel", "lehti", "--dry-run").out.startswith(said.out)
    (site.root / "content/vocabulary/channels.yml").write_text(f"{PAPER}  esimerkki: kyllä\n", encoding="utf-8")
    said = site.send("--channel", "lehti")
    assert (said.code, said.out) == (
        1,
        "Lehti (lehti), 2027-05-19: Kanava on keksitty esimerkiksi, joten siihen ei lähetetä mitään.\n",
    )
    assert (site.send("--all-due").code, post.mails) == (0, [])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Nimeä kanava (--channel TUNNUS) tai lähetä kaikki, minkä määräaika on nyt (--all-due)."),
        (("--channel", "leht"), "Kanavaa ”leht” ei ole. Tarkoititko ”lehti”?"),
        (("--channel", "lehti", "--week", "2027-60"), "”2027-60” ei ole viikko. Kirjoita se näin: 2027-21."),
        (("--channel", "lehti", "--issue", "2027-05-18"), "Kanavalla ei ole numeroa ”2027-05-18”."),
        (("--channel", "lehti", "--resolve", "sent"), "Siinä ei ole mitään epäselvää."),
        (("--all-due", "--week", "2027-21"), "Tämä koskee yhtä kanavaa: --channel TUNNUS."),
    ],
)
def test_what_cannot_be_done_is_told(site: Site, words: tuple[str, ...], said: str) -> None:
    found = site.send(*words)
    assert (found.code, found.out, found.err) == (2, "", f"seurantalo: {said}\n")


def test_what_is_due_is_sent_in_time(site: Site, post: Post, clock: Clock) -> None:
    """Monday noon: on Monday morning, and not on Sunday."""
    clock.time = time(7, 25)
    for day, mails in (("2027-05-15", 0), ("2027-05-16", 0), ("2027-05-17", 1)):
        site.today = day
        assert site.send("--all-due").code == 0
        assert len(post.mails) == mails, day


def test_a_missed_run_is_made_good_until_the_issue_appears(site: Site, post: Post) -> None:
    site.committed()
    site.today = "2027-05-20"
    site.send("--all-due")
    assert post.mails == []
    site.today = "2027-05-18"
    site.send("--all-due")
    assert len(post.mails) == 1
