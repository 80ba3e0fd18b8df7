"""Writes reference.safetensors, with a tensor of each type that the tests read.

    pip install safetensors==0.8.0
    python reference.py
"""

import ctypes
import os
import struct

import safetensors

VERSION = "0.8.0"
assert safetensors.__version__ == VERSION, safetensors.__version__

half = [0x0000, 0x8000, 0x3C00, 0xC000, 0x7BFF, 0x0001, 0x03FF, 0x0400, 0x7C00, 0xFC00, 0x3555, 0x7E00]
brain = [0x0000, 0x8000, 0x3F80, 0xC000, 0x7F7F, 0x0001, 0x7F80, 0xFF80, 0x3EAB]
tensors = {
    "weight": ("float32", [2, 3], struct.pack("<6f", 0, -1.5, 2.25, 1e-40, 3.4e38, float("inf"))),
    "bias.half": ("float16", [3, 4], struct.pack("<12H", *half)),
    "bias.brain": ("bfloat16", [9], struct.pack("<9H", *brain)),
    "quantised": ("int8", [5], struct.pack("<5b", -128, -1, 0, 1, 127)),
    "ids": ("int64", [], struct.pack("<q", 1 << 40)),
    "größe <&> \"中\"": ("uint8", [1], b"\x07"),
    "empty": ("float32", [0, 4], b""),
}
buffers = {name: ctypes.create_string_buffer(value, max(len(value), 1)) for name, (_, _, value) in tensors.items()}
specs = {
    name: safetensors.TensorSpec(dtype=dtype, shape=shape, data_ptr=ctypes.addressof(buffers[name]), data_len=len(value))
    for name, (dtype, shape, value) in tensors.items()
}
data = safetensors.serialize(specs, {"format": "test <1>"})
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference.safetensors"), "wb") as f:
    f.write(data)
