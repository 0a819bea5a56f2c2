"""Pictures as new telephones keep them: Pillow learns to read HEIF.

A module of its own because it takes as long to import as all else together.
"""

import pillow_heif

from netra.records.evidence.cleaning.pictures import clean, reveals

__all__ = ["clean", "reveals"]

pillow_heif.register_heif_opener(decode_threads=1)
