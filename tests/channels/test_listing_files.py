"""Addresses that stay: what a channel tells next, as text, HTML, JSON, RSS and a calendar, read by other programs."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from html import unescape

import feedparser
import vobject
from icalendar import Calendar
from jsonschema import Draft202012Validator, FormatChecker
from tests.channels.test_outbox import COLUMN
from tests.channels.week_site import RUN_TOLD, ledger, week_site

from seurantalo.publishing.pages.channels.kinds import FILES
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import Site

PAPER = "kanavat/paikallislehti/menot"


def files(ctx: PageContext) -> dict[str, bytes]:
    return {one.path: one.content for kind in FILES for one in kind.make(ctx.lang.code, ctx)}


def test_the_text_is_the_column_below_the_day_on_which_it_was_written() -> None:
    text = files(week_site())[f"{PAPER}.txt"].decode()
    assert text == (
        "Kirjoitettu 17.5.2027.\nPaikallislehti: menot 24.–30.5.2027\n"
        f"Numeroon ke 19.5.2027, viimeistään ma 17.5.2027 klo 12.\n\n{COLUMN}\n"
    )


def test_the_piece_of_html_has_the_same_words_in_any_encoding() -> None:
    html = files(week_site())[f"{PAPER}.html"].decode("ascii")
    assert html.startswith('<div class="seurantalo-menot" lang="fi">\n<p>Kirjoitettu 17.5.2027.</p>')
    words = unescape(re.sub(r"<[^>]+>", "\n", html)).replace("\N{NO-BREAK SPACE}", " ")
    assert [line for line in words.splitlines() if line][3:] == COLUMN.splitlines()
    assert "<script" not in html


def test_json_keeps_facts_apart_from_prose_and_fits_its_schema() -> None:
    found = files(week_site())
    schema = json.loads(found["kanavat/menot.schema.json"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    for path, content in found.items():
        if path.endswith("/menot.json"):
            assert [error.message for error in validator.iter_errors(json.loads(content))] == []
    listing = json.loads(found[f"{PAPER}.json"])
    assert (listing["$schema"], listing["written"], listing["issue"]) == (
        "../menot.schema.json",
        "2027-05-17",
        "2027-05-19",
    )
    assert listing["deadline"] == "2027-05-17T12:00:00+03:00"
    assert listing["text"] == COLUMN
    run = listing["items"][-1]
    assert run["starts"], run["ends"] == ("2027-05-29T11:00:00+03:00", "2027-05-29T15:00:00+03:00")
    assert (run["state"], run["price"], run["venue"]) == (
        "today",
        "6 km 15 €, 23 km 30 €",
        "Kraaterinrannan hiihtomaja",
    )
    assert run["registration"] == {
        "until": "2027-05-26",
        "address": "https://kraaterinkiertajat.example.org/polku",
    }
    assert "Kaksikymmentäkolme" in run["prose"][0]
    assert "Kaksikymmentäkolme" not in run["text"]


def test_a_state_is_told_so_that_a_newsroom_can_pick() -> None:
    ctx = week_site(ledger("2027-05-19", RUN_TOLD), hours=(12, 16))
    items = json.loads(files(ctx)[f"{PAPER}.json"])["items"]
    assert {one["event"]: one["state"] for one in items}["kraaterin-polkujuoksu"] == "changed"


def test_rss_is_read_by_a_reader_of_news() -> None:
    found = feedparser.parse(files(week_site())[f"{PAPER}.rss"])
    assert (found.bozo, found.version) == (False, "rss20")
    assert found.feed.title == "Paikallislehti: menot 24.–30.5.2027"
    assert [one.title for one in found.entries] == [
        "ma 24.5.2027 klo 17: Pihaleikkien ilta",
        "to 27.5.2027 klo 17: Kylien iltatori Soinissa",
        "pe 28.5.2027 klo 18: Kaislalahden koulun kevätjuhla",
        "la 29.5.2027 klo 10: Suuri taimienvaihto",
        "la 29.5.2027 klo 11: Kraaterin polkujuoksu",
    ]
    assert len({one.id for one in found.entries}) == 5
    assert all(one.link.startswith("https://seurantalo.example.org/tapahtumat/") for one in found.entries)


def test_a_site_without_an_address_has_no_news_and_everything_else() -> None:
    found = files(week_site(site=Site(name="Järviseutu")))
    assert not any(path.endswith((".rss", "maaraajat.xml")) for path in found)
    assert found[f"{PAPER}.txt"]


def test_the_calendar_is_read_by_two_engines_alike() -> None:
    content = files(week_site())[f"{PAPER}.ics"]
    one = {
        (str(event["SUMMARY"]), event.decoded("DTSTART").isoformat())
        for event in Calendar.from_ical(content).walk("VEVENT")
    }
    other = {
        (event.summary.value, event.dtstart.value.isoformat())
        for event in vobject.readOne(content.decode()).vevent_list
    }
    assert one == other
    assert ("Kraaterin polkujuoksu", "2027-05-29T11:00:00+03:00") in one
    assert len(one) == 5


def test_an_empty_week_says_so_in_every_form() -> None:
    found = files(week_site(today=date(2027, 8, 2)))
    assert "Ei kerrottavaa: 9.–15.8.2027." in found[f"{PAPER}.txt"].decode()
    assert "Ei kerrottavaa" in found[f"{PAPER}.html"].decode()
    assert json.loads(found[f"{PAPER}.json"])["items"] == []
    assert feedparser.parse(found[f"{PAPER}.rss"]).entries == []
    assert Calendar.from_ical(found[f"{PAPER}.ics"]).walk("VEVENT") == []


def test_after_the_deadline_it_is_still_the_same_issue_until_it_appears() -> None:
    for day, first in ((18, "24."), (19, "24."), (20, "31.5.")):
        text = files(week_site(today=date(2027, 5, day)))[f"{PAPER}.txt"].decode()
        assert text.splitlines()[1].startswith(f"Paikallislehti: menot {first}")


def test_a_channel_without_issues_tells_of_today_and_seven_whole_days() -> None:
    text = files(week_site(today=date(2027, 5, 22)))["kanavat/tekstiviestit/menot.txt"].decode()
    assert text.splitlines()[1] == "Kunnan tekstiviestit: menot 22.–29.5.2027"
    assert "Kraaterin polkujuoksu" in text


def test_the_first_line_says_that_something_is_invented() -> None:
    found = files(week_site(demo=True))
    warning = "ESIMERKKI: nämä tapahtumat on keksitty. Älä julkaise niitä."
    assert found[f"{PAPER}.txt"].decode().startswith(f"{warning} Kirjoitettu 17.5.2027.\n")
    assert "ESIMERKKI" in found[f"{PAPER}.html"].decode().splitlines()[1]
    assert json.loads(found[f"{PAPER}.json"])["demo"] is True
    assert feedparser.parse(found[f"{PAPER}.rss"]).feed.description.startswith(warning)


def test_same_input_same_bytes() -> None:
    assert files(week_site()) == files(week_site())


def test_due_times_are_events_that_end_at_them() -> None:
    found = files(week_site())
    events = Calendar.from_ical(found["ical/maaraajat/paikallislehti.ics"]).walk("VEVENT")
    (due,) = [one for one in events if "24.–30.5." in str(one["SUMMARY"])]
    assert due.decoded("DTEND") == datetime.fromisoformat("2027-05-17T12:00:00+03:00")
    assert str(due["SUMMARY"]) == "Paikallislehti: menot 24.–30.5."
    assert "Kraaterin polkujuoksu" in str(due["DESCRIPTION"])
    assert "VALARM" not in found["ical/maaraajat/paikallislehti.ics"].decode()
    other = vobject.readOne(found["ical/maaraajat/paikallislehti.ics"].decode()).vevent_list
    assert {one.uid.value for one in other} == {str(one["UID"]) for one in events}


def test_a_due_day_without_an_hour_is_that_whole_day_and_a_reminder_stands_beside_it() -> None:
    events = Calendar.from_ical(files(week_site())["ical/maaraajat/jarviseudun-menot.ics"]).walk("VEVENT")
    times = {str(one["SUMMARY"]): (one.decoded("DTSTART"), one.decoded("DTEND")) for one in events}
    title = "Järviseudun menot -ryhmä: Kraaterin polkujuoksu"
    # Three days before the last day of registration, 26.5.: a Sunday, which holds nobody up in social media.
    assert times[title] == (date(2027, 5, 23), date(2027, 5, 24))
    assert times[f"Muistutus: {title}"][1] == datetime.fromisoformat("2027-05-29T08:00:00+03:00")
    assert len({str(one["UID"]) for one in events}) == len(events)


def test_a_due_time_keeps_its_identity_while_its_events_change() -> None:
    def uids(ctx: PageContext) -> set[str]:
        found = Calendar.from_ical(files(ctx)["ical/maaraajat/paikallislehti.ics"])
        return {str(one["UID"]) for one in found.walk("VEVENT")}

    assert uids(week_site()) == uids(week_site(hours=(12, 16)))


def test_due_times_are_news_the_soonest_first() -> None:
    found = feedparser.parse(files(week_site())["kanavat/jarviseudun-menot/maaraajat.xml"])
    assert (found.bozo, found.version) == (False, "atom10")
    assert found.entries[0].title.startswith("pe 21.5.2027: ")
    assert found.entries[0].link.startswith("https://seurantalo.example.org/kanavat/jarviseudun-menot/#")
