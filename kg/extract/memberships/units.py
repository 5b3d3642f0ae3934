"""One title and a stack of titles: what the steps of the membership rules pass on."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.annotate.roles import RoleMention

__all__ = ["Stack", "Unit"]


@dataclass(slots=True)
class Unit:
    """One title.  `body` is the span of the organization as written, or None; `marks` what stands before or between."""

    role: RoleMention
    body: tuple[int, int] | None
    start: int
    marks: str = ""
    holder: tuple[int, int] | None = None
    organization: str | None = None
    inferred: str = ""
    more: tuple[tuple[int, int], ...] = ()
    """Spans of the bodies that share the role with `body`, in reading order (甲县、乙县、丙县财政局局长)."""
    others: tuple[str, ...] = ()
    """Their full names."""
    several: bool = False
    """Does one holder hold the role in all of them (历任甲、乙秘书)?"""


@dataclass(slots=True)
class Stack:
    """Titles of the same holders, in reading order."""

    units: list[Unit] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.units[0].start

    @property
    def end(self) -> int:
        return self.units[-1].role.end
