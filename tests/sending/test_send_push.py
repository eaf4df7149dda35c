"""The ledger is pushed before anything is sent: of two computers one sends, and one that dies leaves a question."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import git
from tests.sending.mail_server import Post, serving
from tests.sending.site import PAPER, Clock, Site, clock

__all__ = ["clock"]
NAME = "content/announcements/lehti/2027-05-19.yml"
NOT_PUSHED = (
    "Lehti (lehti), 2027-05-19: Ei lähetetty. Tiedotusmerkintää ei saatu vietyä, joten mitään ei lähetetty.\n"
)


@pytest.fixture
def post() -> Iterator[Post]:
    with serving() as found:
        yield found


@pytest.fixture
def site(tmp_path: Path, post: Post, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A repository that is pushed to a folder beside it."""
    for who in ("AUTHOR", "COMMITTER"):
        for what in ("NAME", "EMAIL"):
            monkeypatch.setenv(f"GIT_{who}_{what}", "koe@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    home = tmp_path / "region"
    made = Site(home, PAPER).mailing(post.port).committed()
    git(tmp_path, "init", "--quiet", "--bare", "origin")
    git(home, "remote", "add", "origin", str(tmp_path / "origin"))
    git(home, "push", "--quiet", "--set-upstream", "origin", "main")
    return made


def origin(site: Site) -> Path:
    return site.root.parent / "origin"


def history(site: Site) -> list[str]:
    """What the first line of the entry was in each state that others could see, oldest first."""
    commits = git(origin(site), "log", "--reverse", "--format=%H", "main", "--", NAME).split()
    return [git(origin(site), "show", f"{one}:{NAME}").splitlines()[0] for one in commits]


def colleague(site: Site, name: str, text: str) -> None:
    """Somebody else pushes a file."""
    other = site.root.parent / "other"
    if not other.exists():
        git(site.root.parent, "clone", "--quiet", str(origin(site)), "other")
    git(other, "pull", "--quiet")
    (other / name).parent.mkdir(parents=True, exist_ok=True)
    (other / name).write_text(text, encoding="utf-8")
    git(other, "add", "--all")
    git(other, "commit", "--quiet", "--message", "Toinen")
    git(other, "push", "--quiet")


def test_others_see_it_before_it_is_sent_and_after(site: Site, post: Post) -> None:
    seen: list[list[str]] = []
    post.on_mail = lambda: seen.append(history(site))
    post.goes_on = True
    said = site.send("--all-due", "--push")
    assert (said.code, said.err) == (0, "")
    assert seen == [["lähetetty: lähettämässä"]]
    assert history(site) == ["lähetetty: lähettämässä", "lähetetty: 17.5.2027 klo 9.12"]
    assert git(site.root, "status", "--short") == ""
    assert git(origin(site), "log", "-1", "--format=%s", "main") == "Tiedotusmerkintä: lehti 2027-05-19"
    assert len(post.mails) == 1


def test_what_others_have_pushed_meanwhile_is_taken_along(site: Site, post: Post) -> None:
    colleague(site, "events/uusi.yml", "# Uusi\n")
    said = site.send("--all-due", "--push")
    assert said.code == 0
    assert (site.root / "events/uusi.yml").exists()
    assert len(history(site)) == 2


@pytest.mark.parametrize("text", ["same", "other"])
def test_where_somebody_else_has_begun_nothing_is_sent(site: Site, post: Post, text: str) -> None:
    """Also where they write the very same entry: two that are alike are not one."""
    if text == "same":
        copy = site.root.parent / "copy"
        shutil.copytree(site.root, copy)
        twin = object.__new__(Site)
        twin.root, twin.environment, twin.today = copy, site.environment, site.today
        twin.send("--all-due")
        words = "lähetetty: lähettämässä\n" + twin.ledger("lehti/2027-05-19").partition("\n")[2]
    else:
        words = "lähetetty: 17.5.2027\n"
    post.mails.clear()
    colleague(site, NAME, words)
    said = site.send("--all-due", "--push")
    assert (said.code, said.out) == (1, NOT_PUSHED)
    assert post.mails == []
    assert site.ledger("lehti/2027-05-19") == ""
    assert git(site.root, "status", "--short") == ""
    assert git(site.root, "log", "-1", "--format=%s") == "Alku"


def test_where_nothing_can_be_pushed_nothing_is_sent(site: Site, post: Post) -> None:
    shutil.rmtree(origin(site))
    said = site.send("--all-due", "--push")
    assert (said.code, said.out, post.mails) == (1, NOT_PUSHED, [])
    assert site.ledger("lehti/2027-05-19") == ""


def test_what_came_of_it_is_kept_where_it_cannot_be_pushed(site: Site, post: Post) -> None:
    post.on_data = lambda: shutil.rmtree(origin(site))
    said = site.send("--all-due", "--push")
    assert (said.code, len(post.mails)) == (1, 1)
    assert said.out == (
        "Lehti (lehti), 2027-05-19: Lähetetty: 5 tapahtumaa.\n"
        "Tiedostoa 2027-05-19.yml ei saatu vietyä. Vie se käsin.\n"
    )
    assert site.ledger("lehti/2027-05-19").startswith("lähetetty: 17.5.2027 klo 9.12\n")


def test_a_computer_that_dies_leaves_a_question_to_all_others(site: Site, post: Post) -> None:
    site.environment |= {name: value for name, value in os.environ.items() if name.startswith("GIT_")}
    process = site.started("--all-due", "--push")
    post.on_data = lambda: os.kill(process.pid, signal.SIGKILL)
    assert process.wait(timeout=60) == -signal.SIGKILL
    assert process.stdout is not None
    process.stdout.close()
    post.on_data = None
    git(site.root.parent, "clone", "--quiet", str(origin(site)), "next")
    shutil.rmtree(site.root)
    (site.root.parent / "next").rename(site.root)
    said = site.send("--all-due", "--push")
    assert said.code == 1
    assert "Ei tiedetä, menikö se perille." in said.out
    assert len(post.mails) == 1
    assert site.send("--channel", "lehti", "--resolve", "sent", "--push").code == 0
    assert history(site) == ["lähetetty: lähettämässä", "lähetetty: 17.5.2027 klo 9.12"]
    assert site.send("--all-due", "--push").code == 0
    assert len(post.mails) == 1


def test_without_a_branch_to_push_it_is_not_begun(tmp_path: Path, post: Post) -> None:
    said = Site(tmp_path, PAPER).mailing(post.port).send("--all-due", "--push")
    assert (said.code, said.out) == (2, "")
    assert said.err.endswith("haaraa ei voi viedä kohteeseen origin.\n")
    assert post.mails == []
