"""Named questions: one ``.sparql`` file each; the first line says what it answers."""
