"""Events: what a date situates.  `extract` decides, `label` words, `participants` names who and where."""

from kg.extract.events.extract import extract_events, link_events

__all__ = ["extract_events", "link_events"]
