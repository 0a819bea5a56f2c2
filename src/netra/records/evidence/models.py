"""What was received, addressed by its hash."""

from django.db import models


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
