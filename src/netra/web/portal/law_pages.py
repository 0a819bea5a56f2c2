"""The law as Netra applies it: a list to search, and a page for every value."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.domain.law import Law, LawEntry, Status
from netra.records.jobs import moment
from netra.records.law import queries
from netra.web.fragments import render_page
from netra.web.portal import law_words
from netra.web.templatetags.citations import citation_text

__all__ = ["LawFilter", "LawRow", "law_list", "law_value", "matching"]

PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRow:
    """An entry of the law with the words a reader sees."""

    entry: LawEntry
    label: str
    value: str
    kind: str
    group: str
    meaning: str
    parts: tuple[tuple[str, Status], ...]
    links: tuple[str, ...]
    citations: tuple[str, ...]


class LawFilter(forms.Form):
    """What the reader looks for; every part may be empty."""

    q = forms.CharField(
        label=gettext_lazy("Cari"), required=False, max_length=200, strip=True
    )
    kind = forms.ChoiceField(label=gettext_lazy("Jenis"), required=False)
    group = forms.ChoiceField(
        label=gettext_lazy("Prosedur atau daftar"), required=False
    )
    status = forms.ChoiceField(label=gettext_lazy("Status"), required=False)

    def __init__(self, asked: object, law: Law) -> None:
        super().__init__(asked)  # type: ignore[arg-type]  # a QueryDict, seldom typed
        entries = law.entries()
        kinds = dict.fromkeys(entry.kind for entry in entries)
        groups = dict.fromkeys(entry.group for entry in entries)
        self._offer("kind", ((key, law_words.kind_words(key)) for key in kinds))
        self._offer("group", ((key, law_words.group_words(law, key)) for key in groups))
        self._offer("status", ((key, law_words.status_words(key)) for key in Status))

    def _offer(self, name: str, choices: Iterable[tuple[str, str]]) -> None:
        field = self.fields[name]
        field.choices = [("", _("Semua")), *choices]  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, str]:
        """Return what was chosen; a choice that does not exist is left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


def _shown(law: Law, entry: LawEntry) -> LawRow:
    return LawRow(
        entry=entry,
        label=law_words.label_words(law, entry),
        value=law_words.value_words(law, entry),
        kind=law_words.kind_words(entry.kind),
        group=law_words.group_words(law, entry.group),
        meaning=law_words.status_meaning(entry.status),
        parts=tuple(
            (law_words.part_words(part), status) for part, status in entry.parts.items()
        ),
        links=tuple(text for text in entry.sources if text.startswith("https://")),
        citations=tuple(t for t in entry.sources if not t.startswith("https://")),
    )


def _searched(row: LawRow) -> str:
    entry = row.entry
    texts = (entry.key, row.label, row.value, entry.article or "", *entry.notes)
    return " ".join((*texts, citation_text(entry.article or ""))).casefold()


def matching(law: Law, chosen: dict[str, str]) -> list[LawRow]:
    """Return the entries that carry every chosen word and quality, in reading order.

    Args:
        law: The law as loaded.
        chosen: Any of `q`, `kind`, `group` and `status`.
    """
    words = chosen.get("q", "").casefold().split()
    exact = [
        (name, chosen[name]) for name in ("kind", "group", "status") if name in chosen
    ]
    rows = (
        _shown(law, entry)
        for entry in law.entries()
        if all(getattr(entry, name) == wanted for name, wanted in exact)
    )
    return [row for row in rows if all(word in _searched(row) for word in words)]


def law_list(request: HttpRequest) -> HttpResponse:
    """List the values of the law, searched and filtered, fifty to a page."""
    law = queries.law()
    form = LawFilter(request.GET, law)
    found = matching(law, form.chosen())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page_obj": page, "count": len(found), "section": "law"}
    return render_page(request, "portal/law_list.html", "_law_rows.html", context)


def _relatives(law: Law, entry: LawEntry) -> list[LawRow]:
    """Return the same value in the other procedures: what it was, what replaced it."""
    if entry.group not in law.procedures or entry.key == entry.group:
        return []
    own = entry.key.removeprefix(f"{entry.group}.")
    keys = {f"{other}.{own}" for other in law.procedures if other != entry.group}
    return [_shown(law, found) for found in law.entries() if found.key in keys]


def law_value(request: HttpRequest, key: str) -> HttpResponse:
    """Show one value in every version, with its sources, notes and relatives.

    A key without its procedure leads to the list of all values of that name.

    Raises:
        Http404: the law has no such value.
    """
    law = queries.law()
    versions = [entry for entry in law.entries() if entry.key == key]
    if not versions:
        if any(entry.key.endswith(f".{key}") for entry in law.entries()):
            return redirect(f"{reverse('law')}?{urlencode({'q': f'.{key}'})}")
        raise Http404
    today = timezone.localtime(moment.now()).date()
    current = next((e for e in versions if e.in_force(today)), versions[-1])
    context = {
        "row": _shown(law, current),
        "is_in_force": current.in_force(today),
        "others": [_shown(law, entry) for entry in versions if entry is not current],
        "relatives": _relatives(law, current),
        "procedure": law.procedures.get(current.group),
        "section": "law",
    }
    return render(request, "portal/law_value.html", context)
