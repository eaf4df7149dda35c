"""The week of 24.–30.5.2027: what each channel tells of, in which order and by when."""

from __future__ import annotations

from datetime import date, datetime

from tests.announcing.reading_week import SETTINGS, TODAY, week_calendar, week_community

from seurantalo.announcing import Announcing, State, issue_by_id
from seurantalo.planner.clashes import find_clashes


def plan(today: date = TODAY) -> Announcing:
    community, calendar = week_community(), week_calendar()
    return Announcing(community, calendar, find_clashes(community, calendar, SETTINGS), SETTINGS, today)


def told(issue_id: str, channel: str) -> list[str]:
    announcing = plan()
    issue = issue_by_id(announcing.community.channels[channel], issue_id)
    assert issue is not None
    return [one.occurrence.event.id for one in announcing.entries(issue)]


def test_the_paper_tells_of_five_events_by_day() -> None:
    assert told("2027-05-19", "paikallislehti") == [
        "lasten-leikkipaiva-savonjarvi",
        "soinin-iltatori",
        "koulun-kevatjuhla-kaislalahti",
        "taimien-vaihtopaiva",
        "kraaterin-polkujuoksu",
    ]


def test_the_paper_wants_them_by_monday_noon_which_is_today() -> None:
    entries = plan().due(TODAY, TODAY)
    paper = [one for one in entries if one.channel.id == "paikallislehti"]
    assert {one.due.at for one in paper if one.due} == {datetime(2027, 5, 17, 12)}
    assert {one.state for one in paper} == {State.TODAY}
    assert len(paper) == 5
