"""A correction that was sent stands in a file of its own, and what it told counts from then on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from tests.announcing.reading_week import SETTINGS, week_community

from seurantalo.announcing import Announcing, State, corrected_issue, correction_id, issue_by_id
from seurantalo.model import Community
from seurantalo.model.channel import Announcement, Delivery, Told
from seurantalo.model.record import Origin, Record
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import find_clashes

RUN, DAY = "kraaterin-polkujuoksu", date(2027, 5, 29)
SENT = "klo 11–15; Kraaterinrannan hiihtomaja; Lappajärvi; 6 km 15 €, 23 km 30 €; ilm. 26.5."


def ledger(issue: str, facts: str, **more: object) -> Announcement:
    values = {"delivery": Delivery.SENT, "sent_at": datetime(2027, 5, 17, 9, 12), **more}
    return Announcement(
        id=f"paikallislehti/{issue}",
        origin=Origin("x.yml"),
        channel="paikallislehti",
        issue=issue,
        told=(Told(RUN, DAY, facts),),
        **values,  # type: ignore[arg-type]
    )


def state(*ledgers: Announcement, hour: int = 12) -> State:
    """Return where the run stands, which has moved by an hour, on the day on which all of it was sent."""
    records: list[Record] = [one for table in week_community().by_kind.values() for one in table.values()]
    moved = week_community().events[RUN]
    starts, ends = (
        one.replace(hour=one.hour + hour - 11) if isinstance(one, datetime) else one
        for one in (moved.starts, moved.ends)
    )
    kept = [one for one in records if one.id != RUN]
    community = Community([*kept, replace(moved, starts=starts, ends=ends), *ledgers])
    calendar = make_calendar(community, SETTINGS, date(2027, 5, 17))
    found = Announcing(
        community, calendar, find_clashes(community, calendar, SETTINGS), SETTINGS, date(2027, 5, 17)
    ).of_event(RUN)
    (entry,) = [one for one in found if one.channel.id == "paikallislehti"]
    return entry.state


def test_a_change_is_told_by_the_correction_and_a_change_of_that_by_the_next() -> None:
    first = ledger("2027-05-19", SENT)
    assert state(first) is State.CHANGED
    told = ledger("2027-05-19-muutos-1", SENT.replace("11–15", "12–16"))
    assert state(first, told) is State.CORRECTED
    assert state(told, first, hour=13) is State.CHANGED
    again = ledger("2027-05-19-muutos-2", SENT.replace("11–15", "13–17"))
    assert state(again, first, told, hour=13) is State.CORRECTED
    # Changed back to what was first told: the correction has to be corrected.
    assert state(first, told, hour=11) is State.CHANGED


def test_an_unclear_correction_is_unclear() -> None:
    lost = ledger("2027-05-19-muutos-1", SENT, delivery=Delivery.SENDING, sent_at=None)
    assert state(ledger("2027-05-19", SENT), lost) is State.UNCLEAR
    refused = ledger("2027-05-19-muutos-1", SENT, delivery=Delivery.FAILED, sent_at=None)
    assert state(ledger("2027-05-19", SENT), refused) is State.CHANGED


def test_the_id_of_a_correction_leads_to_its_issue() -> None:
    channel = week_community().channels["paikallislehti"]
    issue = issue_by_id(channel, "2027-05-19")
    assert issue is not None
    assert issue_by_id(channel, correction_id(issue.id, 2)) == issue
    assert corrected_issue("konsertti-muutos-2027-05-29") == ("konsertti-muutos-2027-05-29", 0)
