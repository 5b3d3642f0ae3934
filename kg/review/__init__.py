"""A user's own check of a graph: a sample to judge, what the answers say of all of it, and the corrections that follow."""

from kg.review.run import Applied, apply, review

__all__ = ["Applied", "apply", "review"]
