"""Hearing the parties: plan, invitations, service, minutes, oaths, opinions."""
