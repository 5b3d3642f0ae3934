"""Gold against found: precision, recall and F1 of each fact family."""

from kg.evaluate.gold import GoldDocument, load_gold
from kg.evaluate.report import Report, Score
from kg.evaluate.runner import evaluate, score

__all__ = ["GoldDocument", "Report", "Score", "evaluate", "load_gold", "score"]
