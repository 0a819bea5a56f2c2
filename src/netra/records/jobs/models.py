"""What the worker and the clock leave behind."""

from django.db import models


class Heartbeat(models.Model):
    """The last sign of life of a worker, in real time."""

    name = models.CharField(max_length=40, primary_key=True)
    beat_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class ClockShift(models.Model):
    """How far a demonstration's clock stands from the real one; one row or none."""

    seconds = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="one_clock_shift")
        ]

    def __str__(self) -> str:
        return f"{self.seconds} s"
