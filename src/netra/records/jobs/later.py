"""A thin face over django-q2: enqueue after commit, schedule by name."""

from datetime import timedelta

from django.db import transaction
from django_q.models import Schedule
from django_q.tasks import async_task

from netra.records.jobs.models import Heartbeat
from netra.records.jobs.moment import real_now

WORKER = "worker"
LATE_AFTER = timedelta(minutes=3)


def enqueue(function: str, *arguments: str | int) -> None:
    """Ask the worker to call `function` (dotted path) once the transaction commits."""
    transaction.on_commit(lambda: async_task(function, *arguments))


def schedule_minutely(function: str, *, minutes: int) -> None:
    """Let the worker call `function` every so many minutes; asking twice is once."""
    Schedule.objects.update_or_create(
        name=function,
        defaults={
            "func": function,
            "schedule_type": Schedule.MINUTES,
            "minutes": minutes,
            "repeats": -1,
        },
    )


def beat() -> None:
    """Leave a sign of life; the worker calls this every minute."""
    Heartbeat.objects.update_or_create(name=WORKER, defaults={"beat_at": real_now()})


def worker_is_alive() -> bool:
    """Say whether the worker gave a sign of life within `LATE_AFTER`."""
    return Heartbeat.objects.filter(
        name=WORKER, beat_at__gte=real_now() - LATE_AFTER
    ).exists()
