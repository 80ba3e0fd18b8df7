"""A fitted model as the Go runtime takes it: 8-bit weights with a scale an output, shape and vocabulary as metadata."""

import json
import pathlib

import numpy as np
import torch

import bert

from safetensors.numpy import save_file


def rounded(w):
    """Whole numbers from -127 to 127 and the scale of each row."""
    w = w.astype(np.float32)
    scale = np.abs(w).max(1) / 127
    scale[scale == 0] = 1
    return np.clip(np.rint(w / scale[:, None]), -127, 127).astype(np.int8), scale.astype(np.float32)


def keep(out, name, w, bias=None, bits=8):
    store(out, name + ".weight", w, bits)
    if bias is not None:
        out[name + ".bias"] = bias.astype(np.float32)


def store(out, name, w, bits):
    if bits == 8:
        out[name], out[name + ".scale"] = rounded(w)
        return
    q, m, scale = bert.four(torch.from_numpy(w))
    q = (q.reshape(w.shape[0], -1).numpy() + 8).astype(np.uint8)
    out[name + ".four"] = q[:, 0::2] | q[:, 1::2] << 4
    out[name + ".times"], out[name + ".scale"] = m.numpy().astype(np.uint8), scale.numpy().astype(np.float32)


def write(state, base, path, facts, bits=8):
    """state: the state_dict of fit.fit's model; base: folder of the pruned published model; facts: further metadata."""
    config = json.loads((pathlib.Path(base) / "config.json").read_text())
    vocabulary = (pathlib.Path(base) / "vocab.txt").read_text()
    s = {k: v.float().numpy() for k, v in state.items()}
    out = {}
    store(out, "embeddings.word", s["encoder.embeddings.word.weight"], bits)
    for k in ("position", "segment", "shape"):
        out["embeddings." + k] = s["encoder.embeddings.%s.weight" % k].astype(np.float16)
    for k in ("weight", "bias"):
        out["embeddings.norm." + k] = s["encoder.embeddings.norm." + k].astype(np.float32)
    layers = 1 + max(int(k.split(".")[2]) for k in s if k.startswith("encoder.layer."))
    for i in range(layers):
        for part in ("attention.query", "attention.key", "attention.value", "attention.output", "feed.in", "feed.out"):
            at = "encoder.layer.%d.%s" % (i, part)
            keep(out, "layer.%d.%s" % (i, part), s[at + ".weight"], s[at + ".bias"], bits)
        for part in ("attention.norm", "feed.norm"):
            for k in ("weight", "bias"):
                out["layer.%d.%s.%s" % (i, part, k)] = s["encoder.layer.%d.%s.%s" % (i, part, k)].astype(np.float32)
    for head in ("names.out", "sentiment.hidden", "sentiment.out"):
        if head + ".weight" in s:
            keep(out, "head." + head, s[head + ".weight"], s[head + ".bias"])
    config = dict(pieces=config["pieces"], width=config["width"], layers=layers, heads=config["heads"], feed=config["feed"],
                  segments=s["encoder.embeddings.segment.weight"].shape[0], shapes=s["encoder.embeddings.shape.weight"].shape[0], longest=512, cased=config["cased"])
    save_file({k: np.ascontiguousarray(v) for k, v in out.items()}, path, dict(facts, config=json.dumps(config), vocabulary=vocabulary))
