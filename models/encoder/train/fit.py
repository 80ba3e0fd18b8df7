"""Learning: one run fits one model to names or to sentiment, from published weights, by labels and by teachers' scores."""

import json
import random

import numpy as np
import torch
import torch.nn.functional as F

import bert
import data

LABELS = 17
TYPES = ["PERSON", "PARTY", "ORG", "GPE", "LOC", "EVENT", "WORK", "NORP"]


def device():
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def encoder(base, layers, dropout=0.1):
    """The encoder of a base (weights.npz, vocab.txt, config.json), with those of its layers."""
    config = json.loads((base / "config.json").read_text())
    arrays = np.load(base / "weights.npz")
    keep = layers or list(range(config["layers"]))
    e = bert.Encoder(config["pieces"], config["width"], len(keep), config["heads"], config["feed"], dropout=dropout)
    e.start({k: arrays[k] for k in arrays.files}, keep)
    return e, data.Pieces((base / "vocab.txt").read_text().split("\n"), config["cased"])


def tensors(batch, dev):
    return {k: torch.from_numpy(v).to(dev, non_blocking=True) for k, v in data.pad(batch).items()}


def optimise(model, steps, rate, head_rate, decay=0.01):
    own = dict(model.named_parameters())  # what heads share is named once, under encoder
    heads = [p for n, p in own.items() if not n.startswith("encoder.")]
    norms = [p for n, p in own.items() if n.startswith("encoder.") and p.dim() < 2]
    rest = [p for n, p in own.items() if n.startswith("encoder.") and p.dim() >= 2]
    groups = [dict(params=rest, lr=rate, weight_decay=decay), dict(params=norms, lr=rate, weight_decay=0.0),
              dict(params=heads, lr=head_rate, weight_decay=decay)]
    opt = torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=torch.cuda.is_available())
    warm = max(1, int(0.1 * steps))
    plan = torch.optim.lr_scheduler.LambdaLR(opt, lambda s: min(s / warm, max(0.0, (steps - s) / max(1, steps - warm))))
    return opt, plan


class Half:
    """bf16 products on a GPU; plain float32 elsewhere."""

    def __enter__(self):
        self.context = torch.autocast("cuda", torch.bfloat16) if torch.cuda.is_available() else None
        if self.context:
            self.context.__enter__()

    def __exit__(self, *x):
        if self.context:
            self.context.__exit__(*x)


# --- names -----------------------------------------------------------------------------------------------------------

def names_loss(logits, b, soft=None, mix=0.5):
    """Marginal likelihood of what each word may be; with teachers' scores, their divergence as well."""
    may = (b["may"][:, None] >> torch.arange(LABELS, device=logits.device)) & 1 > 0
    all_ = torch.logsumexp(logits, -1)
    own = torch.logsumexp(logits.masked_fill(~may, -1e9), -1)
    loss = all_ - own
    if soft is not None:
        p = soft.softmax(-1)
        loss = mix * loss + (1 - mix) * (p * (p.clamp(min=1e-9).log() - logits.log_softmax(-1))).sum(-1)
    return (loss * b["weight"]).sum() / b["weight"].sum()


def allowed():
    a = np.full((LABELS + 1, LABELS), -1e9, np.float32)  # the last row: a sentence's beginning
    for x in range(LABELS + 1):
        for y in range(LABELS):
            if y == 0 or y % 2 == 1 or x == y or (x == y - 1 and x % 2 == 1):
                a[x, y] = 0
    a[LABELS, 2::2] = -1e9
    return a


ALLOWED = allowed()


def viterbi(scores):
    """The best labels of a sentence, scores [n, labels]."""
    n = len(scores)
    best = ALLOWED[LABELS] + scores[0]
    back = []
    for i in range(1, n):
        m = best[:, None] + ALLOWED[:LABELS]
        back.append(m.argmax(0))
        best = m.max(0) + scores[i]
    out = [int(best.argmax())]
    for b in reversed(back):
        out.append(int(b[out[-1]]))
    return out[::-1]


def spans(labels):
    out, i = [], 0
    while i < len(labels):
        if labels[i] % 2 == 1:
            e = i + 1
            while e < len(labels) and labels[e] == labels[i] + 1:
                e += 1
            out.append((i, e, TYPES[labels[i] // 2]))
            i = e
        else:
            i += 1
    return out


def names_scores(model, docs, pieces, dev, most=16384):
    """Log-probabilities of all words of documents, by (document, sentence)."""
    model.eval()
    out = [[np.zeros((len(s["words"]), LABELS), np.float32) for s in d["sentences"]] for d in docs]
    windows = data.name_windows(docs, pieces)
    with torch.no_grad(), Half():
        for batch in data.batches(windows, most):
            p = model(tensors(batch, dev)).float().log_softmax(-1).cpu().numpy()
            k = 0
            for w in batch:
                for d, s, i in w["where"]:
                    out[d][s][i] = p[k]
                    k += 1
    return out


PLACE = {"GPE": "PLACE", "LOC": "PLACE"}
BODY = {"PARTY": "BODY", "ORG": "BODY"}


def names_f1(docs, scores, kind):
    """Micro F1 and F1 by type; kind: fine (all types), core (CrossNER: PERSON PARTY ORG PLACE EVENT), bodies."""
    count = {}
    for d, doc in enumerate(docs):
        for s, sentence in enumerate(doc["sentences"]):
            may = sentence["may"]
            gold, open_ = set(), set()
            i = 0
            while i < len(may):
                begins = [t for t in range(8) if may[i] >> (2 * t + 1) & 1]
                if begins and not may[i] & 1:
                    e = i + 1
                    while e < len(may) and any(may[e] >> (2 * t + 2) & 1 for t in begins) and not may[e] & 1 and not any(may[e] >> (2 * t + 1) & 1 for t in range(8)):
                        e += 1
                    gold.add((i, e, tuple(begins)))
                    i = e
                else:
                    if may[i] != 1:
                        open_.add(i)
                    i += 1

            def as_(t):
                if kind != "fine":
                    t = PLACE.get(t, t)
                if kind == "bodies":
                    t = BODY.get(t, t)
                return t

            g = {}
            for a, e, ts in gold:
                names = {as_(TYPES[t]) for t in ts}
                if len(names) == 1:
                    g[(a, e)] = names.pop()
            want = {"fine": None, "core": {"PERSON", "PARTY", "ORG", "PLACE", "EVENT"}, "bodies": {"PERSON", "PLACE", "BODY"}}[kind]
            found = {(a, e): as_(t) for a, e, t in spans(viterbi(scores[d][s]))} if len(may) else {}
            for k, t in g.items():
                if want is None or t in want:
                    c = count.setdefault(t, [0, 0, 0])
                    c[1] += 1
                    c[0] += found.get(k) == t
            for k, t in found.items():
                if (want is None or t in want) and not any(i in open_ for i in range(*k)):
                    count.setdefault(t, [0, 0, 0])[2] += 1
    total = np.sum(list(count.values()), 0)
    f = lambda c: 2 * c[0] / max(1, c[1] + c[2])
    return float(f(total)), {t: round(float(f(c)), 3) for t, c in sorted(count.items())}


KIND = {"authored, passages held out": "fine", "CrossNER politics, development": "core", "gold": "fine"}  # else bodies


class NamesTask:
    """What there is to learn about names; soft: teachers' scores as names_scores gives them."""

    def __init__(self, run, docs, soft=None):
        self.run, self.docs, self.soft = run, docs, soft

    def epoch(self, pieces, rng):
        out = data.name_windows(self.docs, pieces, rng, augmented=self.run.get("augmented", 1 / 3))
        return data.batches(out, self.run["name_batch"], rng)

    def loss(self, model, batch, dev):
        b = tensors(batch, dev)
        teacher = None
        if self.soft is not None:
            teacher = torch.from_numpy(np.stack([self.soft[d][s][i] for w in batch for d, s, i in w["where"]])).to(dev)
        with Half():
            logits = model(b)
        return names_loss(logits.float(), b, teacher, self.run.get("mix", 0.5))


def names_figures(model, dev_sets, pieces):
    return {name: names_f1(ds, names_scores(model, ds, pieces, device()), KIND.get(name, "bodies")) for name, ds in dev_sets.items()}


# --- sentiment -------------------------------------------------------------------------------------------------------

def f1m(gold, found):
    out = []
    for c in range(3):
        tp = sum(g == c and f == c for g, f in zip(gold, found))
        n = sum(g == c for g in gold) + sum(f == c for f in found)
        out.append(2 * tp / n if n else 0.0)
    return sum(out) / 3


def sentiment_scores(model, sentences, pieces, dev, run, most=16384):
    """Scores of all targets, without the prior of their source, by (sentence, target); NaN where the window was too short."""
    model.eval()
    out = [np.full((len(s["targets"]), 3), np.nan, np.float32) for s in sentences]
    windows = data.sentiment_windows(sentences, pieces, run.get("judge", 0), context=run.get("context", True))
    with torch.no_grad(), Half():
        for batch in data.batches(windows, most):
            b = tensors(batch, dev)
            p = (model(b).float() - model.prior[b["source"]]).cpu().numpy()
            i = 0
            for w in batch:
                for k, t in w["which"]:
                    out[k][t] = p[i]
                    i += 1
    return out


def sentiment_figures(sentences, scores, prior):
    """Macro F1, accuracy and number by set, with the prior given to all (None: none)."""
    sets = {}
    for s, p in zip(sentences, scores):
        for t, x in zip(s["targets"], p):
            if t["label"] < 0:
                continue
            if np.isnan(x[0]):
                x = np.array([0, 9.0, 0])
            found = int((x + prior).argmax())
            names = [s["file"] if s["source"] in ("newsmtsc", "gold", "crossner") else s["source"]]
            if s["source"] not in ("newsmtsc", "gold", "crossner"):
                names.append("authored")
            for name in names:
                sets.setdefault(name, []).append((t["label"], found, t["named"]))
                if t["named"] and s["source"] not in ("newsmtsc", "gold", "crossner"):
                    sets.setdefault(name + " named", []).append((t["label"], found, True))
            if s["source"] == "gold":
                sets.setdefault("gold", []).append((t["label"], found, True))
    return {k: (round(f1m([g for g, _, _ in v], [f for _, f, _ in v]), 3), round(sum(g == f for g, f, _ in v) / len(v), 3), len(v)) for k, v in sorted(sets.items())}


class SentimentTask:
    """What there is to learn about sentiment; soft: teachers' scores of train + pool, whose labels are not known (-1)."""

    def __init__(self, run, train, soft=None, pool=()):
        self.run, self.soft = run, soft
        self.sentences = list(train) + (list(pool) if soft is not None else [])

    def epoch(self, pieces, rng):
        def choose(s):
            # marked in some of the windows: pronouns and descriptions, since a reader may not know whom they mean
            described = rng.random() < 0.6
            want = [t for t, x in enumerate(s["targets"]) if x["named"] or described]
            return want if any(s["targets"][t]["label"] >= 0 or self.soft is not None for t in want) else []

        sizes = self.run.get("sizes", [0])
        windows = data.sentiment_windows(self.sentences, pieces, lambda rng: rng.choice(sizes), rng, self.run.get("context", True), choose)
        return data.batches(windows, self.run["batch"], rng)

    def loss(self, model, batch, dev):
        b = tensors(batch, dev)
        with Half():
            logits = model(b)
        logits = logits.float()
        known = b["label"] >= 0
        loss = F.cross_entropy(logits, b["label"].clamp(min=0), reduction="none", label_smoothing=self.run.get("smoothing", 0.0)) * known
        if self.soft is not None:
            teacher = torch.from_numpy(np.stack([self.soft[k][t] for w in batch for k, t in w["which"]])).to(dev)
            good = ~torch.isnan(teacher[:, 0])
            p = torch.nan_to_num(teacher).softmax(-1)
            free = logits - model.prior[b["source"]]
            kl = (p * (p.clamp(min=1e-9).log() - free.log_softmax(-1))).sum(-1) * good
            mix = self.run.get("mix", 0.5)
            loss = mix * loss + (1 - mix) * kl
        return loss.sum() / (known | good if self.soft is not None else known).sum().clamp(min=1)


def sentiment_report(model, dev_sentences, pieces, run):
    scores = sentiment_scores(model, dev_sentences, pieces, device(), run)
    prior = model.prior.detach().float().cpu().numpy()
    figures = {}
    for name, p in [("no prior", np.zeros(3))] + [(s, prior[i] - prior[i].mean()) for i, s in enumerate(data.SOURCES) if s in ("newsmtsc", "natural", "essays")]:
        figures[name] = sentiment_figures(dev_sentences, scores, p)
    return figures, scores


def fit(run, base, names=None, sentiment=None):
    """Fits an encoder with a head for each task that is given. run: seed, layers, epochs, rate, round."""
    torch.manual_seed(run["seed"])
    rng = random.Random(run["seed"])
    dev = device()
    enc, pieces = encoder(base, run.get("layers"))
    model = torch.nn.Module()
    model.encoder = enc
    tasks = {}
    if names:
        model.names, tasks["names"] = bert.Names(enc), names
    if sentiment:
        model.sentiment, tasks["sentiment"] = bert.Sentiment(enc, len(data.SOURCES)), sentiment
    model.to(dev)
    if run.get("bits") == 4:
        enc.learn_rounded()
    opt = None
    for epoch in range(run["epochs"]):
        steps = [(task, batch) for task, t in tasks.items() for batch in t.epoch(pieces, rng)]
        rng.shuffle(steps)
        if opt is None:
            opt, plan = optimise(model, int(1.02 * len(steps) * run["epochs"]), run["rate"], 3 * run["rate"])
        model.train()
        for task, batch in steps:
            tasks[task].loss(getattr(model, task), batch, dev).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            opt.step()
            plan.step()
            opt.zero_grad(set_to_none=True)
    return model, pieces
