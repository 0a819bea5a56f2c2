"""Kill browser and server twenty times while minutes are typed.

Run as `python -m tests.minutes.prove_minutes --kills 20 --seed 1`; it prints one JSON
object and ends with 1 when a keystroke older than five seconds was lost, or when what
was kept before is not there at the end.
"""

import argparse
import json
import os
import random
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

MOST_LOST_S = 5.0


def _prepare(folder: Path) -> None:
    """Set the environment before Django reads it, and make a database."""
    (folder / "static").mkdir()
    os.environ.update(
        DJANGO_SETTINGS_MODULE="netra.site.settings",
        DJANGO_ALLOW_ASYNC_UNSAFE="1",
        NETRA_DATABASE="sqlite",
        NETRA_DATA_DIR=str(folder),
        NETRA_SECRET_KEY="only for the proof: signs what nobody keeps 0123456789",
        NETRA_IDENTITY_KEY="only for the proof: seals what nobody keeps 012345678",
        NETRA_RATE_LIMITS="0",
        NETRA_DEMO="0",
        NETRA_LOG_LEVEL="ERROR",
    )
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def prove(folder: Path, kills: int, seed: int) -> list[dict[str, object]]:
    """Kill so many times; return what each cost."""
    from playwright.sync_api import sync_playwright

    from tests import people
    from tests.minutes import killing, taking

    people.lay_ground()
    place = taking.begin(folder)
    chance = random.Random(seed)  # not for secrets: repeatable moments
    kinds = [killing.KINDS[n % len(killing.KINDS)] for n in range(kills)]
    chance.shuffle(kinds)
    told = []
    with (
        sync_playwright() as playwright,
        killing.desk(place, playwright.chromium, folder) as desk,
    ):
        for number, kind in enumerate(kinds):
            trial = desk.trial(number, kind, chance)
            told.append(asdict(trial))
            sys.stderr.write(f"{json.dumps(told[-1])}\n")
        for number, trial_told in enumerate(told):
            kept = len(desk.kept(f"k{number:02d}:"))
            trial_told["kept_at_the_end"] = kept
    return told


def main() -> int:
    """Print what was found; return 1 when too much was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="netra-minutes-") as name:
        folder = Path(name)
        _prepare(folder)
        trials = prove(folder, asked.kills, asked.seed)
    worst = max(float(str(one["lost_s"])) for one in trials)
    whole = all(
        int(str(one["kept_at_the_end"]))
        >= int(str(one["typed"])) - int(str(one["lost"]))
        for one in trials
    )
    found = {
        "kills": len(trials),
        "seed": asked.seed,
        "worst_lost_s": worst,
        "with_loss": sum(bool(one["lost"]) for one in trials),
        "kept_whole": whole,
        "trials": trials,
    }
    sys.stdout.write(f"{json.dumps(found, indent=1)}\n")
    return int(worst > MOST_LOST_S or not whole)


if __name__ == "__main__":
    sys.exit(main())
