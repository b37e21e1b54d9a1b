"""The law of private fostering, pure: what it is, who tells, who visits when, who decides."""
