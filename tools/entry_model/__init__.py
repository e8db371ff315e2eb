"""Makes the model that reads entries of publication lists: a generator of lists, and its training."""
