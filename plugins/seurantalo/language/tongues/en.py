"""English: the language of the source texts, and of whatever another language does not say."""

from __future__ import annotations

from typing import Final

from seurantalo.language.tongue import RepetitionWords, Tongue

_EVENT: Final = "(?: the event)?"

ENGLISH: Final = Tongue(
    code="en",
    package="seurantalo.language",
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    months_read=(
        *("january", "february", "march", "april", "may", "june"),
        *("july", "august", "september", "october", "november", "december"),
    ),
    months_short=("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec"),
    month_stems=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    months_by_name=True,
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    weekdays_in_dates=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    weekdays_short=("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"),
    weekdays_read=(
        ("mon", "monday"),
        ("tue", "tuesday"),
        ("wed", "wednesday"),
        ("thu", "thursday"),
        ("fri", "friday"),
        ("sat", "saturday"),
        ("sun", "sunday"),
    ),
    dates_read=("{day}. {month} {year}",),
    clock_words=("at",),
    padded_hours=True,
    day_in_files="{0:%Y-%m-%d}",
    hour_in_files="{0:%Y-%m-%d %H:%M}",
    minute_in_files="{0:%Y-%m-%d %H:%M}",
    repetition=RepetitionWords(
        day=("day", "days", "daily"),
        week=("week", "weeks", "weekly"),
        month=("month", "months", "monthly"),
        year=("year", "years", "yearly"),
        workday=("weekday", "weekdays"),
        intervals={2: ("other", "second", "two"), 3: ("third", "three"), 4: ("fourth", "four")},
        ordinals={1: ("first",), 2: ("second",), 3: ("third",), 4: ("fourth",), 5: ("fifth",), -1: ("last",)},
        of_month=(),
    ),
    deadlines=(
        rf"(?:(?P<days>\d{{1,2}}) |a )?days? before{_EVENT}",
        rf"(?:(?P<weeks>\d{{1,2}}) |a )?weeks? before{_EVENT}",
        rf"(?:the )?(?P<weekday>[a-z]+) before{_EVENT}",
        r"(?:the )?(?P<month_day>\d{1,2})(?:st|nd|rd|th)? of the previous month",
    ),
    yes=("yes", "true"),
    no=("no", "false"),
    unknown=("unknown",),
    on_purpose=("intended",),
    languages={"fi": ("Finnish",), "sv": ("Swedish",), "se": ("Sámi",), "en": ("English",)},
    thousands=",",
    decimal_mark=".",
    euros="€{amount}",
    in_place="in {place}",
    last_letters="",
    holidays="en_US",
)
