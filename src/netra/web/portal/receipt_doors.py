"""Doors to receipts; every one is open to everybody.

What belongs to a report is handed out only to a visit that has opened it with number
and code.
"""

from django.urls import URLPattern

from netra.web.portal import receipt_pages
from netra.web.routes import public

DOORS: list[URLPattern] = [
    public("tanda-terima/", receipt_pages.receipt_check, name="receipt_check"),
    public("tanda-terima/kunci.txt", receipt_pages.receipt_keys, name="receipt_keys"),
    public(
        "tanda-terima/pemeriksa.html",
        receipt_pages.receipt_checker,
        name="receipt_checker",
    ),
    public(
        "status/tanda-terima/<slug:key>/",
        receipt_pages.status_receipt,
        name="status_receipt",
    ),
    public(
        "status/catatan/<slug:key>/", receipt_pages.status_entry, name="status_entry"
    ),
]
