"""What a room shows carries an example, and the examples are true.

Examples are doctests in the docstrings of what a room's ``__all__`` names. They may use what stands in ``GIVEN``: a
small region, its dates and its clashes, so that each example shows only its own subject. Examples about the wiki have
a region that has told of itself (``library``): its ``practice`` with its ``log``, its ``question``, ``idea`` and
``dates_of`` events.
"""

from __future__ import annotations

import doctest
import importlib
import inspect
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.wiki.library import library

from seurantalo.announcing import issues_between
from seurantalo.announcing.entry import Entry
from seurantalo.announcing.facts import facts_of
from seurantalo.founding import Program, answered
from seurantalo.language import language
from seurantalo.model import Community, Event, Settings, Text
from seurantalo.model.channel import Channel, ChannelType
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.place import Municipality, Venue, VenueKind
from seurantalo.model.record import Origin, Revision
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import find_clashes
from seurantalo.publishing import Parts
from seurantalo.publishing.publication import Site

PACKAGE = Path(__file__).resolve().parent.parent / "plugins" / "seurantalo"
TODAY = date(2027, 1, 4)
CHANGED = datetime(2027, 1, 1, tzinfo=UTC)


def rooms() -> Iterator[str]:
    """Dotted names of the modules that say what they show."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "\n__all__ = " in path.read_text(encoding="utf-8"):
            yield ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def shown() -> Iterator[tuple[str, Any]]:
    """Every class and function that a room shows: its name with the room, and itself, each once."""
    seen: set[int] = set()
    for room in rooms():
        module = importlib.import_module(room)
        for name in module.__all__:
            thing = getattr(module, name)
            if (inspect.isclass(thing) or inspect.isroutine(thing)) and id(thing) not in seen:
                seen.add(id(thing))
                yield f"{room}.{name}", thing


SHOWN = dict(shown())


@cache
def given() -> Mapping[str, Any]:
    """What examples may use without saying where it comes from."""
    about: dict[str, Any] = {"origin": Origin("x.yml", 1), "revision": Revision(created=CHANGED, modified=CHANGED)}
    records = (
        Municipality(id="vimpeli", name=Text.plain("Vimpeli"), locative=Text.plain("Vimpelissä"), **about),
        Organisation(
            id="martat",
            name=Text.plain("Vimpelin Martat ry"),
            organisation_type=OrganisationType.ASSOCIATION,
            municipality="vimpeli",
            **about,
        ),
        Venue(
            id="seurantalo",
            name=Text.plain("Seurantalo"),
            venue_kind=VenueKind.HALL,
            municipality="vimpeli",
            **about,
        ),
        *(
            Event(
                id=name,
                title=Text.plain(title),
                starts=starts,
                ends=ends,
                timezone="Europe/Helsinki",
                organisers=("martat",),
                municipality="vimpeli",
                venue="seurantalo",
                **about,
            )
            for name, title, starts, ends in (
                ("konsertti", "Kevätkonsertti", datetime(2027, 3, 20, 18), datetime(2027, 3, 20, 20)),
                ("tanssit", "Tanssit", datetime(2027, 3, 20, 19), datetime(2027, 3, 20, 23)),
            )
        ),
    )
    community, settings, site = Community(records), Settings(calendar_id="esimerkki"), Site(name="Järviseutu")
    calendar = make_calendar(community, settings, TODAY)
    clashes = find_clashes(community, calendar, settings)
    parts = Parts(community=community, calendar=calendar, clashes=clashes, settings=settings, site=site, today=TODAY)
    paper = Channel(id="lehti", name=Text.plain("Kylälehti"), channel_type=ChannelType.PAPER, appears=(2,), **about)
    concert = calendar.of_event("konsertti")[0]
    issue = issues_between(paper, concert.first_day, concert.first_day)[-1]
    return {
        **library(TODAY),
        "answers": answered(municipalities=["Kuhmo", "Sotkamo"], repository="kainuu/kalenteri", day=TODAY),
        "calendar": calendar,
        "clashes": clashes,
        "community": community,
        "date": date,
        "entry": Entry(channel=paper, issue=issue, occurrence=concert),
        "facts": facts_of(concert, community, language("fi")),
        "datetime": datetime,
        "event": community.events["konsertti"],
        "lang": language("fi"),
        "parts": parts,
        "program": Program(version="1.2.0", repository="https://example.org/x", lock="", sha256="0" * 64),
        "settings": settings,
        "site": site,
        "today": TODAY,
    }


GIVEN = given()


@pytest.mark.parametrize("name", SHOWN)
def test_what_a_room_shows_carries_an_example_that_is_true(name: str) -> None:
    thing = SHOWN[name]
    module = importlib.import_module(thing.__module__)
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    example = parser.get_doctest(
        inspect.getdoc(thing) or "", {**vars(module), **GIVEN, thing.__name__: thing}, name, None, None
    )
    assert example.examples, "no example"
    told: list[str] = []
    runner.run(example, out=told.append)
    assert not told, "".join(told)
