"""Sealed files in parts: nothing of them lies in clear or in a file with a time."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.records.information.models.information import Information, Message


class InformationFile(models.Model):
    """A file somebody attached, sealed to the office.

    Invariant: `head` (name, kind, key of the file, what was taken away) is sealed to
    `key`; the parts open with the key in the head. A derivative and its original share
    `pair`; an original exists only where the source left it.
    """

    class Kind(models.TextChoices):
        """What it is."""

        DERIVATIVE = "derivative", _("turunan tanpa metadata")
        ORIGINAL = "original", _("berkas asli")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    information = models.ForeignKey(
        Information, on_delete=models.PROTECT, related_name="files"
    )
    message = models.ForeignKey(
        Message, null=True, on_delete=models.PROTECT, related_name="files"
    )
    pair = models.UUIDField()
    kind = models.CharField(max_length=12, choices=Kind)
    key = models.ForeignKey(
        "custody.OfficeKey", on_delete=models.PROTECT, related_name="+"
    )
    head = models.BinaryField()
    sealed_sha256 = models.CharField(max_length=64)
    size_kb = models.PositiveIntegerField()

    class Meta:
        ordering = ("pair", "kind")
        constraints = [
            models.UniqueConstraint(fields=["pair", "kind"], name="kind_once_a_pair")
        ]

    def __str__(self) -> str:
        return f"information file {self.pk}"


class FilePart(models.Model):
    """One sealed part of a file."""

    file = models.ForeignKey(
        InformationFile, on_delete=models.PROTECT, related_name="parts"
    )
    position = models.PositiveSmallIntegerField()
    sealed = models.BinaryField()

    class Meta:
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(
                fields=["file", "position"], name="part_once_a_file"
            )
        ]

    def __str__(self) -> str:
        return f"part {self.position}"


class HeldFile(models.Model):
    """A file kept while the source mends something else in the form.

    Invariant: sealed under a key that only the page in front of the source holds; gone
    after the day.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    body = models.BinaryField()
    until_on = models.DateField()

    def __str__(self) -> str:
        return f"held file {self.pk}"
