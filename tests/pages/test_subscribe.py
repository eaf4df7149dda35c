"""The pages from which calendars are subscribed to."""

from __future__ import annotations

import io
import json
import re
from base64 import b64decode
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import zxingcpp
from PIL import Image
from tests.pages.small_region import SITE, common, context, text
from tests.pages.wiki_region import region

from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.record import Kind
from seurantalo.publishing.feeds import CalendarFeeds
from seurantalo.publishing.pages.calendar.subscribe.calendars import NAMES, CalendarList, names_file
from seurantalo.publishing.pages.calendar.subscribe.own_calendar import own_calendar_pages, own_calendar_view
from seurantalo.publishing.pages.calendar.subscribe.page import MOST, OPEN_UP_TO, subscribe_page, subscribe_view
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.publishing.qr_code import qr_code


def calendars(*more: Any, **options: Any) -> CalendarList:
    return CalendarList(ctx=context(*region(), *more, **options))


def own(found: CalendarList) -> dict[str, Page]:
    return {page.address: page for page in own_calendar_pages(found.ctx)}


def read(image: str) -> str:
    """What a reader of codes reads of an image, painted large as a browser paints it."""
    (data,) = re.findall(r'src="data:image/png;base64,([^"]+)"', image)
    picture = Image.open(io.BytesIO(b64decode(data)))
    (side,) = {picture.width, picture.height, *map(int, re.findall(r' (?:width|height)="(\d+)"', image))}
    large = picture.convert("L").resize((8 * side, 8 * side), Image.Resampling.NEAREST)
    (found,) = zxingcpp.read_barcodes(large, zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return str(found.text)


def test_every_app_has_its_address() -> None:
    everything = subscribe_view(calendars()).everything
    assert everything is not None
    assert [(app.name, app.href) for app in everything.apps] == [
        ("Apple", "webcal://seurantalo.example.org/ical/kaikki.ics"),
        (
            "Google",
            "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fseurantalo.example.org%2Fical%2Fkaikki.ics",
        ),
        (
            "Outlook",
            (
                "https://outlook.live.com/calendar/0/addfromweb"
                "?url=https%3A%2F%2Fseurantalo.example.org%2Fical%2Fkaikki.ics"
                "&name=J%C3%A4rviseudun%20seurantalo%3A%20Kaikki%20tapahtumat"
            ),
        ),
        ("Thunderbird", "webcal://seurantalo.example.org/ical/kaikki.ics"),
        ("ICSx5", "webcal://seurantalo.example.org/ical/kaikki.ics"),
    ]
    assert (everything.address, everything.file) == (
        "https://seurantalo.example.org/ical/kaikki.ics",
        "../ical/kaikki.ics",
    )


def test_a_site_that_does_not_know_its_address_has_only_files() -> None:
    found = calendars(site=replace(SITE, url=""))
    for page in (subscribe_page(found.ctx), *own(found).values()):
        assert "webcal:" not in page.body
        assert "st-qr" not in page.body
        assert ".ics" in page.body


def test_every_calendar_has_a_page_and_every_page_its_calendar() -> None:
    found = calendars()
    ctx = found.ctx
    paths = {file.path for file in CalendarFeeds(ctx.community, ctx.calendar, ctx.settings, ctx.site).files}
    pages = own(found)
    linked = {page.feeds[0].path for page in pages.values()}
    groups = ("ical/kunta/", "ical/yhdistys/", "ical/teema/", "ical/kohderyhma/", "ical/paikka/", "ical/kaytanto/")
    assert linked == {path for path in paths if path.startswith(groups)}
    for page in pages.values():
        assert f'href="webcal://seurantalo.example.org/{page.feeds[0].path}"' in page.body


def test_links_between_the_pages_lead_somewhere() -> None:
    found = calendars()
    pages = {page.address: page for page in (subscribe_page(found.ctx), *own(found).values())}
    for page in pages.values():
        root = depth_prefix(page.address)
        for link in re.findall(r'href="([^"#]*)"', page.body):
            if link.startswith(f"{root}tilaa/"):
                assert link.removeprefix(root) in pages, (page.address, link)


def test_who_comes_from_a_narrow_calendar_to_read_how_is_told_which_buttons_to_take() -> None:
    found = calendars()
    (page,) = [page for address, page in own(found).items() if address == "tilaa/kunta-vimpeli/"]
    assert '<a href="../../tilaa/#ohjeet">Näin se käy eri sovelluksissa, ja näin lopetat</a>' in page.body
    how = subscribe_page(found.ctx).body.partition('id="ohjeet"')[2].partition("<details")[0]
    assert "Suppeamman kalenterin sivulla on samat painikkeet sille." in how


def test_the_code_leads_to_the_page_itself() -> None:
    found = calendars()
    for page in (subscribe_page(found.ctx), *own(found).values()):
        (image,) = re.findall(r'<img class="st-qr"[^>]*>', page.body)
        assert read(image) == f"{SITE.url}{page.address}"


@pytest.mark.parametrize("words", ["https://example.org/", "A", "https://example.org/?" + "x" * 1_000])
def test_a_code_says_what_it_was_given_and_is_labelled(words: str) -> None:
    image = qr_code(words, 'A "code" & <more>')
    assert read(image) == words
    assert 'alt="A &#34;code&#34; &amp; &lt;more&gt;"' in image


def test_a_municipalitys_page_leads_to_its_organisations_and_venues() -> None:
    found = calendars()
    one = found.own["kunta-vimpeli"]
    view = own_calendar_view(found, Kind.MUNICIPALITY, one)
    assert view.organisations
    assert all(link.href.startswith("../../tilaa/yhdistys-") for link in view.organisations)
    assert all(link.href.startswith("../../tilaa/paikka-") for link in view.venues)
    seura = own_calendar_view(found, Kind.ORGANISATION, found.own["yhdistys-kylaseura"])
    assert seura.about is not None
    assert seura.about.href == "../../yhdistykset/kylaseura/"
    assert seura.news is not None
    assert seura.news.href == "../../syotteet/yhdistys/kylaseura.atom"
    assert [link.href for link in seura.wider] == ["../../tilaa/kunta-vimpeli/", "../../tilaa/"]


def test_an_empty_calendar_says_that_events_will_come() -> None:
    found = calendars(today=context().today + timedelta(days=3_000))
    assert (
        "Ei tapahtumia juuri nyt. Tulevat ilmestyvät kalenteriin itsestään."
        in own(found)["tilaa/kunta-vimpeli/"].body
    )


def societies(count: int) -> list[Organisation]:
    return [
        Organisation(
            **common(f"seura-{n:04}"),
            name=text(f"Seura {n:04}"),
            organisation_type=OrganisationType.ASSOCIATION,
            municipality="vimpeli",
        )
        for n in range(count)
    ]


def test_groups_stand_in_order_and_long_ones_are_folded() -> None:
    groups = subscribe_view(calendars(*societies(OPEN_UP_TO + 1))).groups
    assert [group.title for group in groups][:2] == ["Kunnittain", "Kohderyhmittäin"]
    by_anchor = {group.anchor: group for group in groups}
    assert by_anchor["yhdistykset"].folded
    assert not by_anchor["kunnat"].folded
    counts = [int(link.note) > 0 for link in by_anchor["yhdistykset"].links]
    assert counts == sorted(counts, reverse=True)


def test_organisers_and_editors_have_calendars_of_their_own() -> None:
    *_, group = subscribe_view(calendars()).groups
    assert (group.title, group.anchor) == ("Järjestäjille ja ylläpidolle", "jarjestajille")
    first, *others = group.plain
    assert first == (
        "Alustavat päivät", "../ical/alustavat.ics", "https://seurantalo.example.org/ical/alustavat.ics", "0",
    )  # fmt: skip
    assert all(int(one.note) for one in others)
    *_, group = subscribe_view(CalendarList(ctx=replace(calendars().ctx, site=replace(SITE, url="")))).groups
    assert (group.plain[0].file, group.plain[0].address) == ("../ical/alustavat.ics", "")


def test_a_calendar_without_a_page_is_copied_and_no_link_does_nothing() -> None:
    body = subscribe_page(calendars().ctx).body.partition('id="jarjestajille"')[2]
    assert "webcal:" not in body
    assert 'data-copy="https://seurantalo.example.org/ical/alustavat.ics"' in body


def test_the_page_stays_small_however_many_organisations_there_are() -> None:
    few, many = (subscribe_page(calendars(*societies(count)).ctx) for count in (MOST - 40, MOST + 2_000))
    assert len(many.body) < len(few.body)
    assert "muulla. Etsi ne nimellä tai yllä olevien kuntien sivuilta." in many.body


def test_the_file_of_names_has_every_calendar() -> None:
    found = calendars()
    (file,) = names_file(found.ctx)
    assert file.path == NAMES
    rows = json.loads(file.content)
    assert {f"tilaa/{page}" for _, _, page in rows} == set(own(found))
    assert ["Vimpeli", "kunta", "kunta-vimpeli/"] in rows


def test_the_page_says_how_long_news_take() -> None:
    body = subscribe_page(calendars().ctx).body
    assert "Applen muutamassa tunnissa, Google ja Outlook joskus vasta vuorokauden päästä" in body
    assert "puhelimen Google-sovelluksessa kalenteria ei voi tilata" in body


def test_hostile_names_stay_names() -> None:
    name = '"><script>alert(1)</script>'
    found = calendars(
        Organisation(
            **common("paha"),
            name=text(name),
            organisation_type=OrganisationType.ASSOCIATION,
            municipality="vimpeli",
        )
    )
    for page in (subscribe_page(found.ctx), own(found)["tilaa/yhdistys-paha/"], own(found)["tilaa/kunta-vimpeli/"]):
        assert "<script" not in page.body
        assert "&lt;script&gt;" in page.body
