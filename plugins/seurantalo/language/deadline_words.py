"""What people write of the day by which a channel wants its news, and how we write it."""

from __future__ import annotations

from collections.abc import Mapping

from seurantalo.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineWords:
    """Words of rules such as ``edellisen viikon tiistaina klo 12``, in small letters; seven weekdays from Monday on.

    Beside these, the names of weekdays, words before an hour and words beside one count that the tongue has already.
    What is written begins with ``write``: texts with blanks, which are read back as the same rule.

    >>> from seurantalo.language import TONGUES
    >>> words = TONGUES["fi"].deadlines
    >>> words.before_written(7, "day"), words.in_week(1, 1), words.at(12, 30)
    ('7 päivää ennen', 'edellisen viikon tiistaina', ' klo 12.30')
    """

    day: tuple[str, ...]
    workday: tuple[str, ...]
    week: tuple[str, ...]
    month: tuple[str, ...]
    weekdays: tuple[tuple[str, ...], ...] = ((),) * 7
    """More forms of the weekdays' names than those that stand in dates: ``torstaihin``."""
    before: tuple[str, ...]
    """Beside a stretch of time, that the deadline comes first by it: ``ennen``, ``aiemmin``."""
    same: tuple[str, ...]
    previous: tuple[str, ...]
    last: tuple[str, ...]
    """The last of a month: ``viimeisenä``."""
    end: tuple[str, ...] = ()
    """The last day of a month in one word: kuun ``loppuun``."""
    previous_week: tuple[str, ...] = ()
    """The week before in one word: ``edellisviikon``."""
    previous_month: tuple[str, ...] = ()
    event: tuple[str, ...]
    """What the deadline counts back from: ``tapahtumaa``."""
    issue: tuple[str, ...]
    """``ilmestymistä``."""
    day_of_event: tuple[str, ...] = ()
    """Its day, in one word: ``tapahtumapäivänä``."""
    day_of_issue: tuple[str, ...] = ()
    week_of_event: tuple[str, ...] = ()
    week_of_issue: tuple[str, ...] = ()
    month_of_event: tuple[str, ...] = ()
    month_of_issue: tuple[str, ...] = ()
    numbers: Mapping[str, int]
    noon: tuple[str, ...] = ()
    """For twelve o'clock: ``puoleenpäivään``."""
    fillers: tuple[str, ...]
    """What says nothing beside all that: ``mennessä``."""
    before_governs: bool = True
    """Whether a weekday right behind "before" would be what it is before: before Tuesday."""
    vague: Mapping[str, str]
    """What nobody can count with, and what may be meant: ``muutamaa`` -> ``3``."""
    contrary: tuple[str, ...] = ()
    """What turns a rule into another that there is no form for: ``jälkeen``, ``seuraavan``, ``toisena``."""
    covers_next_issue: tuple[str, ...]
    """Which days an issue tells about: all until the next one comes, ``seuraavaan numeroon``."""
    covers_week: tuple[str, ...]
    """``seuraava viikko``."""
    covers_month: tuple[str, ...]
    covers_own_week: tuple[str, ...]
    """``sama viikko``."""

    write_units: Mapping[str, tuple[str, str]]
    """``day``, ``workday``, ``week``, ``month`` -> one of it before, and ``{n}`` of it."""
    write_anchors: Mapping[str, str]
    """``event``, ``issue`` -> what follows "before"."""
    write_weekdays: tuple[str, ...]
    """A weekday on which: ``tiistaina``."""
    write_same_week: str
    """Of ``{weekday}``."""
    write_week_before: str
    write_weeks_before: str
    """Of ``{weekday}`` and ``{n}``."""
    write_weekday_before: str
    """Of ``{weekday}``: the last such before."""
    write_weekday_before_what: str
    """Of ``{weekday}`` and ``{anchor}``."""
    write_same_day: str
    write_day_of_month: str
    """Of ``{nth}``: a day of the month before."""
    write_last_workday: str
    write_hour: str
    """Of ``{hour}``, behind the day; ``write_minute`` of ``{minute}`` too."""
    write_minute: str
    ordinals: tuple[str, ...] = tuple(str(day) for day in range(1, 32))
    """Days of a month in ``write_day_of_month``."""

    def before_written(self, count: int, unit: str, anchor: str = "") -> str:
        """Return "so many ``unit`` before", with what it counts back from: ``event``, ``issue`` or ``""``."""
        one, many = self.write_units[unit]
        return (one if count == 1 else many.format(n=count)) + self._anchor(anchor)

    def in_week(self, weekday: int, weeks_earlier: int) -> str:
        """Return a weekday (Monday is 0) of the same week, or of one so many weeks earlier."""
        forms = {0: self.write_same_week, 1: self.write_week_before}
        form = forms.get(weeks_earlier, self.write_weeks_before)
        return form.format(weekday=self.write_weekdays[weekday], n=weeks_earlier)

    def weekday_before(self, weekday: int, anchor: str = "") -> str:
        """Return the last such weekday before ``event``, ``issue`` or what goes without saying."""
        form = self.write_weekday_before_what if anchor else self.write_weekday_before
        return form.format(weekday=self.write_weekdays[weekday], anchor=self.write_anchors.get(anchor, ""))

    def month_before(self, day: int | None) -> str:
        """Return a day of the month before; None is its last working day."""
        if day is None:
            return self.write_last_workday
        return self.write_day_of_month.format(nth=self.ordinals[day - 1])

    def at(self, hour: int, minute: int) -> str:
        """Return the hour behind a day, with the blank before it."""
        return (self.write_minute if minute else self.write_hour).format(hour=hour, minute=minute)

    def _anchor(self, anchor: str) -> str:
        return f" {self.write_anchors[anchor]}" if anchor else ""
