"""The starting text of a study, composed from facts; whoever studies writes on.

Nothing here reads the database, and nothing concludes: elements are told as they were
judged, evidence as it was tied, and what nobody has judged is said to be open.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """A respondent as the study names them; `what` are class, post and workplace."""

    number: int
    name: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementFacts:
    """An element of a norm: how it was judged, why, and what speaks to it."""

    text: str
    judgement: str
    why: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AllegationFacts:
    """A norm held against a respondent; `status` says how sure the law data is."""

    person: int
    title: str
    articles: str
    status: str
    act_on: str
    stage: str
    elements: tuple[ElementFacts, ...]
    is_proven: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFacts:
    """What somebody said in finished minutes; `label` is the capacity, no name."""

    label: str
    when: str
    text: str
    under_oath: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What the study of a case is assembled from."""

    origin: str
    event: str
    when: str
    place: str
    account: str
    people: tuple[PersonFacts, ...]
    allegations: tuple[AllegationFacts, ...]
    exhibits: tuple[str, ...]
    statements: tuple[StatementFacts, ...]


def compose(facts: CaseFacts) -> dict[str, str]:
    """Return the starting text of every part, by the part's name."""
    return {
        "position": _position(facts),
        "facts": _facts(facts),
        "analysis": _analysis(facts),
        "conclusion": _conclusion(facts),
        "recommendation": _recommendation(facts),
    }


def _blocks(*blocks: str) -> str:
    return "\n\n".join(block for block in blocks if block)


def _lines(title: str, lines: Iterable[str], none: str) -> str:
    told = list(lines)
    return "\n".join([title, *told]) if told else f"{title}\n{none}"


def _called(person: PersonFacts) -> str:
    name = person.name or _("belum dikenal")
    what = f" ({person.what})" if person.what else ""
    return _("Terlapor %(number)s: %(name)s%(what)s") % {
        "number": person.number,
        "name": name,
        "what": what,
    }


def _position(facts: CaseFacts) -> str:
    when = facts.when or _("belum diketahui")
    place = facts.place or _("belum diketahui")
    return _blocks(
        facts.origin,
        _("Perbuatan: %(event)s") % {"event": facts.event},
        _("Waktu: %(when)s") % {"when": when},
        _("Tempat: %(place)s") % {"place": place},
        "\n".join(_called(person) for person in facts.people),
        _lines(
            _("Dugaan:"),
            (f"- {_alleged(one)}" for one in facts.allegations),
            _("Belum ada norma yang dipilih."),
        ),
    )


def _alleged(one: AllegationFacts) -> str:
    told = _(
        "Terlapor %(number)s, %(title)s, perbuatan tanggal %(day)s (%(stage)s)"
    ) % {
        "number": one.person,
        "title": one.title,
        "day": one.act_on,
        "stage": one.stage,
    }
    return f"{told} [{one.articles}]" if one.articles else told


def _facts(facts: CaseFacts) -> str:
    return _blocks(
        _("Uraian: %(account)s") % {"account": facts.account} if facts.account else "",
        _lines(
            _("Bukti:"),
            (f"- {exhibit}" for exhibit in facts.exhibits),
            _("Tidak ada berkas bukti."),
        ),
        _lines(
            _("Keterangan dalam klarifikasi:"),
            (f"- {_said(one)}" for one in facts.statements),
            _("Belum ada klarifikasi yang selesai."),
        ),
        _lines(
            _("Imbauan sebelumnya:"), (), _("Tidak ada imbauan yang tercatat di Netra.")
        ),
    )


def _said(one: StatementFacts) -> str:
    oath = _("di bawah sumpah atau janji") if one.under_oath else _("tanpa sumpah")
    return f"{one.label}, {one.when}, {oath}: {one.text}".rstrip(": ")


def _analysis(facts: CaseFacts) -> str:
    if not facts.allegations:
        return _("Belum ada norma yang dipilih, jadi belum ada unsur yang diuji.")
    return _blocks(*(_tested(one) for one in facts.allegations))


def _tested(one: AllegationFacts) -> str:
    sure = f" ({one.status})" if one.status else ""
    elements = [
        _element(number, element)
        for number, element in enumerate(one.elements, start=1)
    ]
    return _lines(
        f"{_alleged(one)}{sure}",
        elements,
        _("Unsur norma ini belum diuraikan dalam data."),
    )


def _element(number: int, element: ElementFacts) -> str:
    evidence = "; ".join(element.evidence) or _("tidak ada bukti yang dikaitkan")
    why = f" {element.why}" if element.why else ""
    return _(
        "Unsur %(number)s. %(text)s: %(judgement)s.%(why)s Bukti: %(evidence)s."
    ) % {
        "number": number,
        "text": element.text.rstrip("."),
        "judgement": element.judgement,
        "why": why,
        "evidence": evidence,
    }


def _conclusion(facts: CaseFacts) -> str:
    return _blocks(*(_concluded(one) for one in facts.allegations)) or _(
        "Belum ada yang dapat disimpulkan."
    )


def _concluded(one: AllegationFacts) -> str:
    values = {"number": one.person, "title": one.title}
    if one.elements and one.is_proven:
        told = _(
            "Terlapor %(number)s, %(title)s: semua unsur dinilai terpenuhi dalam "
            "kajian ini; yang memutus adalah pleno."
        )
        return told % values
    told = _(
        "Terlapor %(number)s, %(title)s: belum semua unsur dinilai terpenuhi dalam "
        "kajian ini."
    )
    return told % values


def _recommendation(facts: CaseFacts) -> str:
    return _lines(
        _("Kajian ini diajukan ke rapat pleno untuk memutus dugaan terhadap:"),
        (f"- {_called(person)}" for person in facts.people),
        _("Belum ada terlapor."),
    )
