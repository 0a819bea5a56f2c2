"""What was received, addressed by its hash, and what is still under way."""

import uuid

from django.db import models

from netra.records.access import SealedTextField


class Blob(models.Model):
    """Bytes in the store, once, however often they were handed in.

    Invariant: `sha256` is the hash of the bytes at arrival and the name of the file.
    """

    sha256 = models.CharField(max_length=64, primary_key=True)
    size_bytes = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=80)
    truncated = models.BooleanField(default=False)
    received_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(size_bytes__gt=0), name="blob_has_content"
            )
        ]

    def __str__(self) -> str:
        return self.sha256

    @property
    def short_hash(self) -> str:
        """First and last four digits, as pages show it."""
        return f"{self.sha256[:4]}…{self.sha256[-4:]}"


class Arriving(models.Model):
    """A file under way: announced, and arriving in pieces over a line that breaks.

    Invariant: how much of it has arrived is the size of its part in the folder of
    parts and stands nowhere else, so that nothing can disagree after a crash. Neither
    the key of the row, nor the name of the part, nor `target` says what the file is;
    what its owner calls it is sealed.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    target = models.CharField(max_length=80, db_index=True)
    length_bytes = models.PositiveBigIntegerField()
    part = models.CharField(max_length=32, unique=True)
    about = SealedTextField(default="")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("made_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(length_bytes__gt=0), name="arriving_has_length"
            )
        ]

    def __str__(self) -> str:
        return f"file under way {self.pk}"
