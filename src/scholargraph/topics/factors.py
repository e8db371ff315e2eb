"""Weighted words of documents, and the few factors that explain them.

Written on numpy and scipy.sparse: importing scikit-learn alone takes longer than building a small graph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[np.float64]]

MOST_FEATURES = 20_000
MOST_COMPARED = 2_000
"""Documents compared each with each when seeds are chosen; of more, an even sample."""


def tfidf(documents: Sequence[Counter[str]]) -> Any:
    """Documents × features, rows of length 1: (1 + log tf) · idf (G. Salton and C. Buckley, IPM 24(5), 1988).

    In collections of 10 and more, features of one document or of more than half of them are left out.
    """
    import numpy as np
    from scipy.sparse import csr_matrix

    size = len(documents)
    found = Counter(feature for document in documents for feature in document)
    usual = {f: n for f, n in found.items() if size < 10 or 2 <= n <= size / 2}
    chosen = sorted(usual, key=lambda feature: (-usual[feature], feature))[:MOST_FEATURES]
    column = {feature: number for number, feature in enumerate(chosen)}
    entries = [
        (row, column[feature], (1 + np.log(n)) * (1 + np.log((1 + size) / (1 + found[feature]))))
        for row, document in enumerate(documents)
        for feature, n in sorted(document.items())
        if feature in column
    ]
    rows, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
    matrix = csr_matrix((values, (rows, columns)), shape=(size, max(len(chosen), 1)), dtype=np.float64)
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return csr_matrix(matrix.multiply(1 / np.where(lengths > 0, lengths, 1)[:, None]))


def factorise(matrix: Any, count: int, rounds: int = 100) -> Array:
    """How much of each of ``count`` factors every document holds (documents × factors, none negative).

    Non-negative matrix factorisation by hierarchical alternating least squares (A. Cichocki and A. H.
    Phan, IEICE Trans. E92-A(3), 2009), begun from documents that stand for many others; nothing in it is
    random.
    """
    import numpy as np

    parts = matrix[_seeds(matrix, count)].toarray() + 1e-4
    shares = np.asarray(matrix @ parts.T)
    for _ in range(rounds):
        before = parts.copy()
        _improve(shares, np.asarray(matrix @ parts.T), parts @ parts.T)
        _improve(parts.T, np.asarray(matrix.T @ shares), shares.T @ shares)
        if np.abs(parts - before).max() < 1e-5:
            break
    return np.asarray(shares * np.linalg.norm(parts, axis=1))


def _improve(shares: Array, products: Array, gram: Array) -> None:
    """One round: each column in turn set to its best values while the others stay."""
    import numpy as np

    for k in range(shares.shape[1]):
        if gram[k, k] > 1e-12:
            step = (products[:, k] - shares @ gram[:, k]) / gram[k, k]
            shares[:, k] = np.maximum(shares[:, k] + step, 0)


def _seeds(matrix: Any, count: int) -> list[int]:
    """Documents such that every document is near to one (greedy facility location; G. Nemhauser et al.,
    1978).
    """
    import numpy as np

    size = matrix.shape[0]
    sample = np.unique(np.linspace(0, size - 1, min(size, MOST_COMPARED)).astype(int))
    near = (matrix[sample] @ matrix[sample].T).toarray().round(9)
    covered, chosen = np.zeros(len(sample)), list[int]()
    for _ in range(min(count, len(sample))):
        gains = np.maximum(near - covered, 0).sum(axis=1)
        gains[chosen] = -1
        chosen.append(int(gains.argmax()))
        covered = np.maximum(covered, near[chosen[-1]])
    return [int(sample[one]) for one in chosen]
