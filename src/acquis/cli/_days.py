"""The type of every option that takes a day: as a person writes it."""

from typing import Any

import click


class TypedDay(click.ParamType[str]):
    """The type of every option that takes a day: `--on "15 June 2011"`; what a command gets is 2011-06-15."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The ISO form; `BadDay` says what would work."""
        from acquis.structure.typed import day_typed

        return day_typed(str(value))
