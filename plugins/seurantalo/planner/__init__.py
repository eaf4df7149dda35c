"""When things happen: dates, holidays, clashes and free days. Pure functions over the Community."""

from __future__ import annotations

from seurantalo.planner.calendar import Calendar, make_calendar
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.planner.occurrence import Occurrence

__all__ = ["Calendar", "HolidayCalendar", "Occurrence", "make_calendar"]
