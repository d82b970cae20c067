"""The scikit-learn side of the learning bench: reads tasks as JSON, writes times and predictions as JSON."""
import json
import sys
import time

import numpy as np
from sklearn.neighbors import KNeighborsClassifier
from sklearn.tree import DecisionTreeClassifier

MODELS = {
    "KNeighborsClassifier": lambda: KNeighborsClassifier(n_neighbors=5),
    "DecisionTreeClassifier": lambda: DecisionTreeClassifier(random_state=0),
}


def best(repeats, work):
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        result = work()
        times.append(1000 * (time.perf_counter() - started))
    return min(times), result


results = []
for task in json.load(sys.stdin):
    X, y = np.array(task["X"]), np.array(task["y"])
    train, test = np.array(task["train"]), np.array(task["test"])
    Xs, ys, Xt = X[train], y[train], X[test]
    fit, model = best(task["repeats"], lambda: MODELS[task["model"]]().fit(Xs, ys))
    predict, predictions = best(task["repeats"], lambda: model.predict(Xt))
    results.append({"fit": fit, "predict": predict, "predictions": predictions.tolist()})
json.dump(results, sys.stdout)
