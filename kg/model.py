"""The data types that flow through kg: frozen, typed, small, standard library only.

    Document ──extract──▶ Membership | Allocation | Event   (each with Evidence)
                          Rejected                          (what was seen and not kept, and why)

Offsets are half-open code-point offsets into `Document.text`.
A fact without evidence cannot be constructed, and its quote is what its spans say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from hashlib import blake2b
from typing import ClassVar, Literal

Status = Literal["current", "former", "appointed", "removed", "acting"]
Kind = Literal["flow", "cumulative"]
Stage = Literal["planned", "allocated", "disbursed"]


def content_hash(*parts: str | None) -> str:
    """128-bit hexadecimal hash of `parts`; None and "" differ, and no two lists of parts collide by joining."""
    data = [b"\x00" if part is None else b"\x01" + part.encode("utf-8", "surrogatepass") for part in parts]
    return blake2b(b"".join([len(one).to_bytes(8, "big") + one for one in data]), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points, `0 <= start < end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no span: [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known of it.

    `id` is the record's id or the path relative to the root; `key` hashes id, text and metadata, and
    names the document in the graph.  `published` is ISO 8601 or None, `published_basis` how it was
    found; never the clock, nor the file's date.  `sha256` is of the bytes read (of the record's
    `text` in UTF-8, for JSONL).
    """

    id: str
    text: str = field(repr=False)
    source: str = ""
    title: str | None = None
    published: str | None = None
    published_basis: str | None = None
    publisher: str | None = None
    number: str | None = None
    url: str | None = None
    sha256: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The document key: a hash of id, text and metadata; the same text under two ids is two documents."""
        return content_hash("document", self.id, self.text, self.title, self.published, self.publisher, self.number, self.url)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a document says so: `quote` is the concatenation of the text's slices at `spans`."""

    document: str
    spans: tuple[Span, ...]
    quote: str
    rule: str
    quote_restored: str | None = None

    def __post_init__(self) -> None:
        if not self.spans or len(self.quote) != sum(s.end - s.start for s in self.spans):
            raise ValueError(f"evidence is not grounded: {self.quote!r} at {self.spans}")

    @property
    def start(self) -> int:
        return min(s.start for s in self.spans)

    @property
    def end(self) -> int:
        return max(s.end for s in self.spans)


Mentions = tuple[tuple[str, tuple[Span, ...]], ...]
"""`(("person", (Span, …)), ("role", …))`: where the parts of a fact stand; sorted by name."""


def mentions(**parts: Iterable[Span]) -> Mentions:
    """Mentions from keyword arguments; empty ones are left out."""
    return tuple(sorted((name, tuple(spans)) for name, spans in parts.items() if spans))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What the three families have in common.

    `document` is the document's key; `also` holds the other places that state the same;
    `inferred` says what the text does not spell out and where it came from
    (`(("organization", "司 → 财政部社会保障司 (host)"),)`); `confidence` is in 0..1.
    """

    type: ClassVar[str]
    evidence: Evidence
    mentions: Mentions = ()
    also: tuple[Evidence, ...] = ()
    inferred: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    confidence: float = 0.5

    def identity(self) -> tuple[str | None, ...]:
        """The resolved fields that make it this fact and no other."""
        raise TypeError(f"{type(self).__name__} has no identity")

    @property
    def id(self) -> str:
        """128-bit hash of type, document key, spans and identity; never of rule, confidence or version."""
        spans = ",".join(f"{s.start}-{s.end}" for s in self.evidence.spans)
        return content_hash(self.type, self.evidence.document, spans, *self.identity())


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Fact):
    """Who holds (held, was appointed to …) which post where; W3C ORG `org:Membership`."""

    type: ClassVar[str] = "membership"
    person: str
    role: str
    organization: str | None
    organization_text: str | None
    status: Status = "current"
    since: str | None = None
    until: str | None = None

    def identity(self) -> tuple[str | None, ...]:
        return self.person, self.role, self.organization


@dataclass(frozen=True, slots=True)
class RegionRef:
    """A place by its full name; `code` is GB/T 2260, six digits, or None."""

    name: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation(Fact):
    """One amount of public money: what fund, from whom, for what, for where, when.

    `amount` is exact, in the main unit of `currency`; `part_of` is the id of the allocation that
    this one is a part of (其中), `partition` numbers the split where one total is split twice.
    """

    type: ClassVar[str] = "allocation"
    fund: str | None
    amount: Decimal
    amount_text: str
    currency: str = "CNY"
    amount_max: Decimal | None = None
    qualifier: str | None = None
    unit_text: str | None = None
    payer: str | None = None
    payers: tuple[str, ...] = ()
    action: str | None = None
    recipient: str | None = None
    target: str | None = None
    region: str | None = None
    regions: tuple[RegionRef, ...] = ()
    date: str | None = None
    part_of: str | None = None
    partition: int | None = None
    kind: Kind = "flow"
    stage: Stage = "allocated"

    @property
    def written(self) -> str:
        """The amount as written, with the unit that its table gives it: 5000 → 5000万元."""
        return self.amount_text + (self.unit_text or "")

    def identity(self) -> tuple[str | None, ...]:
        return self.fund, decimal_text(self.amount), self.currency, self.payer, self.target, self.region, self.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """Something that a date situates; `date` is ISO 8601 of the precision stated, or an interval `a/b`."""

    type: ClassVar[str] = "event"
    label: str
    date_text: str
    date: str
    date_basis: str
    participants: tuple[str, ...] = ()
    location: str | None = None
    about: str | None = None

    def identity(self) -> tuple[str | None, ...]:
        return self.label, self.date


@dataclass(frozen=True, slots=True)
class Rejected:
    """What was seen and not kept: a failed file, a rejected candidate, an unresolved date."""

    document: str
    stage: str
    reason: str
    item: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A fact that the user has rejected, edited or added: as it was read, and as it holds; None where it was not, or does not.

    `entry` is the id of the correction, `note` what the user wrote beside it.
    """

    entry: str
    kind: str
    before: Fact | None
    after: Fact | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document gives: a pure function of the document, the version and the options.

    With the user's corrections, `facts` are those that hold, `corrected` says which are others, and `read` are all as they
    were read; without, the last two are empty.
    """

    document: Document
    facts: tuple[Fact, ...]
    rejected: tuple[Rejected, ...] = ()
    host: str | None = None
    corrected: tuple[Corrected, ...] = ()
    read: tuple[Fact, ...] = ()

    def as_read(self) -> Extraction:
        """As it was without corrections."""
        return replace(self, facts=self.read, corrected=(), read=()) if self.corrected else self


def decimal_text(value: Decimal) -> str:
    """Canonical decimal: no exponent, no trailing zeros, no trailing point."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
