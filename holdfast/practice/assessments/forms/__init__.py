"""Forms of assessments: what is typed, checked and turned into plain values for the verbs."""
