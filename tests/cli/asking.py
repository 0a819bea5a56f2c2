"""Ask a command and read its answer."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError


def ask(command: str, **options: object) -> dict:
    """Return the one JSON object a command prints."""
    return json.loads(told(command, json=True, **options))


def told(command: str, **options: object) -> str:
    """Return what a command prints."""
    out = StringIO()
    call_command(command, stdout=out, **options)
    return out.getvalue()


def refused(command: str, **options: object) -> str:
    """Return the text a command refuses with; it must end with 2 and print nothing."""
    out = StringIO()
    with pytest.raises(CommandError) as caught:
        call_command(command, stdout=out, json=True, **options)
    assert out.getvalue() == ""
    assert caught.value.returncode == 2
    return str(caught.value)
