"""The token in the forms of the anonymous way: `{% load anonymous %}`."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from netra.records.jobs import moment
from netra.web.anonymous import TOKEN_FIELD, form_token

register = template.Library()


@register.simple_tag
def anonymous_token() -> SafeString:
    """Set the hidden field every form of the anonymous way carries.

    It stands where other forms have `csrf_token`, which would set a cookie.
    """
    token = form_token(moment.real_now())
    return format_html('<input type="hidden" name="{}" value="{}">', TOKEN_FIELD, token)
