"""Who may have which fact, what a paper is made of, what changed between two. Pure."""
