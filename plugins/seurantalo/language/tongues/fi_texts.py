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
    closing=frozenset({"ym.", "yms.", "jne.", "v."}),
    rooms=(
        *("sali", "huone", "tila", "kahvio", "kahvila", "luokka", "aula", "keittiö", "kirjasto", "piha", "kenttä"),
        *("tupa", "kamari", "näyttämö", "studio", "parvi", "kellari", "sauna", "terassi", "katsomo", "käytävä"),
        *("paja", "verstas", "varasto", "vintti", "kerros", "halli", "katos", "kota", "laavu", "puutarha"),
    ),
    room_kinds=("iso", "pieni", "suuri", "vanha", "uusi", "ylä", "ala", "toinen", "ensimmäinen", "itä", "länsi"),
    registering=("ilmoittau", "ilm.", "varaa paik", "varaukset", "paikkavarau"),
    euro_aloud=("euro", "euroa"),
    units_aloud=(
        ("km", "kilometri", "kilometriä"),
        ("m", "metri", "metriä"),
        ("kg", "kilo", "kiloa"),
        ("l", "litra", "litraa"),
        ("h", "tunti", "tuntia"),
        ("t", "tunti", "tuntia"),
        ("min", "minuutti", "minuuttia"),
        ("kpl", "kappale", "kappaletta"),
        ("hlö", "henkilö", "henkilöä"),
        ("krt", "kerta", "kertaa"),
        ("kk", "kuukausi", "kuukautta"),
        ("vko", "viikko", "viikkoa"),
        ("vk", "viikko", "viikkoa"),
        ("v", "vuosi", "vuotta"),
        ("snt", "sentti", "senttiä"),
        ("%", "prosentti", "prosenttia"),
    ),
    ages_aloud=(("v.", "vuotiaat"), ("v", "vuotiaat")),
    per_aloud=(
        ("hlö", "henkilöltä"),
        ("henkilö", "henkilöltä"),
        ("hengeltä", "hengeltä"),
        ("lapsi", "lapselta"),
        ("aikuinen", "aikuiselta"),
        ("perhe", "perheeltä"),
        ("pari", "parilta"),
        ("kpl", "kappaleelta"),
        ("kerta", "kerralta"),
        ("krt", "kerralta"),
        ("pv", "päivältä"),
        ("päivä", "päivältä"),
        ("kk", "kuukaudelta"),
        ("vuosi", "vuodelta"),
        ("v", "vuodelta"),
        ("joukkue", "joukkueelta"),
        ("pöytä", "pöydältä"),
        ("paikka", "paikalta"),
        ("auto", "autolta"),
        ("h", "tunnilta"),
        ("tunti", "tunnilta"),
        ("vene", "veneeltä"),
        ("kurssi", "kurssilta"),
        ("ilta", "illalta"),
    ),
    words_aloud=(
        ("alk.", "alkaen"),
        ("alk", "alkaen"),
        ("n.", "noin"),
        ("sis.", "sisältää"),
        ("max.", "enintään"),
        ("max", "enintään"),
        ("min.", "vähintään"),
        ("esim.", "esimerkiksi"),
        ("mm.", "muun muassa"),
        ("ym.", "ynnä muuta"),
        ("yms.", "ynnä muuta sellaista"),
        ("jne.", "ja niin edelleen"),
        ("klo", "kello"),
        ("hlö", "henkilö"),
        ("hlö.", "henkilö"),
        ("os.", "osoite"),
        ("puh.", "puhelin"),
        ("ilm.", "ilmoittautuminen"),
        ("viim.", "viimeistään"),
        ("&", "ja"),
        ("+", "plus"),
        ("srk.", "seurakunta"),
        ("ns.", "niin sanottu"),
        ("v.", "vuotta"),
    ),
    capital_holidays=(),
)
