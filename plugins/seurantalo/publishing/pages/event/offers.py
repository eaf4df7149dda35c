"""A price in the terms of schema.org: what is certain of it, and no more."""

from __future__ import annotations

from typing import Any

from seurantalo.language.prices import Admission, Fee, Price


def offers(price: Price) -> dict[str, Any]:
    """Return ``isAccessibleForFree`` and ``offers`` of an event; nothing where the price is voluntary or not clear.

    Several sums are an AggregateOffer; those that are said for somebody are named in it.
    """
    if price.admission is Admission.FREE:
        return {"isAccessibleForFree": True, "offers": _offer(0.0)}
    if price.admission is not Admission.PAID:
        return {}
    sums = price.sums
    begins = any(fee.most is None for fee in price.fees)
    if len(sums) == 1 and not begins:
        return {"isAccessibleForFree": False, "offers": _offer(sums[0])}
    found: dict[str, Any] = {"@type": "AggregateOffer", "lowPrice": _euros(sums[0])}
    if not begins:
        found["highPrice"] = _euros(sums[-1])
    found["priceCurrency"] = "EUR"
    named = [_named(fee) for fee in price.fees if fee.whom and fee.least == fee.most]
    if named:
        found["offers"] = named
    return {"isAccessibleForFree": False, "offers": found}


def _named(fee: Fee) -> dict[str, str]:
    return {**_offer(fee.least), "name": fee.whom}


def _offer(amount: float) -> dict[str, str]:
    return {"@type": "Offer", "price": _euros(amount), "priceCurrency": "EUR"}


def _euros(amount: float) -> str:
    return f"{amount:.2f}"
