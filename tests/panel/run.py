"""Run the panel in full: `python -m tests.panel.run`, or a slice with `--every 10`.

It makes a database of its own, walks every report under every assumption by the real
actions, prints one JSON object, and ends with 1 when fewer than 80 of 100 reports
reach registration with the coach under the plain assumption.
"""

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

AIM_SHARE = 0.8


def _prepare(folder: Path) -> None:
    """Set the environment before Django reads it, and make a database."""
    (folder / "static").mkdir()
    os.environ.update(
        DJANGO_SETTINGS_MODULE="netra.site.settings",
        NETRA_DATA_DIR=str(folder),
        NETRA_SECRET_KEY="only for the panel: signs what nobody keeps 0123456789",
        NETRA_IDENTITY_KEY="only for the panel: seals what nobody keeps 012345678",
        NETRA_RATE_LIMITS="0",
        NETRA_DEMO="0",
        NETRA_LOG_LEVEL="WARNING",
    )
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def assumptions() -> Mapping[str, object]:
    """Return the behaviours that are compared, by name."""
    from tests.panel.reporter import Behaviour

    return {
        "plain": Behaviour(),
        "reads only the first 3 questions": Behaviour(patience=3),
        "answers with chance 0.7": Behaviour(answers_share=0.7),
        "first 3, chance 0.7": Behaviour(patience=3, answers_share=0.7),
        "nobody comes back after a notice": Behaviour(returns_share=0.0),
        "a quarter comes back": Behaviour(returns_share=0.25),
        "three quarters come back": Behaviour(returns_share=0.75),
        "everybody comes back": Behaviour(returns_share=1.0),
    }


def told(outcomes: Iterable) -> dict[str, object]:
    """Return the counts of one run."""
    listed = list(outcomes)
    lost = Counter(
        key for found in listed if not found.is_registered for key in found.lacked
    )
    registered = sum(found.is_registered for found in listed)
    return {
        "reports": len(listed),
        "registered": registered,
        "share": round(registered / len(listed), 3),
        "without_notice": sum(found.at_first for found in listed),
        "mean_questions": round(sum(f.questions for f in listed) / len(listed), 1),
        "lacked_by_the_others": dict(sorted(lost.items())),
    }


def compared(every: int) -> dict[str, object]:
    """Walk the panel under every assumption, with and without the coach.

    Args:
        every: 1 for all reports, 10 for each tenth.
    """
    from tests.panel.reading import panel
    from tests.panel.walk import open_offices, walk, walk_whole

    officer, rows = open_offices(), panel()[::every]
    results: dict[str, object] = {
        "everything that can be given is given at once": told(
            walk_whole(row, officer) for row in rows
        )
    }
    for name, behaviour in assumptions().items():
        results[name] = {
            "with": told(walk(row, behaviour, officer, coach=True) for row in rows),
            "without": told(walk(row, behaviour, officer, coach=False) for row in rows),
        }
    return results


def main() -> int:
    """Run, print, and say by the exit code whether the aim is reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    every = parser.parse_args().every
    with tempfile.TemporaryDirectory(prefix="netra-panel-") as folder:
        _prepare(Path(folder))
        from tests import people

        people.lay_ground()
        results = compared(every)
    print(json.dumps(results, indent=1))  # noqa: T201 # what the command is for
    return 0 if results["plain"]["with"]["share"] >= AIM_SHARE else 1


if __name__ == "__main__":
    sys.exit(main())
