"""What travels to another body: index, hashes, archive, and no name that stays home.

An archive holds `index.json`, `index.html`, `manifest-sha256.txt` and files under
neutral names. `marks_of` turns the identity of a person into what may not stand in an
open text, `found_in` says where it does, `covered` replaces passages. No database, no
clock, no encryption: sealing is done by whoever hands the archive out.
"""

from netra.domain.packs.archive import (
    CheckedArchive,
    PackWriter,
    check_archive,
    take_out,
)
from netra.domain.packs.errors import ArchiveError, PackError, UnsafeNameError
from netra.domain.packs.index import LeftOut, PackedItem, PackIndex
from netra.domain.packs.marks import (
    COVER,
    Found,
    Identity,
    Mark,
    MarkKind,
    covered,
    found_in,
    marks_of,
    words_in,
)

__all__ = [
    "COVER",
    "ArchiveError",
    "CheckedArchive",
    "Found",
    "Identity",
    "LeftOut",
    "Mark",
    "MarkKind",
    "PackError",
    "PackIndex",
    "PackWriter",
    "PackedItem",
    "UnsafeNameError",
    "check_archive",
    "covered",
    "found_in",
    "marks_of",
    "take_out",
    "words_in",
]
