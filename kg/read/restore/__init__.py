"""Broken columns put back together.

    text ─fragments→ lines ─columns, wrapped→ paragraphs ─marginalia→ layout, without furniture
         ─order (costs, joins, language)→ articles ─compose→ text and pieces
"""

from kg.read.restore.compose import Piece, Restored, left_out
from kg.read.restore.pages import is_broken, restore

__all__ = ["Piece", "Restored", "is_broken", "left_out", "restore"]
