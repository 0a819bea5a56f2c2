"""Token, addresses and languages of the anonymous way: `{% load anonymous %}`."""

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import SafeString

from netra.records.jobs import moment
from netra.web.anonymous import LANGUAGE_QUERY, TOKEN_FIELD, form_token

register = template.Library()


@register.simple_tag
def anonymous_token() -> SafeString:
    """Set the hidden field every form of the anonymous way carries.

    It stands where other forms have `csrf_token`, which would set a cookie.
    """
    token = form_token(moment.real_now())
    return format_html('<input type="hidden" name="{}" value="{}">', TOKEN_FIELD, token)


@register.simple_tag
def anonymous_url(route: str) -> str:
    """Return the address of a page, which keeps the language the reader has chosen.

    No cookie may remember it here.
    """
    language = translation.get_language()
    address = reverse(route)
    if language == settings.LANGUAGE_CODE:
        return address
    return f"{address}?{LANGUAGE_QUERY}={language}"
