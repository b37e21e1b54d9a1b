"""The views, by what they are about: the plan, challenges, risks, what stands beside the plan."""
