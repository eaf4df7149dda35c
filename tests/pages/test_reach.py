"""What does not reach people, on the editors' to-do list."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from tests.pages.small_region import common, context, event, text
from tests.pages.test_directory import association
from tests.pages.wiki_region import region

from seurantalo.model.channel import (
    Announcement,
    ByDefault,
    Channel,
    ChannelType,
    Covering,
    Covers,
    Delivery,
    Told,
)
from seurantalo.model.channel_plan import ChannelChoice, ChannelPlan
from seurantalo.model.record import Record
from seurantalo.publishing.pages.site.desk import PileView, TaskRow, desk_page, desk_view

TODAY = date(2027, 1, 11)
NOWHERE = ChannelPlan(defaults=False)


def paper(**more: Any) -> Channel:
    return Channel(
        **common("viikkolehti"), name=text("Viikkolehti"), channel_type=ChannelType.PAPER, appears=(2,),
        covers=Covers(Covering.NEXT_WEEK), **more,
    )  # fmt: skip


def piles(*more: Record) -> dict[str, PileView]:
    view = desk_view(context(*region(*more), today=TODAY), "../")
    return {one.anchor.removeprefix("laji-"): one for one in view.piles}


def rows(pile: PileView | None) -> dict[str, TaskRow]:
    return {row.record.text: row for row in pile.items} if pile is not None else {}


def test_an_event_that_no_channel_tells_of_is_asked_about_until_it_is_decided() -> None:
    named: dict[str, Any] = {
        "channel_plan": ChannelPlan(defaults=False, choices=(ChannelChoice(channel="viikkolehti"),)),
        "channels": ("viikkolehti",),
    }
    found = piles(
        paper(),
        event("unohtunut", datetime(2027, 2, 6, 18), title=text("Unohtunut")),
        event("paatetty", datetime(2027, 2, 6, 18), title=text("Päätetty"), channel_plan=NOWHERE),
        event("kerrottu", datetime(2027, 2, 6, 18), title=text("Kerrottu"), **named),
    )
    told = rows(found.get("unannounced"))
    assert "Unohtunut" in told
    assert not {"Päätetty", "Kerrottu"} & set(told)
    assert told["Unohtunut"].since == "6.2.2027"
    assert told["Unohtunut"].record.href == "../tapahtumat/unohtunut/"


def test_an_issue_with_too_much_in_it_leads_to_its_page() -> None:
    many = [event(f"ilta{n}", datetime(2027, 1, 18 + n, 18), title=text(f"Ilta {n}")) for n in range(4)]
    found = piles(paper(most=2, default=ByDefault()), *many)
    row = rows(found.get("flood"))["Viikkolehti"]
    assert row.since == "numero 13.1.2027"
    assert re.fullmatch(r"\d tapahtumaa, tilaa on 2 tapahtumalle\.", row.about)
    assert row.record.href == "../kanavat/viikkolehti/2027-01-13/"


def test_what_was_missed_says_whose_it_was() -> None:
    gone = event("mennyt", datetime(2027, 1, 14, 18), title=text("Mennyt ilta"))
    found = piles(paper(default=ByDefault()), gone)
    row = rows(found.get("missed")).get("Viikkolehti")
    assert row is not None
    assert row.about == "ylläpito: Mennyt ilta 14.1.2027"
    assert row.record.href == "../kanavat/viikkolehti/"


def test_who_announces_nothing_is_told_of_once_anything_is_written_down() -> None:
    """Without a ledger nobody can tell; with one, those whose events are not in it."""
    quiet = association("hiljaiset")
    held = event("oma", datetime(2026, 11, 4, 18), organisers=("hiljaiset",), channel_plan=NOWHERE)
    other = event("muu", datetime(2026, 11, 5, 18), title=text("Muu"))
    assert "Hiljaiset" not in rows(piles(paper(), quiet, held, other).get("silent"))
    ledger = Announcement(
        **common("viikkolehti/2026-10-28"), channel="viikkolehti", issue="2026-10-28", delivery=Delivery.SENT,
        sent_at=datetime(2026, 10, 26, 9), told=(Told("muu", date(2026, 11, 5), "klo 18"),),
    )  # fmt: skip
    found = rows(piles(paper(), quiet, held, other, ledger).get("silent"))
    assert "Hiljaiset" in found
    assert found["Hiljaiset"].record.href == "../yhdistykset/hiljaiset/"


def test_the_list_counts_them_with_the_rest() -> None:
    body = desk_page(context(*region(paper(), event("unohtunut", datetime(2027, 2, 6, 18))), today=TODAY)).body
    assert "Tulevat tapahtumat, joista mikään kanava ei kerro" in body


def test_what_was_told_of_an_event_that_is_gone_is_the_editors_to_mend() -> None:
    facts = "klo 18–20; Seurantalo; Vimpeli"
    told = Announcement(
        **common("viikkolehti/2027-01-13"), channel="viikkolehti", issue="2027-01-13", delivery=Delivery.SENT,
        told=(Told("vanha", date(2027, 1, 20), facts),),
    )  # fmt: skip
    pile = piles(paper(), told)["vanished"]
    (row,) = pile.items
    assert (row.record.text, row.about, row.ask.text) == ("Viikkolehti", f"vanha: {facts}", "ylläpito")
    assert "”tilanne: peruttu”" in pile.advice
    assert "”entinen tunnus: …”" in pile.advice
    renamed = event("uusi", datetime(2027, 1, 20, 18), former_ids=("vanha",))
    assert "vanished" not in piles(paper(), told, renamed)
