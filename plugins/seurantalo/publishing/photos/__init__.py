"""Contributed pictures in the sizes of screens, in formats of today, and with nothing else in their files."""

from __future__ import annotations

from seurantalo.publishing.photos.sizes import Form, Sized, sized

__all__ = ["Form", "Sized", "sized"]
