"""Finnish, for announcements."""

from __future__ import annotations

from typing import Final

from seurantalo.language.text_words import TextWords

_STEMS: Final = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai")

FINNISH_TEXTS: Final = TextWords(
    weekdays_on=tuple(f"{day}na" for day in _STEMS),
    weekdays_aloud=tuple(f"{day}na" for day in _STEMS),
    weekdays_from=tuple(f"{'keskiviiko' if day == 'keskiviikko' else day}sta" for day in _STEMS),
    weekdays_until=tuple("keskiviikkoon" if day == "keskiviikko" else f"{day}hin" for day in _STEMS),
    clock_aloud="kello",
    abbreviations=frozenset(
        {*("klo", "esim", "mm", "ym", "yms", "jne", "n", "os", "p", "puh", "ry", "rf", "oy", "ab", "srk", "ns", "ts")}
        | {
            *(
                "ks",
                "vrt",
                "alk",
                "max",
                "min",
                "nro",
                "kpl",
                "hlö",
                "v",
                "vv",
                "vko",
                "vk",
                "kk",
                "sis",
                "tms",
                "eli",
            )
        }
        | {*("huom", "viim", "ilm", "tk", "tl", "rkl", "dl", "h", "ap", "ip", "so", "toim", "past", "rov", "kirkkoh")}
        | {*("kapt", "ev", "evp", "fil", "tri", "prof", "dos", "maist", "synt", "k", "s", "t", "mrd", "milj", "til")}
    ),
    rooms=(
        *("sali", "huone", "tila", "kahvio", "kahvila", "luokka", "aula", "keittiö", "kirjasto", "piha", "kenttä"),
        *("tupa", "kamari", "näyttämö", "studio", "parvi", "kellari", "sauna", "terassi", "katsomo", "käytävä"),
        *("paja", "verstas", "varasto", "vintti", "kerros", "halli", "katos", "kota", "laavu", "puutarha"),
    ),
    room_kinds=("iso", "pieni", "suuri", "vanha", "uusi", "ylä", "ala", "toinen", "ensimmäinen", "itä", "länsi"),
    registering=("ilmoittau", "ilm.", "varaa paik", "varaukset", "paikkavarau"),
    aloud=(
        (r"€", "{n} euro", "{n} euroa"),
        (r"km", "{n} kilometri", "{n} kilometriä"),
        (r"m", "{n} metri", "{n} metriä"),
        (r"kg", "{n} kilo", "{n} kiloa"),
        (r"l", "{n} litra", "{n} litraa"),
        (r"(?:h|t)", "{n} tunti", "{n} tuntia"),
        (r"min\.?", "{n} minuutti", "{n} minuuttia"),
        (r"kpl\.?", "{n} kappale", "{n} kappaletta"),
        (r"hlö\.?", "{n} henkilö", "{n} henkilöä"),
        (r"krt\.?", "{n} kerta", "{n} kertaa"),
        (r"kk\.?", "{n} kuukausi", "{n} kuukautta"),
        (r"(?:vko|vk)\.?", "{n} viikko", "{n} viikkoa"),
        (r"v\.?", "{n} vuosi", "{n} vuotta"),
        (r"(?:snt|senttiä)", "{n} sentti", "{n} senttiä"),
    ),
)
