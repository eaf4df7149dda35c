"""The program is killed between any two steps: whatever is done after, each thing arrives at most once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from tests.sending.mail_server import Post
from tests.sending.mail_server import serving as mail_serving
from tests.sending.site import PAPER, POSTS, Clock, Site, clock
from tests.sending.web_server import Server, serving

from seurantalo.sending import ledger, smtp, web

__all__ = ["clock"]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process of its own is killed")

KILLED = 9
#: All that is done between the first word of the ledger and the last.
STEPS: tuple[tuple[Any, str], ...] = (
    *((ledger, name) for name in ("begin", "go_on", "_written_beside", "_settle")),
    *((os, name) for name in ("link", "fsync")),
    (Path, "replace"),
    *((smtp, name) for name in ("_connect", "_introduced", "_enveloped", "_handed_over")),
    (web, "_asked"),
)
WEEKLY = POSTS.format(sender="telegram").replace(
    "  määräaika: 3 päivää ennen tapahtumaa", "  kattaa: seuraava viikko\n  määräaika: edellisen viikon sunnuntaina"
)


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
    made = Site(tmp_path, PAPER, WEEKLY).posting("telegram", server).mailing(post.port)
    made.today = "2027-05-17"
    return made


def killed_at(number: int, run: Callable[[], object]) -> bool:
    """Run in a process of its own, which ends before or after one of its steps; return False where it ran on."""
    child = os.fork()
    if child == 0:
        count = 0

        def step() -> None:
            nonlocal count
            count += 1
            if count > number:
                os._exit(KILLED)

        def counted(function: Callable[..., Any]) -> Callable[..., Any]:
            @wraps(function)
            def around(*given: Any, **named: Any) -> Any:
                step()
                found = function(*given, **named)
                step()
                return found

            return around

        for holder, name in STEPS:
            setattr(holder, name, counted(getattr(holder, name)))
        try:
            with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
                sys.stdout = sys.stderr = nowhere
                run()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == KILLED


def tried(site: Site, channel: str, issue: str, arrived: Callable[[], list[str]], steps: range) -> None:
    """Kill it at some of its steps, each time from the beginning, and send again in every way that there is."""
    unsure = 0
    for number in steps:
        for path in (site.root / "content" / "announcements").rglob("*"):
            if path.is_file():
                path.unlink()
        before = len(arrived())
        killed = killed_at(number, lambda: site.send("--channel", channel, "--issue", issue))
        for words in (["--all-due"], ["--channel", channel, "--issue", issue]):
            site.send(*words)
        found = arrived()[before:]
        assert len(found) == len(set(found))
        asks = site.ledger(f"{channel}/{issue}").startswith("lähetetty: lähettämässä")
        # Where nobody is asked all of it has arrived.
        assert asks or found
        unsure += asks
        if not killed:
            break
    assert unsure > 0


STRIDES = [pytest.param(11), pytest.param(1, marks=pytest.mark.nightly)]


@pytest.mark.parametrize("stride", STRIDES)
def test_a_mail_arrives_at_most_once(site: Site, post: Post, stride: int) -> None:
    tried(site, "lehti", "2027-05-19", lambda: ["the mail"] * len(post.mails), range(3, 200, stride))


@pytest.mark.parametrize("stride", STRIDES)
def test_each_post_of_a_week_arrives_at_most_once(site: Site, server: Server, stride: int) -> None:
    site.today = "2027-05-23"
    tried(site, "menot", "2027-w21", lambda: server.texts, range(20, 400, 3 * stride))
