"""The words of every closed choice: what its values are called in files."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from seurantalo.model.event import Counted, EventStatus, FollowUpStatus, Format, Weight
from seurantalo.model.fields.field import Name, named
from seurantalo.model.organisation import OrganisationType
from seurantalo.model.participation import BudgetReason, BudgetWay, IdeaStage, OutcomeKind
from seurantalo.model.place import VenueKind
from seurantalo.model.practice import AdoptionStatus, PracticeKind, PracticeStage
from seurantalo.model.vocabulary import ChannelType, SourceKind

_NAMES: Final[Mapping[type[StrEnum], tuple[Name, ...]]] = {
    AdoptionStatus: (
        named("interested", fi="kiinnostunut", sv="intresserad"),
        named("planned", fi="suunnitteilla", sv="planeras"),
        named("trying", fi="kokeilussa", sv="prövas"),
        named("in-use", fi="käytössä", sv="i bruk"),
        named("stopped", fi="lopetettu", sv="avslutad"),
    ),
    BudgetReason: (
        named("allocating", fi="rahan jakaminen", sv="fördela pengar"),
        named("mapping", fi="tulojen ja resurssien kartoitus", sv="kartlägga inkomster och resurser"),
        named("planning", fi="yhteinen suunnittelu", sv="planera tillsammans"),
        named("saving", fi="säästöjen valinta", sv="välja besparingar"),
        named("solving", fi="yhteisten haasteiden ratkaisu", sv="lösa gemensamma utmaningar"),
    ),
    BudgetWay: (
        named("task", fi="tehtävä, toimiala", sv="uppgift, sektor"),
        named("area", fi="alue", sv="område"),
        named("project", fi="hanke", sv="projekt"),
        named("share", fi="osuus budjetista", sv="andel av budgeten"),
    ),
    ChannelType: (
        named("board", fi="ilmoitustaulu", sv="anslagstavla"),
        named("newsletter", fi="uutiskirje", sv="nyhetsbrev"),
        named("paper", fi="lehti", sv="tidning"),
        named("radio", fi="radio", sv="radio"),
        named("social", fi="some, sosiaalinen media", sv="sociala medier"),
        named("web", fi="verkkosivu", sv="webbplats"),
        named("word-of-mouth", fi="puskaradio", sv="mun till mun"),
    ),
    Counted: (
        named("people", fi="henkilöt, ihmiset", sv="personer, människor"),
        named("organisations", fi="yhdistykset, järjestöt", sv="föreningar, organisationer"),
    ),
    EventStatus: (
        named("tentative", fi="alustava, varaus", sv="preliminärt, preliminär"),
        named("confirmed", fi="vahvistettu", sv="bekräftat, bekräftad"),
        named("postponed", fi="lykätty", sv="uppskjutet, uppskjuten"),
        named("moved", fi="siirretty", sv="flyttat, flyttad"),
        named("cancelled", fi="peruttu", sv="inställt, inställd"),
        named("held", fi="pidetty", sv="hållet, hållen"),
    ),
    FollowUpStatus: (
        named("open", fi="avoin", sv="öppen"),
        named("in-work", fi="työn alla", sv="på gång"),
        named("done", fi="tehty", sv="gjord"),
        named("dropped", fi="luovuttu", sv="struken"),
    ),
    Format: (
        named("breakfast", fi="aamiainen", sv="frukost"),
        named("camp", fi="leiri", sv="läger"),
        named("club", fi="kerho", sv="klubb"),
        named("concert", fi="konsertti", sv="konsert"),
        named("course", fi="kurssi", sv="kurs"),
        named("dance", fi="tanssit", sv="dans"),
        named("exhibition", fi="näyttely", sv="utställning"),
        named("festival", fi="festivaali", sv="festival"),
        named("lecture", fi="luento", sv="föreläsning"),
        named("market", fi="markkinat, tori", sv="marknad, torg"),
        named("meeting", fi="kokous", sv="möte"),
        named("other", fi="muu", sv="annat"),
        named("party", fi="juhla", sv="fest"),
        named("race", fi="kilpailu", sv="tävling"),
        named("service", fi="jumalanpalvelus", sv="gudstjänst"),
        named("sport", fi="liikunta", sv="motion"),
        named("table", fi="kumppanuuspöytä", sv="partnerskapsbord"),
        named("talkoot", fi="talkoot", sv="talko"),
        named("theatre", fi="teatteri", sv="teater"),
        named("trip", fi="retki", sv="utflykt"),
        named("village-day", fi="kyläpäivä", sv="bydag"),
        named("workshop", fi="työpaja", sv="verkstad"),
    ),
    IdeaStage: (
        named("new", fi="uusi", sv="ny"),
        named("voted", fi="äänestetty", sv="röstad"),
        named("in-work", fi="työn alla", sv="på gång"),
        named("decided", fi="päätetty", sv="beslutad"),
        named("done", fi="tehty", sv="gjord"),
        named("declined", fi="hylätty", sv="avslagen"),
    ),
    OrganisationType: (
        named("association", fi="yhdistys", sv="förening"),
        named("company", fi="yritys", sv="företag"),
        named("funder", fi="rahoittaja", sv="finansiär"),
        named("media", fi="media", sv="medium"),
        named("municipal-unit", fi="kunnan yksikkö", sv="kommunal enhet"),
        named("municipality", fi="kunta", sv="kommun"),
        named("network", fi="verkosto", sv="nätverk"),
        named("parish", fi="seurakunta", sv="församling"),
        named("party", fi="puolue", sv="parti"),
        named("project", fi="hanke", sv="projekt"),
    ),
    OutcomeKind: (
        named("a", fi="kunnan budjetti", sv="kommunens budget"),
        named("b", fi="yhdessä tekeminen", sv="göra tillsammans"),
        named("c", fi="hanke", sv="projekt"),
        named("d", fi="resurssien suuntaaminen", sv="styra resurser"),
        named("e", fi="säästöjen valinta", sv="välja besparingar"),
        named("f", fi="isommat haasteet", sv="större utmaningar"),
    ),
    PracticeKind: (
        named("case", fi="tapaus", sv="fall"),
        named("experiment", fi="ketterä kokeilu, kokeilu", sv="snabbt försök, försök"),
        named("model", fi="toimintamalli, malli", sv="modell, verksamhetsmodell"),
        named("trailblazer", fi="suunnannäyttäjä", sv="vägvisare"),
    ),
    PracticeStage: (
        named("idea", fi="idea", sv="idé"),
        named("planned", fi="suunnitteilla", sv="planeras"),
        named("running", fi="käynnissä", sv="pågår"),
        named("ended", fi="päättynyt", sv="avslutad"),
        named("established", fi="vakiintunut", sv="etablerad"),
        named("dropped", fi="luovuttu", sv="struken"),
    ),
    SourceKind: (
        named("article", fi="artikkeli", sv="artikel"),
        named("book", fi="kirja", sv="bok"),
        named("decision", fi="päätös", sv="beslut"),
        named("news", fi="uutinen", sv="nyhet"),
        named("report", fi="raportti", sv="rapport"),
        named("web", fi="verkkosivu", sv="webbsida"),
    ),
    VenueKind: (
        named("church", fi="kirkko", sv="kyrka"),
        named("fire-station", fi="paloasema", sv="brandstation"),
        named("hall", fi="seurantalo, sali", sv="föreningshus, sal"),
        named("hotel", fi="hotelli", sv="hotell"),
        named("library", fi="kirjasto", sv="bibliotek"),
        named("market-square", fi="tori", sv="torg"),
        named("museum", fi="museo", sv="museum"),
        named("other", fi="muu", sv="annan"),
        named("outdoor", fi="ulkona", sv="utomhus"),
        named("school", fi="koulu", sv="skola"),
        named("sports", fi="liikuntapaikka", sv="idrottsplats"),
        named("theatre", fi="teatteri", sv="teater"),
        named("town-hall", fi="kunnantalo, kaupungintalo", sv="kommunhus, stadshus"),
        named("village-house", fi="kylätalo", sv="byahus"),
        named("youth-centre", fi="nuorisotalo", sv="ungdomsgård"),
    ),
    Weight: (
        named("routine", fi="arki, arkinen", sv="vardag"),
        named("normal", fi="tavallinen", sv="vanlig"),
        named("major", fi="suuri, päätapahtuma", sv="stor, huvudevenemang"),
    ),
}

#: Choice -> each of its values, with what it is called.
CHOICES: Final[Mapping[type[StrEnum], Mapping[StrEnum, Name]]] = MappingProxyType(
    {choices: {choices(name.english): name for name in names} for choices, names in _NAMES.items()}
)
