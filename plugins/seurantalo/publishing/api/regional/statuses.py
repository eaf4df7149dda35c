"""What an event's status is called so that a regional calendar shows what is meant.

It takes a status by name only where that is Scheduled or Cancelled. Moved and postponed follow from the start:
another one than before, or none. What was once anything but Scheduled never is again.
"""

from __future__ import annotations

from dataclasses import replace

from seurantalo.publishing.api.regional.bodies import Draft
from seurantalo.publishing.api.regional.rules import CANCELLED, POSTPONED, SCHEDULED
from seurantalo.publishing.api.regional.same import cleared, same_moment
from seurantalo.publishing.api.regional.terms import Terms


def with_status(draft: Draft, terms: Terms) -> Draft:
    """Return an object with the status to send, and without texts of before, by what the calendar has of it.

    Of one that is not there nothing changes: what is cancelled before it was told stays so, and is kept back.
    """
    there = terms.events.get(draft.id)
    if there is None or there.get("deleted"):
        return draft
    wanted, before = draft.body["event_status"], there.get("event_status", SCHEDULED)
    body = cleared(draft.body, there)
    if wanted == CANCELLED:
        pass
    elif wanted == POSTPONED:
        # No start says it; the status itself may only be named where it stands there already.
        body["event_status"] = before if before == POSTPONED else None
    elif before == CANCELLED:
        # Only another start leads away from it, and only where no status is named.
        moved = not same_moment(
            body.get("start_time"), there.get("start_time"), whole=not there.get("has_start_time")
        )
        body["event_status"] = None if moved else SCHEDULED
    else:
        body["event_status"] = before
    if body["event_status"] is None:
        del body["event_status"]
    return replace(draft, body=body)
