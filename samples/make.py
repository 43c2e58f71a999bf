"""Makes the documents in `osr/` and `structure.json` from the masters.

Run it from any folder: `python samples/make.py`. It needs python-docx, WeasyPrint and a Chromium browser.
"""

from __future__ import annotations

import json
from pathlib import Path

from making.master import Master, read
from making.pdf import browser_pdf, set_pdf
from making.structure import structure
from making.text import text
from making.web import page
from making.word import word

HERE = Path(__file__).parent
TARGET = HERE / "osr"


def main() -> None:
    """Make every document, then the table of what a reader should find in them."""
    masters = [read(path) for path in sorted((HERE / "masters").glob("*.txt"))]
    TARGET.mkdir(exist_ok=True)
    for master in masters:
        (TARGET / master.fields["file"]).write_bytes(made(master))
    expected = {master.fields["file"]: structure(master) for master in masters}
    table = {"schema": "acquis-samples-structure/1", "files": dict(sorted(expected.items()))}
    (HERE / "structure.json").write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", "utf-8")


def made(master: Master) -> bytes:
    """The bytes of one document in the form its master names."""
    family = master.fields["form"].partition("-")[0]
    if family == "txt":
        return text(master)
    if family == "docx":
        return word(master)
    if family == "html":
        return page(master).encode()
    if master.fields["form"] == "pdf-plain":
        return browser_pdf(page(master))
    return set_pdf(page(master), identifier=master.name)


if __name__ == "__main__":
    main()
