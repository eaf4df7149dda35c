"""Posts go out one for each event: once, each on its day, and a change is told where the first was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from tests.sending.mail_server import serving as mail_serving
from tests.sending.services import CANARIES, NAMES
from tests.sending.site import PAPER, POSTS, RUN, Clock, Site, clock
from tests.sending.web_server import Server, cut, nothing, reply, serving

from seurantalo.cli import send_run

__all__ = ["clock"]

ISSUE = f"{RUN}-2027-05-29"
TEXT = (
    "Kraaterin polkujuoksu la 29.5. klo 11–15, Kraaterinrannan hiihtomaja, Latukuja 1, Lappajärvi. "
    "6 km 15 €, 23 km 30 €."
)
LINK = f"https://seurantalo.example.org/tapahtumat/{RUN}/"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        yield found


@pytest.fixture
def site(tmp_path: Path, server: Server, clock: Clock) -> Site:
    made = Site(tmp_path, POSTS.format(sender="mastodon")).posting("mastodon", server)
    made.today = "2027-05-26"
    return made


def test_each_event_is_a_post_on_its_day(site: Site, server: Server) -> None:
    """Three days before; the run of Saturday three days before its registration ends."""
    site.committed()
    found = {}
    for day in ("2027-05-20", "2027-05-21", "2027-05-22", "2027-05-23", "2027-05-24", "2027-05-25", "2027-05-26"):
        site.today = day
        said = site.send("--all-due")
        assert (said.code, said.err) == (0, "")
        found[day] = said.out
    assert found == {
        "2027-05-20": "Nyt ei ole lähetettävää.\n",
        "2027-05-21": "Menot (menot), lasten-leikkipaiva-savonjarvi-2027-05-24: Lähetetty: 1 julkaisu.\n",
        "2027-05-22": "Nyt ei ole lähetettävää.\n",
        "2027-05-23": f"Menot (menot), {ISSUE}: Lähetetty: 1 julkaisu.\n",
        "2027-05-24": "Menot (menot), soinin-iltatori-2027-05-27: Lähetetty: 1 julkaisu.\n",
        "2027-05-25": "Menot (menot), koulun-kevatjuhla-kaislalahti-2027-05-28: Lähetetty: 1 julkaisu.\n",
        "2027-05-26": "Menot (menot), taimien-vaihtopaiva-2027-05-29: Lähetetty: 1 julkaisu.\n",
    }
    assert server.texts[1].startswith(TEXT)
    assert server.texts[1].endswith(f"\n{LINK}")
    ledger = site.ledger(f"menot/{ISSUE}")
    assert ledger.startswith(f"lähetetty: 23.5.2027 klo 9.12\nkerrottu:\n  {RUN} 2027-05-29: klo 11–15; ")
    assert ledger.endswith(f"\njulkaisut:\n  {RUN} 2027-05-29: 101\n")
    assert site.send("--all-due").out == "Nyt ei ole lähetettävää.\n"
    assert len(server.published) == 5


def test_what_comes_after_its_due_time_is_posted_all_the_same(site: Site, server: Server) -> None:
    site.committed()
    site.today = "2027-05-26"
    path = site.root / "events" / "illat.yml"
    path.write_text(
        "otsikko: Rantakahvit\nalkaa: 27.5.2027 klo 18\nkunta: soini\njärjestäjä: soinin-kunta\n"
        "muoto: kilpailu\nkenelle: [kaikki]\n",
        encoding="utf-8",
    )
    said = site.send("--all-due")
    assert said.code == 0, said.out
    assert any(text.startswith("Rantakahvit to 27.5. klo 18") for text in server.texts), server.texts
    assert all("Iltatori" not in text for text in server.texts)


@pytest.mark.parametrize("sender", NAMES)
def test_every_service_takes_it_and_its_change_and_no_key_is_seen(
    tmp_path: Path, server: Server, clock: Clock, sender: str
) -> None:
    site = Site(tmp_path, POSTS.format(sender=sender)).posting(sender, server)
    site.today = "2027-05-26"
    said = [site.send("--channel", "menot", "--issue", ISSUE, "--dry-run")]
    assert server.asked == []
    said.append(site.send("--channel", "menot", "--issue", ISSUE))
    assert said[-1].out == f"Menot (menot), {ISSUE}: Lähetetty: 1 julkaisu.\n"
    (text,) = server.texts
    assert text.replace("\\", "").startswith(TEXT)
    assert LINK in text
    site.change("klo 11", "klo 12")
    site.change("klo 15", "klo 16")
    said.append(site.send("--channel", "menot", "--issue", ISSUE))
    assert (said[-1].code, said[-1].out.splitlines()[-1]) == (
        0,
        f"Menot (menot), {ISSUE}-muutos-1: Lähetetty: 1 julkaisu.",
    )
    change = "MUUTOS: Kraaterin polkujuoksu la 29.5. onkin klo 12–16 (26.5. kerrottiin klo 11–15)"
    assert any(one.startswith(change) for one in server.texts) is (sender in ("bluesky", "mastodon", "slack"))
    assert any("klo 12–16, Kraaterinrannan" in one for one in server.texts) is (sender not in ("bluesky", "slack"))
    assert site.ledger(f"menot/{ISSUE}-muutos-1").startswith("lähetetty: 26.5.2027 klo 9.12\n")
    published = len(server.published)
    said.append(site.send("--channel", "menot", "--issue", ISSUE))
    assert len(server.published) == published
    seen = "".join(f"{one.out}{one.err}" for one in said) + site.ledger(f"menot/{ISSUE}")
    assert not [canary for canary in CANARIES if canary in seen]


Fault = Callable[[BaseHTTPRequestHandler], None]
FAULTS: dict[str, tuple[Fault, str, str]] = {
    "refused": (
        partial(reply, status=422, body={"error": "Validation failed"}),
        "epäonnistui: Palvelin ei ottanut julkaisua vastaan (422).",
        'Palvelin sanoi: {"error": "Validation failed"}',
    ),
    "wait": (
        partial(reply, status=429, body={}, headers={"Retry-After": "7200"}),
        "epäonnistui: Palvelin pyytää odottamaan 7200 s ennen seuraavaa yritystä.",
        "Palvelin sanoi: {}",
    ),
    "broken": (partial(reply, status=500, body={}), "epäselvä", "Palvelin sanoi: {}"),
    "silent": (nothing, "epäselvä", "Selvitä asia"),
    "cut": (cut, "epäselvä", "Selvitä asia"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_goes_wrong_is_written_down_and_only_what_surely_failed_is_tried_again(
    site: Site, server: Server, fault: str
) -> None:
    server.fail, state, words = FAULTS[fault]
    said = site.send("--channel", "menot", "--issue", ISSUE)
    assert said.code == 1
    assert words in said.out
    ledger = site.ledger(f"menot/{ISSUE}")
    assert ledger.splitlines()[0].replace('"', "") == f"lähetetty: {state}"
    asked = len(server.asked)
    server.fail = None
    again = site.send("--channel", "menot", "--issue", ISSUE)
    if state == "epäselvä":
        assert (again.code, server.texts) == (1, [])
        assert [one for one in server.asked[asked:] if one[0] == "POST"] == []
    else:
        assert (again.code, len(server.texts)) == (0, 1)


def test_one_channel_that_fails_stops_no_other(tmp_path: Path, server: Server, clock: Clock) -> None:
    with mail_serving() as post:
        site = Site(tmp_path, PAPER, POSTS.format(sender="mastodon")).posting("mastodon", server)
        site.mailing(post.port)
        site.today = "2027-05-24"
        post.refuse_mail = "554 no"
        site.send("--channel", "lehti", "--issue", "2027-05-19")
        post.refuse_mail = ""
        server.fail = partial(reply, status=401, body={})
        said = site.send("--all-due")
        assert said.code == 1
        assert "soinin-iltatori-2027-05-27: Ei lähetetty. Palvelin ei hyväksynyt avainta (401)." in said.out
        site.today = "2027-05-17"
        site.environment.pop("SEURANTALO_MENOT_TOKEN")
        assert site.send("--all-due").code == 0
        assert len(post.mails) == 1


def test_several_posts_of_a_week_go_on_where_they_stopped(tmp_path: Path, server: Server, clock: Clock) -> None:
    """What has gone out is not sent again, and what is told is what has gone out."""
    weekly = POSTS.format(sender="telegram").replace("  määräaika: 3 päivää ennen tapahtumaa\n", "  kattaa: pe–su\n")
    site = Site(tmp_path, weekly).posting("telegram", server)
    site.today = "2027-05-27"
    said = site.send("--channel", "menot", "--week", "2027-21", "--dry-run")
    assert said.out.count("POST /bot***/sendMessage") == 3
    server.fail, server.spared = partial(reply, status=400, body={"ok": False}), 2
    said = site.send("--channel", "menot", "--week", "2027-21")
    assert said.code == 1
    assert (len(server.texts), "Ei lähetetty." in said.out) == (2, True)
    ledger = site.ledger("menot/2027-w21")
    assert ledger.count("2027-05-2") == 4
    server.fail = None
    assert site.send("--channel", "menot", "--week", "2027-21").out.endswith("2027-w21: Lähetetty: 1 julkaisu.\n")
    assert len(server.texts) == len(set(server.texts)) == 3


def test_a_text_that_is_too_long_is_told_and_never_cut(site: Site, server: Server) -> None:
    server.limit = 60
    said = site.send("--channel", "menot", "--issue", ISSUE)
    assert (said.code, server.texts) == (1, [])
    assert "merkkiä liian pitkä, eikä mitään tietoa jätetä pois." in said.out
    server.limit = 190
    assert site.send("--channel", "menot", "--issue", ISSUE).code == 0
    (text,) = server.texts
    assert "6 km 15 €, 23 km 30 €" in text
    assert "Kaksikymmentäkolme" not in text


def test_the_keys_may_be_lines_of_one_secret(site: Site, server: Server) -> None:
    lines = "\n".join(f"{name}={value.strip()}" for name, value in site.environment.items())
    site.environment = {"SEURANTALO_CHANNELS": f"# Mastodon\n\n{lines}\n"}
    assert site.send("--channel", "menot", "--issue", ISSUE).code == 0
    assert len(server.texts) == 1


def test_a_channel_that_people_tell_is_none_of_ours(tmp_path: Path) -> None:
    site = Site(tmp_path, POSTS.format(sender="käsin"))
    said = site.send("--channel", "menot")
    assert (said.code, said.err) == (2, "seurantalo: Kanavaan Menot lähettää ihminen eikä kone (lähetys).\n")
    assert site.send("--all-due").out == "Nyt ei ole lähetettävää.\n"


def test_a_mistake_does_not_flood_people(
    tmp_path: Path, server: Server, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only so many posts go out at once: the rest another time, and nothing is forgotten."""
    monkeypatch.setattr(send_run, "MOST_POSTS", 2)
    weekly = POSTS.format(sender="telegram").replace("  määräaika: 3 päivää ennen tapahtumaa\n", "  kattaa: pe–su\n")
    site = Site(tmp_path, weekly).posting("telegram", server)
    site.today = "2027-05-27"
    assert site.send("--channel", "menot", "--week", "2027-21").out.endswith("Lähetetty: 2 julkaisua.\n")
    assert site.ledger("menot/2027-w21").startswith('lähetetty: "epäonnistui: loput on vielä lähettämättä"\n')
    assert site.send("--channel", "menot", "--week", "2027-21").out.endswith("Lähetetty: 1 julkaisu.\n")
    assert len(set(server.texts)) == 3
    daily = Site(tmp_path / "two", POSTS.format(sender="telegram")).posting("telegram", server)
    daily.today = "2027-05-26"
    said = daily.send("--channel", "menot", "--week", "2027-21")
    assert said.out.count("Lähetetty: 1 julkaisu.") == 2
    assert "Nyt on lähetetty 2 julkaisua. Loput lähtevät toisella kerralla." in said.out
