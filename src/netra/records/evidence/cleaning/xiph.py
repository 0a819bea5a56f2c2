"""The comments that Vorbis keeps among the headers a decoder needs."""

from netra.records.evidence.cleaning.faults import not_cleanable

_NO_COMMENTS = b"\x03vorbis" + bytes(8) + b"\x01"  # no vendor, no comments, framing


def without_comments(headers: bytes) -> bytes:
    """Return the three headers of Vorbis with an empty one for the comments.

    Args:
        headers: Identification, comments and setup, laced as Matroska keeps them.

    Raises:
        FaultError: they are not laced so.

    Source:
        Vorbis I specification, 4.2 and 5.2; Matroska codec mapping A_VORBIS.
    """
    first, second, at = _laced_sizes(headers)
    identification = headers[at : at + first]
    setup = headers[at + first + second :]
    if not (identification.startswith(b"\x01vorbis") and setup[1:7] == b"vorbis"):
        raise not_cleanable("the headers of Vorbis are broken")
    lacing = b"\x02" + bytes([len(identification), len(_NO_COMMENTS)])
    return lacing + identification + _NO_COMMENTS + setup


def _laced_sizes(headers: bytes) -> tuple[int, int, int]:
    """Return the sizes of the first two headers and where the first begins."""
    sizes: list[int] = []
    at = 1
    while headers[:1] == b"\x02" and len(sizes) < 2 and at < len(headers):
        size = 0
        while at < len(headers) and headers[at] == 255:
            size, at = size + 255, at + 1
        size, at = size + sum(headers[at : at + 1]), at + 1
        sizes.append(size)
    if len(sizes) < 2 or not 0 < sizes[0] < 255:
        raise not_cleanable("the headers of Vorbis are not laced")
    return sizes[0], sizes[1], at
