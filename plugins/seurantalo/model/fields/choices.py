"""The words of every closed choice: what its values are called in files."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from seurantalo.model.event import Counted, EventStatus, FollowUpStatus, Format, Weight
from seurantalo.model.fields.channel_choices import CHANNEL_CHOICES
from seurantalo.model.fields.field import Name, named
from seurantalo.model.fields.participation_choices import PARTICIPATION_CHOICES
from seurantalo.model.organisation import OrganisationType
from seurantalo.model.place import VenueKind
from seurantalo.model.practice import AdoptionStatus, PracticeKind, PracticeStage
from seurantalo.model.vocabulary import SourceKind

_NAMES: Final[Mapping[type[StrEnum], tuple[Name, ...]]] = {
    AdoptionStatus: (
        named("interested", fi="kiinnostunut", sv="intresserad", en="interested, interested in it"),
        named(
            "planned",
            fi="suunnitteilla, suunnittelee, suunnittelevat",
            sv="planeras, planerar, planerad",
            en="planned, planning, planning it",
        ),
        named("trying", fi="kokeilussa, kokeilee, kokeilevat", sv="prövas, prövar", en="trying, trying it"),
        named(
            "in-use",
            fi="käytössä, käyttää, käyttävät, otettu käyttöön",
            sv="i bruk, använder, används, har tagits i bruk",
            en="in-use, using, using it",
        ),
        named(
            "stopped",
            fi="lopetettu, lopettanut, lopettaneet, päättynyt",
            sv="avslutad, avslutat, har slutat, slutat",
            en="stopped, ended, has stopped",
        ),
    ),
    Counted: (
        named(
            "people",
            fi="henkilöt, ihmiset, henkilöä, ihmistä, henkilöitä",
            sv="personer, människor",
            en="people, persons",
        ),
        named(
            "organisations",
            fi="yhdistykset, järjestöt, toimijat, yhdistystä, järjestöä",
            sv="föreningar, organisationer, aktörer",
        ),
    ),
    EventStatus: (
        named(
            "tentative",
            fi="alustava, varaus, alustavasti, varattu, varmistamatta, vahvistamatta, päivää ei ole vahvistettu",
            sv="preliminärt, preliminär, reservation, reserverat, reserverad, obekräftat, obekräftad",
            en="tentative, preliminary, hold, held date, not confirmed, unconfirmed, reserved",
        ),
        named(
            "confirmed",
            fi="vahvistettu, varmistettu, varma, varmistunut, vahvistunut",
            sv="bekräftat, bekräftad, fastställt, fastställd",
        ),
        named(
            "postponed",
            fi="lykätty, lykkääntyy, lykkääntynyt, lykätään, siirretty myöhemmäksi, siirtyy myöhemmäksi",
            sv="uppskjutet, uppskjuten, skjuts upp, framskjutet, framskjuten",
            en="postponed, put off",
        ),
        named(
            "moved",
            fi="siirretty, siirtyy, siirtynyt, siirtyi, siirrettiin, uusi aika, siirretty uuteen aikaan",
            sv="flyttat, flyttad, flyttas, ny tid",
            en="moved, rescheduled, new date",
        ),
        named(
            "cancelled",
            fi=(
                "peruttu, peruutettu, peruuntunut, peruuntuu, peruttiin, perutaan, peruutetaan, peruutus,"
                " ei järjestetä, ei pidetä, ei toteudu"
            ),
            sv="inställt, inställd, inställda, ställs in, avlyst",
            en="cancelled, canceled, called off",
        ),
        named(
            "held",
            fi="pidetty, pidettiin, toteutunut, toteutettu, järjestetty, mennyt",
            sv="hållet, hållen, hölls, genomfört, genomförd, har hållits",
            en="held, took place, done, past",
        ),
    ),
    FollowUpStatus: (
        named("open", fi="avoin, auki", sv="öppen, öppet"),
        named(
            "in-work",
            fi="työn alla, tekeillä",
            sv="på gång, under arbete, pågår",
            en="in-work, in progress, under way",
        ),
        named("done", fi="tehty, valmis", sv="gjord, gjort, klar, klart, färdig, färdigt"),
        named(
            "dropped",
            fi="luovuttu, hylätty, ei toteudu, rauennut",
            sv="struken, struket, nedlagd, nedlagt, blir inte av",
        ),
    ),
    Format: (
        named("breakfast", fi="aamiainen, aamupala", sv="frukost"),
        named("camp", fi="leiri", sv="läger"),
        named("club", fi="kerho", sv="klubb"),
        named("concert", fi="konsertti, konserttia, keikka", sv="konsert, spelning", en="concert, gig"),
        named("course", fi="kurssi", sv="kurs"),
        named("dance", fi="tanssit, tanssi, lavatanssit", sv="dans, danskväll"),
        named("exhibition", fi="näyttely", sv="utställning"),
        named("festival", fi="festivaali, festarit, festivaalit", sv="festival"),
        named("lecture", fi="luento, esitelmä, luennot", sv="föreläsning, föredrag", en="lecture, talk"),
        named(
            "market",
            fi="markkinat, tori, myyjäiset, kirpputori, kirppis, basaari",
            sv="marknad, torg, loppis, loppmarknad, basar",
            en="market, flea market",
        ),
        named("meeting", fi="kokous, palaveri", sv="möte, årsmöte"),
        named(
            "other", fi="muu, muut, muu tapahtuma, tapahtuma", sv="annat, annan, övrigt, evenemang", en="other, event"
        ),
        named("party", fi="juhla, juhlat", sv="fest, firande", en="party, celebration"),
        named("race", fi="kilpailu, kisa, kilpailut, kisat, ottelu", sv="tävling, match", en="race, competition"),
        named("service", fi="jumalanpalvelus, hartaus", sv="gudstjänst, andakt", en="service, church service"),
        named("sport", fi="liikunta, urheilu", sv="idrott, motion, sport", en="sport, sports, exercise"),
        named("table", fi="kumppanuuspöytä", sv="partnerskapsbord", en="table, partnership table"),
        named(
            "talkoot",
            fi="talkoot",
            sv="talko, talkojobb",
            en="talkoot, community work day, voluntary work, voluntary work (talkoot), community work day (talkoot)",
        ),
        named("theatre", fi="teatteri, näytelmä, teatteriesitys", sv="teater, pjäs", en="theatre, theater, play"),
        named("trip", fi="retki, matka, retket", sv="utflykt, resa, utfärd", en="trip, outing, excursion"),
        named("village-day", fi="kyläpäivä", sv="bydag"),
        named("workshop", fi="työpaja, paja", sv="verkstad, workshop"),
    ),
    OrganisationType: (
        named(
            "association",
            fi="yhdistys, seura, järjestö, rekisteröity yhdistys, ry, yhdistykset",
            sv="förening, rf, föreningar",
            en="association, society, club, associations",
        ),
        named(
            "company",
            fi="yritys, osuuskunta, oy, yritykset",
            sv="företag, andelslag, ab",
            en="company, business, companies",
        ),
        named("funder", fi="rahoittaja, rahoittajat", sv="finansiär, finansiärer", en="funder, funders"),
        named("media", fi="media", sv="medium"),
        named(
            "municipal-unit",
            fi="kunnan yksikkö, kunnan yksiköt",
            sv="kommunal enhet, kommunala enheter",
            en="municipal-unit, municipal office, municipal offices, municipal units",
        ),
        named(
            "municipality",
            fi="kunta, kaupunki",
            sv="kommun, stad",
            en="municipality, city, town, municipal organisation",
        ),
        named("network", fi="verkosto, verkostot", sv="nätverk", en="network, networks"),
        named("parish", fi="seurakunta, seurakunnat", sv="församling, församlingar", en="parish, parishes"),
        named(
            "party",
            fi="puolue, puolueet",
            sv="parti, partier",
            en="party, political party, political parties, parties",
        ),
        named("project", fi="hanke, hankkeet", sv="projekt, projekten", en="project, projects"),
    ),
    PracticeKind: (
        named("case", fi="tapaus", sv="fall"),
        named(
            "experiment", fi="ketterä kokeilu, kokeilu", sv="snabbt försök, försök", en="experiment, agile experiment"
        ),
        named("model", fi="toimintamalli, malli", sv="modell, verksamhetsmodell"),
        named("trailblazer", fi="suunnannäyttäjä, edelläkävijä", sv="föregångare, vägvisare"),
    ),
    PracticeStage: (
        named("idea", fi="idea", sv="idé, en idé", en="idea, an idea"),
        named(
            "planned", fi="suunnitteilla, suunniteltu", sv="planeras, planerad, planerat", en="planned, being planned"
        ),
        named("running", fi="käynnissä, meneillään", sv="pågår, pågående, på gång", en="running, under way"),
        named("ended", fi="päättynyt, loppunut", sv="avslutad, avslutat, slutat"),
        named("established", fi="vakiintunut, vakiintunutta", sv="etablerad, etablerat"),
        named(
            "dropped",
            fi="luovuttu, hylätty, ei toteutunut",
            sv="struken, struket, nedlagd, nedlagt",
            en="dropped, given up",
        ),
    ),
    SourceKind: (
        named("article", fi="artikkeli", sv="artikel"),
        named("book", fi="kirja", sv="bok"),
        named("decision", fi="päätös", sv="beslut"),
        named("news", fi="uutinen", sv="nyhet", en="news, news story"),
        named("report", fi="raportti", sv="rapport"),
        named("web", fi="verkkosivu", sv="webbsida", en="web, web page"),
    ),
    VenueKind: (
        named("church", fi="kirkko", sv="kyrka"),
        named("fire-station", fi="paloasema", sv="brandstation"),
        named("hall", fi="seurantalo, sali, seurantalo tai sali", sv="föreningshus, sal, föreningshus eller sal"),
        named("hotel", fi="hotelli", sv="hotell"),
        named("library", fi="kirjasto", sv="bibliotek"),
        named("market-square", fi="tori", sv="torg"),
        named("museum", fi="museo", sv="museum"),
        named("other", fi="muu, paikka", sv="annan, annat, plats", en="other, venue"),
        named(
            "outdoor", fi="ulkona, ulkopaikka", sv="utomhus, ute, utomhusplats", en="outdoor, outdoors, outdoor place"
        ),
        named("school", fi="koulu", sv="skola"),
        named("sports", fi="liikuntapaikka", sv="idrottsplats", en="sports, sports venue"),
        named("theatre", fi="teatteri", sv="teater", en="theatre, theatre house"),
        named("town-hall", fi="kunnantalo, kaupungintalo", sv="kommunhus, stadshus"),
        named("village-house", fi="kylätalo", sv="byagård, byahus", en="village-house, village hall"),
        named("youth-centre", fi="nuorisotalo", sv="ungdomsgård"),
    ),
    Weight: (
        named("routine", fi="arki, arkinen, arkitapahtuma, viikkoryhmä", sv="vardag, vardaglig, veckogrupp"),
        named("normal", fi="tavallinen, normaali", sv="vanlig, vanligt, normal, normalt"),
        named(
            "major",
            fi="suuri, suurtapahtuma, päätapahtuma, iso",
            sv="stor, storevenemang, stort, huvudevenemang",
            en="major, major event, great, big",
        ),
    ),
    **CHANNEL_CHOICES,
    **PARTICIPATION_CHOICES,
}

#: Choice -> each of its values, with what it is called.
CHOICES: Final[Mapping[type[StrEnum], Mapping[StrEnum, Name]]] = MappingProxyType(
    {choices: {choices(name.english): name for name in names} for choices, names in _NAMES.items()}
)
