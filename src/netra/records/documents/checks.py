"""What is checked when the program starts: can receipts be signed?"""

from collections.abc import Sequence

from django.apps import AppConfig
from django.conf import settings
from django.core import checks

from netra.domain.receipts import ReceiptKeyError
from netra.records.documents.receipt_keys import known_keys


def check_receipt_keys(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001
    **_options: object,
) -> list[checks.CheckMessage]:
    """Warn where receipts go out unsigned; stop at an ended key nobody can read."""
    if not settings.RECEIPT_KEY and not settings.RECEIPT_OLD_KEYS:
        return [
            checks.Warning(
                "NETRA_RECEIPT_KEY is missing: receipts are issued without signature.",
                hint="Run `make keys`; it adds the missing key and changes no other.",
                id="netra.W001",
            )
        ]
    try:
        known_keys()
    except ReceiptKeyError as error:
        return [checks.Error(str(error), id="netra.E001")]
    return []
