"""Learns the encoder's models. Usage:

  train.py prepare DATA CACHE WORK   fetch the published weights, prune their vocabularies
  train.py run WORK RUN.json         one run: fit a model, write its figures, scores and weights into WORK/runs
  train.py plan WORK PLAN.json       the runs of a plan, those that do not wait for others side by side
  train.py write WORK RUN OUT        a run's model as the Go runtime takes it, calibrated, with its figures in float32
"""

import json
import pathlib
import subprocess
import sys
import time

import numpy as np
import torch

import data
import fit


def prepare(folder, cache, work):
    import base
    import vocabulary

    for name, (_, _, _, cased) in base.BASES.items():
        arrays, pieces = base.load(name, cache)
        keep, _ = vocabulary.prune(pieces, cased, folder)
        arrays["embeddings.word"] = arrays["embeddings.word"][keep]
        width = arrays["embeddings.word"].shape[1]
        layers = 1 + max(int(k.split(".")[1]) for k in arrays if k.startswith("layer."))
        out = pathlib.Path(work) / "bases" / name
        out.mkdir(parents=True, exist_ok=True)
        np.savez(out / "weights.npz", **{k: v.astype(np.float16) for k, v in arrays.items()})
        (out / "vocab.txt").write_text("\n".join(pieces[i] for i in keep))
        (out / "config.json").write_text(json.dumps(dict(pieces=len(keep), width=width, layers=layers, heads=12, feed=4 * width, cased=cased)))


def fold(passage, n):
    h = 2166136261
    for c in passage.encode():
        h = (h ^ c) * 16777619 & 0xffffffff
    return (h >> 8) % n


def sentiment_data(work):
    all_ = data.read_sentiment(work / "sentiment.jsonl")
    train, dev = [s for s in all_ if not s["held"]], [s for s in all_ if s["held"]]
    train += data.read_judged(work / "judged", pathlib.Path(__file__).parent / "labels")
    if (work / "gold_sentiment.jsonl").exists():
        dev += data.read_sentiment(work / "gold_sentiment.jsonl")
    return train, dev


def pool(work):
    """Sentences with people whose polarity nobody has marked."""
    docs, _ = data.read_names(work / "names.jsonl")
    out = []
    for d in docs:
        if d["source"] not in ("wikigold", "crossner_other", "gum_derived", "tweebank"):
            continue
        for s in d["sentences"]:
            text, places = "", []
            for w in s["words"]:
                text += " " * bool(text)
                places.append((len(text), len(text) + len(w)))
                text += w
            targets, chain, i = [], {}, 0
            while i < len(s["may"]):
                person, body = s["may"][i] == 1 << 1, s["may"][i] & (1 << 3) and not s["may"][i] & 1
                if person or body:
                    inside = 1 << 2 if person else s["may"][i] << 1
                    e = i + 1
                    while e < len(s["may"]) and s["may"][e] == inside:
                        e += 1
                    surface = " ".join(s["words"][i:e])
                    targets.append(dict(start=places[i][0], end=places[e - 1][1], kind="PERSON" if person else "PARTY", named=True, label=-1,
                                        same=[], chain=chain.setdefault(surface, len(chain))))
                    i = e
                else:
                    i += 1
            if targets and len(s["words"]) > 5:
                out.append(dict(source="crossner", file="pool", passage="", held=False, text=text, before="", targets=targets))
    return out


def run(work, spec):
    started = time.time()
    work = pathlib.Path(work)
    out = work / "runs"
    out.mkdir(exist_ok=True)
    base = work / "bases" / spec["base"]
    some = spec.get("small")  # a trial of the programs themselves
    report = dict(spec=spec, figures={})
    names = sentiment = None
    if "names" in spec["tasks"]:
        docs, dev_docs = data.read_names(work / "names.jsonl")
        if (work / "gold_names.jsonl").exists():
            dev_docs.update(data.read_names(work / "gold_names.jsonl")[1])
        if some:
            docs, dev_docs = docs[:some], {k: v[:some] for k, v in dev_docs.items()}
        soft = None
        if spec.get("name_teachers"):
            soft = shaped(sum(np.load(out / (t + ".names.npy")).astype(np.float32) for t in spec["name_teachers"]) / len(spec["name_teachers"]), docs)
        names = fit.NamesTask(spec, docs, soft)
    if "sentiment" in spec["tasks"]:
        train, dev = sentiment_data(work)
        unknown = pool(work)
        if some:
            train, dev, unknown = train[::len(train) // some], dev[::len(dev) // some], unknown[:some]
        soft = teachers(out, spec["sentiment_teachers"], train, unknown) if spec.get("sentiment_teachers") else None
        use = [s for s in train if fold(s["passage"], spec["folds"]) != spec["fold"]] if "fold" in spec else train
        sentiment = fit.SentimentTask(spec, use, soft, unknown)
    model, pieces = fit.fit(spec, base, names, sentiment)
    dev_ = fit.device()
    if names:
        report["figures"]["names"] = fit.names_figures(model.names, dev_docs, pieces)
        if spec.get("teach"):
            s = fit.names_scores(model.names, docs, pieces, dev_)
            np.save(out / (spec["name"] + ".names"), np.concatenate([x for d in s for x in d]).astype(np.float16))
    if sentiment:
        report["figures"]["sentiment"], scores = fit.sentiment_report(model.sentiment, dev, pieces, spec)
        np.save(out / (spec["name"] + ".dev"), np.concatenate(scores))
        if spec.get("teach"):
            np.save(out / (spec["name"] + ".sentiment"), np.concatenate(fit.sentiment_scores(model.sentiment, train + unknown, pieces, dev_, spec)))
    if spec.get("keep"):
        torch.save({k: v.half() for k, v in model.state_dict().items()}, out / (spec["name"] + ".pt"))
    report["seconds"] = round(time.time() - started)
    (out / (spec["name"] + ".json")).write_text(json.dumps(report))
    print(spec["name"], report["seconds"], "s", brief(report["figures"]), flush=True)


def brief(figures):
    """A line of the figures that decide."""
    out = []
    for k, v in figures.get("names", {}).items():
        out.append("%s %.3f %s" % (k.split(",")[0], v[0], " ".join("%s %.2f" % x for x in v[1].items()) if k in ("gold", "CrossNER politics, development") else ""))
    for p, v in figures.get("sentiment", {}).items():
        out.append(p + ": " + " ".join("%s %.3f/%.2f" % (k, x[0], x[1]) for k, x in v.items()))
    return "; ".join(out)


def shaped(flat, docs):
    out, k = [], 0
    for d in docs:
        rows = []
        for s in d["sentences"]:
            rows.append(flat[k:k + len(s["words"])])
            k += len(s["words"])
        out.append(rows)
    return out


def teachers(out, names, train, unknown):
    """The mean of teachers' log-probabilities; for a sentence that some learned from, of the others alone."""
    total, n = 0, 0
    lengths = [len(s["targets"]) for s in train + unknown]
    for name in names:
        spec = json.loads((out / (name + ".json")).read_text())["spec"]
        flat = np.load(out / (name + ".sentiment.npy")).astype(np.float32)
        flat = flat - np.log(np.exp(flat).sum(1, keepdims=True))
        unseen = np.concatenate([np.full(len(s["targets"]), "fold" not in spec or s["file"] == "pool" or fold(s["passage"], spec["folds"]) == spec["fold"]) for s in train + unknown])
        good = unseen & ~np.isnan(flat[:, 0])
        total = total + np.where(good[:, None], flat, 0)
        n = n + good
    mean = np.where(n[:, None] > 0, total / np.maximum(n, 1)[:, None], np.nan).astype(np.float32)
    ends = np.cumsum([0] + lengths)
    return [mean[a:b] for a, b in zip(ends, ends[1:])]


def wants(spec):
    return spec.get("name_teachers", []) + spec.get("sentiment_teachers", []) + spec.get("after", [])


def plan(work, specs):
    """Runs whatever has its teachers, all at once."""
    out = pathlib.Path(work) / "runs"
    out.mkdir(exist_ok=True)
    waiting, going = list(specs), {}
    while waiting or going:
        for spec in list(waiting):
            if all((out / (t + ".json")).exists() for t in wants(spec)) and len(going) < 16:
                waiting.remove(spec)
                path = out / (spec["name"] + ".spec")
                path.write_text(json.dumps(spec))
                going[spec["name"]] = subprocess.Popen([sys.executable, __file__, "run", str(work), str(path)], stderr=open(out / (spec["name"] + ".log"), "w"))
        for name, p in list(going.items()):
            if p.poll() is not None:
                del going[name]
                if p.returncode:
                    for other in going.values():
                        other.kill()
                    sys.exit("%s failed: %s" % (name, (out / (name + ".log")).read_text()[-800:]))
        time.sleep(0.2)


def write(work, name, out):
    import calibrate
    import quantise

    spec = json.loads((work / "runs" / (name + ".json")).read_text())["spec"]
    state = torch.load(work / "runs" / (name + ".pt"), map_location="cpu")
    quantise.write(state, work / "bases" / spec["base"], out / "model.safetensors", {}, spec.get("bits", 8))
    calibrate.calibrate(work, out / "model.safetensors", out)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["prepare", folder, cache, work]:
            prepare(folder, cache, work)
        case ["run", work, spec]:
            torch.set_num_threads(max(1, torch.get_num_threads() // 8) if torch.cuda.is_available() else torch.get_num_threads())
            run(work, json.loads(pathlib.Path(spec).read_text()))
        case ["plan", work, specs]:
            plan(work, json.loads(pathlib.Path(specs).read_text()))
        case ["write", work, name, out]:
            write(pathlib.Path(work), name, pathlib.Path(out))
        case _:
            sys.exit(__doc__)
