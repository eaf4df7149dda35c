"""Patterns that find days, hours, rules and roles in running text: the words of a language in one grammar.

Texts are first made level (small letters, no dots or rings, see ``level``), so that Python and the browser read the
patterns alike: they are in the part of the two notations that is common, with JavaScript's names of groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any, Final

from seurantalo.language import TONGUES, Tongue
from seurantalo.language.stems import folded

_DAY: Final = r"(?:3[01]|[12]\d|0?[1-9])"
_MONTH: Final = r"(?:1[0-2]|0?[1-9])"
_HOUR: Final = r"(?:2[0-4]|1\d|0?\d)"
#: No letter and no digit before or behind.
_OPEN: Final = r"(?<![a-z0-9])"
_CLOSE: Final = r"(?![a-z0-9])"
_NEVER: Final = "(?!)"

#: Before a telephone number.
_CALL: Final = "|".join(sorted({folded(one) for tongue in TONGUES.values() for one in tongue.notices.call}))
#: What numbers mean besides days and hours; it is passed over.
_MASKED: Final = (
    r"(?:https?://|www\.)[^\s]+",
    (
        r"(?<![a-z0-9._+-])[a-z0-9._+-]{1,64}\s?(?:@|[(\[{<\"'*]\s?(?:@|at|a|et)\s?[)\]}>\"'*])\s?"
        r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}"
    ),
    (
        r"(?<![a-z0-9._+-])[a-z0-9._+-]{1,64}[\s_-](?:at|miukumauku|snabel-?a)[\s_-][a-z0-9-]{1,63}"
        r"(?:\.|\s(?:piste|dot|punkt)\s)(?:fi|com|org|net|se|ax|eu)(?![a-z])"
    ),
    # An identity code, a mobile number.
    r"(?<!\d)\d{6}\s?[-+a-fu-y]\s?\d{3}[a-z0-9](?![a-z0-9])",
    r"(?<![\d+])0(?:4\d|50)(?:[\s()/._-]{0,3}\d){6,8}(?!\d)",
    # Telephone numbers: with a word for them, of another country, or with an area code.
    rf"(?<![a-z])(?:{_CALL})[.:]{{0,2}}\s{{0,2}}\(?\d(?:[\s()-]{{0,2}}\d){{4,13}}(?!\d)(?![.:]\d)",
    r"\+\s?\d(?:[\s()-]{0,2}\d){6,14}(?!\d)(?![.:]\d)",
    r"(?<![\d.:,/+-])(?<!klo )(?<!kl )(?<!kl\. )\(?0\)?\s?\d(?:[\s()/-]{0,2}\d){5,12}(?!\d)(?![.:]\d)",
    r"(?<![\d.])\d{1,5}(?:[.,]\d{1,2})?(?:\s?[-/]\s?\d{1,5}(?:[.,]\d{1,2})?){0,4}\s?(?:€|e(?![a-z0-9])|eur(?:oa?|on?|os)?(?![a-z]))",
    r"€\s?\d+(?:[.,]\d{1,2})?",
    r"(?<![\d.])\d{1,3}(?:[.,]\d{1,2})?(?:\s?-\s?\d{1,3}(?:[.,]\d{1,2})?)?\s?(?:km|kg|cm|mm|kpl|dl|cl|hlo|henk|min|h|tuntia|t|m)(?![a-z0-9])",
    r"(?<![\d.])\d{1,2}(?:\s?-\s?\d{1,2})?(?:\s?-?\s?(?:vuotia|v\.|v(?![a-z])|ars(?![a-z])|aring|ar(?![a-z])|year))[a-z]*",
    r"(?<![a-z])(?:vk|vko|viiko[a-z]*|viikko|v\.|vecka|veckorna|week)\s?\d{1,2}(?:\s?-\s?\d{1,2})?(?![\d.])",
    r"(?<!\d)\d{5}(?!\d)",
    r"(?<![a-z])[a-z]+(?:tie|katu|kuja|polku|raitti|vagen|gatan|grand|stigen)(?:n|lla)?\s\d{1,3}(?![.:\d])",
    r"\d{1,2}\s?-\s?\d{1,2}-(?:luok|vuot)[a-z]*",
)


#: "12.5.2027 klo 18.22 - Nimi: ", "[12.5.2027, 18.22.01] Nimi: ", as messages are copied.
_HEAD: Final = (
    r"(?<![^\n])\[?\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s(?:klo\s|kl\.?\s)?\d{1,2}[.:]\d\d(?:[.:]\d\d)?\]?\s(?:-\s)?"
    r"[^:\n]{1,40}:"
)


def _words(words: Iterable[str]) -> str:
    """Return a pattern of plain words, the longest first."""
    found = sorted({folded(one) for one in words if one}, key=lambda one: (-len(one), one))
    return "|".join(re.escape(one).replace(r"\ ", r"\s+").replace(r"\-", "-") for one in found) or _NEVER


def _patterns(patterns: Iterable[str]) -> str:
    found = [folded(one).replace(" ", r"\s+") for one in patterns]
    return "|".join(f"(?:{one})" for one in found) or _NEVER


def _whole(pattern: str) -> str:
    return f"(?<![a-z])(?:{pattern})(?![a-z])"


def tables(tongue: Tongue) -> dict[str, Any]:
    """Return the tables of a language: its words, and the patterns made of them.

    >>> from seurantalo.language import TONGUES
    >>> tables(TONGUES["fi"])["weekdays"][5][0]
    'lauantai'
    """
    weekdays = [_weekday(tongue, number) for number in range(7)]
    months = [_month(tongue, number) for number in range(12)]
    rule = tongue.repetition
    return {
        "weekdays": weekdays,
        "months": months,
        "hours_said": [folded(one) for one in tongue.notices.hours_said],
        "regular": [folded(one) for one in tongue.notices.regular],
        "intervals": {folded(word): number for number, words in rule.intervals.items() for word in words},
        "ordinals": {folded(word): number for number, words in rule.ordinals.items() for word in words},
        "ahead": [[folded(word) for word in words] for words in tongue.notices.days_ahead],
        "feasts": [[folded(word).replace(" ", r"\s+"), day] for word, day in tongue.notices.feasts],
        "patterns": _grammar(tongue, weekdays, months),
    }


def _weekday(tongue: Tongue, number: int) -> list[str]:
    """Return the whole name, and the short ones."""
    read = {folded(one) for one in (*tongue.weekdays_read[number], tongue.weekdays_in_dates[number])}
    name = folded(tongue.weekdays[number])
    # keskiviikko, keskiviikot
    whole = _beginning([name, *(one for one in read if len(one) >= len(name))])
    return [whole, *sorted(one for one in read if not one.startswith(whole) and len(one) <= 5)]


def _beginning(words: list[str]) -> str:
    """Return what all words begin with."""
    return "".join(letters[0] for letters in takewhile(lambda some: len(set(some)) == 1, zip(*words, strict=False)))


def _month(tongue: Tongue, number: int) -> list[str]:
    short = (*tongue.when.months[number], tongue.months_read[number], tongue.months_short[number])
    whole = folded(tongue.months[number])
    found = sorted({folded(one).rstrip(".") for one in short if one})
    return [whole, *(one for one in found if not one.startswith(whole) and len(one) >= 3)]


def _named(names: list[list[str]], least: int, ends: str = "[a-z]*(?:-[a-z]+)?") -> str:
    """Return a pattern of names: whole ones with their endings, short ones as they are."""
    whole = "|".join(f"{one[0]}{ends}" if len(one[0]) >= least else one[0] for one in names)
    short = "|".join(sorted((word for one in names for word in one[1:]), key=lambda one: (-len(one), one)))
    return f"(?:{whole}{'|' + short if short else ''})(?![a-z])"


def _grammar(tongue: Tongue, weekdays: list[list[str]], months: list[list[str]]) -> dict[str, str]:
    when, rule, notice = tongue.when, tongue.repetition, tongue.notices
    day = f"(?<![a-z]){_named(weekdays, 4, f'(?:{_patterns(notice.weekday_ends)})')}"
    month = f"(?<![a-z]){_named(months, 5)}"
    both = _whole(_words(("&", "+", *rule.both))).replace("(?<![a-z])(?:", "(?:", 1)
    until = _words((*when.to, *rule.until))
    about = rf"(?:(?:{_words(when.about)})\s*)?"
    clock = _words(one.rstrip(".") for one in tongue.clock_words)
    before_day = rf"{day}\.?,?\s*(?:den\s+|the\s+|of\s+)?"
    joint = rf"(?:\s*-\s*|\s*,\s*|\s+(?:{both})\s+|\s*[&+]\s*)"
    days = rf"(?:{day}\.?\s*(?:-|/|,|&|\+|\s(?:{both})\s)\s*){{0,7}}{before_day}"
    time = rf"(?:{_HOUR})(?:\s?[.:]\s?[0-5]\d)?(?!\d)(?!\.\s?\d)"
    ordinal = rf"(?:{_words(word for words in rule.ordinals.values() for word in words)}|[1-5]\.)"
    ordinals = rf"{ordinal}(?:\s*(?:,|-|&|\s(?:{both})\s)\s*{ordinal}){{0,5}}"
    interval = _words(word for words in rule.intervals.values() for word in words)
    weekday_list = rf"{day}(?:\s*(?:,|-|&|/|\s(?:{both})\s)\s*(?:{_words(rule.every)}\s+)?{day}){{0,7}}"
    every = _words(rule.every)
    of_month = _patterns(notice.of_month)
    end = r"(?!\s|\S)"
    of_weekday = rf"[a-z]*(?:{'|'.join(one[0] for one in weekdays)})[a-z]*"
    return {
        "head": _HEAD,
        "masked": "|".join(f"(?:{one})" for one in (*_MASKED, _HEAD)),
        "clock": (
            rf"(?<![a-z])(?:{clock})(?:\s?/\s?[a-z]{{2,8}})?\.?\s?:?\s?{about}(?<from>{time})"
            rf"(?:\s*(?:-|(?<![a-z])(?:{until})(?![a-z])\.?)\s*{about}(?:(?:{clock})\.?\s?)?{about}(?<to>{time}))?"
            rf"(?<more>(?:\s*(?:,|/|&|\s(?:{both})\s)\s*(?:(?:{clock})\.?\s?)?{time}){{0,9}})"
        ),
        "bare": (
            rf"(?<![\d.,:/-])(?<from>{_HOUR}[.:][0-5]\d)(?![\d])(?!\.\d)"
            rf"(?:\s?-\s?(?<to>{_HOUR}(?:[.:][0-5]\d)?)(?![\d])(?!\.\d))?"
            rf"|(?<![\d.,:/-])(?<from2>{_HOUR})\s?-\s?(?<to2>{_HOUR}[.:][0-5]\d)(?![\d])(?!\.\d)"
        ),
        "behind_date": rf"[\s,:~|*]{{1,6}}(?<from>{_HOUR})\s?-\s?(?<to>{_HOUR})(?!\d)(?![.:]\d)",
        "hours": rf"{_whole(_patterns(notice.hours))}\s?:?\s(?<from>{_HOUR})\s?-\s?(?<to>{_HOUR})(?!\d)(?![.:]\d)",
        "between": _whole(_patterns(notice.between)),
        "last_time": rf"(?<![a-z])(?:{_patterns(notice.last_time)}):?\s*"
        rf"(?:{day}\.?\s*)?(?:{_words(when.fillers)}|)\s*{end}",
        "noon": (
            rf"(?<![\d.,:/-])(?<from>{_HOUR}(?:[.:][0-5]\d)?)\s?"
            rf"(?:(?<fore>{_words(when.before_noon)})|(?<after>{_words(when.after_noon)}))(?![a-z])"
        ),
        "clock_said": (
            rf"(?<![a-z])(?:{clock})\.?\s(?:(?<half>{_words(notice.half_hour)})\s)?(?<hour>{_words(notice.hours_said)})\s"
            rf"(?:(?<fore>{_words(when.before_noon)})|(?<after>{_words(when.after_noon)}))(?![a-z])"
        ),
        "after_noon": rf"\s?(?:{_words(when.after_noon)})(?![a-z])",
        "begins_bare": (
            rf"{_whole(_patterns(notice.begins))}\.?\s+(?<from>{_HOUR}(?:[.:][0-5]\d)?)(?![\d.:])(?!\s?[-/%])"
        ),
        "midnight": _whole(_words(when.midnight)),
        "date": (
            rf"(?<![a-z0-9.,:/])(?<chain>(?:(?:{days})?{_DAY}\.?{joint}){{0,31}})(?<wd>{days})?(?:"
            rf"(?<iy>20\d\d)-(?<im>\d\d?)-(?<id>\d\d?)(?!\d)"
            rf"|(?<nd>{_DAY})(?:\.|st|nd|rd|th|:?e|:a)?\s?(?:{_words(when.fillers)}|)\s?(?<nm>{month})\.?(?:,?\s+(?<ny>20\d\d)(?!\d))?"
            rf"|(?<rm>{month})\.?\s+(?:den\s+)?(?<rd>{_DAY})(?:\.|st|nd|rd|th|:?e|:a)?(?![\d:])(?!\.\d)"
            rf"(?<more>(?:{joint}{_DAY}\.(?!\s?\d)){{0,9}})"
            rf"(?:\s*(?:{_words(when.fillers)})(?![a-z]))?(?:,?\s+(?<ry>20\d\d)(?!\d))?"
            rf"|(?<d>{_DAY})\.\s?(?<m>{_MONTH})(?!\d)(?:\.(?:\s?(?<y>20\d\d)(?!\d)|(?<yy>\d\d)(?![\d.:]|\s?-\s?\d))|(?<dot>\.)|(?![.:]\d))"
            rf"|(?<sd>{_DAY})/(?<sm>{_MONTH})(?:[-/\s](?<sy>20\d\d)(?!\d))?(?![\d/])"
            rf")"
        ),
        "more_days": rf"(?<joint>{joint})(?<day>{_DAY})\.",
        "since_word_before": rf"(?<![a-z])(?:{_words(when.since)})\.?:?\s*{end}",
        "days_in_chain": rf"(?:(?<wd>{days})\s*)?(?<day>{_DAY})(?<point>\.?)(?<joint>{joint})",
        "weekday": day,
        "weekday_only": rf"^[^a-z]*(?:{day}[^a-z]*){{1,7}}{end}",
        "weekdays_alone": rf"{weekday_list}",
        "next_weekday": rf"(?:{_whole(_words(notice.next_day))}\s+)?{day}",
        "not_today": rf"^(?:{_words(notice.not_today)})(?![a-z])",
        "called_off": _whole(_patterns(notice.called_off)),
        "ahead": _whole(_words(word for words in notice.days_ahead for word in words)),
        "to": rf"^\s*(?:-|(?:{until})(?![a-z])\.?)\s*{end}",
        "and": rf"^[\s.]*(?:,|/|&|\+|(?:{both}))*\s*(?:{both})?\s*{end}",
        "every": (
            rf"(?<![a-z])(?:(?:{every})\s+(?:(?<interval>{interval}|\d{{1,2}}\.?)\s+)?|(?<other>{_words(notice.every_other)})\s+)"
            rf"(?:(?:{_words(rule.week)})\s+)?(?<days>{weekday_list})"
        ),
        "every_week": (
            rf"(?<![a-z])(?:(?:{every})\s+(?:(?<interval>{interval}|\d{{1,2}}\.?)\s+)?(?:{_words(rule.week)})(?![a-z])"
            rf"|(?<other>{_words(notice.every_other)})\s+(?:{_words(rule.week)})(?![a-z])"
            rf"|(?<apart>{interval}|\d{{1,2}})\s+(?:{_words(rule.week)})\s+(?:{_words(rule.apart)})"
            rf"|(?<weekly>{_words(one for one in rule.week if len(one) > 6)})(?![a-z]))"
        ),
        "daily": rf"(?<![a-z])(?:(?:{every})\s+(?:{_words(rule.day)})"
        rf"|{_words(one for one in rule.day if len(one) > 6)})(?![a-z])",
        "workdays": _whole(
            _words(one for one in rule.workday if one.endswith(("sin", "days")))
            if tongue.code != "sv"
            else "vardagar"
        ),
        "weekends": _whole(_words(one for one in rule.weekend_days if one.endswith(("sin", "s", "r", "en", "t")))),
        "monthly": (
            rf"(?<![a-z])(?:(?:{every})\s+)?(?:{of_month})\s+(?<ordinals>{ordinals})\s+(?<days>{weekday_list})"
            rf"|(?<![a-z])(?:(?:{every})\s+)?(?<ordinals2>{ordinals})\s+(?<days2>{weekday_list})\s+(?:{of_month})"
        ),
        "ordinal": ordinal,
        "monthly_alone": (
            rf"(?<![a-z])(?:(?:{every})\s+(?:{_words(rule.month)})(?![a-z])|(?:{_words(rule.once)})\s+"
            rf"(?:{_words(rule.in_one.get('month', ()))})|{_words(one for one in rule.month if len(one) > 9)})"
        ),
        "even": f"(?<![a-z])(?:{_patterns(rule.even)})",
        "odd": f"(?<![a-z])(?:{_patterns(rule.odd)})",
        "count": rf"(?<![\d.])(?<count>\d{{1,2}})\s+(?:{_words(rule.times)})(?![a-z])",
        "month_end": (
            rf"(?<![a-z])(?:(?<before>{_named(months, 5)})\s+(?:{_words(rule.month_end)})"
            rf"|(?:{_words(rule.month_end)})\s+(?<behind>{_named(months, 5)}))"
        ),
        "holidays": rf"(?<![a-z])(?:{_words(rule.without)})\s+(?:{_words(rule.on_holidays)})(?![a-z])",
        # "Not on Good Friday": a day that is left out, and that no number says.
        "left_out": (
            rf"(?<![a-z])(?:{_words(rule.without)})\s+(?:[a-z]+\s+)?"
            rf"(?:{_patterns(one for one, _ in notice.feasts)}|{of_weekday})"
            rf"(?![a-z])(?![\s.,]*\d)"
        ),
        "season": _whole(_patterns(notice.season)),
        "without": rf"(?<![a-z])(?:{_words(rule.without)}|{_patterns(notice.no_meeting)})[\s:a-z]{{0,24}}{end}",
        "until_before": rf"(?<![a-z])(?:{until})\.?\s*{end}",
        "until_behind": rf"^\.? *(?:{_words(one for one in (*when.to, *rule.until))})(?![a-z])",
        "since_before": rf"(?<![a-z])(?:{_words(when.since)}|{_patterns(notice.begins)})\.?:?\s*{end}",
        "since_behind": rf"^\.? *(?:{_words(when.since)})(?![a-z])",
        "registration": f"(?<![a-z])(?:{_patterns(notice.registration)})",
        "deadline_before": rf"(?<![a-z])(?:{_patterns(notice.deadline)})\.?:?\s*{end}",
        "deadline_behind": rf"^[.,]? *(?:{_patterns(notice.deadline_behind)})(?![a-z])",
        "sale": rf"(?<![a-z])(?:{_patterns(notice.sale)})",
        "published": rf"(?<![a-z])(?:{_patterns(notice.published)})[:.,\s]*(?:{_whole(clock)})?\s*{end}",
        "spare": f"(?<![a-z])(?:{_patterns(notice.spare)})",
        "opens": _whole(_patterns(notice.opens)),
        "beside": f"(?<![a-z])(?:{_patterns(notice.beside)})(?![a-z])",
        "begins": _whole(_patterns(notice.begins)),
        "closes": _whole(_patterns(notice.closes)),
        "no_title": (
            rf"^[^a-z0-9]*(?:(?:{_patterns((*notice.registration, *notice.published, *notice.deadline_behind))})"
            rf"|(?:{_patterns(_no_titles(tongue))})(?:\s(?:on|ja|viikon))?[^a-z]*{end})"
        ),
        "title_label": rf"(?:^|\n|[.!?|]\s)[^a-z0-9\n]*(?:{_patterns(notice.title)})\s*[:?]\s*",
        "venue_label": rf"(?<![a-z])(?:{_patterns(notice.venue)})\s*[:?]\s*",
        "organiser_label": rf"(?<![a-z])(?:{_patterns(notice.organiser)})\s*(?:[:.?]|-\s)\s*",
        "audience_label": rf"(?<![a-z])(?:{_patterns(notice.audience)})\s*[:?]\s*",
        "price_label": rf"^\s*(?:{_patterns(notice.price)})\s*:\s*",
        "price_words": _whole(_patterns(notice.price)),
        "organises": _whole(_patterns(notice.organises)),
        "not_organising": f"(?<![a-z])(?:{_patterns(notice.not_organising)})",
        "near": f"(?<![a-z])(?:{_patterns(notice.near)})",
        "greeting": rf"^[^a-z0-9]*(?:{_patterns(notice.greetings)})[^a-z0-9]*{end}",
        "lead": rf"^[^a-z0-9]*(?:{_patterns(notice.leads)})\s+",
        "tail": (
            rf"(?:[^a-z0-9]+(?:{_patterns(notice.tails)}|{day}|\d{{1,2}}\s(?:{_words(rule.times)})))+[^a-z0-9]*{end}"
        ),
        "contact": rf"^[^a-z0-9]*(?:{_patterns(notice.contact)})(?![a-z])",
        "abbreviation": rf"(?<![a-z])(?:{_words(notice.abbreviations)}|{clock}|{_named(weekdays, 99)})\.{end}",
        "private": "|".join(f"(?:{one})" for one in _MASKED[1:8]),
        "address": _MASKED[0],
        "after_for": r"(?<![a-z])(?:for)\s+(?!\s|\S)" if tongue.code != "fi" else _NEVER,
        "money": _money(tongue),
        "voluntary": rf"(?<![a-z])(?:{_patterns(tongue.prices.voluntary)})(?![a-z])",
        "extra": _patterns(tongue.prices.extras),
        "admission": rf"(?<![a-z])(?:{_patterns((*notice.price, *tongue.prices.people))})(?![a-z])",
    }


def _no_titles(tongue: Tongue) -> Iterator[str]:
    """Yield what is no title where it stands alone."""
    notice = tongue.notices
    yield from (*notice.when, *notice.opens, *notice.begins, *notice.closes, *notice.venue, *notice.hours)
    yield from (one for one, _ in notice.feasts)
    yield from notice.next_day


def _money(tongue: Tongue) -> str:
    words = tongue.prices
    euro = rf"\s?(?:€|(?:eur|e|{_words(words.euro)})(?![a-z0-9]))|:-|,-(?!\d)"
    one = r"\d{1,4}(?:[.,]\d{1,2})?"
    return (
        rf"(?<![\d.a-z]){one}(?:\s?[-/]\s?{one}){{0,4}}(?:{euro})|€\s?{one}"
        rf"|(?<![a-z])(?:{_patterns(words.free)})(?![a-z])"
    )


def lexicon(tongue: Tongue) -> str:
    """Return a pattern of words that tell that a text is in this language."""
    notice, rule = tongue.notices, tongue.repetition
    words = {
        *(folded(one) for one in tongue.clock_words),
        # "to" is Thursday in two of the languages.
        *(folded(one) for one in (*rule.both, *rule.every, *tongue.titles.fillers) if len(one) > 2),
        *(folded(one) for one in (*tongue.weekdays, *tongue.months)),
    }
    plain = _words(one.rstrip(".") for one in words if len(one) > 1)
    more = _patterns(
        (
            *notice.greetings,
            *notice.organises,
            *notice.venue,
            *notice.registration,
            *tongue.prices.free,
            *notice.price,
        )
    )
    return rf"{_OPEN}(?:{plain}|{more}){_CLOSE}|(?<![a-z])(?:{'|'.join(folded(one) for one in tongue.weekdays)})"
