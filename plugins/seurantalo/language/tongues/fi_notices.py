"""What stands in notices in Finnish."""

from __future__ import annotations

from typing import Final

from seurantalo.language.notice_words import NoticeWords

FINNISH_NOTICES: Final = NoticeWords(
    title=("mitä", "otsikko", "tapahtuma", "tilaisuus", "nimi", "aihe"),
    venue=(
        "paikka", "tapahtumapaikka", "kokoontumispaikka", "pitopaikka", "missä", "osoite", "sijainti", "paikkana",
        "lähtöpaikka",
    ),
    organiser=(
        "järj", "järjestäjät?", "järjestäjänä", "järjestää", "järjestävät", "järjestävä taho", "kuka", "ketkä",
    ),
    when=("aika", "milloin", "koska", "pvm", "päivämäärä", "ajankohta", "päivä", "kello", "klo"),
    price=(
        "hin(?:ta|nat)", "lip(?:un hinta|pujen hinnat)", "pääsymaksu", "sisäänpääsy(?:maksu)?", "osallistumismaksu",
        "maksu", "li(?:ppu|put)", "pääsyli(?:ppu|put)", "kurssimaksu", "pääsy", "mitä maksaa",
    ),
    audience=("kenelle", "kohderyhmä", "ketkä", "kenelle suunnattu"),
    organises=(
        "järj", "järjestää", "järjestävät", "järjestäjä(?:t|nä|inä)?", "järjestämä(?:ssä|n|t|än)?", "kutsuu",
        "kutsuvat", "toivottaa", "toivottavat", "pitää", "pitävät", "terveisin", "terv", "toivoo", "toivovat",
        "yhteistyössä", "mukana järjestämässä", "vetää", "vetävät", "tarjoaa", "tarjoavat", "emännöi", "isännöi",
    ),
    not_organising=(
        r"tuot\w*", r"lahjoit\w*", r"avust\w+", r"tue\w+", "tukee", "hyväksi", "hyvinvointialue",
        "jäsen(?:et|ille|iltä)", "ennakkoon", r"esiintyy|esiintyvät|esiintyjä\w*", "esiintyjinä",
        "laulaa|laulavat|soittaa|soittavat|tanssittaa|tanssittavat",
        "musiikista vastaa", r"vieraa\w*", "vastaan",
    ),
    near=(
        r"viere\w+", r"vastapäät\w*", "takana", r"lähel\w+", r"läheisyy\w+", r"pysäköin\w*", r"parkki\w*",
        "lippuja", r"lipunmyyn\w*", r"ennakko\w*", r"ilmoittau\w*", r"tiedustel\w*", r"lisätie\w*", r"opastu\w*",
        r"naapuri\w*", r"jatko\w*", "jatketaan", r"siirry\w*", r"varapaik\w*", "sateen", r"sade\w*", "haettavissa",
        "nouto",
    ),
    registration=(
        r"ilm(?=[\s.:,])", "ilmoita(?:thaan|kaa)?", r"ilmoittau\w*", r"ilmottau\w*", r"varau\w*",
        r"\w{2,12}varau\w*", r"varaa\w*", r"sitova\w*", "osallistumisesta", "haku(?:aika)?",
        "ilmo(?:t|ttele|ttelu)?(?![a-z])",
    ),
    deadline=("viimeistään", "viim", "dl", "deadline", "takaraja"),
    deadline_behind=("mennessä", "menn"),
    sale=(
        r"ennakkomyyn\w*", r"ennakkoli\w*", r"lipunmyyn\w*",
        r"li(?:put|ppuja)(?: on)? (?:myynnissä|saa|saatavi\w+|myydään)", "myynnissä", "lippuja", "liput",
        "ennakkoon",
    ),
    published=(
        "oli", "entinen", "aiempi", "aiemmin", "alun perin", r"julkais\w*", r"päivitet\w*", r"lähetet\w*",
        r"kirjoitet\w*", "tiedot(?:taa|teet?|us)", "lisätty", "jaettu", "muokattu", r"perustet\w*", r"syntyn\w*",
        "tiedote", "lehti", "nro", "numero", "näkyvillä", r"hyväksyt\w*", "viimeksi", r"viime \w+",
    ),
    spare=(r"varapäiv\w*", "sateen sattuessa", r"sadepäiv\w*", "sateella", "tarvittaessa", "siirretään"),
    opens=("ovet", "portit", "ovien", "sali avataan"),
    beside=(
        r"kahvi\w*", "kahvitarjoilu", r"ruoka\w*", r"ruokailu\w*", r"lounas\w*", r"keit\w+", r"hernekeit\w*",
        r"buffet\w*", r"puffet\w*", r"kioski\w*", "ravintola", r"tarjoilu\w*", r"makkara\w*", "lipunmyynti",
        "arvonta", r"arpa\w*", r"kokoontumi\w*", "kokoonnutaan", r"bussi\w*", r"kuljetus\w*", "ruokatarjoilu",
        r"leivonnai\w*",
    ),
    begins=(
        "alkaa", "alkaen", "alk", "aloitetaan", "aloitus", "lähtö", "esitys", "showtime", "näytös", "starttaa",
        "startti", "alkavat", "lähtien", "lähdetään",
    ),
    closes=(r"päätty\w*", r"loppu\w*", "lopetetaan", r"päättäjäi\w*", "asti", "saakka", r"sulkeutu\w*", "paluu",
        "takaisin",
    ),
    hours=("aika", "kellonaika", "avoinna", "auki", "kello", "ajankohta"),
    between=("välillä", "välisenä aikana"),
    last_time=(
        r"viimei(?:nen|sen|set)(?: \w+)?", "loppuu", "päättyy", r"lopetus(?: \w+){0,3}", r"päätös\w*",
    ),
    regular=("isin", "it", "ot"),
    of_month=("kuukauden", "kuun", "kk:n"),
    no_meeting=(
        r"ei ker\w*", r"ei kokoont\w*", "ei ole", r"tauko\w*", "väli(?:viikko|päivä)", "poikkeuksena",
        r"ei harj\w*", r"ei tapaami\w*", r"ei jump\w*", r"ei ryhm\w*", "ei toimintaa", "peruttu", "ei pelejä",
    ),
    season=(
        r"koulujen (?:loma\w*|työ\w*)", r"loma(?:aiko\w*|viiko\w*)", r"(?:syys|hiihto|talvi|joulu|kesä)loma\w*",
        "viikoilla", r"(?:syys|kevät|talvi|kesä)kau(?:si|de)\w*", "lukuun ottamatta", "ei (?:viikolla|vko|vk)",
        r"kouluviiko\w*", "(?:syksyn|kevään|talven|kesän) ajan",
    ),
    next_day=("ensi", "tulevana", "tänä", "seuraavana", "nyt"),
    not_today=("ensi", "tulevana", "seuraavana"),
    called_off=("peruttu", "peruutettu", "peruuntunut"),
    days_ahead=(
        ("tänään", "tänä iltana", "tänä aamuna"),
        ("huomenna", "huomisiltana", "huomen", "huomenillalla", "huomis iltana"), ("ylihuomenna",),
    ),
    feasts=(
        (r"uudenvuodenpäivä\w*", "01-01"), ("loppiai(?:nen|sena|sta)", "01-06"),
        (r"vappu(?:na|päivänä)?|vapunpäivä\w*", "05-01"), ("vappuaat(?:tona|to)|vapunaat(?:tona|to)", "04-30"),
        ("itsenäisyyspäivä(?:nä)?", "12-06"), ("jouluaat(?:tona|to)", "12-24"), ("joulupäivä(?:nä)?", "12-25"),
        ("tapaninpäivä(?:nä)?", "12-26"), ("uudenvuodenaat(?:tona|to)", "12-31"), ("ystävänpäivä(?:nä)?", "02-14"),
        ("juhannusaat(?:tona|to)", "06-19 fri"), ("juhannuspäivä(?:nä)?", "06-20 sat"),
        ("juhannu(?:ksena|s)", "06-20 sat?"), ("kiirastorstai(?:na|n)?", "easter-3"),
        ("pitkäperjantai(?:na|n)?|pitkänäperjantaina|pitkänperjantain", "easter-2"),
        ("(?:lanka|pääsiäis)lauantai(?:na|n)?", "easter-1"),
        (r"(?:2\.|toisena|toinen) pääsiäispäivä(?:nä)?|pääsiäismaanantai(?:na)?", "easter+1"),
        ("pääsiäis(?:päivä(?:nä)?|sunnuntai(?:na)?)", "easter"), ("pääsiäisenä", "easter?"),
        ("palmusunnuntai(?:na|n)?", "easter-7"), ("laskiaissunnuntai(?:na|n)?", "easter-49"),
        ("laskiaistiistai(?:na|n)?", "easter-47"), ("helatorstai(?:na|n)?", "easter+39"),
        ("helluntai(?:na|n|päivänä|päivän)?", "easter+49"),
        (r"(?:1\.|ensimmäinen|ensimmäisenä) advent(?:ti|tina|tisunnuntaina)", "11-27 sun"),
        ("äitienpäivä(?:nä)?", "05-08 sun"), ("isänpäivä(?:nä)?", "11-08 sun"), ("pyhäinpäivä(?:nä)?", "10-31 sat"),
    ),
    hours_said=(
        "yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi", "seitsemän", "kahdeksan", "yhdeksän", "kymmenen",
        "yksitoista", "kaksitoista",
    ),
    half_hour=("puoli",),
    short_names=(
        ("vapaaehtoinen palokunta", "VPK"), ("4H-yhdistys", "4H"), ("Suomen Punainen Risti", "SPR"),
        ("Mannerheimin Lastensuojeluliitto", "MLL"), ("Mannerheimin Lastensuojeluliiton", "MLL"),
        ("maa- ja kotitalousnaiset", "MKN"), ("nuorisoseura", "NS"), ("urheiluseura", "US"),
    ),
    greetings=(
        "tervetuloa", "tule(?:kaa)? mukaan", "terveisiä", "peruttu", "peruutettu", "tervetulloo",
        "lämpimästi tervetuloa", "hei(?: kaikki)?", "moi(?:kka)?", "moro", "terve", r"hyvää \w+",
        "muista(?:thaan|kaa|han)?", "huom(?:io)?", "kutsu", "ilmoitus", "tiedote", "mainos", "tapahtumat?",
        "toimintaa", "ohjelma(?:ssa)?", "tiedoksi", "kyläläi(?:set|sille)", r"hyvät \w+", r"arvoisa\w* \w+", "info",
        "uutta",
        "(?:muistutus|ajankohtaista|seurat ja yhdistykset|seurat toimivat|järjestöpalsta|menovinkit|menot)",
    ),
    leads=(
        "(?:lämpimästi )?tervetuloa(?: mukaan)?", "kutsu", "tule(?:kaa)?(?: mukaan)?", "muista(?:thaan|kaa|han)?",
        "tapahtuma", "ry:?n",
    ),
    tails=(
        r"alka\w+", "alk", "on", "pidetään", "järjestetään", "vietetään", "joka", "nyt", "taas", "ja", "jälleen",
    ),
    abbreviations=(
        "järj", "os", "puh", "p", "ilm", "alk", "n", "klo", "kl", "ark", "mm", "esim", "ym", "ry", "yms", "srk",
        "pj", "siht", "nro", "v", "vk", "vko", "viim", "menn", "terv", "t", "noin", "past", "kpl", "klo", "kk",
        "ap", "ip",
    ),
    contact=(
        r"lisätie\w*", r"tiedust\w*", r"yhteydeno\w*", r"kysy\w*", "puh", "p", "gsm", r"yhteyshenkilö\w*",
        r"soita\w*", r"soittele\w*", "info", "tied", "lisätied",
    ),
    call=(
        "puh", "puhelin", "puhelinnumero", "p", "gsm", "soita", "soittakaa", "numeroon", "tekstiviesti", "tekstari",
    ),
    weekday_ends=(
        (
            r"(?:k?o)?(?:na|n|t|ta|sin|isin|hin|on|lle|ksi|ina|ihin)?"
            r"(?:-?(?:ilta|ilto|aamu|aamui|iltapäivä|aamupäivä)\w*)?"
        ),
    ),
)  # fmt: skip
