"""The agenda of an office: letters, calls, visits and messages of a matter."""
