"""English: the language of the source texts, and of whatever another language does not say."""

from __future__ import annotations

from typing import Final

from seurantalo.language.tongue import PriceWords, RepetitionWords, TitleWords, Tongue, WhenWords

_EVENT: Final = "(?: the event)?"
_ADMISSION: Final = (
    "the", "a", "an", "is", "are", "and", "to", "of", "for", "at", "in", "but", "completely", "totally", "entirely",
    "always", "admission", "entry", "entrance", "tickets?", "price", "fee", "cost", "costs", "participation",
    "everyone", "everybody", "all", "open", "welcome", "events?", "concert", "lecture", "talk", "course",
    "workshop", "meeting", "seminar", "exhibition", "day", "evening", "programme", "per", "person", "head", "each",
    "door", "advance", "joining",
)  # fmt: skip
_PEOPLE: Final = (
    "adults?", "child(?:ren)?", "kids?", "youth", "young", "teens?", "teenagers?", "bab(?:y|ies)", "toddlers?",
    "students?", "pupils?", "pensioners?", "seniors?", "elderly", "unemployed", "concessions?", "members?",
    "non-members?", "others?", "rest", "famil(?:y|ies)", "groups?", "couples?", "teams?", "spectators?",
    "residents?", "locals?", "volunteers?", "under", "over", "aged?", "below", "years?", "old", "olds?", "go",
    r"\d{1,2}s?", "parents?", "carers?", "assistants?", "mothers?", "fathers?", "women", "men", "girls?", "boys?",
    "participants?", "only", "yrs?", "less", "than",
)  # fmt: skip
_EXTRAS: Final = (
    "coffee", r"tea\b", "juice", "food", "lunch", "dinner", "breakfast", "soup", "sausage", "cake", r"\bbuns?\b",
    "snack", "drink", "buffet", "meal", "porridge", "parking", "cloakroom", "stall", r"\btable", "raffle",
    "lottery", "programme booklet", "material", "deposit", "discount", r"\boff\b", "prize", "suggest", "recommend",
    r"\brent\b",
)  # fmt: skip
_FREE: Final = (
    r"free of charge", r"free (?:entry|admission|entrance)", r"free",
    r"no (?:entrance |entry |admission |participation )?(?:fee|charge)", r"without charge", r"costs nothing",
)  # fmt: skip
_VOLUNTARY: Final = (
    r"(?:suggested |voluntary |free-?will )?(?:donations?|offering|contribution)", r"voluntary(?: \w+)?",
    r"pay (?:what|as much as) you (?:want|can|like|wish)", r"optional (?:fee|payment|charge)", r"collection",
)  # fmt: skip

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
        ("mon", "monday", "mondays"),
        ("tue", "tuesday", "tuesdays", "tues"),
        ("wed", "wednesday", "wednesdays", "weds"),
        ("thu", "thursday", "thursdays", "thur", "thurs"),
        ("fri", "friday", "fridays"),
        ("sat", "saturday", "saturdays"),
        ("sun", "sunday", "sundays"),
    ),
    dates_read=("{day}. {month} {year}",),
    clock_words=("at",),
    padded_hours=True,
    day_in_files="{0:%Y-%m-%d}",
    hour_in_files="{0:%Y-%m-%d %H:%M}",
    minute_in_files="{0:%Y-%m-%d %H:%M}",
    when=WhenWords(
        months=((), (), (), (), (), ("jun",), ("jul",), (), ("sept",), (), (), ()),
        before_noon=("am", "a.m.", "in the morning"),
        after_noon=("pm", "p.m.", "in the afternoon", "in the evening"),
        to=("to", "till", "until", "through"),
        since=("from", "starting", "starting at"),
        about=("about", "around", "approx.", "approx", "circa"),
        fillers=("of", "the", "on", "o'clock"),
        amounts={"a": 1, "an": 1, "half an": 0.5, "one and a half": 1.5},
    ),
    repetition=RepetitionWords(
        day=("day", "days", "daily"),
        week=("week", "weeks", "weekly"),
        month=("month", "months", "monthly"),
        year=("year", "years", "yearly"),
        workday=("weekday", "weekdays"),
        intervals={2: ("other", "second", "two"), 3: ("third", "three"), 4: ("fourth", "four")},
        ordinals={
            1: ("first",),
            2: ("second",),
            3: ("third",),
            4: ("fourth",),
            5: ("fifth",),
            -1: ("last",),
            -2: ("second last",),
        },
        both=("and",),
        of_month=("the", "day"),
        every=("every", "each", "the"),
        in_month=("of the month", "of every month", "of each month"),
    ),
    ensembles=("band", "choir", "ensemble", "orchestra", "quartet", "team", "theatre", "trio"),
    titles=TitleWords(
        fillers=("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "our", "the", "to", "with"),
        endings=("s", "es", "ing", "ed"),
        alike=(("contest", "competition"), ("film", "movie"), ("child", "kid"), ("quiz", "trivia")),
        happenings=("day", "evening", "event", "night", "party"),
        everyday=(
            *("annual", "autumn", "board", "christmas", "club", "coffee", "day", "door", "evening", "general"),
            *("house", "meeting", "member", "open", "party", "practice", "rehearsal", "spring", "training"),
        ),
        lessons=(
            "advanced",
            "basic",
            "beginner",
            "course",
            "lecture",
            "lesson",
            "online",
            "seminar",
            "teach",
            "workshop",
        ),
    ),
    day_parts={
        "morning": ("morning", "in the morning"),
        "afternoon": ("afternoon", "in the afternoon"),
        "daytime": ("daytime", "in the daytime"),
        "evening": ("evening", "in the evening"),
        "day": ("day", "all day", "whole day"),
    },
    weekend=("weekend",),
    hours_read=("h", "hour", "hours"),
    minutes_read=("min", "minute", "minutes"),
    deadlines=(
        rf"(?:(?P<days>\d{{1,2}}) |a )?days? before{_EVENT}",
        rf"(?:(?P<weeks>\d{{1,2}}) |a )?weeks? before{_EVENT}",
        rf"(?:the )?(?P<weekday>[a-z]+) before{_EVENT}",
        r"(?:the )?(?P<month_day>\d{1,2})(?:st|nd|rd|th)? of the previous month",
    ),
    prices=PriceWords(
        euro=("euro", "euros"),
        cent=("cent", "cents"),
        numbers={"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twenty": 20},
        from_on=("from", "starting at", "and up"),
        either=("or", "to"),
        free=_FREE,
        voluntary=_VOLUNTARY,
        denials=(r"not", r"is not", r"isn[’']t", r"(?:smoke|alcohol|sugar|gluten|dairy|drug)"),
        besides=("and", "but", "plus"),
        conditions=("if", "when", "unless", "except", "but not", "only for", "provided"),
        admission=_ADMISSION,
        everybody=("(?:for )?the whole family", "(?:for )?all ages", "(?:for )?families and friends"),
        people=_PEOPLE,
        extras=_EXTRAS,
        included=("includ", "incl"),
    ),
    yes=("yes", "true", "y", "yep"),
    no=("no", "false", "n", "nope"),
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
