"""Names that fields of several kinds of record or part have."""

from __future__ import annotations

from typing import Final

from seurantalo.model.fields.field import named

ACCESSIBILITY: Final = named("accessibility", fi="esteettömyys", sv="tillgänglighet")
ALIASES: Final = named("aliases", fi="rinnakkaisnimet", sv="andra namn")
AMOUNT: Final = named("amount", fi="summa", sv="belopp, summa")
BROADER: Final = named("broader", fi="yläkäsite", sv="överbegrepp")
CAPACITY: Final = named("capacity", fi="paikkoja", sv="platser")
CONTACT: Final = named("contact", fi="yhteystieto, yhteystiedot", sv="kontakt, kontaktuppgift")
CONVENER: Final = named("convener", fi="koollekutsuja", sv="sammankallare")
COUNT: Final = named("count", fi="määrä, kertoja", sv="antal, gånger")
DATE: Final = named("date", fi="päivä, päivämäärä", sv="dag, datum")
DEMO: Final = named("demo", fi="esimerkki", sv="exempel")
ENDS: Final = named("ends", fi="päättyy, loppuu", sv="slutar")
EVENTS: Final = named("events", fi="tapahtumat", sv="evenemangen")
FORMER_IDS: Final = named(
    "former_ids",
    fi="entinen tunnus, entiset tunnukset",
    sv="tidigare id",
    en="former id",
)
FORMAT: Final = named("format", fi="muoto, tapahtumamuoto", sv="form")
HOW: Final = named("how", fi="miten", sv="hur")
IMAGE: Final = named("image", fi="kuva", sv="bild")
KEYWORD: Final = named("keyword", fi="asiasana", sv="nyckelord")
KIND: Final = named("kind", fi="laji", sv="slag")
LINKS: Final = named("links", fi="linkit", sv="länkar")
LOG: Final = named("log", fi="loki", sv="logg")
METHOD: Final = named("method", fi="menetelmä", sv="metod")
MONTH: Final = named("month", fi="kuukausi", sv="månad")
MUNICIPALITIES: Final = named("municipalities", fi="kunnat", sv="kommuner")
MUNICIPALITY: Final = named("municipality", fi="kunta", sv="kommun")
NAME: Final = named("name", fi="nimi", sv="namn")
ORGANISATION: Final = named("organisation", fi="järjestö, yhdistys, organisaatio", sv="förening, organisation")
OWNER: Final = named("owner", fi="omistaja, vastuutaho", sv="ägare, ansvarig")
PART_OF: Final = named("part_of", fi="osa", sv="del av")
PERIOD: Final = named("period", fi="ajalla, ajanjakso", sv="period")
PRACTICE: Final = named("practice", fi="käytäntö", sv="praxis")
PRACTICES: Final = named("practices", fi="käytännöt, hyvät käytännöt", sv="praxis, god praxis")
PRICE: Final = named("price", fi="hinta, pääsymaksu", sv="pris, inträde")
PROCESS: Final = named("process", fi="prosessi", sv="process")
RAISED: Final = named("raised", fi="esitetty, kerätty", sv="framförd, insamlat")
REGION: Final = named("region", fi="maakunta", sv="landskap")
REVIEWED: Final = named("reviewed", fi="katselmoitu", sv="granskad")
ROOM: Final = named("room", fi="tila, sali", sv="rum, sal")
SIZE: Final = named("size", fi="koko", sv="storlek")
SOURCES: Final = named("sources", fi="lähteet", sv="källor")
STAGE: Final = named("stage", fi="vaihe", sv="skede")
STARTS: Final = named("starts", fi="alkaa", sv="börjar")
STATUS: Final = named("status", fi="tilanne", sv="läge, status")
SUMMARY: Final = named("summary", fi="yhteenveto, tiivistelmä", sv="sammanfattning")
TEXT: Final = named("text", fi="teksti", sv="text")
THEMES: Final = named("themes", fi="teemat, aiheet", sv="teman")
TITLE: Final = named("title", fi="otsikko, nimi", sv="titel, rubrik")
TYPE: Final = named("type", fi="tyyppi", sv="typ")
UID: Final = named("uid", fi="kalenteritunnus", sv="kalenderkod")
UNTIL: Final = named("until", fi="asti, viimeistään", sv="till, till och med, senast")
URL: Final = named("url", fi="verkko-osoite", sv="webbadress")
VENUE: Final = named("venue", fi="paikka", sv="plats")
WHO: Final = named("who", fi="kuka", sv="vem")
WHY: Final = named("why", fi="miksi", sv="varför")
WITH: Final = named("with", fi="kanssa, yhdessä", sv="med, tillsammans med")
