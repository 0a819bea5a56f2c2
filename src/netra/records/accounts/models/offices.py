"""Offices of the supervisors, bodies outside them, and settings of an office."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action
from netra.records.access import RegionQuerySet


class OfficeQuerySet(RegionQuerySet["Office"]):
    """Offices by jurisdiction."""

    view_action = Action.VIEW_PEOPLE


class Office(models.Model):
    """An office of the election supervisors.

    Invariant: the national office has the empty region code; every other office has
    the code of its region. Village and polling-station offices carry the code of their
    sub-district and name the office they belong to.
    """

    class Tier(models.TextChoices):
        """Level of an office."""

        NATIONAL = "pusat", _("pusat")
        PROVINCE = "provinsi", _("provinsi")
        REGENCY = "kabupaten", _("kabupaten")
        CITY = "kota", _("kota")
        SUBDISTRICT = "kecamatan", _("kecamatan")
        VILLAGE = "kelurahan_desa", _("kelurahan/desa")
        POLLING_STATION = "tps", _("TPS")

    name = models.CharField(_("Nama kantor"), max_length=120)
    tier = models.CharField(_("Tingkat"), max_length=16, choices=Tier)
    region = models.CharField(_("Kode wilayah"), max_length=8, blank=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    address = models.CharField(_("Alamat"), max_length=200, blank=True)
    city = models.CharField(_("Kota pada surat"), max_length=60, blank=True)
    phone = models.CharField(_("Telepon"), max_length=30, blank=True)
    email = models.EmailField(_("Surel"), blank=True)
    authorisation = models.CharField(
        _("Nomor surat penetapan sebagai kanal resmi"), max_length=120, blank=True
    )
    authorised_on = models.DateField(_("Tanggal surat"), null=True, blank=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ("region", "name")
        constraints = [
            models.UniqueConstraint(fields=["region", "name"], name="office_once"),
            models.CheckConstraint(
                condition=models.Q(tier="pusat", region="")
                | (~models.Q(tier="pusat") & ~models.Q(region="")),
                name="office_region_fits_tier",
            ),
            models.CheckConstraint(
                condition=~models.Q(tier__in=["kelurahan_desa", "tps"])
                | models.Q(parent__isnull=False),
                name="office_of_village_has_parent",
            ),
            models.CheckConstraint(
                condition=models.Q(authorisation="", authorised_on__isnull=True)
                | (~models.Q(authorisation="") & models.Q(authorised_on__isnull=False)),
                name="office_authorisation_is_dated",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def ledger_subject(self) -> str:
        """Subject of the entries about this office."""
        return f"office:{self.pk}"


class OutsideBody(models.Model):
    """A body outside the supervisors that receives referrals or copies.

    Invariant: `authority` is an id of the law data; what is national has no region.
    """

    authority = models.CharField(max_length=40)
    name = models.CharField(max_length=160)
    region = models.CharField(max_length=8, blank=True)
    address = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)

    class Meta:
        ordering = ("authority", "region")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "region", "name"], name="body_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class OfficeSetting(models.Model):
    """A value that no rule gives: *kebiasaan, bukan aturan*.

    Invariant: rows are never changed; the newest row of a key is in force.
    """

    class Key(models.TextChoices):
        """What an office may settle for itself."""

        PLENARY_QUORUM = "plenary_quorum", _("Kuorum pleno")
        REGISTRATION_NUMBER = "registration_number", _("Pola nomor registrasi")
        PRE_NUMBER = "pre_number", _("Pola nomor tanda terima")
        REFERRAL_NUMBER = "referral_number", _("Pola nomor surat penerusan")
        SIGNATORY = "signatory", _("Penandatangan surat")
        OBSERVATION_NUMBER = "observation_number", _("Pola nomor hasil pengawasan")
        TRACING_NUMBER = "tracing_number", _("Pola nomor penelusuran")
        FINDING_NUMBER = "finding_number", _("Pola nomor dugaan temuan")
        TRACING_DAYS = "tracing_days", _("Lama penelusuran, dalam hari")
        INTAKE_THRESHOLD = "intake_threshold", _("Informasi baru yang ditampilkan")
        PLENARY_NOTICE_HOURS = (
            "plenary_notice_hours",
            _("Jeda undangan pleno, dalam jam"),
        )
        REPLY_DAYS = "reply_days", _("Waktu hak jawab terlapor, dalam hari")
        REOPENING = "reopening", _("Perkara yang diputus dapat dibuka kembali")
        AGENDA_IN = "agenda_in", _("Pola nomor agenda surat masuk")
        AGENDA_OUT = "agenda_out", _("Pola nomor agenda surat keluar")
        INVITATION_NUMBER = "invitation_number", _("Pola nomor undangan klarifikasi")
        NOTICE_NUMBER = "notice_number", _("Pola nomor pemberitahuan")
        DELEGATION_NUMBER = "delegation_number", _("Pola nomor pelimpahan")

    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="settings"
    )
    key = models.CharField(max_length=30, choices=Key)
    value = models.CharField(max_length=200)
    set_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.PROTECT
    )  # null: settled by the installation itself
    set_at = models.DateTimeField()

    class Meta:
        ordering = ("office", "key", "-id")

    def __str__(self) -> str:
        return f"{self.key} of office {self.office_id}"
