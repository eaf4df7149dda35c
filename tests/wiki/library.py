"""A small region that has told of itself, for the examples of the wiki room.

A round table was held in Vimpeli and is to be held again; the young people of Alajärvi have taken it up. It answers a
question of the handbook and grew out of a comment on it. Two ideas of residents are on their way.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from seurantalo.model import Community, Event, Practice, Settings, Text
from seurantalo.model.event import FollowUp, Format, Outcome
from seurantalo.model.handbook import Comment, Question, Summary, SummaryPoint
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.participation import Idea, IdeaStage
from seurantalo.model.place import Municipality
from seurantalo.model.practice import Adoption, AdoptionStatus, PracticeKind, PracticeStage, Step
from seurantalo.model.record import Origin, Record
from seurantalo.model.vocabulary import Source, Theme
from seurantalo.planner import make_calendar
from seurantalo.wiki import practice_log


def _about(name: str) -> dict[str, Any]:
    return {"id": name, "origin": Origin(f"content/{name}.md")}


def _named(*names: str) -> dict[str, Any]:
    return {**_about(names[0]), "name": Text.plain(names[-1])}


def _event(name: str, starts: datetime, outcome: Outcome | None = None) -> Event:
    return Event(
        **_about(name),
        title=Text.plain("Pyöreä pöytä"),
        starts=starts,
        ends=starts.replace(hour=20),
        timezone="Europe/Helsinki",
        format=Format.TABLE,
        organisers=("martat",),
        municipality="vimpeli",
        practices=("pyorea-poyta",),
        outcome=outcome,
    )


def _comment(name: str, day: date, words: str, **more: Any) -> Comment:
    return Comment(
        **_about(f"12-vuoropuhelu/{name}"),
        date=day,
        by="Kyläyhdistys",
        on_question="12-vuoropuhelu",
        text=Text.plain(words),
        **more,
    )


def _idea(name: str, topic: str) -> Idea:
    return Idea(
        **_about(name),
        title=Text.plain(topic),
        topic=Text.plain(topic),
        raised=date(2026, 8, 1),
        stage=IdeaStage.NEW,
        municipality="vimpeli",
        themes=("kylat",),
    )


def _records() -> tuple[Record, ...]:
    return (
        Municipality(**_named("vimpeli", "Vimpeli"), locative=Text.plain("Vimpelissä")),
        Municipality(**_named("alajarvi", "Alajärvi"), locative=Text.plain("Alajärvellä")),
        Organisation(**_named("martat", "Vimpelin Martat ry"), organisation_type=OrganisationType.ASSOCIATION),
        Organisation(**_named("nuoret", "Alajärven nuoret ry"), organisation_type=OrganisationType.ASSOCIATION),
        Theme(**_named("kylat", "Kylät")),
        Theme(**_named("osallisuus", "Osallisuus")),
        Source(**_about("opas"), title=Text.plain("Opas"), publisher="Järviseutu", url="https://example.org/opas"),
        Practice(
            **_about("pyorea-poyta"),
            title=Text.plain("Pyöreä pöytä"),
            kinds=(PracticeKind.CASE,),
            lead=Text.plain("Yhdistykset ja kunta samassa pöydässä."),
            why=Text.plain("Tieto kulkee."),
            stage=PracticeStage.RUNNING,
            steps=(
                Step(title=Text.plain("Kutsutaan")),
                Step(title=Text.plain("Keskustelu"), format=Format.TABLE),
                Step(title=Text.plain("Jatkopöytä"), format=Format.TABLE, weeks=6),
            ),
            reviewed=date(2024, 5, 2),
            themes=("kylat", "osallisuus"),
            municipalities=("vimpeli",),
            implementers=("martat",),
            answers=("12-vuoropuhelu",),
            sources=("opas",),
            text=Text.plain("Vastaa kysymykseen [[kysymys:12-vuoropuhelu]]."),
        ),
        Practice(
            **_about("kylailta"),
            title=Text.plain("Kyläilta"),
            kinds=(PracticeKind.CASE,),
            lead=Text.plain("Kylä koolla."),
            stage=PracticeStage.RUNNING,
            stub=True,
            themes=("kylat",),
        ),
        Adoption(
            **_about("nuorten-poyta"),
            status=AdoptionStatus.IN_USE,
            since=date(2026, 3, 1),
            practice="pyorea-poyta",
            adopter="nuoret",
            municipality="alajarvi",
        ),
        _event(
            "poyta-syksy",
            datetime(2026, 11, 10, 18),
            Outcome(
                attendance=24,
                summary=Text.plain("Sovittiin yhteisestä kalenterista."),
                follow_ups=(FollowUp(text=Text.plain("Kalenteri auki"), owner="Martat", due=date(2026, 12, 31)),),
            ),
        ),
        _event("poyta-talvi", datetime(2027, 2, 9, 18)),
        Question(
            **_about("12-vuoropuhelu"),
            number=12,
            question=Text.plain("Miten kunta kuulee yhdistyksiä?"),
            summary=Summary(as_of=date(2026, 6, 1), points=(SummaryPoint(text=Text.plain("Kasvokkain.")),)),
        ),
        _comment("01", date(2026, 5, 1), "Saman pöydän ääressä.", became_practice="pyorea-poyta"),
        _comment("02", date(2026, 9, 15), "Meillä toimi.", in_reply_to="12-vuoropuhelu/01"),
        _idea("laavu", "Laavu rantaan"),
        _idea("uimaranta", "Uimaranta kuntoon"),
    )


def library(today: date) -> Mapping[str, Any]:
    """The region as ``library``, its dates, and of its records those that examples are about."""
    community = Community(_records())
    dates_of, practice = make_calendar(community, Settings(), today).of_event, community.practices["pyorea-poyta"]
    return {
        "library": community,
        "dates_of": dates_of,
        "practice": practice,
        "log": practice_log(community, practice, dates_of, today),
        "question": community.questions["12-vuoropuhelu"],
        "idea": community.ideas["laavu"],
    }
