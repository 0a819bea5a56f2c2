"""Entry point of the console script `netra`."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run the command named in the arguments with Netra's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "netra.site.settings")
    execute_from_command_line(["netra", *sys.argv[1:]])


if __name__ == "__main__":
    main()
