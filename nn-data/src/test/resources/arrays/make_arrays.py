"""Writes the files of this folder with NumPy (made with 1.24): python3 make_arrays.py"""
import numpy as np


def npy(name, array, version=(1, 0)):
    with open(name + ".npy", "wb") as f:
        np.lib.format.write_array(f, array, version=version)


npy("int16_column_major", np.asfortranarray(np.arange(6, dtype="<i2").reshape(2, 3) - 2))
npy("float32", np.array([0.1, -2.5e30], dtype="<f4"))
npy("int32_big_endian", np.array([[1, -2], [3, 2**31 - 1]], dtype=">i4"))
npy("bool", np.array([True, False, True]))
npy("scalar", np.array(2.5))
npy("cube_column_major", np.asfortranarray(np.arange(24, dtype="<f8").reshape(2, 3, 4)))
npy("version2", np.array([1, 255], dtype="u1"), (2, 0))
npy("none", np.zeros((0, 3)))
npy("special", np.array([[np.nan, np.inf], [-np.inf, -0.0]]))
npy("uint64", np.array([5, 2**63 + 2**11], dtype="<u8"))
npy("large_int64", np.array([2**53, 2**53 + 1]))
npy("objects", np.array([1, "a"], dtype=object))
npy("complex", np.array([1j], dtype="<c8"))
npy("fields", np.array([(1, 2.0)], dtype=[("a", "<i4"), ("b", "<f8")]))
np.savez_compressed("two.npz", x=np.arange(4.0).reshape(2, 2), labels=np.array([1, 0]))
np.savez("stored.npz", a=np.array([1.5, -2]))
