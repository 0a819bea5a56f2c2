"""The answers of the law commands as Indonesian tables for people."""

from collections.abc import Iterable, Mapping
from typing import cast

from netra.cli.answers import Answer

_STATUS = {
    "confirmed": "terkonfirmasi",
    "derived": "diturunkan, belum dikonfirmasi",
    "estimate": "perkiraan, belum dikonfirmasi",
    "unconfirmed": "belum dikonfirmasi",
}
_UNITS = {
    "calendar_days": "hari kalender",
    "working_days": "hari kerja",
    "hours": "jam",
    "days": "hari (jenis belum diketahui)",
}
_PARTS = {
    "length": "lama",
    "unit": "jenis hari",
    "event": "peristiwa",
    "counting_rule": "aturan hitung",
    "in_force": "masa berlaku",
    "article": "pasal",
}
_WIDTH = 18


def clock_table(answer: Answer) -> str:
    """Return the deadlines, each with its day-by-day argument."""
    deadlines = cast("list[Answer]", answer["deadlines"])
    return "\n\n".join("\n".join(_deadline_lines(d)) for d in deadlines)


def _deadline_lines(deadline: Answer) -> Iterable[str]:
    unit = _UNITS[str(deadline["unit"])]
    yield f"{deadline['label']} ({deadline['key']})"
    yield _line("Jatuh tempo", deadline["due_at"])
    yield _line("Lama", f"{deadline['length']} {unit}")
    yield _line("Pasal", deadline["article"])
    yield _line("Status", _STATUS[str(deadline["status"])])
    yield _line("Bagian", _parts(deadline["parts"]))
    for note in cast("list[str]", deadline["notes"]):
        yield _line("Catatan", note)
    for day in cast("list[Answer]", deadline["days"]):
        number = day["number"] if day["number"] is not None else "–"
        mark = " *" if day["unconfirmed"] else ""
        yield f"    {day['date']}  {number!s:>3}  {day['why']}{mark}"


def route_table(answer: Answer) -> str:
    """Return the addressee and what it rests on."""
    others = cast("list[Answer]", answer["alternatives"])
    lines = [
        _line("Alamat", f"{answer['to_label']} ({answer['to']})"),
        _line("Tembusan", _listed(answer["copy_to"])),
        _line("Saluran", answer["channel_label"]),
        _line("Bentuk", answer["instrument_label"]),
        _line("Dasar", _listed(answer["basis"])),
        _line("Sumber", answer["source"]),
        _line("Status", _STATUS[str(answer["status"])]),
        _line("Catatan", answer["note"]),
        *(_line("Atau", f"{o['to']} — {o['only_if']}") for o in others),
    ]
    return "\n".join(lines)


def stage_table(answer: Answer) -> str:
    """Return the stages of the day, the main one and the phase."""
    titles = cast("Mapping[str, str]", answer["titles"])
    statuses = cast("Mapping[str, str]", answer["stage_status"])
    stages = [f"{titles[k]} ({k}; {_STATUS[statuses[k]]})" for k in titles]
    return "\n".join(
        [
            *(_line("Tahapan", stage) for stage in stages or ["–"]),
            _line("Tahapan utama", answer["main"]),
            _line("Fase", answer["phase"]),
            _line("Dasar", _listed(answer["basis"])),
            _line("Status", _STATUS[str(answer["status"])]),
        ]
    )


def law_table(answer: Answer) -> str:
    """Return one value of the law."""
    unit = str(answer["unit"] or "")
    value = f"{answer['value']} {_UNITS.get(unit, unit)}".strip()
    return "\n".join(
        [
            _line("Kunci", answer["key"]),
            _line("Nama", answer["label"]),
            _line("Nilai", value),
            _line("Pasal", answer["article"]),
            _line("Status", _STATUS[str(answer["status"])]),
            _line("Bagian", _parts(answer["parts"])),
            _line("Berlaku", _span(answer)),
            *(_line("Sumber", s) for s in cast("list[str]", answer["sources"])),
            *(_line("Catatan", n) for n in cast("list[str]", answer["notes"])),
        ]
    )


def _span(answer: Answer) -> str:
    return f"{answer['valid_from'] or '…'} – {answer['valid_to'] or '…'}"


def _line(name: str, value: object) -> str:
    return f"{name:<{_WIDTH}}{'–' if value in (None, '') else value}"


def _listed(values: object) -> str:
    return "; ".join(cast("list[str]", values))


def _parts(parts: object) -> str:
    named = cast("Mapping[str, str]", parts)
    return "; ".join(f"{_PARTS[name]}: {_STATUS[named[name]]}" for name in named)
