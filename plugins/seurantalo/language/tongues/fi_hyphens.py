"""How Finnish compounds part, and where a syllable begins."""

from __future__ import annotations

from typing import Final

#: A syllable begins at a consonant before a vowel (Kielitoimiston ohjepankki, Tavutus).
FINNISH_SYLLABLE: Final = r"(?<=[a-zåäö])(?=[bcdfghjklmnpqrstvwxzšž][aeiouyåäö])"

#: How second parts of compounds begin that are common in names of events, practices and associations.
FINNISH_COMPOUND_ENDS: Final = (
    *("aamiai", "aamu", "aaton", "aatos", "aatto", "asema", "avaj", "budjeto", "esity", "festiv", "foorum"),
    *("halli", "hallin", "hanke", "hankk", "harjoit", "hartau", "hetki", "hiihdo", "hiihto", "huutokau"),
    *("illalli", "illan", "ilta", "iltapäiv", "johtaj", "joukkue", "joulu", "juhla", "juhli", "juoksu"),
    *("kahvi", "kahvil", "kalenter", "kampanj", "kansanjuhla", "kauden", "kehittä", "keitto", "kelkka"),
    *("kenttä", "kerho", "kerta", "keskus", "kierros", "kilpail", "kirkko", "kirppis", "kirpputor"),
    *("kisat", "kokeil", "kokouk", "kokous", "konsert", "koulu", "kuoro", "kurssi", "kylä", "kävely"),
    *("lahja", "lauluilt", "lauluj", "leiri", "lenkki", "lounas", "luento", "malli", "markkin", "matka"),
    *("messu", "mestar", "muisto", "myyjäi", "näyttely", "olympia", "opisto", "paikka", "paja", "peijai"),
    *("perint", "pidot", "puu[nt]?$", "pyörä", "pyöräil", "päivi", "päivä", "pöytä", "raati", "retke", "retki"),
    *("ruokail", "seura", "sunnunta", "suunnistu", "suunnitelm", "talko", "tanssi", "tapaami", "tapahtum"),
    *("tiistai", "toimik", "toimin", "toimint", "torni", "tulet", "turnau", "turvallis", "työpaj"),
    *("työryhm", "vaellu", "valkea", "valmistelu", "valvoj", "verkosto", "vierail", "viikko", "viikon"),
    *("vuoro", "yhdisty", "yhteislaul", "yhteistyö", "ystäv"),
)
