"""Template tags and filters of Netra: `{% load netra %}`.

Every component a page may use is here or is a file beginning with an underscore in
`templates/web/`; all of them stand on `/gaya/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any

from django import forms, template
from django.core.paginator import Page
from django.forms.boundfield import BoundField
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from netra.domain.law import Status, zone_of
from netra.web.portal import law_words

from . import citations, countdowns, fields, moments
from .drawings import ICONS, MARK

if TYPE_CHECKING:
    from netra.domain.law import Deadline, Hinge

register = template.Library()

TONES = ("", "info", "warn", "danger", "good", "tag")
_NOTICE_ICONS = {"warn": "warn", "danger": "warn", "good": "check", "info": "info"}


class LookError(Exception):
    """A template asks for a drawing or tone that does not exist."""


def _toned(tone: str) -> str:
    if tone not in TONES:
        raise LookError(f"tone {tone!r} is none of {', '.join(TONES)}")
    return f" is-{tone}" if tone else ""


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw one icon; it is hidden from readers of the text, so a word stands beside it.

    Raises:
        LookError: there is no such drawing.
    """
    if name not in ICONS:
        raise LookError(f"icon {name!r} is not drawn; known: {', '.join(ICONS)}")
    drawing = mark_safe(ICONS[name])
    return format_html(
        '<svg class="i" viewBox="0 0 24 24" aria-hidden="true">{}</svg>', drawing
    )


@register.simple_tag
def mark(label: str = "") -> SafeString:
    """Draw the eye of the mat; with a label it is an image, else decoration."""
    drawing = mark_safe(MARK)
    if label:
        return format_html(
            '<svg viewBox="-2 0 52 48" width="72" height="66" role="img"'
            ' aria-label="{}">{}</svg>',
            label,
            drawing,
        )
    return format_html('<svg viewBox="-2 0 52 48" aria-hidden="true">{}</svg>', drawing)


@register.simple_tag
def pill(text: str, tone: str = "", drawing: str = "") -> SafeString:
    """Show a state as word, drawing and shape; `tone` is one of `TONES`."""
    shape = icon(drawing) if drawing else ""
    return format_html('<span class="pill{}">{}{}</span>', _toned(tone), shape, text)


@register.simple_tag
def unconfirmed(status: str, key: str = "") -> SafeString:
    """Mark what is not confirmed, with a way to its source; confirmed shows nothing.

    Args:
        status: A status of `netra.domain.law`.
        key: Key of the value in the law data; without it the mark is no link.
    """
    if str(status) == "confirmed":
        return SafeString("")
    words = _("belum dikonfirmasi")
    if not key:
        return format_html('<span class="unconfirmed">{}{}</span>', icon("ask"), words)
    return format_html(
        '<a class="unconfirmed" href="{}">{}{}</a>',
        reverse("law_value", args=[key]),
        icon("ask"),
        words,
    )


def _law_key(deadline: Deadline, procedure: str) -> str:
    return f"{procedure}.{deadline.key}" if procedure else deadline.key


@register.simple_tag
def law_status(status: str) -> SafeString:
    """Show how sure a value of the law is, as a pill; confirmed is shown too."""
    tone, drawing = law_words.STATUS_TONES[Status(status)]
    return pill(law_words.status_words(status), tone, drawing)


@register.inclusion_tag("web/_countdown.html")
def countdown(deadline: Deadline, now: datetime, size: str = "") -> dict[str, object]:
    """Show the time left: a ring for the share, words, and the date; `size` "big"."""
    shown = countdowns.countdown_of(deadline, now, big=size == "big")
    return {"countdown": shown, "is_big": size == "big", "due_at": deadline.due_at}


@register.inclusion_tag("web/_days.html")
def days(deadline: Deadline, now: datetime, procedure: str = "") -> dict[str, object]:
    """Show which day counts, which not, and why; `procedure` leads to the source."""
    return {
        "strip": countdowns.strip_of(deadline, now),
        "deadline": deadline,
        "law_key": _law_key(deadline, procedure),
    }


@register.inclusion_tag("web/_deadline.html")
def deadline_panel(
    deadline: Deadline, now: datetime, procedure: str = ""
) -> dict[str, object]:
    """Show a deadline with its article, countdown, days and notes.

    Args:
        deadline: As `netra.domain.law` computes it.
        now: Moment of reading.
        procedure: Id of the procedure, so that the marks lead to this very value.
    """
    today = now.astimezone(deadline.due_at.tzinfo).date()
    return {
        "deadline": deadline,
        "law_key": _law_key(deadline, procedure),
        "procedure": procedure,
        "now": now,
        "zone": moments.zone_label(deadline.due_at),
        "weak_parts": [
            (law_words.part_words(part), status)
            for part, status in deadline.parts.items()
            if status is not Status.CONFIRMED
        ],
        "warns_early": deadline.warn_on <= today < deadline.due_on,
    }


@register.inclusion_tag("web/_hinge.html")
def hinge(hinge: Hinge) -> dict[str, object]:
    """Show why the stage makes the act a matter of ethics or of discipline."""
    is_before = hinge.applies.id == hinge.before.id
    return {"hinge": hinge, "is_before": is_before, "is_after": not is_before}


@register.inclusion_tag("web/_pages.html", takes_context=True)
def pages(context: Context, page_obj: Page[Any]) -> dict[str, object]:
    """Link the pages of a list, keeping the rest of the query."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    numbers = page_obj.paginator.get_elided_page_range(
        page_obj.number, on_each_side=1, on_ends=1
    )
    kept = query.urlencode()
    return {
        "page_obj": page_obj,
        "numbers": list(numbers),
        "prefix": f"?{kept}&page=" if kept else "?page=",
    }


@register.inclusion_tag("web/_empty.html")
def empty(
    title: str, text: str = "", url: str = "", action: str = ""
) -> dict[str, str]:
    """Say that nothing is here, what is nearest, and give one way on."""
    return {"title": title, "text": text, "url": url, "action": action}


@register.simple_tag
def number(value: object) -> SafeString:
    """Show the number of a case, allowed to break behind each slash."""
    parts = ((part,) for part in str(value).split("/"))
    breakable = format_html_join(SafeString("/<wbr>"), "{}", parts)
    return format_html('<span class="num">{}</span>', breakable)


@register.simple_block_tag
def notice(content: str, tone: str = "info", title: str = "") -> SafeString:
    """Set the enclosed paragraphs as a notice: info, warn, danger or good."""
    heading = format_html("<h2>{}</h2>", title) if title else ""
    return format_html(
        '<div class="notice{}">{}<div>{}{}</div></div>',
        _toned(tone),
        icon(_NOTICE_ICONS.get(tone, "info")),
        heading,
        content,
    )


@register.simple_tag
def facts(pairs: Mapping[str, object] | Iterable[tuple[str, object]]) -> SafeString:
    """Set labels and values as a list of facts; empty values are left out."""
    listed = pairs.items() if isinstance(pairs, Mapping) else pairs
    rows = format_html_join(
        "",
        "<dt>{}</dt><dd>{}</dd>",
        (row for row in listed if row[1] not in ("", None)),
    )
    return format_html('<dl class="facts">{}</dl>', rows)


@register.simple_tag
def crumbs(*trail: str) -> SafeString:
    """Show the way back: pairs of address (or route name) and label, then the page.

    Example:
        `{% crumbs "home" _("Beranda") "law" _("Hukum") entry.label %}`
    """
    *pairs, here = trail
    links = format_html_join(
        "",
        '<li><a href="{}">{}</a></li>',
        (
            (where if where.startswith("/") else reverse(where), label)
            for where, label in zip(pairs[::2], pairs[1::2], strict=True)
        ),
    )
    return format_html(
        '<nav aria-label="{}"><ol class="crumbs">{}<li><span aria-current="page">{}'
        "</span></li></ol></nav>",
        _("Remah roti"),
        links,
        here,
    )


@register.inclusion_tag("web/_field.html")
def field(bound: BoundField, optional: str = "") -> dict[str, object]:
    """Show a form field; `optional` replaces the words *boleh kosong*."""
    return {"shown": fields.shown_field(bound), "optional": optional}


@register.inclusion_tag("web/_errors.html")
def errors(form: forms.BaseForm) -> dict[str, object]:
    """List what is wrong in a form, each entry linked to its field."""
    listed = list(fields.listed_errors(form)) if form.is_bound else []
    wrong_fields = {anchor for anchor, _label, _text in listed if anchor}
    return {"listed": listed, "fields": len(wrong_fields)}


def _zone(region: str) -> tzinfo | None:
    return zone_of(region) if region else None


@register.filter
def local_date(value: date | None) -> str:
    """Show a day in full; nothing for nothing."""
    if isinstance(value, datetime):
        value = moments.in_place(value).date()
    return moments.local_date(value) if value else ""


@register.filter
def short_date(value: date | None) -> str:
    """Show a day for narrow places; nothing for nothing."""
    if isinstance(value, datetime):
        value = moments.in_place(value).date()
    return moments.short_date(value) if value else ""


@register.filter
def plain_date(value: date | None) -> str:
    """Show a day without its weekday; nothing for nothing."""
    return moments.plain_date(value) if value else ""


@register.filter
def local_moment(value: datetime | None, region: str = "") -> str:
    """Show day, time and zone, in the zone of a region code if one is given."""
    return moments.local_moment(value, _zone(region)) if value else ""


@register.filter
def short_moment(value: datetime | None, region: str = "") -> str:
    """Show day and time for narrow places, in the zone of a region code if given."""
    return moments.short_moment(value, _zone(region)) if value else ""


@register.filter
def size(value: int | None) -> str:
    """Show a file size given in bytes."""
    return "" if value is None else moments.size_text(value)


@register.filter
def number_id(value: int | float | None) -> str:
    """Show a number with the thousands mark of the language."""
    return "" if value is None else moments.number_text(value)


@register.filter
def span(value: timedelta | None) -> str:
    """Show a length of time in its two largest parts."""
    return "" if value is None else moments.span_words(value, full=True)


@register.filter
def article(value: str | None) -> str:
    """Show a citation the Indonesian way: *art. 134(4)* as *Pasal 134 ayat (4)*."""
    return citations.citation_text(value or "")


@register.filter
def count_of(counts: Mapping[str, int] | None, name: str) -> int:
    """Return what waits behind a route, zero where nothing was counted."""
    return counts.get(name, 0) if counts else 0
