"""People who sign in, and what they are from one day to another."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from netra.domain.access import Action, Role
from netra.records.access import RegionQuerySet


class User(AbstractUser):
    """A person who signs in; rights come only from dated roles.

    Invariant: neither `is_staff` nor `is_superuser` opens anything in Netra.
    """

    first_name = None  # type: ignore[assignment] # one name, as Indonesian names are
    last_name = None  # type: ignore[assignment] # the same
    name = models.CharField(_("Nama"), max_length=120)

    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """Return the one name."""
        return self.name

    def get_short_name(self) -> str:
        """Return the first word of the name."""
        return self.name.split(" ")[0]


class RoleQuerySet(RegionQuerySet["RoleAssignment"]):
    """Roles by the jurisdiction of their office."""

    region_path = "office__region"
    view_action = Action.VIEW_PEOPLE


class RoleAssignment(models.Model):
    """One role of a person in an office, from a day on and perhaps until a day.

    Invariant: never deleted; it ends by getting a last day.
    """

    ROLES = [
        (Role.FIELD.value, _("Pengawas lapangan")),
        (Role.OFFICER.value, _("Petugas")),
        (Role.MEMBER.value, _("Anggota")),
        (Role.ADMINISTRATOR.value, _("Pengelola")),
        (Role.AUDITOR.value, _("Pemeriksa")),
    ]

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="roles")
    office = models.ForeignKey(
        "accounts.Office", on_delete=models.PROTECT, related_name="roles"
    )
    role = models.CharField(_("Peran"), max_length=16, choices=ROLES)
    post = models.CharField(_("Jabatan"), max_length=120, blank=True)
    from_on = models.DateField(_("Mulai"))
    to_on = models.DateField(_("Sampai"), null=True, blank=True)

    objects = RoleQuerySet.as_manager()

    class Meta:
        ordering = ("office", "role", "user")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_on__isnull=True)
                | models.Q(to_on__gte=models.F("from_on")),
                name="role_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["user", "office", "role", "from_on"], name="role_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"role {self.pk}"
