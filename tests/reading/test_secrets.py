"""Passwords and keys in files of channels: each is told of, and no report says what it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.reading.test_problems import read, write_case

from seurantalo.language import LANGUAGES, language
from seurantalo.model.kinds import RECORDS
from seurantalo.model.record import Kind
from seurantalo.reading.channels.secrets import secrets_in
from seurantalo.reading.report import format_github, format_text, problem_objects

ROOT = Path(__file__).parents[2]
# Put together here, so that no file of this repository holds what only looks like a key.
KEYS = {
    "slack webhook": "https://hooks.slack.com/services/" + "T0AB12CD3/B0EF45GH6/" + "aBcDeFgHiJkLmNoPqRsTuVwX",
    "discord webhook": "https://discord.com/api/webhooks/" + "123456789012345678/" + "aBcDeFgHiJkLmNoPqRsTuVwX",
    "telegram address": "https://api.telegram.org/bot" + "123456789:AAabcdefghij/sendMessage",
    "telegram token": "123456789:" + "AAH" + "kL9mNo2" * 4 + "pQrS",
    "slack token": "xoxb-" + "2222222222-abcdefghijkl",
    "github token": "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2",
    "matrix token": "syt_" + "a2lydXMx_AbCdEfGhIjKl_0a1b2c",
    "bluesky password": "7b2d-h4xk-q5mn-z3pt",
    "mastodon token": "Xk9yT2pQm4vB7nL1wR8sD3fG6hJ0zC5aE9uY2iO4pM",
    "hexadecimal": "9f86d081884c7d659a2feaa0c55ad015",
    "address with password": "https://tiedote:kissa9koira@posti.example.org/lista",
    "address with a key": "https://kalenteri.example.org/v1/?api_key=kissa9koira7",
    "private calendar": "https://kalenteri.example.org/ical/menot/private-0a1b2c3d4e5f6a7b/basic.ics",
}
HARMLESS = (
    "https://seurantalo.example.org/kanavat/paikallislehti/2027-05-19/",
    "https://www.facebook.com/groups/1234567890123456/posts/9876543210",
    "salasana kerrotaan ovella",
    "token: SEURANTALO_RYHMA_TOKEN",
    "kesa-jota-ilon-tori 2027-05-29: klo 18",
    "urheiluseura-kraaterin-kiertajat-kevatretki-2027",
    "yso:p1808, tprek:7254, jarviseutu:kunnantalo-iso-sali",
    "määräaika: 16.12.2027 klo 16",
    "menot@paikallislehti.example.org",
    "+358 40 123 4567",
)


def told(root: Path, text: str, path: str = "content/vocabulary/channels.yml") -> tuple[set[str], str]:
    """Return the codes of all problems, and everything that any report says."""
    write_case({"files": {path: text}}, root)
    problems = read(root).problems
    said = [json.dumps(problem_objects(problems, language(code)), ensure_ascii=False) for code in LANGUAGES]
    said += [format_text(problems, language(code)) for code in LANGUAGES]
    said += ["\n".join(format_github(problems, language(code))) for code in LANGUAGES]
    return {one.code for one in problems}, "\n".join(said)


@pytest.mark.parametrize("key", KEYS.values(), ids=KEYS)
def test_a_key_is_told_of_wherever_it_stands_and_never_shown(key: str, tmp_path: Path) -> None:
    fields = [one.called.in_language("fi")[0] for one in RECORDS[Kind.CHANNEL]]
    lines = [f"  {name}: '{key}'" for name in fields]
    codes, said = told(tmp_path, "\n".join(["lehti:", *lines, f"  '{key}': 1", f"# {key}", ""]))
    assert "channel-secret" in codes
    assert key not in said
    assert key[len(key) // 2 :] not in said


@pytest.mark.parametrize(
    "key", [KEYS["slack webhook"], KEYS["telegram token"], KEYS["bluesky password"]], ids=["slack", "bot", "app"]
)
def test_a_key_in_the_ledger_is_told_of(key: str, tmp_path: Path) -> None:
    codes, said = told(tmp_path, f"lähetetty: 'epäonnistui: {key}'\n", "content/announcements/x/2027-01-04.yml")
    assert codes == {"channel-secret"}
    assert key[len(key) // 2 :] not in said


def test_what_services_call_a_post_is_no_key(tmp_path: Path) -> None:
    posts = [
        "$Xk9yT2pQm4vB7nL1wR8sD3fG6hJ0zC5aE9uY2iO4pM",
        "at://did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.post/3k4duaz5vfs2b",
        "114513579246801357",
        "https://some.example/@menot/114513579246801357",
    ]
    lines = [f"  konsertti 2027-01-{day:02}: '{post}'" for day, post in enumerate(posts, 1)]
    text = "\n".join(["lähetetty: 3.1.2027", "julkaisut:", *lines, ""])
    assert told(tmp_path, text, "content/announcements/x/2027-01-04.yml")[0] == set()


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_words_are_no_key(text: str) -> None:
    assert list(secrets_in(text)) == []


def test_no_file_of_this_region_looks_like_a_key() -> None:
    files = [path for folder in ("content", "events") for path in (ROOT / folder).rglob("*") if path.suffix == ".yml"]
    assert len(files) > 100
    assert [path.name for path in files if list(secrets_in(path.read_text(encoding="utf-8")))] == []
