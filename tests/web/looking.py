"""What the tests of the look share: a rendered template and a deadline."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.template import Context, Template

import netra.web
from netra.domain.law import (
    Deadline,
    deadlines_from,
    load_law,
    seed_calendar,
)

JAKARTA = ZoneInfo("Asia/Jakarta")
MAKASSAR = ZoneInfo("Asia/Makassar")
JAYAPURA = ZoneInfo("Asia/Jayapura")
WEB = Path(netra.web.__file__).parent
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
CSS = (WEB / "static" / "web" / "netra.css").read_text(encoding="utf-8")
EVERY_CSS = "".join(
    path.read_text(encoding="utf-8")
    for path in sorted((WEB / "static" / "web").rglob("*.css"))
)


def rendered(source: str, **context: object) -> str:
    return Template("{% load netra %}" + source).render(Context(context))


def rendered_page(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


def a_deadline(
    procedure: str = "pemilihan-2024",
    event: str = "report_registered",
    key: str = "handling",
    at: datetime = datetime(2025, 8, 15, 9, 15, tzinfo=JAKARTA),
    region: str = "19.01",
) -> Deadline:
    law = load_law()
    calendar = seed_calendar({2025, 2026})
    found = deadlines_from(law, law.procedure(procedure), event, at, region, calendar)
    return next(deadline for deadline in found if deadline.key == key)
