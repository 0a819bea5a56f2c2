"""Entry point of the console script `netra`."""

import os
import sys

from django.core.management import execute_from_command_line, load_command_class

_NEED_NO_SECRETS = frozenset({"clock", "law", "route", "stage", "verify"})
"""Questions about public law and about receipts: they seal and sign nothing."""


def _is_told_its_keys(arguments: list[str]) -> bool:
    told = any(a == "--keys" or a.startswith("--keys=") for a in arguments)
    return arguments[:1] == ["verify"] and told


def main() -> None:
    """Run the command named in the arguments with Netra's settings.

    `verify --keys FILE` and `pack` run without settings, so that they meet no secret of
    an installation at all.
    """
    if sys.argv[1:2] == ["pack"] or _is_told_its_keys(sys.argv[1:]):
        alone = load_command_class("netra.cli", sys.argv[1])
        alone.run_from_argv(["netra", *sys.argv[1:]])
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netra.site.settings")
    if sys.argv[1:2] and sys.argv[1] in _NEED_NO_SECRETS:
        os.environ.setdefault("NETRA_WITHOUT_KEYS", "1")
    if sys.argv[1:2] == ["qcluster"]:
        # Its processes are forks: each needs connections of its own, never a pool that
        # was opened before the fork.
        os.environ.setdefault("NETRA_DB_POOL", "0")
    execute_from_command_line(["netra", *sys.argv[1:]])


if __name__ == "__main__":
    main()
