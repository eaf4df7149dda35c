"""The small region with what the pages of records show: practices, adopters, a question, a long series."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from tests.pages.small_region import common, event, places, text, weekly

from seurantalo.model.event import EventStatus, FollowUp, Format, Outcome
from seurantalo.model.handbook import Comment, Question, Summary, SummaryPoint
from seurantalo.model.organisation import Organisation, OrganisationType
from seurantalo.model.parts import Budget, BudgetShare, Contact, LogEntry, Period, WebLink
from seurantalo.model.place import Municipality, Room, Venue, VenueKind
from seurantalo.model.practice import (
    Adoption,
    AdoptionStatus,
    Endorsement,
    Practice,
    PracticeKind,
    PracticeStage,
    Step,
)
from seurantalo.model.record import Record
from seurantalo.model.text import Text

EVIL = "<script>alert('x')</script>"
QUESTION = "12-vuoropuhelu"


def full_practice() -> Practice:
    return Practice(
        **common("aamiainen"),
        title=Text((("fi", "Kumppanuusaamiainen"), ("sv", "Partnerskapsfrukost"))),
        kinds=(PracticeKind.EXPERIMENT, PracticeKind.MODEL),
        lead=text("Yhdistykset ja kunta samassa pöydässä."),
        why=text("Kiitos ja **kynnys**."),
        how=text("# Näin\n\nKutsutaan kaikki."),
        stage=PracticeStage.ENDED,
        period=Period(starts=date(2017, 10, 1), ends=date(2018, 12, 31)),
        budget=Budget(
            shares=(BudgetShare(funder="Maakunnan liitto"), BudgetShare(funder="Kunta", amount=Decimal(1500)))
        ),
        resources=text("Kahvia."),
        benefits=(text("Kasvot tutuiksi."),),
        barriers=(text("Yhteystiedot puuttuivat."),),
        conditions=(text("Johto tulee paikalle."),),
        lessons=(text("Päivä sovitaan naapurien kanssa."),),
        design_choices=(text("Aamiainen, ei kokous."),),
        steps=(
            Step(title=text("Kutsu"), text=text("Kaikki."), size="5–15", convener="Kunta"),
            Step(title=text("Kuuntele")),
        ),
        cadence=text("Kerran vuodessa."),
        composition=text("Johto ja yhdistykset."),
        legal_basis=text("Kuntalaki"),
        effective_from=date(2017, 12, 1),
        log=(LogEntry(date=date(2018, 6, 13), text=text("Kierros on käyty.")),),
        endorsements=(Endorsement(organisation="kunta", date=date(2018, 5, 1), why=text("Kannatti.")),),
        contact=Contact(role=text("Sihteeri"), email="info@example.org", checked=date(2026, 11, 2)),
        reviewed=date(2026, 11, 2),
        created=date(2017, 12, 14),
        themes=("kyla",),
        municipalities=("vimpeli", "soini"),
        implementers=("kunta",),
        funders=("liitto",),
        based_on=("aamukahvit",),
        answers=(QUESTION,),
        sources=("raportti",),
        text=text("Lisää kerrottavaa."),
    )


def practices() -> tuple[Practice, ...]:
    stub = Practice(
        **common("mimmit"),
        title=text("Mimmien ilta"),
        kinds=(PracticeKind.CASE,),
        stub=True,
        lead=text("Vain vähän tiedetään."),
        stage=PracticeStage.ENDED,
    )
    root = Practice(
        **common("aamukahvit"),
        title=text("Yrittäjien aamukahvit"),
        kinds=(PracticeKind.CASE,),
        lead=text("Kahvia."),
        stage=PracticeStage.ESTABLISHED,
        themes=("kyla",),
    )
    return (full_practice(), stub, root)


def organisations() -> tuple[Record, ...]:
    return (
        Organisation(
            **common("kunta"),
            name=text("Vimpelin kunta"),
            organisation_type=OrganisationType.MUNICIPALITY,
            municipality="vimpeli",
        ),
        Organisation(
            **common("liitto"),
            name=text("Maakunnan liitto"),
            organisation_type=OrganisationType.FUNDER,
            municipality="soini",
        ),
        Organisation(
            **{**common("kylaseura"), "demo": True},
            name=text("Kylän & järven seura ry"),
            organisation_type=OrganisationType.ASSOCIATION,
            municipality="vimpeli",
            founded=1946,
            member_of=("liitto",),
            contact=Contact(
                role=text("Sihteeri"), email="info@example.org", phone="06 123 456", checked=date(2024, 1, 1)
            ),
            links=(WebLink(url="https://example.org/"), WebLink(url="javascript:alert(1)")),
            themes=("kyla",),
            text=text("# Me\n\nHiihdämme."),
        ),
    )


def happenings() -> tuple[Record, ...]:
    alajarvi = Outcome(
        attendance=10,
        summary=text("Hyvinvointipuu esiteltiin."),
        findings=(text("Puu näyttää, kuka tekee."),),
        follow_ups=(FollowUp(text=text("Perustetaan ryhmä"), owner="Kunta", due=date(2018, 10, 1)),),
    )
    return (
        event(
            "poyta-2018",
            date(2018, 4, 17),
            title=text("Kumppanuuspöytä"),
            planned_starts=date(2018, 4, 18),
            status=EventStatus.HELD,
            format=Format.TABLE,
            practices=("aamiainen",),
            organisers=("kunta",),
            outcome=alajarvi,
        ),
        event(
            "aamu-2018",
            date(2018, 2, 14),
            practices=("aamiainen",),
            outcome=Outcome(attendance=27, summary=text("Oli.")),
        ),
        event("aamu-2026", date(2026, 2, 14), practices=("aamiainen",)),
        event(
            "aamu-2027", datetime(2027, 2, 10, 8), datetime(2027, 2, 10, 9, 30), practices=("aamiainen",), demo=True
        ),
        event("kokous", datetime(2027, 1, 20, 18), venue="seurala", room="sali"),
        weekly(venue="seurala"),
    )


def handbook() -> tuple[Record, ...]:
    def comment(name: str, day: date, **more: object) -> Comment:
        return Comment(
            **common(f"{QUESTION}/{name}"),
            date=day,
            on_question=QUESTION,
            text=text("Näin me teimme."),
            **{"by": name.capitalize(), **more},  # type: ignore[arg-type]
        )

    return (
        Question(
            **common(QUESTION),
            number=12,
            question=text("Millä tavoin?"),
            summary=Summary(
                as_of=date(2018, 10, 1),
                points=(SummaryPoint(text=text("**Illat.**"), cites=(f"{QUESTION}/seura",), method="aamiainen"),),
            ),
            sources=("raportti",),
            themes=("kyla",),
        ),
        comment("seura", date(2018, 10, 1), relayed_from="Facebook-ryhmästä toimituksen kautta"),
        comment("vastaus", date(2018, 10, 2), in_reply_to=f"{QUESTION}/seura", by_organisation="kunta"),
    )


def adoptions() -> tuple[Adoption, ...]:
    return (
        Adoption(
            **common("kylaseura-aamiainen"),
            practice="aamiainen",
            adopter="kylaseura",
            municipality="soini",
            status=AdoptionStatus.TRYING,
            since=date(2018, 3, 20),
            changed=(text("Pöytä aamiaisen sijaan."),),
            result=text("Väkeä tuli."),
        ),
    )


def region(*more: Record) -> tuple[Record, ...]:
    """The whole region; a record given here stands in place of the one with its kind and id."""
    municipality = Municipality(
        **common("vimpeli"),
        name=Text((("fi", "Vimpeli"), ("sv", "Vindala"))),
        locative=text("Vimpelissä"),
        code="934",
        population=2700,
        languages=("fi",),
        region="Etelä-Pohjanmaa",
        neighbours=("soini",),
        contacts=(Contact(role=text("Yhdistysyhteyshenkilö"), email="yhdistykset@example.org"),),
        school_breaks=(
            Period(starts=date(2026, 12, 23), ends=date(2027, 1, 6), name=text("Joululoma")),
            Period(starts=date(2027, 3, 1), ends=date(2027, 3, 7), name=text("Hiihtoloma")),
        ),
    )
    venue = Venue(
        **common("seurala"),
        name=text("Seurala"),
        venue_kind=VenueKind.HALL,
        municipality="vimpeli",
        owner="kylaseura",
        address="Kylätie 1",
        capacity=120,
        setup_margin=30,
        rooms=(Room(id="sali", name=text("Iso sali"), capacity=100), Room(id="kamari", name=text("Kamari"))),
    )
    records: dict[tuple[str, str], Record] = {}
    made = (*organisations(), *practices(), *happenings(), *handbook(), *adoptions())
    everything: tuple[Record, ...] = (*places(), municipality, venue, *made, *more)
    for record in everything:
        records[record.KIND, record.id] = record
    return tuple(records.values())
