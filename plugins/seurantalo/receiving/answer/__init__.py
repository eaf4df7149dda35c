"""Proposals on a forge: what of them is looked at, what is handed on, and the comment that answers them."""
