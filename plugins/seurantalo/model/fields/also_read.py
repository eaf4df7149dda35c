"""What people call fields beside the words that we tell of: read in every file, shown nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_WEB: Final = (
    "linkki, linkit, verkko-osoite, www, www-sivu, www-osoite, kotisivu, kotisivut, nettisivu, nettisivut,"
    " verkkosivu, verkkosivut, sivu, sivut, osoite verkossa, nettiosoite, url, link, links, website, web site, web,"
    " web page, webpage, homepage, home page, länk, länkar, webbadress, webbplats, webbsida, hemsida, facebook"
)
_WORDS: Final[Mapping[str, str]] = {
    "accessibility": "esteettömyystiedot, saavutettavuus",
    "address": "katuosoite, käyntiosoite, gatuadress, besöksadress, street address",
    "age_limit": "ikä, ikäsuositus, ikärajat, age, ages, ålder, åldersrekommendation",
    "agenda": "ohjelmassa, ohjelman kulku, aikataulu, programme, schedule, programmet, tidtabell",
    "audience": "kohdeyleisö, yleisö, kenelle sopii, for, for whom, audiences, målgruppen, för vilka",
    "capacity": "paikkamäärä, paikkoja yhteensä, istumapaikkoja, henkilömäärä, sittplatser, antal platser, seats",
    "channels": "kanava, kanal, channel",
    "contact": "yhteyshenkilö, yhteydenotot, yhteys, kontaktperson, kontakter, contacts, contact person",
    "date": "pvm, pvm., pvä, päiväys, milloin, koska, när, when, day",
    "deadline": "dl, takaraja, aineistopäivä, jättöpäivä, sista dag, inlämningsdag",
    "description": (
        "selostus, esittely, teksti, lisätieto, lisätiedot, lisätietoja, tiedot, info, text, details, information,"
        " mer information, beskrivningen"
    ),
    "ends": "loppu, loppuaika, päättymisaika, lopetus, sluttid, end time, finishes",
    "email": "sähköpostiosoite, s-posti, meili, maili, mejl, mail, e-mail, e-postadress",
    "except": "ei, poikkeus, poikkeukset, pois, lukuun ottamatta, undantag, exception, exceptions",
    "format": "tapahtuman muoto, tapahtuman tyyppi, tapahtumatyyppi, evenemangsform, evenemangstyp, event type",
    "image": "kuvat, valokuva, mainos, juliste, photo, picture, poster, foto, bilder, affisch",
    "links": _WEB,
    "municipality": "paikkakunta, kaupunki, kotikunta, kotipaikka, city, town, ort, stad, hemkommun, hemort",
    "name": "otsikko, title, titel, rubrik, nimitys",
    "on": "päivät, viikonpäivä, viikonpäivät, veckodag, veckodagar, weekday, weekdays, days",
    "online": "etäyhteys, etäosallistuminen, etänä, striimi, stream, online link, distans, nätlänk",
    "organisers": (
        "järjestävä taho, järjestävä yhdistys, järjestävä seura, järjestävät, järjestää, yhdistys, yhdistykset,"
        " seura, järjestö, organiser, organizer, organizers, organisation, organisations, host, hosts,"
        " kuka, ketkä, kuka järjestää, vem, who, arrangörsförening, förening, föreningar, arrangeras av, arr"
    ),
    "phone": "puh, puhelinnumero, gsm, tel, telefonnummer, telephone, mobil",
    "practices": "käytäntö, hyvä käytäntö, practice",
    "price": (
        "maksu, hinnat, liput, lippu, lipun hinta, lippujen hinnat, pääsylippu, pääsyliput, sisäänpääsy,"
        " osallistumismaksu, avgift, deltagaravgift, priser, biljett, biljetter, entré, inträdesavgift, cost, fee,"
        " prices, ticket, tickets, admission"
    ),
    "registration": (
        "ilmoittautumiset, ilmoittaudu, ilmo, ilmoittautumislinkki, sign up, signup, enrolment, enrollment,"
        " anmälningar, anmäl, anmälan till"
    ),
    "room": "huone, tilat, salit",
    "rooms": "tila, sali, huoneet, rum",
    "sentence": "teksti, oma teksti, text, egen text",
    "series": "tapahtumasarja, sarjan nimi, evenemangsserie",
    "sources": "lähde, källa, source",
    "starts": "alku, alkuaika, alkamisaika, aloitus, starttaa, starttid, start time, begins",
    "status": "tapahtuman tilanne, state",
    "themes": "teema, aihe, aihepiiri, aihepiirit, asiasanat, avainsanat, tema, ämne, ämnen, theme, topic, topics",
    "title": (
        "mitä, vad, what,"
        " tapahtuma, tapahtuman nimi, tilaisuus, tapahtuman otsikko, evenemang, evenemangets namn, evenemangsnamn,"
        " namn, event, event name, name, headline, heading"
    ),
    "type": "toimijan tyyppi, yhdistyksen tyyppi, laji",
    "url": _WEB,
    "venue": "tapahtumapaikka, pitopaikka, missä, place, location, where, lokal, ställe, evenemangsplats, var",
}  # fmt: skip

#: The English name of a field -> further words for it. Where one of them is the name of another field of the same
#: record, it is that field's.
ALSO_READ: Final[Mapping[str, tuple[str, ...]]] = {name: tuple(words.split(", ")) for name, words in _WORDS.items()}
