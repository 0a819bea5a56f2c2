"""Words of the study: where a case comes from, its parts, its ledger entries."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from netra.records.cases.models import Case
from netra.records.observations.models import Finding

PARTS: Mapping[str, Promise] = {
    "position": gettext_lazy("Kasus posisi"),
    "facts": gettext_lazy("Data"),
    "analysis": gettext_lazy("Kajian"),
    "conclusion": gettext_lazy("Kesimpulan"),
    "recommendation": gettext_lazy("Rekomendasi"),
}
"""The parts of a study, in their order."""

ENTRIES: Mapping[str, Promise] = {
    "case.study_remarked": gettext_lazy("Catatan atas kajian ditulis"),
    "case.study_remark_resolved": gettext_lazy("Catatan atas kajian ditindaklanjuti"),
    "case.study_returned": gettext_lazy("Kajian dikembalikan untuk diperbaiki"),
}


def origin_words(case: Case) -> str:
    """Return how a case came in, for the first line of the study."""
    origin = case.origin
    if isinstance(origin, Finding):
        told = _("Perkara %(number)s berasal dari temuan %(origin)s.")
    else:
        told = _("Perkara %(number)s berasal dari laporan %(origin)s.")
    return told % {"number": case.number, "origin": origin.number}


def unjudged_words() -> str:
    """Return what stands where nobody has judged an element."""
    return _("belum dinilai")
