"""A mail arrives as it was written, the same octets every time, and what goes wrong is told for what it is."""

from __future__ import annotations

import re
import socket
import ssl
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from pathlib import Path
from shutil import which

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sending.mail_server import PASSWORD, USER, Post, serving

from seurantalo.language import language
from seurantalo.model.channel import Channel, ChannelType, Sender
from seurantalo.model.record import Origin
from seurantalo.model.text import Text
from seurantalo.sending.keys import Keys, MissingKeysError
from seurantalo.sending.mail import Attachment, Mail
from seurantalo.sending.outcome import NotSentError, SendingError, UnclearError
from seurantalo.sending.smtp import Account, deliver

CHANNEL = Channel(
    id="lehti",
    origin=Origin("channels.yml"),
    name=Text.plain("Lehti"),
    channel_type=ChannelType.PAPER,
    sender=Sender.EMAIL,
)
CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
MAIL = Mail(
    sender="Järviseudun menot <menot@seurantalo.example.org>",
    recipient="toimitus@lehti.example.org",
    subject="Menot 24.–30.5.2027: 5 tapahtumaa",
    message_id="<lehti.2027-05-19.1@seurantalo.example.org>",
    date=datetime(2027, 5, 17, 6, 12, tzinfo=UTC),
    language="fi",
    text="Maanantai 24.5.\n.VIMPELI. Pihaleikkien ilta klo 17–18.30\nFrom here\n" + "pitkä rivi " * 120 + "\n",
    html="<p>VIMPELI. Pihaleikkien&nbsp;ilta klo&nbsp;17–18.30</p>\n",
    calendar=Attachment(name="menot-2027-05-24.ics", octets=CALENDAR),
)


def keys(post: Post, **more: str) -> Keys:
    given = {"SMTP": f"127.0.0.1:{post.port}", "FROM": MAIL.sender, **more}
    return Keys.of(CHANNEL, {f"SEURANTALO_LEHTI_{name}": value for name, value in given.items()})


def send(post: Post, **more: str) -> None:
    deliver(MAIL.octets, MAIL.sender_address, MAIL.recipient, Account.of(keys(post, **more)))


@pytest.fixture
def post() -> Iterator[Post]:
    with serving() as found:
        yield found


def parsed(octets: bytes) -> EmailMessage:
    found = message_from_bytes(octets, policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def unix(part: MIMEPart) -> str:
    """Return what a part says, its lines ending as ours do."""
    return str(part.get_content()).replace("\r\n", "\n")


def test_it_arrives_as_it_was_written(post: Post) -> None:
    send(post)
    (octets,) = post.mails
    assert octets == MAIL.octets
    assert post.envelopes == [("menot@seurantalo.example.org", ["toimitus@lehti.example.org"])]
    mail = parsed(octets)
    assert mail["Subject"] == MAIL.subject
    assert mail["From"] == "Järviseudun menot <menot@seurantalo.example.org>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"] == MAIL.message_id
    assert mail["Date"] == "Mon, 17 May 2027 06:12:00 +0000"
    texts, calendar = mail.iter_parts()
    assert (mail.get_content_type(), texts.get_content_type()) == ("multipart/mixed", "multipart/alternative")
    plain, html = texts.iter_parts()
    assert unix(plain) == MAIL.text
    assert '<html lang="fi">' in unix(html)
    assert MAIL.html in unix(html)
    assert (calendar.get_content_type(), calendar.get_param("method")) == ("text/calendar", None)
    assert calendar.get_filename() == "menot-2027-05-24.ics"
    assert calendar.get_payload(decode=True) == CALENDAR


def test_every_octet_is_of_its_content() -> None:
    assert MAIL.octets == replace(MAIL).octets
    other = replace(MAIL, message_id="<lehti.2027-05-26.1@seurantalo.example.org>")
    boundaries = [re.findall(rb'boundary="([^"]+)"', one.octets) for one in (MAIL, other)]
    assert len({*boundaries[0], *boundaries[1]}) == 4


@given(st.text(max_size=300), st.text(alphabet=st.characters(exclude_categories=["C"]), max_size=90))
def test_it_passes_every_server(text: str, subject: str) -> None:
    octets = replace(MAIL, text=text, subject=subject).octets
    assert octets.isascii()
    assert b"\0" not in octets
    assert max(map(len, octets.split(b"\r\n"))) <= 998
    assert b"\n" not in octets.replace(b"\r\n", b"")
    assert parsed(octets)["Subject"].split() == subject.split()


@pytest.mark.parametrize(
    "subject",
    [
        "Muutos: =?utf-8?q?=0D=0ABcc:_vieras@example.org=0D=0A=0D=0AHei?= la 29.5.",
        "Muutos: =?utf-8?b?DQpCY2M6IHZpZXJhcw==?= =?utf-8?q?=0ABcc:_x?=",
        "Muutos:\r\nBcc: vieras@example.org",
        "Muutos:\x0bBcc: vieras\x00\x85\u2028x",
    ],
)
def test_no_title_is_a_header_of_its_own(subject: str) -> None:
    octets = replace(MAIL, subject=subject).octets
    right = MAIL.octets
    names = [[line.split(b":")[0] for line in head(one) if line[:1] not in b" \t"] for one in (octets, right)]
    assert names[0] == names[1]
    shown = str(parsed(octets)["Subject"]).replace("\u2060", "")
    assert shown == " ".join(subject.replace("\x00", " ").split())


def head(octets: bytes) -> list[bytes]:
    """Return the lines of the headers."""
    return octets.split(b"\r\n\r\n", 1)[0].split(b"\r\n")


def test_lines_are_short() -> None:
    assert max(map(len, MAIL.octets.split(b"\r\n"))) <= 78


@pytest.mark.parametrize(
    "address", ["", "toimitus", "a@b c.example", "töimitus@lehti.example", "a@b\nBcc: c@d.example", "@x.example"]
)
def test_what_is_no_address_is_sent_nowhere(address: str) -> None:
    with pytest.raises(NotSentError, match="no address"):
        _ = replace(MAIL, recipient=address).octets


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("refuse_sender", "Sähköpostipalvelin ei hyväksynyt lähettäjän osoitetta (550)."),
        ("refuse_recipient", "Sähköpostipalvelin ei hyväksynyt vastaanottajan osoitetta (550)."),
        ("refuse_mail", "Sähköpostipalvelin ei ottanut viestiä vastaan (550)."),
    ],
)
def test_a_refused_address_is_told_from_a_refused_mail(post: Post, fault: str, words: str) -> None:
    setattr(post, fault, "550 5.1.1 no")
    with pytest.raises(NotSentError) as caught:
        send(post)
    assert caught.value.reason.in_words(language("fi")) == words
    assert caught.value.reason.said == "5.1.1 no"
    assert post.mails == []


def test_a_line_that_breaks_before_the_mail_has_sent_nothing(post: Post) -> None:
    post.drop_before_data = True
    with pytest.raises(NotSentError):
        send(post)
    assert post.mails == []


def test_a_line_that_breaks_after_the_mail_is_unclear(post: Post) -> None:
    post.drop_after_data = True
    with pytest.raises(UnclearError):
        send(post)
    assert len(post.mails) == 1


def test_a_server_that_is_not_there_is_told(post: Post) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(NotSentError, match="could not be reached"):
            send(post, SMTP=f"127.0.0.1:{free.getsockname()[1]}")


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_who_logs_in_is_let_in_and_nobody_else() -> None:
    with serving(login=True) as post:
        send(post, USER=USER, PASSWORD=PASSWORD)
        assert len(post.mails) == 1
        with pytest.raises(NotSentError, match="user name and password") as caught:
            send(post, USER=USER, PASSWORD="canary-wrong")
        assert "canary" not in f"{caught.value} {caught.value.reason} {caught.value.__context__ and ''}"
        with pytest.raises(NotSentError):
            send(post)
        assert len(post.mails) == 1


def test_mail_goes_out_in_secret_only(monkeypatch: pytest.MonkeyPatch, post: Post) -> None:
    """One that is elsewhere, and offers no encryption, gets no password and no mail."""
    monkeypatch.setattr("seurantalo.sending.smtp._is_here", lambda host: False)
    with pytest.raises(NotSentError, match="encrypted"):
        send(post)
    assert post.mails == []


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of this machine, with its key in the same file."""
    if which("openssl") is None:
        pytest.skip("openssl makes the certificate")
    file = tmp_path / "own.pem"
    words = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
    subprocess.run(
        ["openssl", *words.split(), "-keyout", str(file), "-out", str(tmp_path / "cert.pem")],
        check=True,
        capture_output=True,
    )
    file.write_bytes(file.read_bytes() + (tmp_path / "cert.pem").read_bytes())
    return file


def test_the_password_goes_out_encrypted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate that nobody vouches for ends it; with one that somebody does, the mail arrives."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serving(login=True, tls=context) as post:
        with pytest.raises(NotSentError, match="certificate"):
            send(post, USER=USER, PASSWORD=PASSWORD)
        assert post.mails == []
        trusting = ssl.create_default_context(cafile=str(certificate))
        monkeypatch.setattr(ssl, "create_default_context", lambda: trusting)
        send(post, USER=USER, PASSWORD=PASSWORD)
        assert len(post.mails) == 1
        assert post.encrypted == [True]


def test_what_is_not_set_is_told_by_name(post: Post) -> None:
    with pytest.raises(MissingKeysError) as caught:
        Account.of(Keys.of(CHANNEL, {}))
    assert caught.value.names == ("SEURANTALO_LEHTI_SMTP", "SEURANTALO_LEHTI_FROM")
    with pytest.raises(MissingKeysError) as caught:
        send(post, USER=USER)
    assert caught.value.names == ("SEURANTALO_LEHTI_PASSWORD",)


@pytest.mark.parametrize(
    "server", ["https://mail.example.org", "mail.example.org:0", "mail example", "a:b:c", "x:99999"]
)
def test_what_is_no_server_is_told_by_its_name(post: Post, server: str) -> None:
    with pytest.raises(SendingError) as caught:
        Account.of(keys(post, SMTP=server))
    assert caught.value.reason.in_words(language("en")).startswith("SEURANTALO_LEHTI_SMTP is not")
