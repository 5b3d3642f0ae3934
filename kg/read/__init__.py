"""Files → documents: one module a format, `reader` for the stream, `metadata` for what is known of each text."""

from kg.read.check import Checked, Inputs, check, survey
from kg.read.content import Reading
from kg.read.manifest import Manifest, load_manifest
from kg.read.metadata import Options, parse_field_map
from kg.read.reader import read, read_source, readings
from kg.read.sources import Listing, Source, identify, list_sources
from kg.read.state import fingerprint

__all__ = [
    "Checked",
    "Inputs",
    "Listing",
    "Manifest",
    "Options",
    "Reading",
    "Source",
    "check",
    "fingerprint",
    "identify",
    "list_sources",
    "load_manifest",
    "parse_field_map",
    "read",
    "read_source",
    "readings",
    "survey",
]
