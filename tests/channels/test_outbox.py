"""The pages of channels as those who send see them: nothing to retype, nothing to guess."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

import feedparser
import pytest
from tests.announcing.reading_week import TODAY, WEEK
from tests.channels.week_site import RUN, RUN_TOLD, ledger, week_records, week_site
from tests.pages.small_region import context

from seurantalo.model.channel import Delivery, Told
from seurantalo.model.event import Event
from seurantalo.model.text import Text
from seurantalo.publishing.page_kinds import page_at
from seurantalo.publishing.pages.channels.kinds import FILES, KINDS
from seurantalo.publishing.pages.channels.paste import LONGEST_MAIL, mail_link, paste
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.publication import Site

COLUMN = (WEEK / "golden" / "palsta.txt").read_text(encoding="utf-8").rstrip("\n")
PAPER = "kanavat/paikallislehti/2027-05-19/"


def body(ctx: PageContext, address: str) -> str:
    page = page_at(address, KINDS, ctx.lang.code, ctx)
    assert page is not None
    return page.body


def words(html: str) -> str:
    """What is read: the text without tags, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def texts(html: str) -> list[str]:
    """The texts to paste, as the copy button takes them."""
    return [unescape(one) for one in re.findall(r'<pre class="st-paste"[^>]*>(.*?)</pre>', html, re.DOTALL)]


def links(html: str, label: str) -> list[str]:
    return [
        unescape(href) for href, text in re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', html) if label in text
    ]


def test_the_page_of_an_issue_has_its_text_word_for_word() -> None:
    html = body(week_site(), PAPER)
    assert texts(html)[0] == COLUMN
    assert f"5 tapahtumaa, {len(COLUMN)} merkkiä." in words(html)
    assert "Viimeistään ma 17.5. klo 12." in words(html)
    assert "Kertoo päivistä 24.–30.5.2027." in words(html)


def test_the_text_goes_into_a_letter_to_the_office() -> None:
    (letter,) = links(body(week_site(), PAPER), "Avaa sähköpostiin")
    assert letter.startswith("mailto:menot@paikallislehti.example.org?subject=Menot%2024.%E2%80%9330.5.2027")
    assert unquote(letter.partition("body=")[2]) == COLUMN.replace("\n", "\r\n")
    assert len(letter) <= LONGEST_MAIL


def test_a_long_text_opens_a_letter_without_it_and_says_so() -> None:
    item = paste(week_site(), "teksti", "ä" * LONGEST_MAIL, "Menot", to="a@example.org", subject="Aihe")
    assert item.mail == "mailto:a@example.org?subject=Aihe"
    assert item.mail_note == "Teksti ei mahdu linkkiin. Kopioi se ensin ja liitä viestiin."


def test_what_was_sent_is_marked_in_a_file_that_is_filled_in() -> None:
    html = body(week_site(), PAPER)
    (href,) = links(html, "Merkitse lähetetyksi")
    address = urlsplit(href)
    assert address.path == "/example/kalenteri/new/main/content/announcements/paikallislehti"
    filled = parse_qs(address.query)
    assert filled["filename"] == ["2027-05-19.yml"]
    lines = filled["value"][0].splitlines()
    assert lines[:2] == ["lähetetty: 17.5.2027", "kerrottu:"]
    assert f"  kraaterin-polkujuoksu 2027-05-29: {RUN_TOLD.facts}" in lines
    assert len(lines) == 2 + 5


def test_a_site_without_a_forge_gives_the_text_of_the_file() -> None:
    ctx = week_site(site=Site(name="Järviseutu", url="https://jarviseutu.example.org/"))
    html = body(ctx, PAPER)
    assert links(html, "Merkitse lähetetyksi") == []
    assert "content/announcements/paikallislehti/2027-05-19.yml" in words(html)
    assert texts(html)[1].startswith("lähetetty: 17.5.2027\nkerrottu:\n")


def test_once_it_is_marked_nothing_more_is_to_be_marked() -> None:
    html = body(week_site(ledger("2027-05-19", RUN_TOLD)), PAPER)
    assert links(html, "Merkitse lähetetyksi") == []
    assert "Lähetetty ma 17.5. klo 9.12" in words(html)
    assert "kerrottu 17.5.2027" in words(html)


def test_a_change_of_what_was_told_comes_first_with_its_text() -> None:
    sent = ledger("2027-05-19", RUN_TOLD)
    ctx = week_site(sent, today=date(2027, 5, 20), hours=(12, 16))
    front = body(ctx, "kanavat/")
    assert front.index("Kerrottavat muutokset") < front.index("Viikon kuluessa")
    assert "Kerrottu 17.5.2027: klo 11–15 → klo 12–16." in words(front)
    assert "Tulee numeroon ke 26.5.2027 (viimeistään ma 24.5. klo 12)." in words(front)
    (change,) = texts(front)
    assert change == (
        "MUUTOS. LAPPAJÄRVI. Kraaterin polkujuoksu la 29.5. onkin klo 12–16 (19.5. kerrottiin klo 11–15), "
        "Kraaterinrannan hiihtomaja."
    )
    page = words(body(ctx, PAPER))
    assert "muutos kerrottava" in page
    # The text above it is as it would be told today: what was told stands beside it.
    assert page.count("kerrottiin: ") == 1
    assert "kerrottiin: klo 11–15; Kraaterinrannan hiihtomaja; Lappajärvi;" in page


def test_a_change_undone_is_no_change() -> None:
    ctx = week_site(ledger("2027-05-19", RUN_TOLD), today=date(2027, 5, 20))
    assert "Kerrottavat muutokset" not in body(ctx, "kanavat/")
    assert "kerrottiin: " not in words(body(ctx, PAPER))


def test_the_front_says_what_is_due_today_and_later() -> None:
    html = body(week_site(), "kanavat/")
    today, later = html.split('<h2 id="viikolla">')
    assert "Paikallislehti: Numero ke 19.5.2027" in words(today)
    assert 'href="../kanavat/paikallislehti/2027-05-19/"' in today
    assert "5 tapahtumaa · viimeistään ma 17.5. klo 12 · lähettää: ylläpito" in words(today)
    assert "Radio Järvituuli" in words(later)


def test_what_was_not_recorded_is_missed_and_can_still_be_marked() -> None:
    ctx = week_site(today=date(2027, 5, 20))
    html = body(ctx, "kanavat/")
    assert "Jäi väliin" in words(html)
    assert "jäi väliin (5)" in words(html.split('<h2 id="valiin">')[1])
    assert links(body(ctx, PAPER), "Merkitse lähetetyksi")
    over = body(ctx, "kanavat/paikallislehti/").split("Menneet numerot")[1]
    assert "Numero ke 19.5.2027" in words(over)
    assert "viimeistään ma 17.5." not in words(over)


def test_an_entry_that_is_too_long_is_told_of_and_stays_whole() -> None:
    html = body(week_site(), "kanavat/tekstiviestit/")
    assert "40 merkkiä yli" in words(html)
    assert any("induktiosilmukka ruokasalissa." in one for one in texts(html))


def test_a_channel_without_issues_has_a_text_for_each_date() -> None:
    html = body(week_site(), "kanavat/jarviseudun-menot/")
    posts = [one for one in texts(html) if not one.startswith("lähetetty")]
    assert len(posts) == 5
    assert posts[0].startswith("Pihaleikkien ilta\nMa 24.5. klo 17–18.30\n")
    assert 'id="kraaterin-polkujuoksu-2027-05-29"' in html
    assert "muistutus la 29.5. klo 8" in words(html)


def test_invented_events_and_channels_are_marked_on_every_page() -> None:
    ctx = week_site(demo=True)
    for address in (PAPER, "kanavat/paikallislehti/", "kanavat/tekstiviestit/"):
        assert "Älä julkaise" in words(body(ctx, address))


GONE = Told("hiihtokisa", date(2027, 5, 30), "klo 9–11; Kraaterinrannan hiihtomaja; Lappajärvi")


def test_an_event_that_was_told_and_is_gone_is_shown_with_what_was_told_and_what_to_do() -> None:
    html = body(week_site(ledger("2027-05-19", RUN_TOLD, GONE)), "kanavat/")
    told = words(html).partition("Kerrottu, mutta tapahtumaa ei enää ole")[2]
    assert told.startswith(
        " Jos tapahtuma on peruttu, palauta sen tiedosto ja kirjoita siihen ”tilanne: peruttu”. Silloin perumisesta "
        "tulee valmis teksti. Jos tiedosto on saanut uuden nimen, kirjoita uuteen tiedostoon vanha tunnus: "
        "”entinen tunnus: …”. Paikallislehti: Numero ke 19.5.2027 "
        "hiihtokisa su 30.5.: kerrottu 17.5.2027: klo 9–11; Kraaterinrannan hiihtomaja; Lappajärvi "
    )
    assert links(html, "Numero ke 19.5.2027")
    assert "ei enää ole" not in words(body(week_site(ledger("2027-05-19", RUN_TOLD)), "kanavat/"))


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_page_is_made_in_every_language(lang: str) -> None:
    ctx = week_site(ledger("2027-05-19", RUN_TOLD, GONE), lang=lang, hours=(12, 16))
    for kind in KINDS:
        for name in kind.ids(lang, ctx):
            assert "<h1>" in kind.make(name, lang, ctx).body


def test_nobody_to_write_to_is_no_letter() -> None:
    href, fits = mail_link("a@example.org", "Aihe", "SOINI. Iltatori.\nÄänenä & muuta")
    assert fits
    assert unquote(href.partition("body=")[2]) == "SOINI. Iltatori.\r\nÄänenä & muuta"
    assert mail_link("", "Aihe", "x") == ("", True)


@pytest.mark.parametrize(
    ("delivery", "reason", "told"),
    [
        (Delivery.FAILED, "palvelin ei vastannut", "Lähetys ei onnistunut: palvelin ei vastannut"),
        (Delivery.SENDING, "", "Ei tiedetä, tuliko tämä perille"),
        (Delivery.UNCLEAR, "yhteys katkesi", "Ei tiedetä, tuliko tämä perille: yhteys katkesi"),
    ],
)
def test_what_did_not_arrive_is_a_row_and_a_notice(delivery: Delivery, reason: str, told: str) -> None:
    stuck = replace(ledger("2027-05-19", RUN_TOLD), delivery=delivery, reason=reason, sent_at=None)
    ctx = week_site(stuck)
    front = body(ctx, "kanavat/")
    assert f"Selvitettävät lähetykset Paikallislehti: 2027-05-19 {told}" in words(front)
    assert 'href="../kanavat/paikallislehti/2027-05-19/"' in front
    page = body(ctx, PAPER)
    assert told.split(":", maxsplit=1)[0] in words(page)
    # Only what failed may be marked anew; the rest is for somebody who asks first.
    assert bool(links(page, "Merkitse lähetetyksi")) is (delivery is Delivery.FAILED)


def test_links_to_texts_of_single_dates_lead_to_texts_that_are_there() -> None:
    for today in (TODAY, date(2027, 5, 30), date(2027, 6, 20), date(2027, 6, 28)):
        ctx = week_site(today=today)
        front = body(ctx, "kanavat/")
        for channel, anchor in re.findall(r'href="\.\./kanavat/([a-z-]+)/#([a-z0-9-]+)"', front):
            assert f'id="{anchor}"' in body(ctx, f"kanavat/{channel}/")


def test_hostile_words_stay_words() -> None:
    run = next(one for one in week_records() if isinstance(one, Event) and one.id == RUN)
    title = "<script>alert(1)</script>&\"'"
    ctx = week_site(replace(run, title=Text.plain(title)))
    made = {one.path: one.content.decode() for kind in FILES for one in kind.make("fi", ctx)}
    pages = [body(ctx, address) for address in ("kanavat/", PAPER, "kanavat/jarviseudun-menot/")]
    for html in (*pages, *(text for path, text in made.items() if path.endswith((".html", ".rss", ".xml")))):
        assert "<script>" not in html
    assert title in made["kanavat/paikallislehti/menot.txt"]
    # Readers take the text of an item for HTML, once the XML around it is read.
    found = feedparser.parse(made["kanavat/paikallislehti/menot.rss"], sanitize_html=False).entries
    assert all("<" not in one.description for one in found)
    assert any(title in unescape(one.description) for one in found)


def test_a_site_without_channels_says_what_to_do() -> None:
    assert "Kanavia ei vielä ole." in words(body(context(today=TODAY), "kanavat/"))
