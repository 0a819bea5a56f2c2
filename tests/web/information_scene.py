"""A key held by Budi and one piece of information with a file, of 33.74."""

from dataclasses import dataclass

from netra.records.custody.models import HolderCopy
from netra.records.information.models import Information, InformationFile
from tests.informing import PHOTO, given, keyed
from tests.offices import Cast


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationScene:
    """What the matrix walks through; nobody in it has the key open."""

    row: Information
    derivative: InformationFile
    original: InformationFile
    copy: HolderCopy


def set_information(cast: Cast) -> InformationScene:
    """Make the key of the office and give it one piece of information."""
    keyed(cast)
    row, _code = given(cast, files=[PHOTO])
    files = {file.kind: file for file in row.files.all()}
    return InformationScene(
        row=row,
        derivative=files["derivative"],
        original=files["original"],
        copy=HolderCopy.objects.get(),
    )
