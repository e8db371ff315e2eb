"""Scoring of what the pipeline makes of a document against what a careful reader finds in it."""
