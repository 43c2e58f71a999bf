"""The room of the web's tests, asked by a program."""

from tests.doors.web.conftest import addresses, inside, outside, served, stocked

__all__ = ["addresses", "inside", "outside", "served", "stocked"]
