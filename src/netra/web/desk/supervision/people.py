"""Who was found: entering them row by row, and showing them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import QueryDict

from netra.domain.law import Status
from netra.records.law.queries import law
from netra.records.reports.content import PersonContent
from netra.records.reports.models import Respondent
from netra.web.desk.case_words import class_words, office_words
from netra.web.portal.forms_people import RespondentForm

__all__ = ["MOST_PEOPLE", "PeopleRows", "ShownPerson", "person_content", "shown_people"]

MOST_PEOPLE = 20
"""Of one page; a choice of layout. Further people are added on a correction."""
_ADD, _REMOVE, _COUNT = "tambah", "hapus", "jumlah"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPerson:
    """Somebody who was found; everything that names them is empty when masked."""

    pk: int
    number: int
    name: str
    post: str
    workplace: str
    address: str
    class_label: str
    class_status: Status
    office: str
    is_described: bool


def shown_people(
    people: Iterable[Respondent], *, masked: bool = False
) -> list[ShownPerson]:
    """Return people as a page shows them, numbered."""
    classes = law().classes
    rows = []
    for number, person in enumerate(people, start=1):
        subject = classes.get(person.employment_class)
        rows.append(
            ShownPerson(
                pk=person.pk,
                number=number,
                name="" if masked else person.name,
                post="" if masked else person.post,
                workplace="" if masked else person.workplace,
                address="" if masked else person.address,
                class_label=class_words(person.employment_class),
                class_status=subject.status if subject else Status.CONFIRMED,
                office=office_words(person.holds_office),
                is_described=bool(person.employment_class),
            )
        )
    return rows


def person_content(form: RespondentForm) -> PersonContent:
    """Return what a valid form says of a person."""
    return PersonContent(**form.cleaned_data)


class PeopleRows:
    """Rows of people on one form, added and removed by a button without a script.

    A row without a word is left out; `forms` are what the page shows.
    """

    def __init__(
        self, data: QueryDict | None, known: Iterable[Respondent] = ()
    ) -> None:
        if data is None:
            self.forms = [
                RespondentForm(prefix=f"p{place}", initial=_initial(person))
                for place, person in enumerate(known)
            ] or [RespondentForm(prefix="p0")]
            self.is_reshaped = False
            return
        self.forms = self._sent(data)
        self.is_reshaped = _ADD in data or _REMOVE in data

    def _sent(self, data: QueryDict) -> list[RespondentForm]:
        told = data.get(_COUNT, "")
        count = min(int(told), MOST_PEOPLE) if told.isdecimal() else 0
        places = list(range(max(count, 1)))
        gone = data.get(_REMOVE, "")
        if gone.isdecimal() and int(gone) in places:
            places.remove(int(gone))
        rows = [
            RespondentForm(_moved(data, p, n), prefix=f"p{n}")
            for n, p in enumerate(places)
        ]
        if _ADD in data and len(rows) < MOST_PEOPLE:
            rows.append(RespondentForm(prefix=f"p{len(rows)}"))
        return rows or [RespondentForm(prefix="p0")]

    @property
    def _filled(self) -> list[RespondentForm]:
        return [form for form in self.forms if form.is_bound and not form.is_blank]

    def is_valid(self) -> bool:
        """Say whether every row with a word is right."""
        judged = [form.is_valid() for form in self._filled]
        return all(judged)

    @property
    def is_blank(self) -> bool:
        """Whether nobody was typed."""
        return not self._filled

    def content(self) -> tuple[PersonContent, ...]:
        """Return the people of the valid rows."""
        return tuple(person_content(form) for form in self._filled)

    @property
    def has_room(self) -> bool:
        """Whether a further row may be added."""
        return len(self.forms) < MOST_PEOPLE


def _initial(person: Respondent) -> dict[str, str]:
    return {name: getattr(person, name) for name in PersonContent.__dataclass_fields__}


def _moved(data: QueryDict, old: int, new: int) -> dict[str, str]:
    """Return what was sent for one row, under the prefix of its new place."""
    head = f"p{old}-"
    return {
        f"p{new}-{name.removeprefix(head)}": data.get(name, "")
        for name in data
        if name.startswith(head)
    }
