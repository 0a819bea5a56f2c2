"""What a reporter asked for to follow a report: a feed, messages by e-mail.

Both are a convenience beside the status page. They are no state of the office, so they
stand in no ledger; what is no longer wanted is erased. Only a named report can be
followed: nothing here can refer to information.
"""

from django.db import models

from netra.records.access import SealedTextField
from netra.records.reports.models.report import Report


class ReportFeed(models.Model):
    """The secret address under which a report can be followed.

    Invariant: one a report; only the digest of its token is kept.
    """

    report = models.OneToOneField(
        Report, on_delete=models.CASCADE, related_name="asked_feed"
    )
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"feed {self.pk}"


class ReportMail(models.Model):
    """The e-mail address to which changes of a report are told.

    Invariant: one a report; nothing but the question itself is sent before the address
    was confirmed. `token` stands in the links of the messages and is sealed like the
    address; `told` is the standing the reporter was last told of; `refusals` counts how
    often the mail server refused the address.
    """

    report = models.OneToOneField(
        Report, on_delete=models.CASCADE, related_name="asked_mail"
    )
    address = SealedTextField()
    token = SealedTextField()
    digest = models.CharField(max_length=64, unique=True)
    asked_at = models.DateTimeField()
    is_question_sent = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True)
    told = models.CharField(max_length=120, default="", blank=True)
    refusals = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"mail {self.pk}"
