"""report.json: what a build found, wrote, set aside and could not read.

No clock and no timings: the same input gives the same bytes.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from kg.merge.derived import Derived, kind_of
from kg.merge.profile import Profile
from kg.model import Extraction, Rejected

__all__ = ["Report"]

_EXAMPLES = 3


@dataclass(slots=True)
class Report:
    """Counts that grow document by document; `failures` holds (path, reason) of inputs that could not be read."""

    documents: int = 0
    characters: int = 0
    undated: int = 0
    facts: Counter[str] = field(default_factory=lambda: Counter({"membership": 0, "allocation": 0, "event": 0}))
    entities: Counter[str] = field(default_factory=Counter)
    possibly_same: int = 0
    files: dict[str, int] = field(default_factory=dict)
    failures: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)
    corrections: int = 0
    unmatched: tuple[str, ...] = ()
    _aside: Counter[tuple[str, str]] = field(default_factory=Counter)
    _examples: dict[tuple[str, str], list[Rejected]] = field(default_factory=dict)

    def document(self, extraction: Extraction, known: Profile) -> None:
        """Count one document."""
        document = extraction.document
        self.documents += 1
        self.characters += len(document.text)
        self.undated += document.published is None
        self.facts.update(fact.type for fact in dict(known.facts).values())
        self.warnings += [(document.id, warning) for warning in document.warnings]
        for item in extraction.rejected:
            self.set_aside(item)

    def set_aside(self, item: Rejected) -> None:
        """Count one thing that was seen and not kept; the first few of each reason are examples."""
        key = item.stage, item.reason
        self._aside[key] += 1
        examples = self._examples.setdefault(key, [])
        if len(examples) < _EXAMPLES:
            examples.append(item)

    def derived(self, derived: Derived) -> None:
        """Count what a block of the derived layer holds."""
        self.entities.update(kind_of(node.ref) for node in derived.nodes)
        self.possibly_same += sum(edge.label == "POSSIBLY_SAME_AS" for edge in derived.edges)
        for item in derived.rejected:
            self.set_aside(item)

    def close(self) -> None:
        """Nothing is left to be counted."""

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON values, every list sorted."""
        return {
            "documents": self.documents,
            "documents_without_date": self.undated,
            "characters": self.characters,
            "facts": dict(sorted(self.facts.items())),
            "entities": dict(sorted(self.entities.items())),
            "possibly_same": self.possibly_same,
            "files": dict(sorted(self.files.items())),
            "set_aside": [
                {
                    "stage": stage,
                    "reason": reason,
                    "count": count,
                    "examples": [_example(e) for e in self._examples[stage, reason]],
                }
                for (stage, reason), count in sorted(self._aside.items())
            ],
            "failures": [{"path": path, "reason": reason} for path, reason in sorted(self.failures)],
            "warnings": [{"document": document, "warning": warning} for document, warning in sorted(self.warnings)],
            **self._corrections(),
        }

    def _corrections(self) -> dict[str, Any]:
        """Nothing where the user has corrected nothing."""
        return {"corrections": {"entries": self.corrections, "unmatched": list(self.unmatched)}} if self.corrections else {}

    def text(self) -> str:
        """The report as the text of report.json."""
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=2) + "\n"


def _example(item: Rejected) -> dict[str, Any]:
    return {"document": item.document, "item": item.item, "start": item.start, "end": item.end}
