"""What the encoder learns from: documents and examples that the Go programs export, as pieces."""

import json
import re

import numpy as np

MOST = 192  # pieces of a window of names
MARKS = 20  # actors that can be told apart in a window of sentiment
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + ["[unused%d]" % i for i in range(1, MARKS + 5)]
SOURCES = ["newsmtsc", "balanced", "natural", "long", "essays", "crossner"]  # each with its own shares of polarity


def shape(word):
    """The case of a word: 1 lower, 2 title, 3 upper, 4 mixed, 5 without letters."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 5
    if all(not c.isupper() for c in letters):
        return 1
    if all(c.isupper() for c in letters):
        return 3 if len(letters) > 1 else 2
    if letters[0].isupper() and not any(c.isupper() for c in letters[1:]):
        return 2
    return 4


class Pieces:
    """A WordPiece vocabulary, pruned."""

    def __init__(self, vocabulary, cased):
        from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

        self.vocabulary = vocabulary
        self.id = {p: i for i, p in enumerate(vocabulary)}
        self.cased = cased
        self.tokenizer = Tokenizer(models.WordPiece(self.id, unk_token="[UNK]", max_input_chars_per_word=100))
        self.tokenizer.normalizer = normalizers.BertNormalizer(lowercase=not cased)
        self.tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        self.memory = {}

    def word(self, w):
        if w not in self.memory:
            self.memory[w] = self.tokenizer.encode(w, add_special_tokens=False).ids or [self.id["[UNK]"]]
        return self.memory[w]

    def text(self, t):
        """Pieces and their offsets."""
        e = self.tokenizer.encode(t, add_special_tokens=False)
        return e.ids, e.offsets


WORD = re.compile(r"\S+")


def read_names(path):
    train, dev = [], {}
    for line in open(path):
        d = json.loads(line)
        if d.get("set"):
            dev.setdefault(d["set"], []).append(d)
        else:
            train.append(d)
    return train, dev


def name_windows(docs, pieces, rng=None, alone=0.35, augmented=1.0):
    """Windows: ids, shapes, the places of words' first pieces, the labels that each word may have, its weight, and the
    sentence and word that it is. With rng, some documents are cut into single sentences, windows are of several lengths, and
    a share of the augmented documents is taken."""
    out = []
    for d, doc in enumerate(docs):
        if rng is not None and doc["source"] == "augmented" and rng.random() >= augmented:
            continue
        single = rng is not None and rng.random() < alone
        most = MOST if rng is None else rng.choice([64, 96, 128, MOST])
        window = None
        for s, sentence in enumerate(doc["sentences"]):
            ids, shapes, at, may, where = [], [], [], [], []
            for i, w in enumerate(sentence["words"]):
                p = pieces.word(w)[:16]
                at.append(len(ids))
                ids += p
                shapes += [shape(w)] * len(p)
                may.append(sentence["may"][i])
                where.append((d, s, i))
            parts = [(ids, shapes, at, may, where)]
            if len(ids) > MOST - 2:
                parts = []
                begin = 0
                while begin < len(at):
                    end = begin + 1
                    while end < len(at) and (at[end + 1] if end + 1 < len(at) else len(ids)) - at[begin] <= MOST - 2:
                        end += 1
                    a, b = at[begin], at[end] if end < len(at) else len(ids)
                    parts.append((ids[a:b], shapes[a:b], [x - a for x in at[begin:end]], may[begin:end], where[begin:end]))
                    begin = end
            for ids, shapes, at, may, where in parts:
                if window is None or single or len(window["ids"]) + len(ids) + 1 > most:
                    window = dict(ids=[pieces.id["[CLS]"]], shapes=[0], at=[], may=[], where=[], weight=doc.get("weight", 1), source=doc["source"])
                    out.append(window)
                n = len(window["ids"])
                window["ids"] += ids + [pieces.id["[SEP]"]]
                window["shapes"] += shapes + [0]
                window["at"] += [n + x for x in at]
                window["may"] += may
                window["where"] += where
    return [w for w in out if w["at"]]


def read_sentiment(path):
    """Sentences with their targets: those that share passage and text are one. A sentence knows the one before it."""
    out, index = [], {}
    for line in open(path):
        x = json.loads(line)
        key = (x["passage"], x["text"], x.get("before", ""))
        if key not in index:
            index[key] = len(out)
            out.append(dict(source=x["source"], file=x["file"], passage=x["passage"], held=x["held_out"], text=x["text"], before=x.get("before", ""), targets=[]))
        s = out[index[key]]
        place = characters(x["text"], x["target"])
        same = [characters(x["text"], p) for p in x.get("same") or []]
        chain = x.get("entity")
        if not chain:  # names of one target are one actor
            chain = next((t["chain"] for t in s["targets"] if (t["start"], t["end"]) in same or place in t["same"]), len(s["targets"]))
        s["targets"].append(dict(start=place[0], end=place[1], kind=x["kind"] or "PERSON", named=x["named"], label=x["label"], same=same, chain=chain))
    last = {}
    for s in out:
        p = last.get(s["passage"])
        s["previous"] = [t for t in p["targets"] if t["named"]] if p and p["text"] == s["before"] else []
        last[s["passage"]] = s
    return out


def characters(text, place):
    b = text.encode()
    return tuple(len(b[:i].decode(errors="ignore")) for i in place)


def read_crossner(folder, labels):
    """CrossNER's political sentences with this project's judgements; names that annotators disagree on have the label -1."""
    judged = {}
    for line in open(labels):
        part, n, first, last, a, b = line.rstrip("\n").split("\t")
        if part != "part":
            judged[part, int(n), int(first)] = int(a) + 1 if a == b else -1
    out = []
    for part in ("train", "dev"):
        for n, block in enumerate((folder / ("crossner_politics.%s.conll" % part)).read_text().strip().split("\n\n"), 1):
            words, tags = zip(*(line.split("\t") for line in block.split("\n")))
            text, places = "", []
            for w in words:
                text += " " * bool(text)
                places.append((len(text), len(text) + len(w)))
                text += w
            targets, chain, i = [], {}, 0
            while i < len(words):
                kind = {"B-politician": "PERSON", "B-person": "PERSON", "B-politicalparty": "PARTY", "B-organisation": "ORG"}.get(tags[i])
                e = i + 1
                while e < len(words) and tags[e] == "I-" + tags[i][2:]:
                    e += 1
                if kind:
                    surface = " ".join(words[i:e])
                    targets.append(dict(start=places[i][0], end=places[e - 1][1], kind=kind, named=True, label=-1 if kind == "ORG" else judged.get((part, n, i), 1), same=[],
                                        chain=chain.setdefault(surface, len(chain))))
                i = e
            if targets:
                out.append(dict(source="crossner", file="crossner", passage="crossner-%s-%d" % (part, n), held=False, text=text, before="", targets=targets))
    return out


def sentiment_example(s, pieces, want=None, rng=None, context=True, bodies=True):
    """One window of pieces with the marks of targets. want: the targets that are judged (indexes), all by default. Other names of
    persons and parties get marks as well, and those of organisations if bodies; the sentence before is read too if context."""
    order = {}
    slots = list(range(1, MARKS + 1))
    if rng:
        rng.shuffle(slots)

    def slot(chain):
        if chain not in order:
            order[chain] = slots[len(order) % MARKS]
        return pieces.id["[unused%d]" % order[chain]]

    want = range(len(s["targets"])) if want is None else want
    ids, segments, shapes, at, label, which = [pieces.id["[CLS]"]], [0], [0], [], [], []

    def lay(text, spans):
        """spans: (start, end, chain, kind, keep the surface, target)"""
        here = 0
        for start, end, chain, kind, keep, target in sorted(spans, key=lambda x: (x[0], -x[1])):
            if start < here:
                continue
            plain(text, here, start)
            if target is not None:
                at.append(len(ids))
                label.append(s["targets"][target]["label"])
                which.append(target)
            ids.append(slot(chain))
            segments.append(1 if kind == "PERSON" else 2)
            shapes.append(0)
            if keep:
                plain(text, start, end, 3)
            here = end
        plain(text, here, len(text))

    def plain(text, start, end, segment=0):
        part = text[start:end]
        p, places = pieces.text(part)
        words = [(m.start(), m.end(), shape(m.group())) for m in WORD.finditer(part)]
        w = 0
        for i, (a, b) in zip(p, places):
            while w + 1 < len(words) and a >= words[w][1]:
                w += 1
            ids.append(i)
            segments.append(segment)
            shapes.append(words[w][2] if words else 5)

    if context and s["before"]:
        cut = max(0, len(s["before"]) - 400)
        lay(s["before"][cut:], [(t["start"] - cut, t["end"] - cut, t["chain"], t["kind"], False, None) for t in s.get("previous", [])
                                if t["start"] >= cut and (bodies or t["kind"] != "ORG")])
        ids.append(pieces.id["[SEP]"])
        segments.append(0)
        shapes.append(0)
    spans = {}
    for k, t in enumerate(s["targets"]):
        if k in want:
            spans[(t["start"], t["end"])] = (t["start"], t["end"], t["chain"], t["kind"], not t["named"], k)
            for a, b in t["same"]:
                spans.setdefault((a, b), (a, b, t["chain"], t["kind"], False, None))
    for k, t in enumerate(s["targets"]):
        if t["named"] and (bodies or t["kind"] != "ORG"):
            spans.setdefault((t["start"], t["end"]), (t["start"], t["end"], t["chain"], t["kind"], False, None))
    lay(s["text"], list(spans.values()))
    ids.append(pieces.id["[SEP]"])
    segments.append(0)
    shapes.append(0)
    if len(ids) > 384:
        keep = [i for i in range(len(at)) if at[i] < 384]
        ids, segments, shapes = ids[:384], segments[:384], shapes[:384]
        at, label, which = [at[i] for i in keep], [label[i] for i in keep], [which[i] for i in keep]
    return dict(ids=ids, segments=segments, shapes=shapes, at=at, label=label, which=which, source=SOURCES.index(s["source"]) if s["source"] in SOURCES else SOURCES.index("natural"))


def batches(windows, most, rng=None):
    """Windows of like length together, at most so many pieces with padding."""
    order = list(range(len(windows)))
    if rng:
        rng.shuffle(order)
    chunk = 50 * max(1, most // 64)
    out = []
    for c in range(0, len(order), chunk):
        part = sorted(order[c:c + chunk], key=lambda i: len(windows[i]["ids"]))
        batch = []
        for i in part:
            if batch and len(windows[i]["ids"]) * (len(batch) + 1) > most:
                out.append(batch)
                batch = []
            batch.append(i)
        if batch:
            out.append(batch)
    if rng:
        rng.shuffle(out)
    return [[windows[i] for i in b] for b in out]


def pad(batch):
    """Arrays of a batch: ids, segments, shapes [b, n]; lengths; flat places of what is judged, and their rows."""
    n = max(len(w["ids"]) for w in batch)
    n = (n + 7) // 8 * 8
    out = {k: np.zeros((len(batch), n), np.int64) for k in ("ids", "segments", "shapes")}
    at, row = [], []
    for r, w in enumerate(batch):
        for k in out:
            if k in w:
                out[k][r, :len(w[k])] = w[k]
        at += [r * n + a for a in w["at"]]
        row += [r] * len(w["at"])
    out["lengths"] = np.array([len(w["ids"]) for w in batch])
    out["at"], out["row"] = np.array(at, np.int64), np.array(row, np.int64)
    if "label" in batch[0]:
        out["label"] = np.array([x for w in batch for x in w["label"]], np.int64)
        out["source"] = np.array([w["source"] for w in batch for _ in w["at"]], np.int64)
    else:
        out["may"] = np.array([x for w in batch for x in w["may"]], np.int64)
        out["weight"] = np.array([w["weight"] for w in batch for _ in w["at"]], np.float32)
    return out
