"""parity.json: loss curves of PyTorch and scikit-learn from a seed alone.

Made with torch 1.13.1 (Debian 12, python3-torch 1.13.1+dfsg-4, which calls itself 1.13.0a0) and scikit-learn 1.2.1
(python3-sklearn 1.2.1+dfsg-1), float64, one thread:
    python3 parity.py > parity.json
"""
import json
import warnings

import numpy as np
import sklearn
import torch
from sklearn.neural_network import MLPClassifier, MLPRegressor
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

warnings.simplefilter("ignore")
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

ROWS, FEATURES, CLASSES = 90, 4, 3


def data():
    rs = np.random.RandomState(3)
    x = rs.uniform(-1, 1, (ROWS, FEATURES))
    y = x[:, 0] * x[:, 1] + 0.5 * x[:, 2] - x[:, 3] ** 2
    label = (np.arange(ROWS) * 7) % CLASSES
    return x, y, label


def torch_curve(seed, steps, optimizer, settings):
    x, y, _ = data()
    torch.manual_seed(seed)
    model = nn.Sequential(nn.Linear(FEATURES, 8), nn.Tanh(), nn.Linear(8, 6), nn.Tanh(), nn.Linear(6, 1))
    loader = DataLoader(TensorDataset(torch.tensor(x), torch.tensor(y).reshape(-1, 1)), batch_size=16, shuffle=True)
    opt = getattr(torch.optim, optimizer)(model.parameters(), **settings)
    losses = []
    while len(losses) < steps:
        for a, b in loader:
            opt.zero_grad()
            loss = nn.functional.mse_loss(model(a), b)
            loss.backward()
            opt.step()
            losses.append(loss.item())
            if len(losses) == steps:
                break
    return {"id": "torch/" + optimizer, "library": "torch " + torch.__version__, "seed": seed, "batch_size": 16,
            "optimizer": optimizer, "config": settings, "loss_per_step": losses}


def sklearn_curve(kind, seed, epochs, **settings):
    x, y, label = data()
    patience = settings.setdefault("n_iter_no_change", epochs)
    m = kind(hidden_layer_sizes=(8, 6), max_iter=epochs, batch_size=16, random_state=seed, **settings)
    m.fit(x, label if kind is MLPClassifier else y)
    name = "sklearn/%s/%s/%s/%s" % (kind.__name__, settings["solver"], settings["activation"],
                                    settings.get("learning_rate", "constant"))
    return {"id": name + ("/stops" if patience < epochs else "") + ("/alpha" if settings["alpha"] else ""),
            "library": "scikit-learn " + sklearn.__version__, "seed": seed, "batch_size": 16, "config": settings,
            "estimator": kind.__name__, "loss_per_epoch": m.loss_curve_}


x, y, label = data()
cases = [torch_curve(7, 200, "SGD", {"lr": 0.05, "momentum": 0.9}), torch_curve(11, 200, "Adam", {"lr": 0.01}),
         sklearn_curve(MLPRegressor, 5, 50, solver="adam", activation="relu", alpha=0.0, learning_rate_init=0.01),
         sklearn_curve(MLPRegressor, 6, 50, solver="sgd", activation="tanh", alpha=0.0, learning_rate_init=0.05),
         sklearn_curve(MLPRegressor, 8, 50, solver="sgd", activation="logistic", alpha=0.0, learning_rate_init=0.2,
                       learning_rate="invscaling"),
         sklearn_curve(MLPRegressor, 5, 50, solver="adam", activation="tanh", alpha=0.01, learning_rate_init=0.01),
         sklearn_curve(MLPRegressor, 6, 200, solver="sgd", activation="tanh", alpha=0.0, learning_rate_init=0.1,
                       n_iter_no_change=3, tol=1e-3),
         sklearn_curve(MLPRegressor, 6, 200, solver="sgd", activation="tanh", alpha=0.0, learning_rate_init=0.1,
                       learning_rate="adaptive", n_iter_no_change=2, tol=1e-4),
         sklearn_curve(MLPClassifier, 9, 50, solver="adam", activation="relu", alpha=0.0, learning_rate_init=0.01)]
for case in cases:
    case["X"], case["y"], case["label"] = x.tolist(), y.tolist(), label.tolist()
print(json.dumps({"about": "loss curves from a seed alone, float64; made by parity.py", "tolerance": 1e-12,
                  "cases": cases}))
