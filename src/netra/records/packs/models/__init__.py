"""Rows about packs: keys of bodies, their needs, what is covered, what was made."""

from netra.records.packs.models.keys import BodyKey
from netra.records.packs.models.needs import LegalNeed
from netra.records.packs.models.packs import Pack, PackDownload
from netra.records.packs.models.redactions import Redaction

__all__ = ["BodyKey", "LegalNeed", "Pack", "PackDownload", "Redaction"]
