"""Pages of clarification: plan, invitations, the hearing and its minutes."""
