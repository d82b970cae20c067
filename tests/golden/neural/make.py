"""What scikit-learn's multilayer perceptrons answer. Run: /usr/bin/python3 tests/golden/neural/make.py

Each case is one network, trained for a few epochs from the weights that its seed gives: the weights before and after,
and what it says of the samples then. With plain SGD and one batch a step is the gradient itself.
"""

import json
import warnings
from pathlib import Path

import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier, MLPRegressor

HERE = Path(__file__).parent
warnings.filterwarnings("ignore")
CAMEL = {
    "hidden_layer_sizes": "hiddenLayerSizes",
    "learning_rate_init": "learningRate",
    "batch_size": "batchSize",
    "max_iter": "maxEpochs",
    "nesterovs_momentum": "nesterovsMomentum",
    "random_state": "randomState",
}
# Never before max_iter: stopping on a training loss that falls no more is something that ours does not do.
TO_THE_END = {"tol": 0, "n_iter_no_change": 10_000}
ONE_STEP = {"solver": "sgd", "momentum": 0.0, "batch_size": 60, "max_iter": 1, "learning_rate_init": 0.5}
CASES = [
    ("three", {"hidden_layer_sizes": [5], "activation": "tanh", "alpha": 0.3, "random_state": 1, **ONE_STEP}),
    ("three", {"hidden_layer_sizes": [6, 4], "activation": "relu", "alpha": 0, "random_state": 2, **ONE_STEP}),
    ("two", {"hidden_layer_sizes": [5], "activation": "logistic", "alpha": 1, "random_state": 3, **ONE_STEP}),
    ("number", {"hidden_layer_sizes": [4, 3], "activation": "tanh", "alpha": 0.1, "random_state": 4, **ONE_STEP}),
    ("three", {"hidden_layer_sizes": [], "activation": "relu", "alpha": 0.01, "random_state": 5, **ONE_STEP}),
    (
        "three",
        {
            "hidden_layer_sizes": [8],
            "activation": "relu",
            "solver": "sgd",
            "batch_size": 16,
            "max_iter": 12,
            "learning_rate_init": 0.1,
            "random_state": 6,
        },
    ),
    (
        "two",
        {
            "hidden_layer_sizes": [7, 5],
            "activation": "tanh",
            "solver": "sgd",
            "nesterovs_momentum": False,
            "momentum": 0.8,
            "batch_size": 7,
            "max_iter": 10,
            "learning_rate_init": 0.05,
            "alpha": 0.5,
            "random_state": 7,
        },
    ),
    (
        "three",
        {
            "hidden_layer_sizes": [10],
            "activation": "relu",
            "solver": "adam",
            "batch_size": 16,
            "max_iter": 30,
            "learning_rate_init": 0.01,
            "random_state": 8,
        },
    ),
    (
        "number",
        {
            "hidden_layer_sizes": [6],
            "activation": "logistic",
            "solver": "adam",
            "batch_size": 20,
            "max_iter": 20,
            "learning_rate_init": 0.02,
            "shuffle": False,
            "random_state": 9,
        },
    ),
]


def data():
    r = np.random.RandomState(11)
    X = r.normal(size=(60, 3)).round(4)
    three = (X @ [1.0, -2.0, 0.5] + np.abs(X[:, 2]) + r.normal(scale=0.3, size=60)).round(4)
    codes = np.digitize(three, [-1, 1])
    names = np.array(["kick", "snare", "tom"])
    return X, {"three": names[codes], "two": names[(codes > 0).astype(int)], "number": three}


def flat(arrays):
    return [np.ravel(array).tolist() for array in arrays]


def main():
    X, targets = data()
    cases = []
    for target, params in CASES:
        Model = MLPRegressor if target == "number" else MLPClassifier
        y = targets[target]
        model = Model(**params, **TO_THE_END).fit(X, y)
        cases.append(
            {
                "target": target,
                "params": {CAMEL.get(name, name): value for name, value in params.items()},
                "coefs": flat(model.coefs_),
                "intercepts": flat(model.intercepts_),
                "answers": np.ravel(model.predict(X) if target == "number" else model.predict_proba(X)).tolist(),
            }
        )
    made = {"by": "make.py", "sklearn": sklearn.__version__, "numpy": np.__version__}
    content = {
        "made": made,
        "X": X.tolist(),
        "targets": {name: y.tolist() for name, y in targets.items()},
        "cases": cases,
    }
    (HERE / "perceptrons.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")


main()
