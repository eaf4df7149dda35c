"""Pieces that the pages of several subjects share."""
