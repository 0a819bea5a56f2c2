"""Pages about who is in a case, when it happened, and which reports it joins."""
