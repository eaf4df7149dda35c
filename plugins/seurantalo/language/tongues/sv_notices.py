"""What stands in notices in Swedish, as it is written in Finland."""

from __future__ import annotations

from typing import Final

from seurantalo.language.notice_words import NoticeWords

SWEDISH_NOTICES: Final = NoticeWords(
    title=("vad", "evenemang", "rubrik", "namn", "tema"),
    venue=("plats", "var", "adress"),
    organiser=("arr", "arrangörer", "arrangör", "arrangeras av", "vem"),
    when=("tid", "när", "datum", "klockan", "kl"),
    price=("pris", "inträde", "avgift", "deltagaravgift", "biljetter", "biljett", "entré", "kostnad", "kursavgift"),
    audience=("målgrupp", "för vem"),
    organises=(
        "arr", r"arrangö\w*", r"arranger\w*", r"ordna\w*", "inbjuder", "bjuder in", "hälsar", "välkomnar",
        "i samarbete med", "bjuder", "håller", "anordnar",
    ),
    not_organising=(
        r"intäkt\w*", r"skänk\w*", r"donera\w*", r"stöd\w*", "till förmån", r"uppträd\w*", r"medverka\w*",
        "spelar", "sjunger",
    ),
    near=(
        "bredvid", "bakom", "mittemot", "nära", r"parkering\w*", r"biljett\w*", r"förköp\w*", r"anmäl\w*",
        "reservplats", "vid regn", "granne",
    ),
    registration=(r"anmäl\w*", "anm", r"reserver\w*", r"boka\w*", "bindande", "osa", "o s a"),
    deadline=("senast", "sista", "före", "innan", "sista dag", "deadline"),
    deadline_behind=(),
    sale=("biljetter(?: säljs| finns| kan köpas)?", r"förköp\w*", r"förhandsförsäljning\w*", "säljs"),
    published=(
        "var", "tidigare", "ursprungligen", r"publicera\w*", r"uppdatera\w*", r"skick\w*", "grundad", "född", "nr",
    ),
    spare=(r"reservda\w*", "vid regn", "vid dåligt väder"),
    opens=("dörrarna", "dörrar", "portarna", "insläpp"),
    beside=(
        r"kaffe\w*", r"servering\w*", r"lunch\w*", "mat", "soppa", "ärtsoppa", "kaféet?", r"restaurang\w*",
        r"samling\w*", r"lotteri\w*", r"buss\w*", r"försäljning\w*",
    ),
    begins=(
        "börjar", "start(?:ar)?", "från", r"fr\.?o\.?m", "med början", r"föreställning\w*", "med start", "inleds",
    ),
    closes=("slutar", "slut", "stänger", "till", "avslutas", "hemfärd"),
    hours=("tid", "öppet", "öppettider?", "klockan"),
    between=("mellan",),
    last_time=(r"sista \w+(?:en|et)", "slutar", "avslutning(?:en)?"),
    regular=("ar", "arna"),
    every_other=("varannan", "vartannat"),
    of_month=("i månaden", "i varje månad", "varje månads?", "månadens"),
    no_meeting=("ej träff", "ingen träff", r"ingen \w+", "paus", "ledigt"),
    season=(
        r"skolans? lov\w*", r"(?:höst|sport|jul|sommar)lov\w*", "höstterminen", "vårterminen", r"läsår\w*",
        r"under skol\w*",
    ),
    next_day=("nästa", "på", "kommande", "nu på", "nu"),
    not_today=("nästa", "kommande"),
    called_off=("inställ(?:t|d|da)", "avlyst", "avlysta"),
    days_ahead=(("idag", "i dag", "ikväll", "i kväll"), ("imorgon", "i morgon", "i morron"), ("i övermorgon",)),
    feasts=(
        ("nyårsdagen", "01-01"), ("trettondagen?", "01-06"), ("första maj", "05-01"),
        ("valborg(?:smässoafton)?", "04-30"), ("självständighetsdagen", "12-06"), ("lucia(?:dagen)?", "12-13"),
        ("julafton(?:en)?", "12-24"), ("juldagen", "12-25"), ("annandag jul", "12-26"),
        ("nyårsafton(?:en)?", "12-31"), ("alla hjärtans dag", "02-14"), ("midsommarafton(?:en)?", "06-19 fri"),
        ("midsommardagen", "06-20 sat"), ("midsommar", "06-20 sat?"),
        ("skärtorsdag(?:ens?)?", "easter-3"), ("långfredag(?:ens?)?", "easter-2"), ("påskafton(?:ens?)?", "easter-1"),
        ("annandag påsk", "easter+1"), ("påskdag(?:ens?)?", "easter"), ("påsk(?:ens?)?", "easter?"),
        ("palmsöndag(?:ens?)?", "easter-7"), ("fastlagssöndag(?:ens?)?", "easter-49"),
        ("fastlagstisdag(?:ens?)?|fettisdag(?:ens?)?", "easter-47"),
        ("kristi himmelsfärds ?dag(?:ens?)?|kristi himmelsfärd", "easter+39"), ("pingst(?:dagens?)?", "easter+49"),
        ("första advent", "11-27 sun"), ("mors dag", "05-08 sun"), ("fars dag", "11-08 sun"),
        ("alla helgons dag", "10-31 sat"),
    ),
    hours_said=("ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"),
    half_hour=("halv",),
    short_names=(
        ("frivilliga brandkår", "FBK"), ("ungdomsförening", "UF"), ("hembygdsförening", "HF"),
        ("idrottsförening", "IF"), ("Finlands Röda Kors", "FRK"),
    ),
    greetings=(
        "inställt", "inställd", "välkom(?:men|na)", "(?:varmt|hjärtligt) välkom(?:men|na)", "hej(?: alla)?",
        "hejsan", "obs", "kom ihåg", "inbjudan", "program", "evenemang", "meddelande", r"bästa \w+", "info",
        "föreningsspalten", "föreningar", "på gång",
    ),
    leads=(
        "(?:varmt |hjärtligt )?välkom(?:men|na)(?: på| till)?", "inbjudan till", "kom ihåg", "kom på", "kom med på",
    ),
    tails=("i", "på", "vid", "den", "hålls", "ordnas", "börjar", "är", "från", "med start", "varje", "och", "hos"),
    abbreviations=(
        "arr", "tel", "kl", "ca", "bl", "a", "m", "fl", "st", "osv", "t", "ex", "anm", "nr", "förs", "rf", "fr",
        "o", "e", "f", "ordf", "sekr",
    ),
    contact=(
        r"mer info\w*", r"mera info\w*", "information", r"förfrågn\w*", "tel", r"kontakt\w*", "närmare", "frågor",
        "info",
    ),
    call=("tel", "tfn", "telefon", "ring", "mobil", "sms"),
    weekday_ends=(r"(?:en|ar|arna|ens|s)?(?:s?-?(?:kväll|afton|morgon|eftermiddag|förmiddag)\w*)?",),
)  # fmt: skip
