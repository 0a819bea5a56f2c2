"""Rows about keys. No private half lies here in clear."""

from django.db import models


class KeyHolder(models.Model):
    """A person's own pair.

    Invariant: `wrapped` is the private half under the person's phrase and the secret
    of the installation.
    """

    user = models.OneToOneField(
        "accounts.User", on_delete=models.PROTECT, related_name="key_holder"
    )
    public_key = models.BinaryField()
    wrapped = models.BinaryField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"key holder {self.pk}"


class OfficeKey(models.Model):
    """One version of the pair of an office.

    Invariant: versions run from 1; `recovery_copy` is the private half sealed to the
    recovery code of this version, `onward` the one sealed to the next version.
    """

    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="keys"
    )
    version = models.PositiveSmallIntegerField()
    public_key = models.BinaryField()
    recovery_copy = models.BinaryField()
    onward = models.BinaryField(default=b"")
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("office", "-version")
        constraints = [
            models.UniqueConstraint(
                fields=["office", "version"], name="key_version_once_an_office"
            )
        ]

    def __str__(self) -> str:
        return f"key {self.version} of office {self.office_id}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this key."""
        return f"office_key:{self.pk}"


class HolderCopy(models.Model):
    """The private half of an office, sealed to the pair of one person.

    Invariant: one copy a person and version; only the newest version has copies.
    """

    key = models.ForeignKey(OfficeKey, on_delete=models.PROTECT, related_name="copies")
    holder = models.ForeignKey(
        KeyHolder, on_delete=models.PROTECT, related_name="copies"
    )
    sealed = models.BinaryField()
    given_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "holder copies"
        constraints = [
            models.UniqueConstraint(fields=["key", "holder"], name="copy_once_a_holder")
        ]

    def __str__(self) -> str:
        return f"copy {self.pk}"
