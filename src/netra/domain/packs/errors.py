"""Errors of packs; none of them carries what a file says."""


class PackError(Exception):
    """Base of the errors about packs."""


class UnsafeNameError(PackError):
    """A file would get a name that could lead elsewhere or say something."""


class ArchiveError(PackError):
    """The archive is broken, too large, or holds what no pack holds."""
