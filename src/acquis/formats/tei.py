"""TEI P5: a document as XML for editions, corpora and readers of digital philology; written, not read."""

from acquis.formats._writing import Writer
from acquis.model import Document


def write(document: Document) -> bytes:
    """The document as valid TEI P5, with what its record states in the header and its parts in the text.

    `xml:id` is the part's path, so that the address of a part is the text's address and its `xml:id`; where a path has
    a sign that XML does not let stand in an id, `corresp` has the address. `n` is the number as it is printed.
    Sentences are `seg`, cited texts `ref`, stated days and names `date` and `rs`. A character that
    XML cannot hold is U+FFFD. Page furniture, the source beside the text and the basis of each claim are left out.
    """
    from acquis.formats import _tei_header, _tei_text
    from acquis.formats._tei_xml import element, written

    return written(element("TEI", children=[_tei_header.header(document), _tei_text.text(document)]))


WRITER = Writer("tei", "application/tei+xml", ".tei.xml", write)
