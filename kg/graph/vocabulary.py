"""The terms of the graph: closed namespaces, and where the ontology's files are.

A term that `ontology/kg.ttl` does not define, or that we do not reuse, is an `AttributeError` here,
not a silent new predicate.  Terms are in N-Triples form (`<http://…>`), ready to be written.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

__all__ = [
    "BASE", "DCTERMS", "FOAF", "KG", "OA", "ONTOLOGY", "ORG", "PREFIXES", "PROV", "RDF", "RDFS", "SCHEMA", "SHARED",
    "SKOS", "TIME", "XSD", "Terms", "ontology_file",
]  # fmt: skip

BASE = "https://w3id.org/zhkg/data/"
"""Of the documents' own entities and facts; another by `--base`."""
SHARED = "https://w3id.org/zhkg/"
"""Of regions, listed bodies and roles, which are the same in every graph."""


class Terms:
    """A closed namespace: `ORG.member` is `<http://www.w3.org/ns/org#member>`; an unknown name is an AttributeError."""

    def __init__(self, prefix: str, base: str, names: str) -> None:
        self.prefix = prefix
        self.base = base
        self.names = frozenset(names.split())
        self.__dict__.update({name: f"<{base}{name}>" for name in self.names})

    def __getattr__(self, name: str) -> str:
        raise AttributeError(f"{self.prefix}:{name} is not a term of this graph")


KG = Terms(
    "",
    SHARED + "ontology#",
    "Document LocalEntity LocalPerson LocalOrganization LocalFund LocalRegion Fund Purpose LocalBody inDocument "
    "documentId number sha256 publishedBasis identifiedAs possiblySameAs holdsRoleIn heldRoleIn allocatedTo "
    "tookPartIn territory Link left right weight ethnicity nativePlace "
    "status roleText organizationText since until confidence alsoFoundIn inferred warning "
    "mentions partOf partition kind stage action fund recipient target payerText regionText unitText amountText "
    "qualifier maxValue date dateText dateBasis participant about iso precision earliest latest rule version "
    "shortName formerName laterName level divisionKind organizationKind appliesTo year restoredQuote order Spell "
    "MergedFact sources sinceBasis sinceKnown untilBasis untilKnown firstSeen lastSeen rank rankBasis succeeds repeats "
    "conflict outweighedBy passedDownFrom Correction correctionKind correctedValue concerns correction "
    "tallies talliedBy tallyOf allocations leftOut leftOutByRegion leftOutByFund leftOutByMonth",
)
RDF = Terms("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type")
RDFS = Terms("rdfs", "http://www.w3.org/2000/01/rdf-schema#", "label comment")
XSD = Terms("xsd", "http://www.w3.org/2001/XMLSchema#", "decimal integer dateTime date gYear gYearMonth anyURI")
ORG = Terms(
    "org",
    "http://www.w3.org/ns/org#",
    "Membership FormalOrganization OrganizationalUnit Role member organization role memberDuring subOrganizationOf "
    "unitOf ChangeEvent originalOrganization resultingOrganization",
)
FOAF = Terms("foaf", "http://xmlns.com/foaf/0.1/", "Person name")
SCHEMA = Terms(
    "schema",
    "https://schema.org/",
    "MonetaryGrant MonetaryAmount AdministrativeArea Event funder fundedItem amount value currency spatialCoverage "
    "identifier containedInPlace startDate endDate location url birthDate gender sameAs",
)
TIME = Terms(
    "time",
    "http://www.w3.org/2006/time#",
    "Instant ProperInterval hasTime hasBeginning hasEnd inXSDDate inXSDgYearMonth inXSDgYear inXSDDateTime",
)
PROV = Terms(
    "prov",
    "http://www.w3.org/ns/prov#",
    "Activity Agent wasDerivedFrom wasGeneratedBy wasAttributedTo wasAssociatedWith wasRevisionOf invalidated generated",
)
OA = Terms(
    "oa",
    "http://www.w3.org/ns/oa#",
    "SpecificResource TextPositionSelector TextQuoteSelector hasSource hasSelector start end exact",
)
SKOS = Terms("skos", "http://www.w3.org/2004/02/skos/core#", "Concept prefLabel altLabel broader")
DCTERMS = Terms("dcterms", "http://purl.org/dc/terms/", "title publisher issued source")

PREFIXES: dict[str, str] = {
    t.prefix: t.base for t in (KG, RDF, RDFS, XSD, ORG, FOAF, SCHEMA, TIME, PROV, OA, SKOS, DCTERMS)
} | {"region": SHARED + "region/", "body": SHARED + "body/", "role": SHARED + "role/"}
"""Prefix → namespace, for Turtle and SPARQL; those of `BASE` are added by `terms.prefixes(base)`."""

ONTOLOGY: tuple[str, ...] = ("kg.ttl", "shapes.ttl", "roles.ttl", "organizations.ttl", "regions.ttl")


def ontology_file(name: str) -> Path:
    """The path of one of the ontology's files: in the wheel kg/ontology/, in a checkout ontology/ beside kg/."""
    if name not in ONTOLOGY:
        raise ValueError(f"no such ontology file: {name}")
    package = Path(str(files("kg")))
    shipped = package / "ontology" / name
    return shipped if shipped.is_file() else package.parent / "ontology" / name
