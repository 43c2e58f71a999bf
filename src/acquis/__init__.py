"""The institutional memory of multilateral diplomacy.

import acquis

archive = acquis.open("sco.acquis")
archive.receive(["declaration.pdf"])
archive.get("Astana 2011").document.paragraphs
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from acquis.secretariat import Secretariat
    from acquis.secretariat import open_archive as open

__version__ = "0.1.0"
__all__ = ["Secretariat", "__version__", "open"]


def __getattr__(name: str) -> Any:
    # Loaded when asked for: the command line prints its help before any of this is needed.
    if name in ("Secretariat", "open"):
        from acquis import secretariat

        return secretariat.open_archive if name == "open" else secretariat.Secretariat
    raise AttributeError(f"acquis has no {name!r}")
