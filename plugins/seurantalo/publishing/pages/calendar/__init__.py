"""The calendar: all dates, months, pending dates, free days, years, calendars to subscribe to."""
