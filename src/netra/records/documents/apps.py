"""The Django app of the papers."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Register `netra.records.documents` under the label `documents`."""

    name = "netra.records.documents"
    label = "documents"
