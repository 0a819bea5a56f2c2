"""Public keys of bodies outside."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class BodyKey(models.Model):
    """The public half of a body's key, in versions.

    Invariant: who confirmed it is not who registered it; only a confirmed key that is
    not revoked has anything encrypted to it. The private half never was here.
    """

    body = models.ForeignKey(
        "accounts.OutsideBody", on_delete=models.PROTECT, related_name="keys"
    )
    version = models.PositiveSmallIntegerField()
    public_key = models.BinaryField()
    fingerprint = models.CharField(max_length=60)
    registered_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    registered_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)
    confirmed_how = models.CharField(
        _("Bagaimana sidik dibandingkan"), max_length=200, blank=True
    )
    revoked_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True)
    revoke_reason = models.TextField(_("Alasan"), blank=True)

    class Meta:
        ordering = ("body", "-version")
        constraints = [
            models.UniqueConstraint(
                fields=["body", "version"], name="key_version_once_a_body"
            ),
            models.UniqueConstraint(
                fields=["body", "fingerprint"], name="key_once_a_body"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True)
                | ~Q(confirmed_by=F("registered_by")),
                name="key_confirmed_by_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | (
                    Q(confirmed_by__isnull=False, confirmed_at__isnull=False)
                    & ~Q(confirmed_how="")
                ),
                name="confirmed_key_says_how",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True) | ~Q(revoke_reason=""),
                name="revoked_key_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"key {self.version} of body {self.body_id}"

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this key."""
        return f"body_key:{self.pk}"

    @property
    def is_usable(self) -> bool:
        """Whether something may be encrypted to it."""
        return self.confirmed_at is not None and self.revoked_at is None
