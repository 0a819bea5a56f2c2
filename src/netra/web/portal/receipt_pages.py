"""Receipts on pages: checking them, their keys, and what a reporter may save."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control

from netra.domain.receipts import (
    Claim,
    KeyRing,
    Kind,
    ReceiptError,
    ReceiptKeyError,
    SignedReceipt,
    verify,
)
from netra.records.documents.qr import qr_data_uri
from netra.records.documents.receipt_keys import REMARKS, known_keys
from netra.records.documents.receipt_texts import entry_of, receipts_of, signed_receipt
from netra.records.jobs import moment
from netra.records.reports.models import Report
from netra.web.portal.receipt_checker import standalone_page
from netra.web.portal.status_key import opened_report

__all__ = [
    "ShownReceipt",
    "receipt_check",
    "receipt_checker",
    "receipt_keys",
    "shown_receipts",
    "status_entry",
    "status_receipt",
]

_SLUGS = {Kind.REPORT: "laporan", Kind.COMPLETION: "kelengkapan"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReceipt:
    """A receipt as pages show it; `qr` is a picture in a data address."""

    kind: Kind
    number: str
    received_at: datetime
    digest: str
    key_id: str
    text: str
    slug: str
    qr: str = ""

    @property
    def day(self) -> date:
        """Day as the place reads it."""
        return self.received_at.date()

    @property
    def clock(self) -> str:
        """Hour, minute and second as the place reads them."""
        return f"{self.received_at:%H.%M.%S}"

    @property
    def zone(self) -> str:
        """Offset from UTC: `+07.00`."""
        offset = f"{self.received_at:%z}"
        return f"{offset[:3]}.{offset[3:]}"


def _shown(signed: SignedReceipt, *, with_code: bool = False) -> ShownReceipt:
    receipt = signed.receipt
    return ShownReceipt(
        kind=receipt.kind,
        number=receipt.number,
        received_at=receipt.received_at,
        digest=receipt.digest,
        key_id=signed.key_id,
        text=signed.text,
        slug=_SLUGS[receipt.kind],
        qr=qr_data_uri(signed.text) if with_code else "",
    )


def shown_receipts(report: Report) -> list[ShownReceipt]:
    """Return the receipts a report has, each with its QR code."""
    return [_shown(signed, with_code=True) for signed in receipts_of(report)]


def _key_list() -> str:
    """Return the key list of this installation, empty while it has no key."""
    try:
        return known_keys().listed(REMARKS)
    except ReceiptKeyError:
        return ""


def receipt_check(request: HttpRequest) -> HttpResponse:
    """Check a receipt; without JavaScript the text is sent here, and not kept."""
    context: dict[str, object] = {"keys": _key_list()}
    if request.method == "POST":
        context |= _checked(
            request.POST.get("text", ""), request.POST.get("number", "").strip()
        )
    return render(request, "portal/receipts/check.html", context)


def _checked(text: str, number: str) -> dict[str, object]:
    given: dict[str, object] = {"text": text, "number": number}
    try:
        keys = known_keys()
    except ReceiptKeyError:
        keys = KeyRing(keys=())
    try:
        signed = verify(text, keys, Claim(number=number or None))
    except ReceiptError as error:
        return {**given, "outcome": type(error).__name__}
    return {**given, "outcome": "proved", "shown": _shown(signed)}


def receipt_keys(_request: HttpRequest) -> HttpResponse:
    """Hand out the public keys as the text that `netra verify --keys` takes.

    Raises:
        Http404: the installation has no key yet.
    """
    listed = _key_list()
    if not listed:
        raise Http404
    response = HttpResponse(listed, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="kunci-tanda-terima.txt"'
    return response


def receipt_checker(_request: HttpRequest) -> HttpResponse:
    """Hand out the checker as one file that works from the disk."""
    page = standalone_page(
        _key_list(), address=settings.PUBLIC_URL, is_sample=moment.is_demonstration()
    )
    response = HttpResponse(page, content_type="text/html; charset=utf-8")
    name = "pemeriksa-tanda-terima.html"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _kind_of(slug: str) -> Kind:
    for kind, known in _SLUGS.items():
        if known == slug:
            return kind
    raise Http404


@cache_control(no_store=True, private=True)
def status_receipt(request: HttpRequest, key: str) -> HttpResponse:
    """Hand out the text of a receipt of the report this visit has opened.

    Raises:
        Http404: the report has no such receipt.
    """
    kind, report = _kind_of(key), opened_report(request, moment.now())
    if report is None:
        return redirect("status")
    signed = signed_receipt(report, kind)
    if signed is None:
        raise Http404
    response = HttpResponse(f"{signed.text}\n", content_type="text/plain")
    response["Content-Disposition"] = f'attachment; filename="tanda-terima-{key}.txt"'
    return response


@cache_control(no_store=True, private=True)
def status_entry(request: HttpRequest, key: str) -> HttpResponse:
    """Hand out the bytes of the ledger entry behind a receipt; they name nobody.

    Raises:
        Http404: the report has no such entry.
    """
    kind, report = _kind_of(key), opened_report(request, moment.now())
    if report is None:
        return redirect("status")
    entry = entry_of(report, kind)
    if entry is None:
        raise Http404
    response = HttpResponse(bytes(entry.canonical), content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="catatan-{key}.json"'
    return response
