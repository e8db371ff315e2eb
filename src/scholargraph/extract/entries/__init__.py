"""Entries of publication lists: a sequence model labels their words, lists are read as a whole."""
