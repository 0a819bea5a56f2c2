"""The process that decodes: bytes come in, a line of JSON and bytes go out."""

import importlib
import json
import sys
from typing import Protocol, cast

from netra.records.evidence.cleaning.confinement import confine, shut_in
from netra.records.evidence.cleaning.faults import FaultError, bomb, not_cleanable
from netra.records.evidence.cleaning.kinds import FAMILIES, Family
from netra.records.evidence.cleaning.marks import Removed, in_order

_MODULES = {
    Family.PICTURE: "pictures",
    Family.HEIF_PICTURE: "heif_pictures",
    Family.PAPER: "papers",
    Family.RECORDING: "recordings",
}


class _Cleaner(Protocol):
    def clean(self, content: bytes, media_type: str) -> tuple[bytes, str]: ...

    def reveals(self, content: bytes, media_type: str) -> set[Removed]: ...


def main() -> None:
    """Obey the order of the command line: a task and the media type of the input."""
    confine()
    task, media_type = sys.argv[1:]
    content = sys.stdin.buffer.read()
    cleaner = _cleaner_of(media_type)
    shut_in()
    try:
        answer, cleaned = _obey(cleaner, task, content, media_type)
    except MemoryError:
        content = b""
        answer, cleaned = _tell(bomb("more memory than allowed")), b""
    except FaultError as fault:
        answer, cleaned = _tell(fault), b""
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
    sys.stdout.buffer.write(cleaned)
    sys.stdout.buffer.flush()


def _tell(fault: FaultError) -> dict[str, object]:
    return {"fault": fault.kind, "detail": fault.detail}


def _obey(
    cleaner: _Cleaner, task: str, content: bytes, media_type: str
) -> tuple[dict[str, object], bytes]:
    found = in_order(cleaner.reveals(content, media_type))
    if task == "reveal":
        return {"media_type": media_type, "removed": found}, b""
    cleaned, cleaned_type = cleaner.clean(content, media_type)
    if left := cleaner.reveals(cleaned, cleaned_type):
        raise not_cleanable(f"the copy still holds {', '.join(in_order(left))}")
    return {"media_type": cleaned_type, "removed": found}, cleaned


def _cleaner_of(media_type: str) -> _Cleaner:
    # Each family costs up to a tenth of a second to import; only one is needed.
    name = f"netra.records.evidence.cleaning.{_MODULES[FAMILIES[media_type]]}"
    return cast("_Cleaner", importlib.import_module(name))


if __name__ == "__main__":
    main()
