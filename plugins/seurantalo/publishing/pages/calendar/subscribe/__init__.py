"""Calendars to subscribe to, and the page of each."""
