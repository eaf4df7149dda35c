"""Small records for the tests of the wiki room, and dates that come from no planner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from seurantalo.model.community import Community
from seurantalo.model.event import Event, Outcome
from seurantalo.model.handbook import Comment, Question
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.place import Municipality
from seurantalo.model.practice import Adoption, AdoptionStatus, Practice, PracticeKind, PracticeStage
from seurantalo.model.record import Moment, Origin, Record
from seurantalo.model.text import Text
from seurantalo.model.vocabulary import Theme

TODAY = date(2027, 1, 11)


def text(words: str) -> Text:
    return Text.plain(words)


def common(name: str) -> dict[str, Any]:
    return {"id": name, "origin": Origin(f"content/{name}.md")}


@dataclass(frozen=True, slots=True)
class OneDay:
    """A date of an event that begins and ends on one day."""

    event: Event
    starts_local: Moment
    cancelled: bool = False

    @property
    def first_day(self) -> date:
        return self.starts_local.date() if isinstance(self.starts_local, datetime) else self.starts_local

    @property
    def last_day(self) -> date:
        return self.first_day

    @property
    def planned(self) -> Moment | None:
        return None

    @property
    def starts_at(self) -> int:
        return int(datetime.combine(self.first_day, time(), UTC).timestamp())


def dates_of(*dates: OneDay) -> Any:
    found: Mapping[str, Sequence[OneDay]] = {}
    by_event: dict[str, list[OneDay]] = dict(found)  # type: ignore[arg-type]
    for one in dates:
        by_event.setdefault(one.event.id, []).append(one)
    return lambda name: by_event.get(name, [])


def event(name: str, starts: Moment | None, attendance: int | None = None, **more: Any) -> Event:
    """An event of the practice ``aamiainen`` in Vimpeli, with an outcome where somebody counted."""
    outcome = Outcome(attendance=attendance, summary=text("Hyvin meni.")) if attendance is not None else None
    fields: dict[str, Any] = {
        "title": text(name),
        "timezone": "Europe/Helsinki",
        "organisers": ("kunta",),
        "municipality": "vimpeli",
        "practices": ("aamiainen",),
        "outcome": outcome,
    }
    return Event(**{**common(name), **fields, "starts": starts, **more})


def practice(name: str = "aamiainen", **more: Any) -> Practice:
    fields: dict[str, Any] = {
        "title": text(name),
        "kinds": (PracticeKind.EXPERIMENT,),
        "lead": text("."),
        "stage": PracticeStage.RUNNING,
    }
    return Practice(**{**common(name), **fields, **more})


def organisation(name: str) -> Organisation:
    kind = OrganisationType.ASSOCIATION
    return Organisation(**common(name), name=text(name), organisation_type=kind, municipality="vimpeli")


def adoption(name: str, status: AdoptionStatus, adopter: str = "seura", **more: Any) -> Adoption:
    fields = {"practice": "aamiainen", "municipality": "soini", "since": date(2026, 5, 1)}
    return Adoption(**{**common(name), **fields, "status": status, "adopter": adopter, **more})


def question(**more: Any) -> Question:
    return Question(**{**common("12-vuoropuhelu"), "number": 12, "question": text("Miten?"), **more})


def comment(name: str, day: date, reply_to: str = "", **more: Any) -> Comment:
    return Comment(
        **common(f"12-vuoropuhelu/{name}"),
        date=day,
        by=name.capitalize(),
        on_question="12-vuoropuhelu",
        in_reply_to=f"12-vuoropuhelu/{reply_to}" if reply_to else None,
        text=text("Näin."),
        **more,
    )


def community(*records: Record) -> Community:
    places: tuple[Record, ...] = (
        *(Municipality(**common(name), name=text(name), locative=text(name)) for name in ("soini", "vimpeli")),
        *(organisation(name) for name in ("kunta", "seura", "toinen")),
        *(Theme(**common(name), name=text(name)) for name in ("harvinainen", "musiikki", "yleinen")),
    )
    return Community((*places, *records))
