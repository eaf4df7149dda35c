"""What is due is sent by a job that runs alone: its own step, with a mail server and a repository of this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import git
from tests.sending.mail_server import Post, serving
from tests.sending.site import PAPER, POSTS, Site
from tests.sending.test_send_push import history
from tests.workflows.shell import Runner, workflow

NAME, JOB, STEP = "laheta.yml", "laheta", "Send what is due"
#: YAML 1.1 reads the key `on` as true.
ON = True


@pytest.fixture
def post() -> Iterator[Post]:
    with serving() as found:
        yield found


@pytest.fixture
def site(tmp_path: Path, post: Post) -> Site:
    home = tmp_path / "region"
    made = Site(home, PAPER, POSTS.format(sender="mastodon")).mailing(post.port).committed()
    git(tmp_path, "init", "--quiet", "--bare", "origin")
    git(home, "remote", "add", "origin", str(tmp_path / "origin"))
    git(home, "push", "--quiet", "origin", "main")
    return made


def runner(site: Site, day: str, **given: str) -> Runner:
    keys = "\n".join(f"{name}={value}" for name, value in site.environment.items())
    values = {
        "secrets.SEURANTALO_CHANNELS": keys,
        **{f"inputs.{name}": "" for name in ("channel", "issue")},
        "inputs.resolve": "-",
        **{f"inputs.{name}": value for name, value in given.items()},
    }
    return Runner(
        site.root.parent / f"runner-{day}-{len(given)}", site.root, values, environment={"SEURANTALO_TODAY": day}
    )


def test_one_channel_that_fails_stops_no_other_and_the_job_is_red(site: Site, post: Post) -> None:
    """The paper gets its mail, and its entry is pushed; the other channel's keys are not set."""
    first = runner(site, "2027-05-17")
    done = first.run(NAME, JOB, STEP)
    assert done.returncode == 0, done.stdout + done.stderr
    assert history(site)[0] == "lähetetty: lähettämässä"
    assert history(site)[1].startswith("lähetetty: 17.5.2027 klo ")
    assert first.outputs == {"sent": "yes"}
    assert first.asked == [["auth", "setup-git"]]
    assert "Lehti (lehti), 2027-05-19: Lähetetty: 5 tapahtumaa." in (first.folder / "summary").read_text(
        encoding="utf-8"
    )
    assert git(site.root.parent / "origin", "log", "-1", "--format=%an", "main") == "github-actions[bot]"
    one = runner(site, "2027-05-24")
    done = one.run(NAME, JOB, STEP)
    assert done.returncode == 1
    assert "Asettamatta: SEURANTALO_MENOT_SERVER ja SEURANTALO_MENOT_TOKEN." in done.stdout
    assert one.outputs == {}
    assert len(post.mails) == 1


def test_a_person_answers_what_was_unclear(site: Site, post: Post) -> None:
    post.drop_after_data = True
    done = runner(site, "2027-05-17").run(NAME, JOB, STEP)
    assert done.returncode == 1
    assert history(site) == ["lähetetty: lähettämässä", "lähetetty: epäselvä"]
    answered = runner(site, "2027-05-17", channel="lehti", issue="2027-05-19", resolve="sent")
    done = answered.run(NAME, JOB, STEP)
    assert done.returncode == 0, done.stdout + done.stderr
    assert history(site)[-1].startswith("lähetetty: 17.5.2027")
    assert len(post.mails) == 1


def test_it_runs_alone_for_nobodys_proposal_and_with_few_rights() -> None:
    found = workflow(NAME)
    assert set(found[ON]) == {"schedule", "workflow_dispatch", "workflow_call"}  # type: ignore[index]
    assert found["permissions"] == {}
    assert found["concurrency"] == {"group": "laheta", "cancel-in-progress": False}
    jobs = found["jobs"]
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "laheta": {"contents": "write"},
        "julkaise": {"actions": "write"},
    }
    assert jobs["laheta"]["if"] == "github.ref_name == github.event.repository.default_branch"
    assert [
        one["with"]["persist-credentials"] for one in jobs["laheta"]["steps"] if "checkout" in one.get("uses", "")
    ] == [False]
    # Only the step that sends sees the keys.
    holders = [one.get("name") for one in jobs["laheta"]["steps"] if "secrets." in str(one)]
    assert holders == [STEP]
