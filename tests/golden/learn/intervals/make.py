"""Writes the intervals and probabilities of scipy for few answers, for figures.test.ts.

Run with Debian's python3-scipy:  /usr/bin/python3 tests/golden/learn/intervals/make.py
"""

import json
from pathlib import Path

import scipy
from scipy.stats import binomtest

HERE = Path(__file__).parent

wilson = []
for n in (1, 2, 5, 18, 100, 4059):
    for right in sorted({0, 1, n // 3, n // 2, n - 1, n}):
        ends = binomtest(right, n).proportion_ci(confidence_level=0.95, method="wilson")
        wilson.append([right, n, ends.low, ends.high])

# The exact test of McNemar is a coin for each question that only one of the two got right.
coin = [[a, b, binomtest(a, a + b).pvalue if a + b else 1.0] for a in range(0, 12) for b in range(0, 30, 3)]
coin += [[40, 60, binomtest(40, 100).pvalue], [300, 250, binomtest(300, 550).pvalue]]

made = {"by": "make.py", "scipy": scipy.__version__}
text = json.dumps({"made": made, "wilson": wilson, "coin": coin}, separators=(",", ":"))
(HERE / "figures.json").write_text(text + "\n")
