"""The criminal track, which runs beside the handling of the case."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TrackEvent(models.Model):
    """What police, prosecutor or court did, as the office learned of it.

    Invariant: what was noted by mistake is struck out with a reason, never deleted.
    """

    class Key(models.TextChoices):
        """What happened, in the order in which it can."""

        GAKKUMDU_RECEIVED = "gakkumdu_received", _("diterima Sentra Gakkumdu")
        POLICE_RECEIVED = "police_received", _("diterima penyidik")
        FILE_RECEIVED = "case_file_received", _("berkas diterima jaksa")
        FILE_RETURNED = "case_file_returned", _("berkas dikembalikan jaksa")
        FILE_RESUBMITTED = "case_file_resubmitted", _("berkas diserahkan kembali")
        FILE_ACCEPTED = "case_file_accepted", _("berkas dinyatakan lengkap")
        AT_COURT = "case_file_at_court", _("berkas diterima pengadilan")
        JUDGMENT = "judgment", _("putusan pengadilan negeri")
        APPEAL = "appeal_received", _("permohonan banding diterima")
        HIGH_COURT = "high_court_judgment", _("putusan pengadilan tinggi")

    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="track_events"
    )
    key = models.CharField(_("Peristiwa"), max_length=24, choices=Key)
    happened_at = models.DateTimeField(_("Terjadi pada"))
    note = models.TextField(_("Keterangan"), blank=True)
    recorded_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    undone_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True)
    undo_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("happened_at", "id")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(happened_at__lte=models.F("recorded_at")),
                name="track_event_happened_before_it_was_noted",
            ),
            models.CheckConstraint(
                condition=models.Q(undone_at__isnull=True) | ~models.Q(undo_reason=""),
                name="track_event_undone_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this event."""
        return f"track_event:{self.pk}"
