"""The nouns: frozen, without input or output."""

from acquis.model.citation import Citation, CitationKind
from acquis.model.days import Day, Interval
from acquis.model.document import Document, Kind, Part, Parted, Skeleton
from acquis.model.evidence import Evidence
from acquis.model.layers import File, Layers, Piece, fingerprint
from acquis.model.pinpoint import Pinpoint
from acquis.model.record import Basis, Claim, Record, Standing
from acquis.model.span import Span

__all__ = [
    "Basis",
    "Citation",
    "CitationKind",
    "Claim",
    "Day",
    "Document",
    "Evidence",
    "File",
    "Interval",
    "Kind",
    "Layers",
    "Part",
    "Parted",
    "Piece",
    "Pinpoint",
    "Record",
    "Skeleton",
    "Span",
    "Standing",
    "fingerprint",
]
