"""The supervision report: Form A, also when nothing was found."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.records.access import RegionQuerySet, SealedTextField


class ObservationQuerySet(RegionQuerySet["Observation"]):
    """Supervision reports by the jurisdiction of the office that made them."""

    view_action = Action.VIEW_OBSERVATION


class Observation(models.Model):
    """One supervision activity, by the five parts of Form A.

    Invariant: written once and never changed; a correction is a further row that names
    the one it corrects. A suspicion has an event and an account.

    Source:
        Form A of Perbawaslu 5/2022; its parts in `domain/law` (supervision report).
    """

    class Activity(models.TextChoices):
        """Form of the supervision activity, part II."""

        DIRECT = "direct", _("pengawasan langsung")
        PREVENTION = "prevention", _("pencegahan")
        ANALYSIS = "analysis", _("analisis")
        ELEMENTS = "elements", _("menentukan unsur dan jenis")
        ENFORCEMENT = "enforcement", _("penindakan")
        DISPUTE = "dispute", _("penyelesaian sengketa")

    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="observations"
    )
    region = models.CharField(max_length=8, db_index=True)
    number = models.CharField(max_length=80)
    contest = models.ForeignKey("contests.Contest", on_delete=models.PROTECT)
    stage = models.CharField(_("Tahapan yang diawasi"), max_length=120)
    supervisor = models.CharField(_("Nama pelaksana tugas"), max_length=120)
    post = models.CharField(_("Jabatan"), max_length=120)
    assignment_letter = models.CharField(_("Nomor surat tugas"), max_length=120)
    address = models.CharField(_("Alamat"), max_length=200, blank=True)
    activity = models.CharField(_("Bentuk"), max_length=16, choices=Activity)
    aim = models.CharField(_("Tujuan"), max_length=300)
    target = models.CharField(_("Sasaran"), max_length=300)
    observed_on = models.DateField(_("Tanggal"))
    observed_time = models.CharField(_("Jam"), max_length=80, blank=True)
    place_region = models.CharField(_("Kecamatan atau kabupaten"), max_length=8)
    place = models.CharField(_("Tempat"), max_length=200)
    result = models.TextField(_("Uraian singkat hasil pengawasan"))
    has_suspicion = models.BooleanField(_("Ada dugaan pelanggaran"), default=False)
    event = models.CharField(_("Peristiwa"), max_length=200, blank=True)
    happened_on = models.DateField(_("Tanggal peristiwa"), null=True, blank=True)
    happened_time = models.CharField(_("Jam peristiwa"), max_length=80, blank=True)
    event_place = models.CharField(_("Tempat peristiwa"), max_length=200, blank=True)
    witnesses = SealedTextField(_("Saksi"), default="")
    exhibits_text = models.TextField(_("Barang bukti"), blank=True)
    account = models.TextField(_("Uraian singkat"), blank=True)
    facts = models.TextField(_("Fakta dan keterangan"), blank=True)
    analysis = models.TextField(_("Analisis"), blank=True)
    dispute = models.TextField(_("Informasi potensi sengketa"), blank=True)
    respondents = models.ManyToManyField(
        "reports.Respondent", related_name="observations"
    )
    corrects = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    entered_by = models.ForeignKey(
        "accounts.User", on_delete=models.PROTECT, related_name="+"
    )
    entered_at = models.DateTimeField()

    objects = ObservationQuerySet.as_manager()

    TEXTS = (
        "supervisor",
        "post",
        "assignment_letter",
        "address",
        "aim",
        "target",
        "place",
        "result",
        "event",
        "event_place",
        "witnesses",
        "exhibits_text",
        "account",
        "facts",
        "analysis",
        "dispute",
    )

    class Meta:
        ordering = ("-observed_on", "-id")
        constraints = [
            models.UniqueConstraint(
                fields=["office", "number"], name="observation_number_once_an_office"
            ),
            models.CheckConstraint(
                condition=models.Q(has_suspicion=False)
                | (~models.Q(event="") & ~models.Q(account="")),
                name="suspicion_has_event_and_account",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this supervision report."""
        return f"observation:{self.pk}"
