"""What the encoder learns from: documents and examples that the Go programs export, as pieces."""

import json
import pathlib
import re

import numpy as np

MOST = 192  # pieces of a window of names
JUDGED = 384  # pieces of a window of sentiment at most
TOGETHER = 128  # pieces of a window in which several sentences are judged
BEFORE = 400  # characters of the sentence before it
MARKS = 20  # actors that can be told apart in a window of sentiment
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"] + ["[unused%d]" % i for i in range(1, MARKS + 5)]
GUM = ("academic", "bio", "interview", "news", "court")  # its genres that are judged
SOURCES = ["newsmtsc", "balanced", "natural", "long", "essays", "crossner", "gum"]  # each with its own shares of polarity


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


def read_judged(folder, labels):
    """Real sentences with this project's judgements (labels/*.tsv); names that annotators disagree on have the label -1."""
    out = []
    for source, file, kinds in (("crossner", "crossner_politics", {"politician": "PERSON", "person": "PERSON", "politicalparty": "PARTY", "organisation": ""}),
                                ("gum", "gum_derived", {"person": "PERSON", "organization": "PARTY"})):
        judged = {}
        for line in open(labels / (source + ".tsv")):
            part, n, first, _, a, b = line.rstrip("\n").split("\t")
            if part != "part":
                judged[part, int(n), int(first)] = int(a) + 1 if a == b else -1
        for part in ("train", "dev"):
            path = folder / ("%s.%s.conll" % (file, part))
            if not path.exists():
                continue
            documents = pathlib.Path(str(path) + ".docids")
            documents = documents.read_text().split("\n") if documents.exists() else None
            last = ""
            for n, block in enumerate(path.read_text().strip().split("\n\n"), 1):
                words, tags = zip(*(line.split("\t") for line in block.split("\n")))
                text, places = "", []
                for w in words:
                    text += " " * bool(text)
                    places.append((len(text), len(text) + len(w)))
                    text += w
                document = documents[n - 1] if documents else "%d" % n
                s = dict(source=source, file=source, passage="%s-%s-%s" % (source, part, document), held=False, text=text, before="", targets=targets(words, tags, places, kinds, judged, part, n))
                before, last = last, s
                if source == "gum":
                    if document.split("_")[1] not in GUM:
                        continue
                    if before and before["passage"] == s["passage"]:
                        s["before"], s["previous"] = before["text"], before["targets"]
                if s["targets"]:
                    out.append(s)
    return out


def targets(words, tags, places, kinds, judged, part, n):
    out, chain, i = [], {}, 0
    while i < len(words):
        e = i + 1
        while e < len(words) and tags[e] == "I-" + tags[i][2:]:
            e += 1
        if tags[i][:2] == "B-" and tags[i][2:] in kinds:
            kind = kinds[tags[i][2:]]
            surface = " ".join(words[i:e])
            out.append(dict(start=places[i][0], end=places[e - 1][1], kind=kind or "ORG", named=True, label=judged.get((part, n, i), 1) if kind else -1, same=[], chain=surface))
        i = e
    return out


class Sheet:
    """The pieces of a window of sentiment: text, and marks in the place of names."""

    def __init__(self, pieces, rng=None):
        self.pieces, self.order, self.slots = pieces, {}, list(range(1, MARKS + 1))
        if rng:
            rng.shuffle(self.slots)
        self.ids, self.segments, self.shapes, self.at, self.label, self.which = [pieces.id["[CLS]"]], [0], [0], [], [], []

    def put(self, id, segment, shape):
        self.ids.append(id)
        self.segments.append(segment)
        self.shapes.append(shape)

    def slot(self, chain):
        if chain not in self.order:
            self.order[chain] = self.slots[len(self.order) % MARKS]
        return self.pieces.id["[unused%d]" % self.order[chain]]

    def lay(self, text, spans):
        """spans: (start, end, chain, kind, keep the surface, what is judged or None: its label and its place)"""
        here = 0
        for start, end, chain, kind, keep, target in sorted(spans, key=lambda x: (x[0], -x[1])):
            if start < here:
                continue
            self.plain(text, here, start)
            if target is not None:
                self.at.append(len(self.ids))
                self.label.append(target[0])
                self.which.append(target[1])
            self.put(self.slot(chain), 1 if kind == "PERSON" else 2, 0)
            if keep:
                self.plain(text, start, end, 3)
            here = end
        self.plain(text, here, len(text))

    def plain(self, text, start, end, segment=0):
        part = text[start:end]
        p, places = self.pieces.text(part)
        words = [(m.start(), m.end(), shape(m.group())) for m in WORD.finditer(part)]
        w = 0
        for i, (a, b) in zip(p, places):
            while w + 1 < len(words) and a >= words[w][1]:
                w += 1
            self.put(i, segment, words[w][2] if words else 5)

    def end(self):
        self.put(self.pieces.id["[SEP]"], 0, 0)

    def before(self, s, bodies):
        """The sentence before one, with its names."""
        cut = max(0, len(s["before"]) - BEFORE)
        self.lay(s["before"][cut:], [(t["start"] - cut, t["end"] - cut, t["chain"], t["kind"], False, None) for t in s.get("previous", [])
                                     if t["start"] >= cut and (bodies or t["kind"] != "ORG")])
        self.end()

    def sentence(self, s, key, want, bodies):
        """A sentence with the marks of targets. want: the targets that are judged (indexes). Other names of persons and
        parties get marks as well, and those of organisations if bodies."""
        spans = {}
        for k, t in enumerate(s["targets"]):
            if k in want:
                spans[(t["start"], t["end"])] = (t["start"], t["end"], t["chain"], t["kind"], not t["named"], (t["label"], (key, k)))
                for a, b in t["same"]:
                    spans.setdefault((a, b), (a, b, t["chain"], t["kind"], False, None))
        for k, t in enumerate(s["targets"]):
            if t["named"] and (bodies or t["kind"] != "ORG"):
                spans.setdefault((t["start"], t["end"]), (t["start"], t["end"], t["chain"], t["kind"], False, None))
        self.lay(s["text"], list(spans.values()))
        self.end()

    def window(self, source):
        n = JUDGED
        keep = [i for i in range(len(self.at)) if self.at[i] < n]
        return dict(ids=self.ids[:n], segments=self.segments[:n], shapes=self.shapes[:n], at=[self.at[i] for i in keep], label=[self.label[i] for i in keep],
                    which=[self.which[i] for i in keep], source=SOURCES.index(source) if source in SOURCES else SOURCES.index("natural"))


def sentiment_windows(sentences, pieces, most, rng=None, context=True, choose=None):
    """Windows of sentences of one passage that follow each other, up to most pieces, after the sentence before the first; most may be a
    function of rng, asked for each passage. With most 0 each sentence has a window of its own. choose gives the targets of a sentence
    that are judged, all by default; a sentence without one is passed over."""
    out, sheet, last, size, bodies = [], None, dict(passage="", text=""), 0, True
    for k, s in enumerate(sentences):
        want = range(len(s["targets"])) if choose is None else choose(s)
        if not want:
            continue
        follows = s["passage"] and s["passage"] == last["passage"]
        if not follows:
            size = most(rng) if callable(most) else most
        new = s["before"] != last["text"]  # something stands between them
        if sheet is None or not follows or not size or len(sheet.ids) + length(s, pieces, new) > size:
            if sheet is not None and sheet.at:
                out.append(sheet.window(last["source"]))
            sheet, new = Sheet(pieces, rng), context and s["before"] and (rng is None or rng.random() < 0.8)
            bodies = rng is None or rng.random() < 0.5
        if new and s["before"]:
            sheet.before(s, bodies)
        sheet.sentence(s, k, [t for t in want if bodies or s["targets"][t]["kind"] != "ORG"], bodies)
        last = s
    if sheet is not None and sheet.at:
        out.append(sheet.window(last["source"]))
    return out


def length(s, pieces, before):
    """Pieces of a sentence with all its marks, and of the one before it; they are kept with the sentence."""
    if "length" not in s:
        own, both = Sheet(pieces), Sheet(pieces)
        own.sentence(s, 0, range(len(s["targets"])), True)
        if s["before"]:
            both.before(s, True)
        s["length"] = len(own.ids) - 1, len(both.ids) - 1
    return s["length"][0] + before * s["length"][1]


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
