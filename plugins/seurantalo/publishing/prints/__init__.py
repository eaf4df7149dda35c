"""Sheets of paper and pictures: posters and cards of events, and what is on for notice boards."""

from __future__ import annotations

from seurantalo.publishing.prints.board import Board, board_sheet, month_board, municipality_board
from seurantalo.publishing.prints.poster import Poster, Size, lost_signs, poster_of, sheet
from seurantalo.publishing.prints.practice import PracticeSheet, practice_paper, practice_sheet
from seurantalo.publishing.prints.typesetting import Format

__all__ = [
    "Board",
    "Format",
    "Poster",
    "PracticeSheet",
    "Size",
    "board_sheet",
    "lost_signs",
    "month_board",
    "municipality_board",
    "poster_of",
    "practice_paper",
    "practice_sheet",
    "sheet",
]
