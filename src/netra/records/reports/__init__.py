"""Reports of named citizens, from arrival to registration or refusal."""
