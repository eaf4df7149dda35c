"""Finnish."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from seurantalo.language.tongue import RepetitionWords
from seurantalo.language.tongues.en import ENGLISH

_STEMS: Final = (
    *("tammi", "helmi", "maalis", "huhti", "touko", "kesä"),
    *("heinä", "elo", "syys", "loka", "marras", "joulu"),
)
_EVENT: Final = "(?: tapahtumaa)?"

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
        ("ma", "maanantai", "maanantaina"),
        ("ti", "tiistai", "tiistaina"),
        ("ke", "keskiviikko", "keskiviikkona"),
        ("to", "torstai", "torstaina"),
        ("pe", "perjantai", "perjantaina"),
        ("la", "lauantai", "lauantaina"),
        ("su", "sunnuntai", "sunnuntaina"),
    ),
    clock_words=("klo", "kello"),
    padded_hours=False,
    day_in_files="{0.day}.{0.month}.{0.year}",
    hour_in_files="{0.day}.{0.month}.{0.year} klo {0.hour}",
    minute_in_files="{0.day}.{0.month}.{0.year} klo {0.hour}.{0.minute:02}",
    repetition=RepetitionWords(
        day=("päivä", "päivää", "päivittäin"),
        week=("viikko", "viikkoa", "viikoittain"),
        month=("kuukausi", "kuukautta", "kuukausittain", "kk"),
        year=("vuosi", "vuotta", "vuosittain"),
        workday=("arkipäivä", "arkisin"),
        intervals={2: ("toinen", "kaksi"), 3: ("kolmas", "kolme"), 4: ("neljäs", "neljä")},
        ordinals={
            1: ("ensimmäinen",),
            2: ("toinen",),
            3: ("kolmas",),
            4: ("neljäs",),
            5: ("viides",),
            -1: ("viimeinen",),
        },
        of_month=("päivä",),
    ),
    deadlines=(
        rf"(?:(?P<days>\d{{1,2}}) )?päivää ennen{_EVENT}",
        rf"(?:(?P<weeks>\d{{1,2}}) )?viikkoa ennen{_EVENT}",
        rf"edeltävänä (?P<weekday>[a-z]+)na{_EVENT}",
        rf"(?P<weekday>[a-z]+)na ennen{_EVENT}",
        r"edellisen kuukauden (?P<month_day>\d{1,2})\. päivä(?:nä)?",
    ),
    yes=("kyllä", "on"),
    no=("ei",),
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
)
