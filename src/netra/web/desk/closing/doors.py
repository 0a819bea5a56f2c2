"""Doors of tasks and of the closing of a file."""

from django.urls import URLPattern

from netra.domain.access import Action
from netra.web.desk.closing import pages
from netra.web.routes import staff

_CASE = "meja/perkara/<int:pk>/"

DOORS: list[URLPattern] = [
    staff("meja/tugas/", pages.tasks, name="tasks", needs=Action.VIEW_CASE),
    staff(f"{_CASE}tugas/", pages.add, name="case_task_add", needs=Action.KEEP_TASKS),
    staff(
        f"{_CASE}tugas/<int:task>/selesai/",
        pages.done,
        name="case_task_done",
        needs=Action.KEEP_TASKS,
    ),
    staff(
        f"{_CASE}tugas/<int:task>/hapus/",
        pages.drop,
        name="case_task_drop",
        needs=Action.KEEP_TASKS,
    ),
    staff(
        f"{_CASE}tutup-berkas/",
        pages.close,
        name="case_file_close",
        needs=Action.CLOSE_FILE,
    ),
    staff(
        f"{_CASE}buka-berkas/",
        pages.reopen,
        name="case_file_reopen",
        needs=Action.CLOSE_FILE,
    ),
]
