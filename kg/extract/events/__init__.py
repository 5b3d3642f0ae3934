"""Events: what a date situates.

extract       which dates situate something; headings: those that govern the lines under them
label         the words of an event, from clauses that tell it (frames: which do not) and trimmed at their ends (edges)
participants  who and where
"""

from kg.extract.events.extract import extract_events, link_events

__all__ = ["extract_events", "link_events"]
