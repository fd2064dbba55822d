"""rng_torch.json: streams of PyTorch's generator on the CPU, in the form of the other golden files.

Run with torch 1.13 (Debian: python3-torch): python3 rng_torch.py > rng_torch.json
"""
import json

import torch
from torch.utils.data import DataLoader

torch.set_default_dtype(torch.float64)


def array(t):
    return {"shape": list(t.shape), "data": t.reshape(-1).tolist()}


def call(op, args):
    if op == "rand":
        return array(torch.rand(args["size"]))
    if op == "rand_float32":
        return array(torch.rand(args["size"], dtype=torch.float32).double())
    if op == "uniform":
        return array(torch.empty(args["size"]).uniform_(args["low"], args["high"]))
    if op == "randn":
        return array(torch.randn(args["size"]))
    if op == "normal":
        return array(torch.empty(args["size"]).normal_(args["mean"], args["sd"]))
    if op == "randint":
        return array(torch.randint(args["low"], args["high"], (args["size"],)))
    if op == "randperm":
        return array(torch.randperm(args["n"]))
    if op == "data_loader":
        loader = DataLoader(list(range(args["n"])), batch_size=args["n"], shuffle=True)
        return array(next(iter(loader)))
    raise ValueError(op)


BATTERY = [
    ("rand", [("rand", {"size": 7}), ("rand_float32", {"size": 5}), ("rand", {"size": 700})]),
    ("uniform", [("uniform", {"size": 12, "low": -0.5, "high": 0.5}), ("uniform", {"size": 3, "low": 2, "high": 9})]),
    ("randn_few", [("randn", {"size": 1}), ("randn", {"size": 4}), ("rand", {"size": 1}), ("randn", {"size": 15})]),
    ("randn_16", [("randn", {"size": 16}), ("randn", {"size": 17}), ("rand", {"size": 1})]),
    ("randn_many", [("randn", {"size": 64}), ("randn", {"size": 45}), ("randn", {"size": 1})]),
    ("randn_kept", [("randn", {"size": 3}), ("randn", {"size": 20}), ("randn", {"size": 2})]),
    ("normal", [("normal", {"size": 5, "mean": 3, "sd": 0.25}), ("normal", {"size": 33, "mean": -1, "sd": 2.5})]),
    ("randint", [("randint", {"low": 0, "high": 10, "size": 20}), ("randint", {"low": -7, "high": 2**31, "size": 5}),
                 ("randint", {"low": -5, "high": 2**40, "size": 5}), ("randint", {"low": 3, "high": 4, "size": 2}),
                 ("rand", {"size": 1})]),
    ("randperm", [("randperm", {"n": 10}), ("randperm", {"n": 1}), ("randperm", {"n": 0}), ("randperm", {"n": 300})]),
    ("data_loader", [("data_loader", {"n": 10}), ("data_loader", {"n": 10}), ("rand", {"size": 2}),
                     ("data_loader", {"n": 50})]),
]

cases = []
for seed in (0, 42, 123456789, 2**32 - 1, 2**40 + 5):
    for name, calls in BATTERY:
        torch.manual_seed(seed)
        cases.append({"id": "s%d/%s" % (seed, name), "seed": seed,
                      "calls": [{"op": op, "args": args, "result": call(op, args)} for op, args in calls]})

print('{"file": "rng_torch.json",')
print(' "about": "torch.manual_seed(seed), then the calls in order; float64 unless the name says otherwise",')
print(' "made_with": {"torch": "%s"},' % torch.__version__)
print(' "tolerance": {"integers": "exact", "uniform": "1 ulp", "normal": "absolute 4e-16 times (1 + sd)"},')
print(' "cases": [')
print(",\n".join("  " + json.dumps(c) for c in cases))
print(" ]}")
