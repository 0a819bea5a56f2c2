"""Every value of the original tables is in the data of the package."""

import copy
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from netra.domain.law import tables

ORIGINAL = Path(__file__).parent / "original"
Leaf = tuple[str, tuple[str | int, ...], object]

# What was renamed on the way, by the name in the originals.
RENAMED = {
    "title_id": "title",
    "from": "event",
    "from_status": "event_status",
    "from_status_note": "event_status_note",
    "class": "kind",
}
# Keyed lists of a procedure and the file of its folder that holds them.
FILES = {
    "deadline": "deadlines.toml",
    "step": "steps.toml",
    "form": "forms.toml",
    "outcome": "outcomes.toml",
    "side_rule": "side_rules.toml",
}
ABOUT = {
    "procedures": ("schema", "status_values", "inheritance"),
    "authorities": ("schema",),
    "stages": ("schema", "language"),
    "violations": ("schema", "status_rule"),
    "labels": ("schema",),
}
CATALOGUE = {
    "catalogue": "id",
    "catalogue_title": "title",
    "effective_from": "effective_from",
    "applies_to_elections": "applies_to_elections",
    "counts": "counts",
    "decree_source": "decree_source",
    "status_after_kasn": "status_after_kasn",
    "status_after_kasn_note": "status_after_kasn_note",
}

# Values that were corrected since: file and path, and the citation that founds it.
CORRECTED: dict[tuple[str, tuple[str | int, ...]], str] = {}


def original(name: str) -> dict[str, object]:
    return tomllib.loads((ORIGINAL / f"{name}.toml").read_text(encoding="utf-8"))


def leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, (*path, RENAMED.get(key, key)))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from leaves(inner, (*path, place))
    else:
        yield path, value


def expected() -> Iterator[Leaf]:
    """Where each leaf of the originals has to stand: file, path, value."""
    for name, place in (
        *_procedures(),
        *_authorities(),
        *_stages(),
        *_violations(),
        *_labels(),
        *_about(),
    ):
        for path, value in leaves(place):
            yield name, path, value


def _procedures() -> Iterator[tuple[str, object]]:
    whole = original("procedures")
    yield "clock.toml", {"clock": whole.pop("clock")}
    report = dict(whole.pop("supervision_report"))
    report["section"] = report.pop("sections")
    yield "supervision_report.toml", {"supervision_report": report}
    for procedure in whole.pop("procedure"):
        folder = f"procedures/{procedure['id']}"
        for key, file in FILES.items():
            if key in procedure:
                yield f"{folder}/{file}", {key: procedure.pop(key)}
        yield f"{folder}/procedure.toml", procedure
    assert set(whole) == set(ABOUT["procedures"])


def _authorities() -> Iterator[tuple[str, object]]:
    whole = original("authorities")
    yield "authorities.toml", {"authority": whole.pop("authority")}
    yield "routes.toml", {"route": whole.pop("route")}
    yield "sbt_steps.toml", {"sbt_step": whole.pop("sbt_step")}
    assert set(whole) == set(ABOUT["authorities"])


def _stages() -> Iterator[tuple[str, object]]:
    whole = original("stages")
    yield "phase_rule.toml", {"phase_rule": whole.pop("phase_rule")}
    for election in whole.pop("election"):
        yield f"elections/{election['id']}.toml", election
    yield "region_notes.toml", {"region_note": whole.pop("region_note")}
    yield "future.toml", {"future": whole.pop("future")}
    assert set(whole) == set(ABOUT["stages"])


def _violations() -> Iterator[tuple[str, object]]:
    whole = original("violations")
    head = {new: whole.pop(old) for old, new in CATALOGUE.items()}
    head_and_past = {"catalogue": head, "predecessor": whole.pop("predecessor")}
    yield "catalogue.toml", head_and_past
    rows = [{"id": key, **row} for key, row in whole.pop("sanction").items()]
    yield "sanctions.toml", {"sanction": rows}
    yield "norms.toml", {"norm": whole.pop("norm")}
    yield "news_categories.toml", {"news_category": whole.pop("news_category")}
    yield "statute_periods.toml", {"statute_period": whole.pop("statute_period")}
    violations = whole.pop("violation")
    for kind in {row["class"] for row in violations}:
        mine = [row for row in violations if row["class"] == kind]
        yield f"violations/{kind}.toml", {"violation": mine}
    assert set(whole) == set(ABOUT["violations"])


def _labels() -> Iterator[tuple[str, object]]:
    whole = original("labels")
    del whole["schema"]
    yield "labels.toml", whole


def _about() -> Iterator[tuple[str, object]]:
    told = {
        name: {key: original(name)[key] for key in keys} for name, keys in ABOUT.items()
    }
    yield "about.toml", told


def data() -> dict[str, object]:
    return {
        path.relative_to(tables.DATA).as_posix(): tomllib.loads(
            path.read_text(encoding="utf-8")
        )
        for path in tables.DATA.rglob("*.toml")
    }


def missing(ours: Mapping[str, object]) -> list[Leaf]:
    held = {
        (name, path): value
        for name, tree in ours.items()
        for path, value in leaves(tree)
    }
    return [
        (name, path, value)
        for name, path, value in expected()
        if held.get((name, path)) != value and (name, path) not in CORRECTED
    ]


def test_no_value_of_the_originals_is_dropped_or_changed() -> None:
    assert missing(data()) == []


def test_more_than_two_thousand_values_are_compared() -> None:
    assert len(list(expected())) > 2000


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("procedures/pemilihan-2020/deadlines.toml", ("deadline", 2, "length")),
        ("routes.toml", ("route", 2, "status")),
        ("elections/pilkada-2024.toml", ("stage", 8, "end")),
        ("violations/ethics.toml", ("violation", 6, "unconfirmed")),
    ],
)
def test_a_changed_value_would_be_found(file: str, path: tuple[str | int, ...]) -> None:
    ours = copy.deepcopy(data())
    inner = ours[file]
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = "something else"
    assert [(name, where) for name, where, _ in missing(ours)] == [(file, path)]


def test_a_dropped_file_would_be_found() -> None:
    ours = data()
    del ours["norms.toml"]
    assert {name for name, _, _ in missing(ours)} == {"norms.toml"}
