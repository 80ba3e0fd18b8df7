"""The pieces that English political prose uses: what stays of a published vocabulary."""

import collections
import json
import pathlib

import data

EXTRA = 3  # a piece seen this often in the training texts stays


def texts(folder):
    """All open texts: training sentences, coreference documents, gazetteers."""
    folder = pathlib.Path(folder)
    for path in sorted((folder / "authored").glob("*.txt")):
        yield path.read_text()
    for path in sorted((folder / "ner").glob("*.conll")):
        yield " ".join(line.split("\t")[0] for line in path.open())
    for path in sorted((folder / "sentiment").glob("*.jsonl")) + sorted((folder / "coref").glob("*.jsonl")):
        for line in path.open():
            yield json.loads(line)["text"]
    for path in sorted((folder / "gazetteers").glob("*.tsv")):
        yield path.read_text()


def prune(vocabulary, cased, folder):
    """The pieces to keep, in the order of the published vocabulary: marks, single characters, and what is seen."""
    full = data.Pieces(vocabulary, cased)
    seen = collections.Counter()
    for text in texts(folder):
        for word in text.split():
            for i in full.word(word):
                seen[i] += 1
    keep = []
    for i, p in enumerate(vocabulary):
        bare = p.removeprefix("##")
        if p in data.SPECIAL or seen[i] >= EXTRA or len(bare) == 1 and ord(bare) < 0x2e80:
            keep.append(i)
    return keep, seen
