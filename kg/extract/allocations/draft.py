"""An amount on its way to become a fact: what belongs to it, and what is known so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from kg.annotate.passage import DateMention, MoneyMention, Passage
from kg.extract.learned.weights import Candidate
from kg.model import Allocation, RegionRef, Stage

__all__ = ["LINE", "SPOKEN", "Action", "Draft", "Notes"]

SPOKEN = 3
"""The level of items that are told off in a sentence (一是, 二是), and of those with 1."""
LINE = 9
"""The level of a list item that has no number of its own."""


@dataclass(frozen=True, slots=True)
class Action:
    """The governing verb, where it stands, and whether it follows the amount."""

    start: int
    end: int
    text: str
    stage: Stage
    after: bool = False


@dataclass(slots=True, eq=False)
class Draft:
    """One amount, or one place's share of it.

    `head` is the stretch before the amount that speaks of it, `tail` the one behind; `clause` is the
    last clause of the head.  `marker` is the word that ties it to a whole: part, rest, other, total,
    item, row or "".  `reason` says why it is no fact.
    """

    money: MoneyMention
    segment: tuple[int, int]
    head: tuple[int, int]
    clause: tuple[int, int]
    tail: tuple[int, int]
    marker: str = ""
    bare: bool = False
    level: int = 0
    reason: str | None = None
    doubt: str | None = None
    """What speaks against its being a payment, without deciding it."""
    rule: str = "allocation.verb"
    action: Action | None = None
    inherited_action: bool = False
    parent: Draft | None = None
    partition: int | None = None
    parts: list[Draft] = field(default_factory=list)
    fund: str | None = None
    target: str | None = None
    payer: str | None = None
    payers: tuple[str, ...] = ()
    recipient: str | None = None
    region: str | None = None
    regions: tuple[RegionRef, ...] = ()
    region_spans: tuple[tuple[int, int], ...] = ()
    date: str | None = None
    date_span: tuple[int, int] | None = None
    cumulative: bool = False
    stage: Stage | None = None
    own_date: bool = False
    own_payer: bool = False
    loose: bool = False
    notice: bool = False
    paired: bool = False
    dated: bool = False
    """Is its date one of a list that as much is paid at each of (3月、9月各6000万元)?"""
    told: bool = False
    """Is its purpose that of its place in a list that is told off in order (分别, 依次)?"""
    dealt: bool = False
    """Is it the share of one of several who give as much each (两级各承担235万元)?"""
    purpose: bool = False
    batch: bool = False
    close: bool = False
    """Is it joined to the amount before by 、 or 和?"""
    paragraph: int = -1
    placed: bool = False
    """Is its head nothing but its place (河北省526亿元)?"""
    label: str = ""
    """The batch that the sentence speaks of: 第一, 首."""
    progress: bool = False
    intro: bool = False
    """Does its paragraph end with a colon, opening a list?"""
    lead: bool = False
    """Is it the first amount of its line or segment, with nothing but a name before it?"""
    follows: bool = False
    """Does its segment follow a ；?"""
    closed: bool = False
    """Have the brackets closed that stand behind it and split it?"""
    gap: int = 0
    """Where the amount before ends, or the segment begins."""
    body: int = 0
    """Where the head's own words begin: behind 其中, a list number or a comma."""
    inferred: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    fact: Allocation | None = None
    odds: dict[str, float] = field(default_factory=dict)
    """How sure each weighed decision was, as log odds: payment, name, purpose."""
    signs: Candidate = ()
    """What its being a payment was weighed by."""
    passage: Passage | None = None
    """The paragraph it stands in."""
    before: Draft | None = None
    after: Draft | None = None
    """The amounts of the article that are kept, before and after it."""

    @property
    def amount(self) -> Decimal:
        return self.money.amount

    def chain(self) -> list[Draft]:
        """The draft itself, then its wholes outwards."""
        here, found = self.parent, [self]
        while here and here not in found:
            found.append(here)
            here = here.parent
        return found

    def forget_carried(self) -> None:
        """Drop what was taken over from the amount before: the whole, now found, knows better."""
        if ("fund", "named before") in self.inferred:
            self.inferred.remove(("fund", "named before"))
            self.fund = None
        if self.inherited_action:
            self.action, self.inherited_action = None, False
        if not self.own_payer:
            self.payer, self.payers = None, ()

    def room(self) -> Decimal:
        """What of the amount (of its upper end, for a range) its parts in the current split leave."""
        whole, split = self.money.amount_max or self.amount, self.split
        return whole - sum((p.amount for p in self.parts if p.partition == split), Decimal(0))

    @property
    def split(self) -> int | None:
        """The number of the split that is open."""
        return self.parts[-1].partition if self.parts else None

    def adopt(self, part: Draft) -> None:
        """Make `part` a part of this amount; a split that is full makes room for a second one."""
        if self.parts and (self.room() == 0 or self.closed) and part.parent is not self:
            first, self.closed = self.split or 1, False
            for known in self.parts:
                known.partition = known.partition or 1
            part.partition = first + 1
        else:
            part.partition = self.split
        part.parent = self
        self.parts.append(part)

    def next_split(self) -> int | None:
        """The number of a further split; None where there is none yet."""
        if not self.parts:
            return None
        for known in self.parts:
            known.partition = known.partition or 1
        return max(p.partition or 1 for p in self.parts) + 1

    def continue_split(self, part: Draft, number: int | None) -> None:
        """Add `part` to the split `number`."""
        part.partition, part.parent = number, self
        self.parts.append(part)


@dataclass(slots=True)
class Notes:
    """What the extractor carries from paragraph to paragraph of one article."""

    last: Draft | None = None
    drafts: list[Draft] = field(default_factory=list)
    """All amounts in reading order, kept or not."""
    paragraph: int = -1
    top: list[Draft] = field(default_factory=list)
    items: list[tuple[int, Draft]] = field(default_factory=list)
    kept: list[Draft] = field(default_factory=list)
    told: dict[Decimal, set[int]] = field(default_factory=dict)
    """Amount → where those of `kept` that have it stand, as far as `counted`."""
    counted: int = 0
    row: Draft | None = None
    opening: Draft | None = None
    """What the line that opens the running list says: a total, or the draft of an amount that is not there (0)."""
    dates: list[DateMention] = field(default_factory=list)
    """All dates in reading order."""
    heading: str | None = None
    listed_date: str | None = None
    notice: tuple[str | None, str | None] | None = None

    def is_told(self, draft: Draft) -> bool:
        """Is the amount kept already, elsewhere in the text?"""
        for one in self.kept[self.counted :]:
            self.told.setdefault(one.amount, set()).add(one.money.start)
        self.counted = len(self.kept)
        return bool(self.told.get(draft.amount, set()) - {draft.money.start})
