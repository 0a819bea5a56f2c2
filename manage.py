#!/usr/bin/env python3
"""Run Netra's commands from a checkout without installing the script."""

from netra.cli.__main__ import main

if __name__ == "__main__":
    main()
