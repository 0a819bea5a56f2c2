"""Files gathered by supervision."""

from django.db import models

from netra.records.access import SealedTextField
from netra.records.observations.models.observations import Observation
from netra.records.observations.models.tracings import Tracing


class GatheredExhibit(models.Model):
    """A file an officer gathered, with the words that describe it.

    Invariant: it belongs to one observation or one tracing, the same bytes once.
    """

    observation = models.ForeignKey(
        Observation, null=True, on_delete=models.PROTECT, related_name="exhibits"
    )
    tracing = models.ForeignKey(
        Tracing, null=True, on_delete=models.PROTECT, related_name="exhibits"
    )
    blob = models.ForeignKey(
        "evidence.Blob", on_delete=models.PROTECT, related_name="gathered"
    )
    name = SealedTextField(default="")
    received_at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(observation__isnull=False, tracing__isnull=True)
                | models.Q(observation__isnull=True, tracing__isnull=False),
                name="gathered_in_one_place",
            ),
            models.UniqueConstraint(
                fields=["observation", "blob"], name="gathered_once_an_observation"
            ),
            models.UniqueConstraint(
                fields=["tracing", "blob"], name="gathered_once_a_tracing"
            ),
        ]

    def __str__(self) -> str:
        return f"gathered exhibit {self.pk}"

    @property
    def kind(self) -> str:
        """Always evidence: supervision gathers no identities of reporters."""
        return "evidence"

    @property
    def shows_identity(self) -> bool:
        """Whether opening it must be recorded as opening an identity: never here."""
        return False
