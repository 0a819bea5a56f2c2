"""Why the child gave up: told to the parent by name, never with content of the file."""

from enum import StrEnum


class FaultKind(StrEnum):
    """The reasons that the parent turns into its named errors."""

    BOMB = "bomb"
    NOT_CLEANABLE = "not_cleanable"


class FaultError(Exception):
    """The file cannot be cleaned; the text holds only our own words and numbers."""

    def __init__(self, kind: FaultKind, detail: str) -> None:
        """Keep the kind beside the detail."""
        super().__init__(detail)
        self.kind = kind
        self.detail = detail


def bomb(detail: str) -> FaultError:
    """Return the fault of a file that asks for too much."""
    return FaultError(FaultKind.BOMB, detail)


def not_cleanable(detail: str) -> FaultError:
    """Return the fault of a file that is broken or of an unknown make."""
    return FaultError(FaultKind.NOT_CLEANABLE, detail)
