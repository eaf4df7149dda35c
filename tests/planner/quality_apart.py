"""The rules beside a cultural secretary who has not read them: pairs of labelled_apart/*.yml, level by level.

The labels were written by somebody who knew neither rules nor tests, and are not changed. What is compared is whether
two events are told of at all (soft or hard; a mere remark disturbs nobody), and whether what can't be is told so.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from tests.planner.builders import (
    SETTINGS,
    make_audience,
    make_community,
    make_municipality,
    make_organisation,
    make_venue,
)
from tests.planner.compact import event
from tests.planner.quality import TODAY

from seurantalo.model.organisation import OrganisationType
from seurantalo.model.place import Venue
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import find_clashes

FOLDER = Path(__file__).parent / "labelled_apart"
REGION = (
    make_municipality("koski", 2_900, neighbours=("salmi",)),
    make_municipality("salmi", 9_000),
    make_municipality("pera", 1_200),
    make_venue("seurantalo", "koski", ["sali", "kahvio", "kokoushuone"]),
    *(make_venue(name, "koski") for name in ("koulu", "kirkko", "kirjasto", "kentta", "tori")),
    make_venue("salmitalo", "salmi", ["sali", "nayttelytila", "kabinetti"]),
    *(make_venue(name, "salmi") for name in ("liikuntahalli", "salmen-kirkko", "salmen-tori")),
    make_venue("kylatalo", "pera"),
    make_organisation("kosken-kunta", "koski", kind=OrganisationType.MUNICIPALITY),
    make_organisation("kosken-kirjasto", "koski", kind=OrganisationType.MUNICIPAL_UNIT),
    make_organisation("kosken-seurakunta", "koski", kind=OrganisationType.PARISH),
    make_organisation("salmen-kaupunki", "salmi", kind=OrganisationType.MUNICIPALITY),
    *(make_audience(name, "kaikki") for name in ("aikuiset", "yrittajat")),
)
HARD, SOFT, INFO, NOTHING = "hard", "soft", "info", "nothing"
_TELLING = {HARD, SOFT}


class Pair(NamedTuple):
    """What the pair is about, what the person says, what the rules say: a level each, and which rule."""

    about: str
    label: str
    found: str
    rule: str


def pairs(*names: str) -> list[Pair]:
    return [
        _judged(case)
        for path in (FOLDER / f"{name}.yml" for name in names)
        # BaseLoader: every scalar stays text.
        for case in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    ]


def _judged(case: dict[str, Any]) -> Pair:
    a, b = (event(name, _placed(case[name])) for name in ("a", "b"))
    community = make_community(*REGION, a, b)
    clashes = find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS)
    said = {
        finding.level.value: finding.rule
        for finding in reversed(clashes.findings)
        if finding.event_ids == ("a", "b") and finding.other is not None
    }
    level = next((level for level in (HARD, SOFT, INFO) if level in said), NOTHING)
    return Pair(case["about"], case["is"], level, said.get(level, ""))


def _placed(fields: dict[str, Any]) -> dict[str, Any]:
    """Return an event's fields with the municipality: the venue's, else the organiser's."""
    venues = {record.id: record.municipality for record in REGION if isinstance(record, Venue)}
    by_venue = venues.get(fields.get("venue", ""))
    by_name = {"kosken": "koski", "koski": "koski", "salmen": "salmi", "peran": "pera"}
    by_organiser = by_name.get(fields.get("organisers", "").split("-")[0], "koski")
    return {"municipality": by_venue or by_organiser, **fields}


class Scores(NamedTuple):
    precision: float
    recall: float
    hard_as_hard: float


def scores(judged: list[Pair]) -> Scores:
    told = [pair for pair in judged if pair.found in _TELLING]
    wanted = [pair for pair in judged if pair.label in _TELLING]
    both = [pair for pair in told if pair.label in _TELLING]
    hard = [pair for pair in judged if pair.label == HARD]
    return Scores(
        len(both) / max(1, len(told)),
        len(both) / max(1, len(wanted)),
        sum(pair.found == HARD for pair in hard) / max(1, len(hard)),
    )


def report(judged: list[Pair]) -> Iterator[str]:
    """Yield the figures, and every pair on which rules and person differ."""
    found = scores(judged)
    yield (
        f"{len(judged)} pairs: precision {found.precision:.3f}, recall {found.recall:.3f} at soft or hard, "
        f"hard told as hard {found.hard_as_hard:.3f}"
    )
    for pair in judged:
        if pair.label != pair.found:
            beyond = "" if {pair.label, pair.found} & _TELLING else "  (silence or remark)"
            yield (
                f"{pair.about}: a person says {pair.label}; the rules say {pair.found} {pair.rule}".rstrip() + beyond
            )
