"""Spellings of what is personal, and texts that only look like it.

Numbers are made of 123 4567 and of codes whose serial numbers (from 900 on) are given to nobody; addresses end in a
domain that is kept for examples (RFC 2606).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_CHECK: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_DAYS: Final = ("010101", "310570", "290204", "051199")
_LOCAL: Final = "etunimi.sukunimi"

#: {a} is the prefix, {b} and {c} the groups of a mobile number.
_MOBILE: Final = (
    "{a} {b} {c}", "{a}{b}{c}", "{a}-{b}{c}", "{a}-{b} {c}", "{a}/{b} {c}", "{a}/{b}{c}", "{a}.{b}.{c}",
    "{a}–{b} {c}", "{a}—{b}{c}", "{a}\u2011{b}\u2011{c}", "{a}\u2212{b}{c}", "{a} – {b} {c}",
    "{a}\u2009{b}\u2009{c}", "{a}\xa0{b}\xa0{c}", "{a}\u202f{b}\u202f{c}", "{a}  {b}  {c}", "{a}\t{b} {c}",
    "({a}) {b} {c}", "({a}){b}{c}", "[{a}] {b} {c}", "p.{a}{b}{c}", "p. {a} {b} {c}", "p{a}{b}{c}", "puh:{a}{b}{c}",
    "puh.{a}-{b}{c}", "puh={a}{b}{c}", "PUH {a} {b} {c}", "gsm={a}{b}{c}", "GSM:{a}/{b}{c}", "Tel.{a}{b}{c}",
    "soita{a}{b}{c}", "[soita](tel:{a}{b}{c})", "<a href='tel:{a}-{b}{c}'>soita</a>", "https://wa.me/358{n}{b}{c}",
    "https://koe.example.org/?puh={a}{b}{c}", "{a} {b} {c}.", "({a} {b} {c})", "{a} {b} {c}/kuljettaja",
    "Sihteeri/{a} {b} {c}", "*{a} {b} {c}*", "_{a}{b}{c}_", "**{a}**{b}{c}", "`{a}{b}{c}`", "{a}\u200b{b}\u200b{c}",
    "{a}\u00ad{b}\u00ad{c}", "{a}&nbsp;{b}&nbsp;{c}", "{a}&#45;{b}{c}", "{a}<wbr>{b}<wbr>{c}", "{a}%20{b}%20{c}",
    "{a}\\-{b}{c}", "{a}_{b}_{c}", "{a} {b} {c} klo 18", "{a} {b} {c}, {a} {b} {c}", "{a}{b}{c}:llä",
    "numero {a}{b}{c}", "Kysy lisää:{a}{b}{c}", '"{a} {b} {c}"', "+358 {n} {b} {c}", "+358{n}{b}{c}",
    "+358-{n}-{b}{c}", "+358 (0){n} {b} {c}", "+358(0){n}{b}{c}", "(+358) {n} {b} {c}", "+358.{n}.{b}.{c}",
    "00358 {n} {b} {c}", "00358{n}{b}{c}", "00358-{n}-{b}{c}", "358 {n} {b} {c}", "358{n}{b}{c}", "＋358 {n} {b} {c}",
    "tel:+358{n}{b}{c}", "whatsapp +358{n}{b}{c}", "+ 358 {n} {b} {c}", "+358 0{n} {b} {c}", "0 4 0 1 2 3 4 5 6 7",
    "040 12 34 567", "040 1234 567", "0400 123 456", "0400-123456", "0500 123456", "04012 34567",
    "０４０ １２３ ４５６７",
    "٠٤٠ ١٢٣ ٤٥٦٧", "040 123 45 67", "0457 123 4567", "0440/123456",
)  # fmt: skip
_LOCAL_NUMBERS: Final = (
    "06 123 4567", "06-1234567", "(06) 123 4567", "(06)1234567", "06/123 4567", "061234567", "02 123 456",
    "09 1234 5678", "09-123456", "+358 6 123 4567", "+358 (0)6 123 4567", "+35861234567", "00358 9 123 4567",
    "018 12345", "018-12 345", "016 123 456", "013–123 4567", "puh. 06 12 34 567", "puh. 0612345", "p. 08 123 456",
    "010 123 4567", "020 123 4567", "0800 12345", "0600 1 2345", "029 123 4567", "puh. 123 4567", "Puh 1234567",
    "+46 70 123 45 67", "+46-8-123 456 78", "0046 8 123 456", "+372 5123 4567", "+49 30 1234567", "+1 202 555 0123",
    "+44 20 7946 0123", "08.123.4567", "Tiedustelut 06 123 4567 ma-pe 9-15", "06 123\u20094567",
)  # fmt: skip
#: {u} is what stands before the sign, {d} the domain without its end.
_MAIL: Final = (
    "{u}@{d}.org", "<{u}@{d}.org>", "mailto:{u}@{d}.org", "[kirjoita](mailto:{u}@{d}.org)", "{u}@posti.{d}.org.",
    "{u}(at){d}.org", "{u} (at) {d}.org", "{u}[at]{d}.org", "{u} [at] {d} [dot] org", "{u}(a){d}.org",
    "{u} (a) {d}.org", "{u}[a]{d}.org", "{u}(ät){d}.org", "{u} ät {d}.org", "{u} ät {d} piste org",
    "{u} at {d} dot org", "{u} at {d}.org", "{u} miukumauku {d} piste org", "{u}(miukumauku){d}.org",
    '{u} "at" {d}.org', "{u} 'at' {d}.org", "{u}{{at}}{d}.org", "{u}<at>{d}.org", "{u}-at-{d}.org",
    "{u}_at_{d}.org", "{u}.at.{d}.org", "{u}(AT){d}.ORG", "{u} AT {d} DOT ORG", "{u}(@){d}.org", "{u} @ {d}.org",
    "{u}@ {d}.org", "{u} @{d}.org", "{u}＠{d}.org", "{u}﹫{d}.org", "{u}&#64;{d}.org", "{u}&#x40;{d}.org",
    "{u}&commat;{d}.org", "{u}%40{d}.org", "{u}\u200b@{d}.org", "{u}@\u200b{d}.org", "{u}\\@{d}.org",
    "{u}@{d}\u00ad.org", "{u}<span>@</span>{d}.org", "{u}<!-- x -->@{d}.org", "{u}@{d} . org",
    "{u} (at) {d} (piste) org", "{u} snabel-a {d} punkt org", "**{u}@{d}.org**", "_{u}@{d}.org_", "`{u}@{d}.org`",
    "{u}@{d}.org/sihteeri", "etunimi piste sukunimi at {d} piste org", "etunimi_sukunimi@{d}.org",
    "sihteeri(at){d}.org", "{u}@xn--{d}.org", "puheenjohtaja@{d}.org", "{u}+kerho@{d}.org",
    "ETUNIMI.SUKUNIMI@{d}.ORG", "{u}@{d}.fi", "{u} (ät) {d} (piste) fi", "S-posti:{u}@{d}.org",
    "{u} kissanhäntä {d} piste fi", "{u}&#64;{d}&#46;org", "{u} at gmail.com", "{u}(at)gmail",
    "{u} a\u0308t {d}.org",
)  # fmt: skip
#: {d} is the day, {s} the sign, {n} the serial number, {c} the letter that checks them.
_CODES: Final = (
    "{d}{s}{n}{c}", "{d}\u2013{n}{c}", "{d}\u2011{n}{c}", "{d}\u2212{n}{c}", "{d}\u2014{n}{c}", "{d} - {n}{c}",
    "{d} -{n}{c}", "{d}- {n}{c}", "{d}\xa0-\xa0{n}{c}", "Hetu:{d}-{n}{c}", "hetu{d}-{n}{c}", "_{d}-{n}{c}_",
    "*{d}-{n}{c}*", "({d}-{n}{c})", "{d}-\u00ad{n}{c}", "{d}\u200b-{n}{c}", "{d}&#45;{n}{c}", "{d}&minus;{n}{c}",
    "{d}\\-{n}{c}", "{d}-{n} {c}", "{d}_-_{n}{c}", "henkilötunnus {d} {n}{c}", "Hetu {d}{n}{c}", "{d}-{n}{c}.",
    "{d}--{n}{c}", "\u200f{d}-{n}{c}", "{d}+{n}{c}",
    *(f"{{d}}{sign}{{n}}{{c}}" for sign in "YXWVUABCDEFax"),
)  # fmt: skip


def codes() -> Iterator[str]:
    """Yield personal identity codes in many spellings."""
    for number, pattern in enumerate(_CODES):
        day, serial = _DAYS[number % len(_DAYS)], 900 + number
        check = _CHECK[int(f"{day}{serial}") % 31]
        yield pattern.format(d=day, s="-", n=serial, c=check)
        yield pattern.format(d=day, s="A", n=serial, c=check).lower()
    for number, written in enumerate(("０１０１０１-", "٠١٠١٠١-", "01 01 01-", "01.01.01-")):
        yield f"{written}{900 + number}{_CHECK[int(f'010101{900 + number}') % 31]}"


def phones() -> Iterator[str]:
    """Yield telephone numbers in many spellings."""
    for number, pattern in enumerate(_MOBILE):
        prefix = ("040", "050", "044", "045", "046")[number % 5]
        yield pattern.format(a=prefix, n=prefix[1:], b="123", c="4567")
    yield from _LOCAL_NUMBERS


def mails() -> Iterator[str]:
    """Yield mail addresses in many spellings."""
    for pattern in _MAIL:
        yield pattern.format(u=_LOCAL, d="example")


ORDINARY: Final = (
    "1.5.2027 klo 18.00–20.30", "la 20.3.2027 klo 18", "2027-05-01 18:00", "01.05.2027", "05.06.2027",
    "02.03.2027 klo 08.00", "06.07.2027–08.07.2027", "05.06.27", "12.1.–15.2.2027", "09.05. klo 10.15", "2027/05/01",
    "05/2027", "08/2027–09/2027", "ma–pe 09–16, la 10–14", "ma-pe 08.00-16.00", "klo 08.00-16.00", "08:00-20:00",
    "08-16 12-20", "klo 06.30–07.15", "avoinna 09-21 03-05", "05:30-06:15 ja 08:30-09:15", "la 05.06. 08.00–09.00",
    "vuosina 2017-2018-2019", "1950-2027", "hinta 10,00 €", "0,50 €/kpl", "Liput 5/10 €", "1 000 000 euroa",
    "+1 000 000 €", "+20 000 000 euroa", "0 500 kappaletta", "0,045 1234567", "12 500,00 €", "-1 500 000 €",
    "05 000 000 €", "a 5 €, b 6 €", "(a 5 €)", "lippu 05,00 €", "viitenumero 1234 5678 9012", "viite 0401234567",
    "Viitenumero: 0400 123 456", "viitenro 050 123 4567", "RF18 5390 0754 7034", "tilinumero FI21 1234 5600 0007 85",
    "FI05 0400 1234 5678 90", "FI0504001234567890", "tili 0401 2345 6789", "laskunumero 0401234567",
    "asiakasnumero 0501234567", "jäsennumero: 0401234567", "tilausnumero 0401234567", "medlemsnummer 0401234567",
    "order nr 0401234567", "kundnummer 0501234567", "kirjastokortin numero 0401234567", "Y-tunnus 0123456-7",
    "0401234-5", "FO-nummer 0501234-5", "ALV FI01234567", "VAT FI04012345", "12345 Koski", "FI-12345",
    "00100 Helsinki", "05200 Rajamäki", "04500 Kellokoski 04600 Mäntsälä", "02100 Espoo, 02200 Espoo",
    "05800 Hyvinkää 05810 Hyvinkää", "AX-22100", "SE-123 45", "kantatie 68, 12,5 km", "tie 7041, 350 m",
    "reitti 040", "Bussi 05 klo 12.34", "linja 018", "seututie 0414", "ISBN 978-951-1-00000-7", "ISBN 951-0-12345-6",
    "ISBN 0-306-40615-2", "ISBN 0306406152", "ISSN 0355-0000", "ISSN 0400-1234", "EAN 0401234567890",
    "ean-koodi 0401234567", "ISMN 979-0-2600-0043-8", "doi 10.1000/0401234567", "63.1234, 23.8123",
    "63°08'12\"N 23°49'03\"E", "60.16952, 024.93545", "N 63.04012345", "61.04012345, 23.05012345",
    "ETRS-TM35FIN 7012345, 345678", "N7012345 E0345678", "koordinaatit 0401234 0501234", "WGS84 63.1467 023.8205",
    "kiinteistö 934-401-0012-0034", "kiinteistötunnus 049-010-0012-0034", "005-401-1-23", "049-401-12-34",
    "005-401-0012-0001", "091-010-0012-0003", "tila 010-403-3-45", "kiinteistö 040-401-12-345", "RN:o 0401:0050",
    "ovikoodi 0123", "ovikoodi 0401234567", "koodi 050 123 4567", "Huone 012-345", "lokero 0401", "PIN 0000",
    "tila 05-123", "rekisterinumero ABC-123", "sarjanumero AB0001234567", "sarjanumero 0401234567",
    "Serial no 0501234567", "S/N 0401234567", "SN0401234567", "AB0401234567", "X0501234567Z", "0401234567A",
    "laite-0401234567-b", "v0401234567", "IMG_0401234567.jpg", "kuva-0501234567.png", "kuvat/0401234567.jpg",
    "DSC00401234.JPG", "erä 010127-1, pakattu 3.1.", "erä 0401234567", "lot 0501234567", "tuotekoodi 0401234567",
    "tuotenumero: 040-1234567", "dnro 0401/2027", "diaarinumero 050/1234/2027", "osm 0401234567", "id 0401234567",
    "tulos 3-2 (1-0, 0-1)", "0-4 0-1 2-3 4-5 6-7", "0-5 0-1 2-3 1-1 0-2", "pisteet 0 4 0 1 2",
    "Oikea rivi 03 12 24 27 31 36 40", "rivi 05 06 08 13 15 18 19", "arpanumero 0401234567", "arpa 050 123 4567",
    "https://example.org/2027/0401234567/kuva.jpg", "https://example.org/?id=0401234567",
    "www.example.org/0401234567", "http://example.org/a-0401234567.html", "https://example.org/p/040-123-4567",
    "@kylaseura somessa", "#kylajuhla2027", "#0401234567", "@0401234567", "kokous a 20 min", "hinta at 5 € (a 5 €)",
    "Sali (at. 2) ja piha", "Tule (at) kylätalolle", "kahvi (at homeen tapaan) odottaa", "Tanssit @ Seurantalo",
    "Konsertti @ Kylätalo.", "Tilaa @-merkki keskellä", "See you at example.org", "Meet us at Example.com",
    "Katso at example.org", "Liput (a) aikuiset. Lapset (b) ilmaiseksi", "vaihtoehto (a) ruoka.Sitten kahvi",
    "@kyla@mastodon.example", "seuraa @kyla.seura",
    "https://mastodon.example/@kylaseura", "https://maps.example.org/@63.1,23.8,15z", "Piste on lauseen lopussa",
    "Kolme piste neljä", "tietävät piste lisää", "Sivun yhteystiedossa on rooli", "päivitetty 010527",
    "kohta 4.1.2.3.4.5", "131052-308U", "010101-0000", "010101-900", "320101-900R", "011301-900R",
    "versio 0.40.123.4567", "IP 10.40.123.4567", "0x0401234567", "MD5 0401234567abcdef", "lämpötila -05 … +04",
    "+5 °C, -10 °C", "mittakaava 1:050000", "0401", "112", "116 117", "puh. 112", "hätänumero 112 tai 116 117",
    "5 + 5 + 5", "3 × 0,45 l", "040 m2", "050 kpl 100 kpl", "2027–2030: 0–3 v", "Sivut 040–056", "sivu 050, rivi 12",
    "luokka 05A 06B 08C", "NATO-koodi 040-12", "vuonna 02027", "0201234-5",
    *(f"kuva@{size}.png" for size in ("2x", "3x")),
)  # fmt: skip
