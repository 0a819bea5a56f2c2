"""Invented data that show an office at work: DATA CONTOH, never a real matter.

Places, law and stage calendars are real; people, agencies, tickets and acts are
invented. `plan.demonstrate` lays offices, people and sides and then lets every matter
of `data/` walk by the real actions, in the order of their moments. A command may read
this package; nothing else does.
"""
