"""Finnish."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from seurantalo.language.tongue import PriceWords, RepetitionWords, TitleWords, WhenWords
from seurantalo.language.tongues.en import ENGLISH
from seurantalo.language.tongues.fi_deadlines import FINNISH_DEADLINES
from seurantalo.language.tongues.fi_hyphens import FINNISH_COMPOUND_ENDS, FINNISH_SYLLABLE
from seurantalo.language.tongues.fi_notices import FINNISH_NOTICES
from seurantalo.language.tongues.fi_texts import FINNISH_TEXTS

_STEMS: Final = (
    *("tammi", "helmi", "maalis", "huhti", "touko", "kesä"),
    *("heinä", "elo", "syys", "loka", "marras", "joulu"),
)
#: What a stem may change into, and the cases that follow: mielentervey-te-stä.
_ENDINGS: Final = (
    *(
        stem + case
        for stem in (
            "",
            "e",
            "i",
            "u",
            "de",
            "te",
            "kse",
            "ukse",
            "ide",
            "nne",
            "se",
            "ise",
            "isi",
            "ksi",
            "uksi",
            "tö",
        )
        for case in ("", "n", "t", "a", "ä", "ta", "tä", "ssa", "sta", "lla", "lta", "lle", "ksi", "na", "en", "in")
    ),
    *("s", "us", "nen", "set", "ja", "jen", "eja", "oja", "itten", "on", "un", "yn", "an", "hin", "seen", "ihin"),
    *("minen", "nti", "nta", "aus", "ilu", "ailu", "oilu", "iden", "oiden", "eiden", "oille", "eille", "kin"),
)
_NUMBERS: Final = {
    name: number
    for number, name in enumerate(
        ("yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi", "seitsemän", "kahdeksan", "yhdeksän", "kymmenen"),
        start=1,
    )
} | {"viisitoista": 15, "kaksikymmentä": 20}
_ADMISSION: Final = (
    "kaikkiin", "konsert(?:tiin|teihin)", "museo(?:on)?", "näyttelyihin", "esitys", "esitykset", "elokuva",
    "(?:sisään)?pääsy(?:maksu|lippu|liput|lipun|maksun)?", "li(?:ppu|put|pun|ppujen|puista)", "hin(?:ta|nat|nan)",
    "maksu(?:t|n)?", "osallistumi(?:nen|smaksu)", "kurssimaksu", "maksaa", "on", "ovat", "ja", "sekä", "mutta",
    "täysin", "kokonaan", "aina", "kaikki", "kaikille", "kaikilta", "avoin", "tervetuloa", "koko", "päivän",
    "päivä", r"\w*tapahtuma(?:an|ssa)?", "tilaisuu(?:s|teen|det)", "luennot",
    r"\w*(?:luento|konsertti|kurssi|työpaja|kerho)", "näyttely(?:yn)?", "ilta", "illan", "seminaari", "hlö",
    "henkilö", "henkilöltä", "hengeltä", "kpl", "kerta", "ovelta", "ovella", "yhteensä", "noin", "n", "á", "iltaan",
    "messut", "markkinat", "tai", "retki", "pelit", "kokous", "talkoot", "myös", "osallistua",
)  # fmt: skip
_PEOPLE: Final = (
    r"laps\w*", "lasten", r"pikkulaps\w*", r"aikui\w*", r"jäsen(?!maksu)\w*", r"ei-jäsen\w*", r"eläke\w*",
    r"opiskelij\w*", r"oppila\w*", r"koululai\w*", r"alakoululai\w*", r"nuor\w*", r"vanhem\w*", r"perhe\w*",
    r"lapsiperhe\w*", r"senior\w*", r"ikäih\w*", "alle", "yli", "ja", r"vauv\w*", r"työttöm\w*", r"varusmie\w*",
    r"ryhm\w*", r"osallistuj\w*", "v", "vuotta", r"\d{1,2}(?:-\d{1,2})?(?:-?v\w*)?", r"vuotia\w*", r"ikäi\w*",
    r"kouluikäi\w*", r"katsoj\w*", r"pelaaj\w*", r"joukku\w*", r"pari\w*", "mu(?:u|ut|ille|ilta|illa)",
    r"avustaj\w*", r"saattaj\w*", r"vapaaehtois\w*", r"äi[dt]\w*", r"isä\w*", r"mumm\w*", r"mummo\w*", r"ukki\w*",
    r"vaari\w*", r"isovanhem\w*", r"asukka\w*", r"kyläläi\w*", r"kuntalai\w*", r"paikkakuntalai\w*",
    r"maanomistaj\w*", r"talkoolai\w*", r"talkooväe\w*", r"tekijä\w*", r"esiintyj\w*", r"ensikertalai\w*", "vain",
    r"nai(?:nen|s\w*)", r"mie(?:s|h\w*)", r"tyt\w*", r"poj\w*", r"kantaj\w*", r"yritty?\w*", r"yhdisty\w*",
    r"omaishoitaj\w*", r"veteraani\w*", r"invalidi\w*", r"vammai\w*", r"taaper\w*", r"täyttän\w*", r"tilaaj\w*",
    r"omistaj\w*", r"asiakk\w*",
)  # fmt: skip
_EXTRAS: Final = (
    "kahv", r"\btee\b", "mehu", "pulla", "puuro", "keitto", "keittoa", "munkki", r"\bsima", r"sima\b", "lounas",
    "ruoka", "ruoa", "makkara", "lettu", "lätty", "pizza", "buffet", "tarjoilu", "juoma", "leipä", "sämpylä",
    "rieska", "kakku", "mämmi", "välipala", "aamupala", "aamiai", "illalli", "lautasel", "arpa", "arvat", "arpoj",
    r"\brivi", "pysäköin", "parkki", "autopaik", "narikka", "vaatesäily", "myyntipai", "myyntipöyt", r"\bpöytä",
    "pöytäpai", "myyj", "näytteilleaset", "käsiohjelma", "materiaal", "aineks", "pantti", "alennu", "palkin",
    "voitto", "suosit", "suositus", "ohjehin", "vuokra", "kioski",
)  # fmt: skip
_FREE: Final = (
    r"(?:vapaa|ilmainen|maksuton) (?:sisään)?pääsy", r"(?:sisään)?pääsy (?:on )?(?:vapaa|ilmainen|maksuton)",
    r"ilmai(?:nen|seksi|sta|set|sen|sia|siksi)", r"(?:pääsy)?maksut(?:on|onta|oman|tomasti|tomat|toman|tomia|omia)",
    r"maksutta", r"ilmais(?:tapahtuma|konsertti|tilaisuus)", r"ei (?:ole )?maksulli(?:nen|sta)",
    r"ei (?:mitään )?(?:sisäänpääsy|pääsy|osallistumis|kurssi)?maksua", r"ei maksa(?: mitään)?",
    r"ilman (?:sisäänpääsy|pääsy|osallistumis)?maksua", r"(?:veloitukset|kustannukset)(?:ta|on|onta)",
)  # fmt: skip
_VOLUNTARY: Final = (
    r"vapaaehtoi(?:nen|sta|sella|sen)(?: \w+)?", r"vapaavalintai\w+(?: \w+)?", r"vapaa (?:maksu|summa|hinta)",
    r"kolehti\w*", r"kahvirah\w*", r"lahjoitu(?:s|kset|ksia|ksella|sta)", r"keräys(?!\w)",
    r"oman (?:kukkaron|maun|harkinnan) mukaan", r"maksa (?:mitä|minkä|sen verran kuin) (?:haluat|voit|tahdot)",
    r"maksu (?:on )?vapaaehtoi\w+",
)  # fmt: skip

FINNISH: Final = replace(
    ENGLISH,
    code="fi",
    months=tuple(f"{stem}kuu" for stem in _STEMS),
    months_read=tuple(f"{stem}kuuta" for stem in _STEMS),
    months_short=_STEMS,
    month_stems=_STEMS,
    months_by_name=False,
    weekdays=("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"),
    weekdays_in_dates=("ma", "ti", "ke", "to", "pe", "la", "su"),
    weekdays_short=("ma", "ti", "ke", "to", "pe", "la", "su"),
    weekdays_read=(
        ("ma", "maanantai", "maanantaina", "maanantaisin", "maanantait"),
        ("ti", "tiistai", "tiistaina", "tiistaisin", "tiistait"),
        ("ke", "keskiviikko", "keskiviikkona", "keskiviikkoisin", "keskiviikot"),
        ("to", "torstai", "torstaina", "torstaisin", "torstait"),
        ("pe", "perjantai", "perjantaina", "perjantaisin", "perjantait"),
        ("la", "lauantai", "lauantaina", "lauantaisin", "lauantait"),
        ("su", "sunnuntai", "sunnuntaina", "sunnuntaisin", "sunnuntait"),
    ),
    clock_words=("klo", "kello"),
    padded_hours=False,
    day_in_files="{0.day}.{0.month}.{0.year}",
    hour_in_files="{0.day}.{0.month}.{0.year} klo {0.hour}",
    minute_in_files="{0.day}.{0.month}.{0.year} klo {0.hour}.{0.minute:02}",
    when=WhenWords(
        months=tuple(
            (f"{stem}k", f"{stem}k.", *(f"{stem}kuu{end}" for end in ("n", "ssa", "sta", "hun", "lle")))
            for stem in _STEMS
        ),
        before_noon=("ap", "ap.", "a.p.", "aamupäivällä", "aamulla"),
        after_noon=("ip", "ip.", "i.p.", "iltapäivällä", "illalla"),
        to=("asti", "saakka", "päättyen", "päättyy"),
        since=("alkaen", "lähtien", "alk.", "alk"),
        about=("noin", "n."),
        midnight=("keskiyöllä", "keskiyö", "keskiyöhön", "puoliyö", "puoliyöllä"),
        fillers=("aina", "koko päivän", "koko päivä", "päivä", "päivänä", "pnä", "pvä"),
        amounts={"puoli": 0.5, "puolitoista": 1.5, "yhden": 1, "kahden": 2, "kolmen": 3, "neljän": 4},
    ),
    repetition=RepetitionWords(
        day=("päivä", "päivää", "päivittäin", "päivän"),
        week=("viikko", "viikkoa", "viikoittain", "viikon", "vk", "vko", "vkoa", "vkon"),
        month=("kuukausi", "kuukautta", "kuukausittain", "kuukauden", "kk", "kk:n"),
        year=("vuosi", "vuotta", "vuosittain", "vuoden"),
        workday=("arkipäivä", "arkisin", "arkipäivisin", "arkipäivänä"),
        intervals={
            2: ("toinen", "kaksi", "toisena", "kahden"),
            3: ("kolmas", "kolme", "kolmantena", "kolmen"),
            4: ("neljäs", "neljä", "neljäntenä", "neljän"),
            5: ("viides", "viisi", "viiden"),
            6: ("kuudes", "kuusi", "kuuden"),
        },
        ordinals={
            1: ("ensimmäinen", "ensimmäisenä", "eka"),
            2: ("toinen", "toisena"),
            3: ("kolmas", "kolmantena"),
            4: ("neljäs", "neljäntenä"),
            5: ("viides", "viidentenä"),
            -1: ("viimeinen", "viimeisenä", "vika"),
            -2: ("toiseksi viimeinen", "toiseksi viimeisenä"),
        },
        both=("ja", "sekä", "eikä"),
        of_month=("päivänä", "päivä"),
        every=("joka", "jokaisena", "jokainen", "jokaisen"),
        in_month=("kuukauden", "kuun"),
        apart=("välein", "väliajoin"),
        in_one={
            "day": ("päivässä",),
            "week": ("viikossa",),
            "month": ("kuukaudessa", "kuussa", "kk:ssa"),
            "year": ("vuodessa",),
        },
        once=("kerran", "yhden kerran"),
        in_all=("yhteensä", "kaikkiaan"),
        times=("kertaa", "krt"),
        weekend_days=("viikonloppuisin", "viikonloppuna", "viikonloput"),
        odd=(r"parittom\w+ (?:viiko\w+|viikko\w*|vk\w*)",),
        even=(r"parillis\w+ (?:viiko\w+|viikko\w*|vk\w*)",),
        until=("asti", "saakka", "mennessä", "päättyen"),
        month_end=("loppuun", "loppu"),
        without=("paitsi", "ei", "eikä", "ei kuitenkaan", "lukuun ottamatta", "pois lukien"),
        on_holidays=("pyhinä", "pyhäpäivinä", "juhlapyhinä", "arkipyhinä", "pyhät", "pyhäpäivät"),
    ),
    ensembles=(
        *("bändi", "joukkue", "kuoro", "kvartetti", "kvintetti", "laulajat", "näyttämö", "orkesteri", "pelimannit"),
        *("soittajat", "soittokunta", "tanhuajat", "teatteri", "trio", "yhtye"),
    ),
    titles=TitleWords(
        fillers=("eli", "ja", "joka", "kaikille", "klo", "ry", "rf", "sekä", "tai"),
        endings=_ENDINGS,
        alike=(
            ("kisa", "kilpailu"),
            ("kirppis", "kirpputori"),
            ("pesis", "pesäpallo"),
            ("jumppa", "voimistelu"),
            ("luento", "esitelmä"),
            ("synttäri", "syntymäpäivä"),
            ("laps", "last"),
            ("mies", "mieste", "miehe"),
            ("työt", "töiden", "töitä"),
        ),
        happenings=("hetk", "ilta", "päivä", "tapahtuma", "tilaisuus", "tilaisuude", "tuokio"),
        everyday=(
            *("avoime", "esitel", "hallitu", "harjoitu", "info", "johtokun", "joulu", "juhl", "jäsen", "kahvi"),
            *("kerho", "kevät", "kevää", "kokou", "kuukausi", "kuuka", "ilta", "ovet", "ovien", "pikku", "retk"),
            *("syksy", "syys", "talko", "tapaami", "tilaisuu", "treeni", "vuosi", "vuode"),
        ),
        lessons=(
            *("alkee", "alkei", "esittely", "jatko", "koulutu", "kurss", "luen", "opas", "opetu", "oppi", "perus"),
            *("seminaar", "tieto", "työpaj", "verkko", "viikonlop", "webinaar"),
        ),
    ),
    day_parts={
        "morning": ("aamu", "aamulla", "aamupäivä", "aamupäivällä"),
        "afternoon": ("iltapäivä", "iltapäivällä"),
        "daytime": ("päivä", "päivällä", "päiväsaikaan"),
        "evening": ("ilta", "illalla", "iltaisin"),
        "day": ("koko päivä", "koko päivän", "päivän"),
    },
    weekend=("viikonloppu", "viikonloppuna"),
    hours_read=("t", "tunti", "tuntia", "tunnin"),
    minutes_read=("minuutti", "minuuttia", "minuutin"),
    prices=PriceWords(
        euro=("e", "euro", "euroa", "euron", "eurolla", "eurosta"),
        cent=("senttiä", "sentti", "sentin", "snt"),
        numbers=_NUMBERS,
        from_on=("alkaen", r"alk\.?", "lähtien"),
        either=("tai", "ja"),
        free=_FREE,
        voluntary=_VOLUNTARY,
        denials=("ei", "ei ole", "eivät ole", "ei täysin"),
        besides=("ja", "sekä", "mutta", "eikä"),
        conditions=("jos", "kun", "mikäli", "paitsi", "lukuun ottamatta", "ei kuitenkaan", "vain", "ainoastaan"),
        admission=_ADMISSION,
        everybody=("koko perheen", "koko perheelle", r"kaiken ?ikäis\w+"),
        people=_PEOPLE,
        extras=_EXTRAS,
        included=("sis", "mukana", "kuulu", "hintaan"),
    ),
    notices=FINNISH_NOTICES,
    texts=FINNISH_TEXTS,
    deadlines=FINNISH_DEADLINES,
    yes=("kyllä", "on", "joo", "juu", "kyl", "tosi"),
    no=("ei", "ei ole", "epätosi"),
    all_of_them=("kaikki", "kaikkia", "kaikenlaiset"),
    unknown=("ei tiedossa", "avoin"),
    on_purpose=("tarkoituksella",),
    languages={
        "fi": ("suomi", "suomeksi"),
        "sv": ("ruotsi", "ruotsiksi"),
        "se": ("saame", "saameksi"),
        "en": ("englanti", "englanniksi"),
    },
    thousands="\u00a0",
    decimal_mark=",",
    euros="{amount}\u00a0€",
    in_place="",
    last_letters="åäö",
    holidays="fi",
    syllable=FINNISH_SYLLABLE,
    compound_ends=FINNISH_COMPOUND_ENDS,
)
