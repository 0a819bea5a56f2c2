"""People of a report. What names them is kept as ciphertext."""

import textwrap

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from netra.records.access import ClearableTextField, SealedTextField
from netra.records.reports.models.report import Report

_MARKS_SHOWN = 80
"""Letters of the marks of an unknown person that stand for the name."""


class Reporter(models.Model):
    """Who reports; opened one by one, with a reason that is recorded.

    Invariant: every field is sealed; nothing here is searched or listed.
    """

    report = models.OneToOneField(
        Report, on_delete=models.PROTECT, related_name="reporter"
    )
    name = SealedTextField(_("Nama"))
    birth_place = SealedTextField(_("Tempat lahir"), default="")
    birth_on = SealedTextField(_("Tanggal lahir"), default="")
    sex = SealedTextField(_("Jenis kelamin"), default="")
    occupation = SealedTextField(_("Pekerjaan"), default="")
    nationality = SealedTextField(_("Kewarganegaraan"), default="")
    address = SealedTextField(_("Alamat"), default="")
    phone = SealedTextField(_("Telepon"), default="")
    email = SealedTextField(_("Surel"), default="")

    FIELDS = (
        "name",
        "birth_place",
        "birth_on",
        "sex",
        "occupation",
        "nationality",
        "address",
        "phone",
        "email",
    )

    def __str__(self) -> str:
        return f"reporter of report {self.report_id}"


class PresentRespondents(models.Manager["Respondent"]):
    """Respondents that still are ones: whoever was taken out is in no list."""

    def get_queryset(self) -> models.QuerySet["Respondent"]:
        """Leave out who was withdrawn or replaced."""
        return super().get_queryset().filter(standing=Respondent.Standing.NAMED)


class Respondent(models.Model):
    """Who is reported or was found; under suspicion, not a violator.

    Invariant: class and office held are those of the day of the act; somebody whom no
    report names carries the region of the office that found them. Without a name they
    are not known yet and `marks` describe them. Who was withdrawn, or replaced because
    somebody else was meant, leaves every list: only `every` and the rows that point to
    them still lead there, with the reason. Once cleared or taken out, what names them
    reads masked, as the respondent of the number `cleared_as`.
    """

    class Standing(models.TextChoices):
        """Whether somebody still is a respondent."""

        NAMED = "named", _("terlapor")
        WITHDRAWN = "withdrawn", _("dikeluarkan")
        REPLACED = "replaced", _("keliru, diganti")

    report = models.ForeignKey(
        Report, null=True, on_delete=models.PROTECT, related_name="respondents"
    )
    found_in = models.CharField(max_length=8, null=True, editable=False)  # noqa: DJ001 - the national office has the empty code
    name = ClearableTextField(_("Nama"))
    address = ClearableTextField(_("Alamat"), default="")
    phone = ClearableTextField(_("Telepon"), default="")
    workplace = ClearableTextField(_("Tempat kerja"), default="")
    post = ClearableTextField(_("Jabatan"), default="")
    employment_class = models.CharField(
        _("Status kepegawaian"), max_length=30, blank=True
    )
    holds_office = models.BooleanField(_("Memangku jabatan"), null=True)
    marks = ClearableTextField(_("Ciri-ciri"), default="")
    standing = models.CharField(
        max_length=10, choices=Standing, default=Standing.NAMED, editable=False
    )
    standing_reason = SealedTextField(_("Alasan"), default="")
    replaced_by = models.OneToOneField(
        "self",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="stands_for",
    )
    cleared_at = models.DateTimeField(null=True, editable=False)
    cleared_as = models.PositiveSmallIntegerField(null=True, editable=False)

    every = models.Manager["Respondent"]()
    objects = PresentRespondents()

    class Meta:
        ordering = ("id",)
        base_manager_name = "every"
        default_manager_name = "objects"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(standing="replaced", replaced_by__isnull=False)
                | (~models.Q(standing="replaced") & models.Q(replaced_by__isnull=True)),
                name="replaced_respondent_names_the_right_one",
            ),
            models.CheckConstraint(
                condition=models.Q(report__isnull=False, found_in__isnull=True)
                | models.Q(report__isnull=True, found_in__isnull=False),
                name="respondent_reported_or_found",
            ),
            models.CheckConstraint(
                condition=models.Q(cleared_at__isnull=True, cleared_as__isnull=True)
                | models.Q(cleared_at__isnull=False, cleared_as__isnull=False),
                name="cleared_respondent_keeps_a_number",
            ),
        ]

    def __str__(self) -> str:
        return f"respondent {self.pk}"

    @property
    def is_known(self) -> bool:
        """Whether there is a name, and not only marks."""
        return bool(self.name.strip())

    @property
    def called(self) -> str:
        """The name, or the marks of somebody who is not known yet, shortened."""
        if self.is_known or not self.marks:
            return self.name
        marks = textwrap.shorten(self.marks, _MARKS_SHOWN, placeholder=" …")
        return gettext("Belum dikenal: %(marks)s") % {"marks": marks}

    @property
    def region(self) -> str:
        """Region of the office that handles the matter."""
        return self.report.region if self.report else (self.found_in or "")

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this person: the report, or the person found."""
        if self.report:
            return self.report.ledger_subject
        return f"respondent:{self.pk}"

    def cleared_mask(self, name: str) -> str:
        """Return what is read in place of a sealed field; nothing unless cleared."""
        if self.cleared_at is None:
            return ""
        if self.standing != self.Standing.NAMED and name == "name":
            return gettext("Orang yang keliru disebut (nama disimpan tersegel)")
        if name != "name":
            return gettext("disimpan tersegel")
        numbered = {"number": self.cleared_as}
        return gettext("Terlapor %(number)s (nama disimpan tersegel)") % numbered


class Witness(models.Model):
    """Who saw it too, as the reporter names them."""

    report = models.ForeignKey(
        Report, on_delete=models.PROTECT, related_name="witnesses"
    )
    name = SealedTextField(_("Nama"))
    address = SealedTextField(_("Alamat"), default="")
    phone = SealedTextField(_("Telepon"), default="")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"witness {self.pk}"
