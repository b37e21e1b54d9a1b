"""Forms of the early help room. What each asks for, somebody depends on."""
