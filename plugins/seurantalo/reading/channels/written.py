"""A deadline's rule in the words that we write ourselves: what a mend proposes, read back as the same rule."""

from __future__ import annotations

from seurantalo.language import TONGUES
from seurantalo.model.channel import Before, DeadlineRule, InWeek, MonthBefore, WeekdayBefore


def written_rule(rule: DeadlineRule, language: str) -> str:
    """Return a rule as a line of a file in a language.

    >>> from datetime import time
    >>> written_rule(DeadlineRule(InWeek(1, 1), time(12)), "fi")
    'edellisen viikon tiistaina klo 12'
    """
    words = TONGUES[language].deadlines
    match rule.day:
        case Before(count, unit, anchor):
            day = words.before_written(count, unit.value, anchor.value if anchor else "")
        case InWeek(weekday, weeks):
            day = words.in_week(weekday, weeks)
        case WeekdayBefore(weekday, anchor):
            day = words.weekday_before(weekday, anchor.value if anchor else "")
        case MonthBefore(number):
            day = words.month_before(number)
        case _:
            day = words.write_same_day
    return day + (words.at(rule.at.hour, rule.at.minute) if rule.at is not None else "")
