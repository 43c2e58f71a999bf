"""A paper as a file of any form."""

from acquis.errors import UnknownName
from acquis.formats._paper import FORMS, Paper


def file_of(paper: Paper, form: str) -> bytes:
    r"""The paper as the bytes of a file: Markdown, a page for a browser, a Word file, or PDF.

    The same paper gives the same bytes. Raises `UnknownName` for another form, and `Unreadable` for a PDF where the
    extra `pdf` is not installed.

    >>> file_of(Paper("Gauges", (), "public", ""), "md")
    b'# Gauges\n\n---\n\npublic\n'
    >>> file_of(Paper("Gauges", (), "public", ""), "odt")
    Traceback (most recent call last):
    ...
    acquis.errors.UnknownName: No form of a paper called 'odt'. Known: docx, html, md, pdf.
    """
    match form:
        case "md":
            from acquis.formats._paper_md import md

            return md(paper).encode()
        case "html":
            from acquis.formats._paper_html import html

            return html(paper).encode()
        case "docx":
            from acquis.formats._paper_docx import docx

            return docx(paper)
        case "pdf":
            from acquis.formats._paper_pdf import pdf

            return pdf(paper)
        case _:
            raise UnknownName("form of a paper", form, FORMS)
