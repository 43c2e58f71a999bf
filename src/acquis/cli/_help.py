"""How help looks: wide as the terminal up to a hundred letters, headings in bold where that is seen."""

import os
import sys
from typing import Any

import click


class _Page(click.HelpFormatter):
    """Click's page of help with headings that stand out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "max_width": 100})

    def write_heading(self, heading: str) -> None:
        """A heading, in bold on a terminal."""
        seen = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        self.write(f"{'':>{self.current_indent}}{click.style(heading, bold=True) if seen else heading}\n")


class _Context(click.Context):
    formatter_class = _Page


class Helped(click.Command):
    """A command whose help is written on such a page; `-h` shows it too."""

    context_class = _Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["context_settings"] = {"help_option_names": ["-h", "--help"], **(kwargs.get("context_settings") or {})}
        super().__init__(*args, **kwargs)
