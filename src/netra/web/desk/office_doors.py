"""Doors of this part of the site."""

from django.urls import URLPattern

DOORS: list[URLPattern] = []
