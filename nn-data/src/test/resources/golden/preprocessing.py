"""preprocessing.json: scikit-learn's encoders, imputer, polynomial features and pipelines, in the form of the other files.

Run with scikit-learn 1.2 (Debian: python3-sklearn): python3 preprocessing.py > preprocessing.json
"""
import json
import math

import numpy as np
import sklearn
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import (MaxAbsScaler, MinMaxScaler, OneHotEncoder, OrdinalEncoder, PolynomialFeatures,
                                   RobustScaler, StandardScaler)


def number(v):
    return str(float(v)).replace("nan", "NaN") if math.isnan(v) else float(v)


def array(a):
    a = np.asarray(a, float)
    return {"shape": list(a.shape), "data": [number(v) for v in a.reshape(-1)]}


rs = np.random.RandomState(5)
CODES = np.column_stack([rs.randint(0, 3, 12), rs.choice([-1.5, 2.0], 12), rs.choice([10, 7, 30, 12], 12)]).astype(float)
NEW_CODES = CODES[[3, 1, 7]][:, :]
UNKNOWN = np.array([[1.0, 2.0, 99.0], [8.0, -1.5, 7.0]])
HOLES = np.round(rs.standard_normal((9, 4)) * 3, 2)
HOLES[:, 3] = rs.randint(0, 3, 9)
for r, c in ((0, 0), (4, 0), (2, 1), (8, 3), (5, 2), (6, 2)):
    HOLES[r, c] = np.nan
NEW_HOLES = np.array([[np.nan, 1.0, np.nan, 2.0], [0.5, np.nan, np.nan, np.nan]])
PLAIN = np.round(rs.standard_normal((6, 3)) * 2, 2)
MIXED = np.column_stack([np.round(rs.standard_normal(10), 2), CODES[:10, 2], np.round(rs.uniform(1, 9, 10), 2)])

cases = []


def case(id, t, x, z, args, fitted=(), inverse=True):
    t.fit(x)
    tz = t.transform(z)
    result = {"transform_X": array(t.transform(x)), "transform_Z": array(tz)}
    if inverse:
        back = t.inverse_transform(tz)
        result["inverse_transform_Z"] = array(np.array([[np.nan if v is None else v for v in row] for row in back], float))
    for name in fitted:
        v = getattr(t, name)
        result[name] = [array(c) for c in v] if isinstance(v, list) else array(v)
    cases.append({"id": id, "fn": id.split("/")[0], "args": args, "inputs": {"X": array(x), "Z": array(z)},
                  "result": result})


for drop in (None, "first", "if_binary"):
    case("OneHotEncoder/drop_%s" % drop, OneHotEncoder(drop=drop, sparse_output=False), CODES, NEW_CODES,
         {"drop": drop}, ["categories_"])
case("OneHotEncoder/ignore", OneHotEncoder(handle_unknown="ignore", sparse_output=False), CODES, UNKNOWN,
     {"handle_unknown": "ignore"}, ["categories_"])
case("OneHotEncoder/ignore_first", OneHotEncoder(handle_unknown="ignore", drop="first", sparse_output=False), CODES,
     UNKNOWN, {"handle_unknown": "ignore", "drop": "first"}, ["categories_"])
case("OrdinalEncoder/1", OrdinalEncoder(), CODES, NEW_CODES, {}, ["categories_"])
case("OrdinalEncoder/unknown", OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1), CODES, UNKNOWN,
     {"unknown_value": -1}, ["categories_"])
for strategy in ("mean", "median", "most_frequent", "constant"):
    case("SimpleImputer/%s" % strategy, SimpleImputer(strategy=strategy, fill_value=7.5), HOLES, NEW_HOLES,
         {"strategy": strategy, "fill_value": 7.5}, ["statistics_"], inverse=False)
case("SimpleImputer/minus_one", SimpleImputer(missing_values=-1), np.where(np.isnan(HOLES), -1, HOLES),
     np.where(np.isnan(NEW_HOLES), -1, NEW_HOLES), {"strategy": "mean", "missing_values": -1}, ["statistics_"],
     inverse=False)
for degree, only, bias in ((2, False, True), (3, False, True), (2, True, True), (3, True, False), (1, False, False),
                           (0, False, True), (5, True, True)):
    case("PolynomialFeatures/%d_%s_%s" % (degree, only, bias),
         PolynomialFeatures(degree, interaction_only=only, include_bias=bias), PLAIN, PLAIN[:2] + 1,
         {"degree": degree, "interaction_only": only, "include_bias": bias}, ["powers_"], inverse=False)
case("Pipeline/scalers", make_pipeline(StandardScaler(), MinMaxScaler(), RobustScaler(), MaxAbsScaler()), PLAIN,
     PLAIN[:2] + 1, {}, [])
case("Pipeline/imputed_powers", make_pipeline(SimpleImputer(strategy="median"), PolynomialFeatures(2), MinMaxScaler()),
     HOLES, NEW_HOLES, {}, [], inverse=False)
case("ColumnTransformer/one_hot",
     ColumnTransformer([("codes", OneHotEncoder(sparse_output=False), [1])], remainder="passthrough"), MIXED, MIXED[2:5],
     {}, [], inverse=False)
case("ColumnTransformer/two_columns",
     ColumnTransformer([("scale", StandardScaler(), [2, 0])], remainder="passthrough"), MIXED, MIXED[2:5] + 1, {}, [],
     inverse=False)

print('{"file": "preprocessing.json",')
print(' "about": "scikit-learn transformers fitted on X, applied to X and Z",')
print(' "made_with": {"scikit-learn": "%s"},' % sklearn.__version__)
print(' "tolerance": {"rtol": 1e-12, "atol": 1e-13},')
print(' "cases": [')
print(",\n".join("  " + json.dumps(c) for c in cases))
print(" ]}")
