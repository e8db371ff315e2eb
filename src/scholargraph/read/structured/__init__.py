"""Documents made of keys and values (YAML, JSON): every value becomes a field whose key is its path."""

from scholargraph.read.structured.fields import json_blocks, yaml_blocks

__all__ = ["json_blocks", "yaml_blocks"]
