"""How these pages open a letter, and how they answer what is refused."""

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from netra.domain.access import Action, RegionCode, is_allowed
from netra.records.access import NotAllowedError
from netra.records.accounts.models import OutsideBody
from netra.records.cases.errors import CaseError, CaseMovedError
from netra.records.documents.errors import DocumentsError
from netra.records.evidence.errors import EvidenceError
from netra.records.packs.errors import KeyKnownError, MovedOnError, PacksError
from netra.records.packs.models import Pack
from netra.records.packs.queries import bodies_kept_by
from netra.records.referrals.errors import ReferralError
from netra.records.referrals.models import Referral
from netra.records.reports.errors import ReportError
from netra.web.desk.case_access import open_case
from netra.web.desk.tied import refuse_tied
from netra.web.routes import StaffRequest

CONFLICT, REFUSED = 409, 422
_REFUSALS = (
    PacksError,
    ReferralError,
    CaseError,
    ReportError,
    DocumentsError,
    EvidenceError,
)
_CONFLICTS = (MovedOnError, KeyKnownError, CaseMovedError)
_Made = TypeVar("_Made")


class ActForm(forms.Form):
    """A form whose act may be refused after its fields were found right."""

    refused_with = 0

    @property
    def status(self) -> int:
        """Status of the answer that shows this form: 200, 422 or what refused it."""
        if self.refused_with:
            return self.refused_with
        return REFUSED if self.is_bound and not self.is_valid() else 200


def carried_out(form: ActForm, act: Callable[[], _Made]) -> _Made | None:
    """Do what a valid form asks for; `None` when it was refused and the form says why.

    Raises:
        PermissionDenied: the actor may not do this here.
    """
    try:
        return act()
    except NotAllowedError as error:
        raise PermissionDenied(error.reader_message) from error
    except _REFUSALS as error:
        form.refused_with = CONFLICT if isinstance(error, _CONFLICTS) else REFUSED
        field = str(getattr(error, "field", ""))
        form.add_error(field if field in form.fields else None, error.reader_message)
        return None


def ready(form: forms.Form) -> bool:
    """Say whether something was sent and its fields are right."""
    return form.is_bound and form.is_valid()


def may(request: StaffRequest, action: Action, region: str) -> bool:
    """Say whether the reader may do `action` in a region."""
    return is_allowed(request.actor, action, RegionCode(region))


def open_referral(
    request: StaffRequest, pk: int, needs: Action | None = None
) -> Referral:
    """Return a letter the reader may see.

    Raises:
        Http404: it belongs to another region, or there is none.
        PermissionDenied: the reader sees it but may not do `needs` with it.
    """
    rows = Referral.objects.visible_to(request.actor).select_related(
        "case__report", "case__finding", "tracing", "office"
    )
    referral = get_object_or_404(rows, pk=pk)
    if referral.case is not None:
        open_case(request, referral.case.pk, needs)
        return referral
    refuse_tied(request, referral.matter, needs)
    if needs is not None and not may(request, needs, referral.region):
        raise PermissionDenied(NotAllowedError(needs).reader_message)
    return referral


def open_pack(request: StaffRequest, pk: int) -> Pack:
    """Return a pack the reader may see; the sealed part needs the higher right.

    Raises:
        Http404: its letter belongs to another region, or there is none.
        PermissionDenied: the reader makes no packs, or opens no identities.
    """
    rows = Pack.objects.select_related("referral", "body", "key", "need", "asked_by")
    pack = get_object_or_404(rows, pk=pk)
    sealed = pack.part == Pack.Part.SEALED
    needs = Action.OPEN_IDENTITY if sealed else Action.MAKE_PACK
    pack.referral = open_referral(request, pack.referral_id, needs)
    return pack


def open_body(request: StaffRequest, pk: int) -> OutsideBody:
    """Return a body whose keys the reader keeps.

    Raises:
        Http404: it lies outside, or there is none.
    """
    found = bodies_kept_by(request.actor).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
