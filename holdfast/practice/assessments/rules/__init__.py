"""Law and arithmetic of assessments: states, editions, domains, factors, outcomes. Pure."""
