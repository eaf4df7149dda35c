"""A file of the ledger that counts nowhere is told of, while somebody can still mend it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.announcing.making import PAPER, RADIO, SOCIAL, ledger, region

from seurantalo.announcing.strays import stray_entries

TODAY = date(2027, 5, 20)
SENT = date(2027, 5, 17)


def told(name: str, sent: date = SENT) -> list[tuple[str, str]]:
    channel, _, issue = name.partition("/")
    community = region(PAPER, RADIO, SOCIAL, ledger(channel, issue, sent))
    return [(one.code, dict(one.values)["right"]) for one in stray_entries(community, TODAY)]


@pytest.mark.parametrize(
    "name",
    [
        "lehti/2027-05-19",
        "lehti/2027-05-19-muutos-1",
        "radio/2027-w21",
        "some/juhla-2027-05-29",
        "suljettu/2020-01-01",
    ],
)
def test_what_counts_and_what_is_long_gone_is_no_fault(name: str) -> None:
    assert told(name) == []


@pytest.mark.parametrize("name", ["lehti/2027-05-20", "lehti/2027-w20", "lehti/viikko-20", "lehti/2027-13"])
def test_a_file_of_no_issue_is_told_with_the_next_one(name: str) -> None:
    assert told(name) == [("announcement-of-no-issue", "2027-05-19")]


def test_a_mistyped_channel_is_told_with_the_one_that_is_meant() -> None:
    assert told("leht/2027-05-19") == [("announcement-of-no-channel", "lehti")]


def test_after_sixty_days_it_is_history() -> None:
    assert told("lehti/viikko-12", TODAY - timedelta(days=60))
    assert not told("lehti/viikko-12", TODAY - timedelta(days=61))
