"""A page as PDF: set by WeasyPrint (footnotes, hyphens) or printed by a headless browser."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
MADE = re.compile(rb"\(D:\d{14}")


def set_pdf(page: str, *, identifier: str) -> bytes:
    """Pages with running heads, hyphenated lines and footnotes at the foot."""
    from weasyprint import HTML  # type: ignore[import-untyped]

    made: bytes = HTML(string=page).write_pdf(pdf_identifier=identifier.encode())
    return made


def browser_pdf(page: str) -> bytes:
    """Pages as a browser prints them, with a fixed date of making."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise FileNotFoundError(f"No browser to print with. Install one of: {', '.join(BROWSERS)}.")
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_text(page, "utf-8")
        command = [browser, *SWITCHES, f"--print-to-pdf={target}", source.as_uri()]
        subprocess.run(command, check=True, capture_output=True)
        return MADE.sub(b"(D:20200101000000", target.read_bytes())
