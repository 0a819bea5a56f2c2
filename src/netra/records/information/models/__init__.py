"""Rows of information: sealed words, sealed files, and who opened them."""

from netra.records.information.models.files import (
    FilePart,
    HeldFile,
    InformationFile,
)
from netra.records.information.models.information import (
    Information,
    InformationOpening,
    Message,
)

__all__ = [
    "FilePart",
    "HeldFile",
    "Information",
    "InformationFile",
    "InformationOpening",
    "Message",
]
