"""Swedish, as it is written in Finland."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from seurantalo.language.tongue import PriceWords, RepetitionWords, TitleWords, WhenWords
from seurantalo.language.tongues.en import ENGLISH
from seurantalo.language.tongues.sv_deadlines import SWEDISH_DEADLINES
from seurantalo.language.tongues.sv_notices import SWEDISH_NOTICES
from seurantalo.language.tongues.sv_texts import SWEDISH_TEXTS

_MONTHS: Final = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_ADMISSION: Final = (
    "inträdet?", "entrén?", "tillträde", "biljett(?:er|en|pris)?", "pris(?:et)?", "avgift(?:en)?", "kostar",
    "deltagar?avgift(?:en)?", "deltagande(?:t)?", "kursavgift(?:en)?", "kostnad", "är", "och", "helt", "alla",
    "för", "av", "men", "öppen", "öppet", "välkomna?", "evenemang(?:et)?", "tillställning(?:en)?", "konsert(?:en)?",
    "föreläsning(?:en)?", "kurs(?:en)?", "möte(?:t)?", "dag(?:en)?", "kväll(?:en)?", "program(?:met)?",
    "utställning(?:en)?", "per", "person", "pers", "styck", "st", "dörren", "vid", "i", "på", "förhand", "alltid",
)  # fmt: skip
_PEOPLE: Final = (
    r"vuxn\w*", r"barn\w*", r"ungdom\w*", "unga", r"elev\w*", r"stud\w*", r"pension\w*", r"senior\w*", "äldre",
    r"arbetslös\w*", r"medlem\w*", r"icke-medlem\w*", "övriga", "andra", r"familj\w*", r"grupp\w*", "par", "lag",
    "åskådare", "publik", "invånare", "bybor", "frivilliga", "under", "över", "yngre", "år", r"åring\w*",
    r"\d{1,2}(?:-\d{1,2})?(?:-?år\w*)?", r"assistent\w*", "ledsagare", "mammor", "pappor", "deltagare", "endast",
    "bara", "som", "fyllt", "kvinnor", "män", r"skolelev\w*",
)  # fmt: skip
_EXTRAS: Final = (
    "kaffe", r"\bte\b", "saft", r"\bmat\b", "lunch", "middag", "frukost", "soppa", "korv", "bulle", "bröd", "gröt",
    r"\bkaka", "servering", "buffé", "dryck", "parkering", "garderob", "försäljningsplats", r"(?<!om)bord\b",
    r"\blott", "material", "deposition", r"\bpant\b", "rabatt", "vinst", "första pris", "rekommend", "förslag",
    "hyra",
)  # fmt: skip
_FREE: Final = (
    r"gratis(?:evenemang(?:et)?|konsert(?:en)?)?", r"(?:fritt|fri) (?:inträde|entré|tillträde)",
    r"(?:inträdet|entrén|inträde|entré) (?:är )?(?:fritt|fri)", r"(?:inträdes|avgifts|kostnads)fri\w*",
    r"ingen (?:inträdes|deltagar|deltagande|kurs)?avgift", r"utan (?:inträdes|deltagar)?avgift",
    r"(?:inget|inga) inträde(?:savgifter)?", r"kostar (?:inget|ingenting)",
)  # fmt: skip
_VOLUNTARY: Final = (
    r"frivillig\w*(?: \w+)?", r"valfri\w*(?: \w+)?", r"kollekt\w*", r"donation\w*", r"kaffepeng\w*",
    r"betala (?:vad|så mycket) du (?:vill|kan)", r"insamling\w*",
)  # fmt: skip

SWEDISH: Final = replace(
    ENGLISH,
    code="sv",
    months=_MONTHS,
    months_read=_MONTHS,
    months_short=("jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"),
    month_stems=_MONTHS,
    months_by_name=False,
    weekdays=("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    weekdays_in_dates=("må", "ti", "on", "to", "fr", "lö", "sö"),
    weekdays_short=("må", "ti", "on", "to", "fr", "lö", "sö"),
    weekdays_read=(
        ("mån", "må", "måndag", "måndagen", "måndagar"),
        ("tis", "tisdag", "tisdagen", "tisdagar"),
        ("ons", "on", "onsdag", "onsdagen", "onsdagar"),
        ("tor", "tors", "torsdag", "torsdagen", "torsdagar"),
        ("fre", "fr", "fredag", "fredagen", "fredagar"),
        ("lör", "lö", "lördag", "lördagen", "lördagar"),
        ("sön", "sö", "söndag", "söndagen", "söndagar"),
    ),
    clock_words=("kl.", "kl", "klockan"),
    padded_hours=False,
    day_in_files="{0.day}.{0.month}.{0.year}",
    hour_in_files="{0.day}.{0.month}.{0.year} kl {0.hour}",
    minute_in_files="{0.day}.{0.month}.{0.year} kl {0.hour}.{0.minute:02}",
    when=WhenWords(
        months=(
            *(("jan.",), ("feb.", "febr."), (), ("apr.",), (), ("jun",)),
            *(("jul",), ("aug.",), ("sep.", "sept", "sept."), ("okt.",), ("nov.",), ("dec.",)),
        ),
        before_noon=("fm", "fm.", "f.m.", "på förmiddagen", "på morgonen"),
        after_noon=("em", "em.", "e.m.", "på eftermiddagen", "på kvällen"),
        to=("till", "tills", "t.o.m.", "till och med"),
        since=("från", "fr.o.m.", "från och med", "med start"),
        midnight=("vid midnatt", "midnatt"),
        about=("ca", "ca.", "cirka", "omkring", "ungefär"),
        fillers=("den", "i", "hela dagen"),
        amounts={"en": 1, "ett": 1, "en halv": 0.5, "en och en halv": 1.5, "halvannan": 1.5},
    ),
    repetition=RepetitionWords(
        day=("dag", "dagar", "dagligen", "dagars"),
        week=("vecka", "veckor", "veckovis", "veckors"),
        month=("månad", "månader", "månatligen", "månaders"),
        year=("år", "år", "årligen", "års"),
        workday=("vardag", "vardagar", "vardagen"),
        intervals={
            2: ("varannan", "vartannat", "två"),
            3: ("tredje", "tre"),
            4: ("fjärde", "fyra"),
            5: ("femte", "fem"),
            6: ("sjätte", "sex"),
        },
        ordinals={
            1: ("första",),
            2: ("andra",),
            3: ("tredje",),
            4: ("fjärde",),
            5: ("femte",),
            -1: ("sista",),
            -2: ("näst sista",),
        },
        both=("och", "samt"),
        of_month=("den", "dagen"),
        every=("varje", "var", "vart"),
        in_month=("i månaden", "i varje månad"),
        apart=("mellanrum",),
        in_one={
            "day": ("om dagen", "per dag"),
            "week": ("i veckan", "per vecka"),
            "month": ("i månaden", "per månad"),
            "year": ("om året", "per år"),
        },
        once=("en gång",),
        in_all=("sammanlagt", "totalt"),
        times=("gånger", "ggr"),
        weekend_days=("veckoslut", "veckosluten", "helger"),
        odd=(r"(?:i |under )?udda veckor",),
        even=(r"(?:i |under )?jämna veckor",),
        until=("till och med", "till", "tills", "t.o.m.", "t.o.m", "fram till"),
        month_end=("slutet av",),
        without=("utom", "inte", "förutom", "men inte", "ej"),
        on_holidays=("på helgdagar", "helgdagar", "under helgdagar"),
    ),
    ensembles=("band", "ensemble", "kör", "körer", "lag", "orkester", "spelmän", "teater", "trio"),
    titles=TitleWords(
        fillers=("av", "för", "hos", "i", "med", "och", "på", "rf", "till", "vid"),
        endings=(
            *(
                "a",
                "e",
                "n",
                "s",
                "t",
                "en",
                "et",
                "ar",
                "er",
                "or",
                "na",
                "re",
                "are",
                "arna",
                "erna",
                "orna",
                "ens",
            ),
            *("ets", "ens", "nas", "ande", "ning", "ningen"),
        ),
        alike=(
            ("utflykt", "exkursion", "utfärd"),
            ("fest", "firande"),
            ("loppis", "loppmarknad"),
            ("tävling", "kapp"),
            ("film", "bio"),
            ("gympa", "gymnastik"),
            ("kväll", "afton"),
        ),
        happenings=("dag", "evenemang", "kväll", "tillfälle", "tillställning"),
        everyday=(
            *("dörr", "fest", "förening", "höst", "hus", "jul", "kaffe", "klubb", "kväll", "lill", "medlem", "möte"),
            *("styrelse", "talko", "vår", "års", "öppe", "övning"),
        ),
        lessons=(
            *("distans", "fortsättning", "föreläs", "grund", "inform", "kurs", "lektion", "nybörjar", "semina"),
            *("undervis", "utbild", "verkstad"),
        ),
    ),
    day_parts={
        "morning": ("morgon", "på morgonen", "förmiddag", "på förmiddagen"),
        "afternoon": ("eftermiddag", "på eftermiddagen"),
        "daytime": ("dagtid", "på dagen"),
        "evening": ("kväll", "på kvällen", "kvällstid"),
        "day": ("hela dagen", "heldag"),
    },
    weekend=("veckoslut", "helg"),
    hours_read=("tim", "timme", "timmar"),
    minutes_read=("minut", "minuter"),
    prices=PriceWords(
        euro=("euro", "euros"),
        cent=("cent", "cents"),
        numbers={"en": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "åtta": 8, "tio": 10, "tjugo": 20},
        from_on=("från", r"fr\.?(?: ?o\.?m\.?)?", "från och med", "och uppåt"),
        either=("eller", "till", "och"),
        free=_FREE,
        voluntary=_VOLUNTARY,
        denials=("inte", "ej", "inte helt", "är inte", "icke"),
        besides=("och", "samt", "men"),
        conditions=("om", "när", "utom", "förutom", "ifall", "men inte", "endast för", "bara för"),
        admission=_ADMISSION,
        everybody=("(?:för )?hela familjen", "(?:för )?alla åldrar", "(?:för )?hela bygden"),
        people=_PEOPLE,
        extras=_EXTRAS,
        included=("inkl", "ingår", "innehåller"),
    ),
    notices=SWEDISH_NOTICES,
    texts=SWEDISH_TEXTS,
    deadlines=SWEDISH_DEADLINES,
    yes=("ja", "jo", "jepp", "japp", "sant"),
    no=("nej", "inte", "nä", "falskt", "ingen", "inga", "ingenstans"),
    all_of_them=("alla", "allt", "samtliga"),
    unknown=("öppet", "oppet", "okänt", "inte känt"),
    on_purpose=("avsiktligt",),
    languages={
        "fi": ("finska", "på finska"),
        "sv": ("svenska", "på svenska"),
        "se": ("samiska", "på samiska"),
        "en": ("engelska", "på engelska"),
    },
    thousands="\u00a0",
    decimal_mark=",",
    euros="{amount}\u00a0€",
    in_place="",
    last_letters="åäö",
    holidays="sv_FI",
)
