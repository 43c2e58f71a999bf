"""Files that commands write."""

from pathlib import Path

from acquis.errors import AcquisError


def write_file(target: str | Path, content: bytes) -> None:
    """Writes a file, its folder too where there is none; says why where it cannot be written."""
    target = Path(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise AcquisError(f"{target} cannot be written ({reason}). Name another place with -o.") from error
