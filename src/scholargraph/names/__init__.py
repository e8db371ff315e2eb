"""Names and identifiers: split, fold, compare, normalise. Plain functions; tables lie in ``data``."""
