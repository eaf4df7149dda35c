"""A machine that fails in the middle: one channel's trouble stops no other, and nothing goes out a second time."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from email import message_from_bytes, policy
from functools import partial
from pathlib import Path

import pytest
from tests.sending.mail_server import Post
from tests.sending.mail_server import serving as mail_serving
from tests.sending.site import PAPER, POSTS, RUN, Clock, Site, clock
from tests.sending.web_server import Server, reply, serving

from seurantalo.sending import ledger

__all__ = ["clock"]

ISSUE = f"{RUN}-2027-05-29"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        yield found


@pytest.fixture
def post() -> Iterator[Post]:
    with mail_serving() as found:
        yield found


@pytest.fixture
def site(tmp_path: Path, server: Server, post: Post, clock: Clock) -> Site:
    made = Site(tmp_path, PAPER, POSTS.format(sender="telegram")).posting("telegram", server).mailing(post.port)
    made.today = "2027-05-17"
    return made


def full(path: Path, text: str) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))


def test_a_full_disk_sends_nothing_and_says_so(site: Site, post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "begin", full)
    said = site.send("--channel", "lehti")
    assert (said.code, post.mails) == (1, [])
    assert said.out.startswith("Lehti (lehti), 2027-05-19: ")
    assert "Traceback" not in said.out + said.err


def test_a_disk_that_is_full_after_the_sending_asks_and_never_sends_again(
    site: Site, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(ledger, "go_on", full)
        assert site.send("--channel", "lehti").code == 1
    assert site.ledger("lehti/2027-05-19").startswith("lähetetty: lähettämässä\n")
    for words in (["--channel", "lehti"], ["--all-due"], ["--channel", "lehti", "--week", "2027-21"]):
        assert site.send(*words).code == 1
    assert len(post.mails) == 1


def test_trouble_with_one_channel_stops_no_other(
    site: Site, server: Server, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The paper is first, and its folder of the ledger cannot be written."""
    right = ledger.begin

    def begin(path: Path, text: str) -> None:
        (full if path.parent.name == "lehti" else right)(path, text)

    monkeypatch.setattr(ledger, "begin", begin)
    site.today = "2027-05-17"
    site.change("viimeistään: 26.5.2027", "viimeistään: 20.5.2027")
    said = site.send("--all-due")
    assert said.code == 1
    assert post.mails == []
    assert len(server.published) == 1, said.out


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< HEAD\nlähetetty: 17.5.2027\n=======\nlähetetty: lähettämässä\n>>>>>>> main\n",
        "",
        "lähetetty: \0\n",
        "kerrottu: [1, 2]\n",
        "lähetetty: 17.5.2027\nkerrottu:\n" + "".join(f"  koe-{n} 2027-05-29: klo 11\n" for n in range(10_000)),
    ],
)
def test_a_file_of_the_ledger_that_cannot_be_understood_is_no_leave_to_send(
    site: Site, post: Post, text: str
) -> None:
    path = site.root / "content" / "announcements" / "lehti" / "2027-05-19.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    for words in (["--channel", "lehti"], ["--all-due"], ["--channel", "lehti", "--issue", "2027-05-19"]):
        said = site.send(*words)
        assert "Traceback" not in said.out + said.err
    assert post.mails == []
    assert path.read_text(encoding="utf-8") == text


def test_a_rehearsal_answers_no_question(site: Site, post: Post) -> None:
    post.drop_after_data = True
    site.send("--channel", "lehti")
    before = site.ledger("lehti/2027-05-19")
    said = site.send("--channel", "lehti", "--dry-run", "--resolve", "not-sent")
    assert said.code == 2
    assert site.ledger("lehti/2027-05-19") == before


def test_a_ledger_with_a_name_that_is_none_of_the_service_tells_the_change_anew(site: Site, server: Server) -> None:
    site.today = "2027-05-26"
    site.send("--channel", "menot", "--issue", ISSUE)
    path = site.root / "content" / "announcements" / "menot" / f"{ISSUE}.yml"
    name = next(iter(server.published))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"2027-05-29: {name}\n", "2027-05-29: ../koe\n"), encoding="utf-8")
    site.change("klo 11", "klo 12")
    said = site.send("--channel", "menot", "--issue", ISSUE)
    assert (said.code, said.err) == (0, ""), said.out
    assert any(text.startswith("MUUTOS") for text in server.texts)


@pytest.mark.parametrize(
    ("status", "body"), [(200, "<html>login</html>"), (200, "null"), (202, {"ok": True}), (204, {}), (303, {})]
)
def test_a_good_status_with_nonsense_is_unclear_and_not_tried_again(
    site: Site, server: Server, status: int, body: object
) -> None:
    site.today = "2027-05-26"
    server.fail = partial(reply, status=status, body=body)
    site.send("--channel", "menot", "--issue", ISSUE)
    assert site.ledger(f"menot/{ISSUE}").startswith("lähetetty: epäselvä\n")
    asked = len(server.asked)
    server.fail = None
    assert site.send("--channel", "menot", "--issue", ISSUE).code == 1
    assert len(server.asked) == asked


UNCLEAR = (
    f"lähetetty: lähettämässä\nkerrottu:\n  {RUN} 2027-05-29: klo 11–15; Kraaterinrannan hiihtomaja; Lappajärvi\n"
)


def test_what_was_perhaps_told_under_another_name_is_not_told_again(site: Site, server: Server, post: Post) -> None:
    """Somebody changed when the channel appears while it was not known whether the last sending had arrived."""
    for channel in ("lehti", "menot"):
        path = site.root / "content" / "announcements" / channel / "2027-w21.yml"
        path.parent.mkdir(parents=True)
        path.write_text(UNCLEAR, encoding="utf-8")
    assert site.send("--channel", "lehti").out == "Lehti (lehti), 2027-05-19: Lähetetty: 4 tapahtumaa.\n"
    (mail,) = (message_from_bytes(one, policy=policy.default) for one in post.mails)
    text = "".join(str(part.get_content()) for part in mail.walk() if part.get_content_maintype() == "text")
    assert "Suuri taimienvaihto" in text
    assert "polkujuoksu" not in text.replace("kraaterin-polkujuoksu", "")
    site.today = "2027-05-23"
    for words in (
        ["--all-due"],
        ["--week", "2027-21", "--channel", "menot"],
        ["--issue", ISSUE, "--channel", "menot"],
    ):
        site.send(*words)
    assert not [text for text in server.texts if "polkujuoksu" in text]


@pytest.mark.parametrize("words", [("--issue", "9999-12-31"), ("--issue", "0001-01-01"), ("--week", "0001-01")])
def test_days_beyond_all_calendars_are_told(site: Site, words: tuple[str, str]) -> None:
    assert site.send("--channel", "lehti", *words).code == 2
