"""The last step: how scores become probabilities, fitted on passages held out from training, and what the model then gives."""

import itertools
import json
import pathlib

import numpy as np
import torch
from safetensors import safe_open
from safetensors.numpy import save_file

import bert
import data
import fit

FITTED_ON = ("natural", "essays")  # the held-out passages with the frequencies of real prose


def load(path):
    """A stored model as a PyTorch one, in float32, its weights as they are stored; tensors; metadata."""
    with safe_open(path, "numpy") as f:
        tensors, facts = {k: f.get_tensor(k) for k in f.keys()}, f.metadata()
    c = json.loads(facts["config"])
    model = torch.nn.Module()
    model.encoder = bert.Encoder(c["pieces"], c["width"], c["layers"], c["heads"], c["feed"], c["segments"])
    model.names, model.sentiment = bert.Names(model.encoder), bert.Sentiment(model.encoder, len(data.SOURCES))
    state = model.state_dict()
    for name in state:
        own = name.removeprefix("encoder.") if name.startswith("encoder.") else "head." + name
        if own.startswith("embeddings.") and ".norm." not in own:
            own = own.removesuffix(".weight")
        if own in tensors or own + ".four" in tensors:
            state[name].copy_(torch.from_numpy(whole(tensors, own)))
        elif not (name.startswith(("names.encoder", "sentiment.encoder")) or name == "sentiment.prior"):
            raise KeyError(own)
    return model.eval(), data.Pieces(facts["vocabulary"].split("\n"), c["cased"]), tensors, facts


def whole(tensors, name):
    if name + ".four" in tensors:
        b = tensors[name + ".four"]
        q = np.stack([b & 15, b >> 4], -1).astype(np.float32).reshape(len(b), -1, bert.GROUP) - 8
        w = q * tensors[name + ".times"][:, :, None]
        return w.reshape(len(b), -1) * tensors[name + ".scale"][:, None]
    if name + ".scale" in tensors:
        return tensors[name].astype(np.float32) * tensors[name + ".scale"][:, None]
    return tensors[name].astype(np.float32)


def log_softmax(x):
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


def sentiment(sentences, scores):
    """Temperature and prior by likelihood, preferences by macro F1, on names in held-out passages."""
    x, y, source = [], [], []
    for s, rows in zip(sentences, scores):
        for t, row in zip(s["targets"], rows):
            if t["label"] >= 0 and t["named"] and not np.isnan(row[0]):
                x.append(row)
                y.append(t["label"])
                source.append(s["source"])
    x, y, source = np.array(x, np.float64), np.array(y), np.array(source)
    fitted = np.isin(source, FITTED_ON)
    best = min(((-log_softmax(x[fitted] / t + np.array([a, 0, b]))[np.arange(fitted.sum()), y[fitted]].mean(), t, a, b)
                for t in np.arange(6, 26) / 10 for a, b in itertools.product(np.arange(-10, 11) / 10, repeat=2)))
    _, t, a, b = best
    passages = np.isin(source, ("natural", "essays", "long", "balanced"))
    p = np.exp(log_softmax(x[passages] / t + np.array([a, 0, b])))
    grid = np.arange(10, 26) / 10
    f1 = {(u, v): fit.f1m(y[passages].tolist(), (p * np.array([u, 1, v])).argmax(1).tolist()) for u, v in itertools.product(grid, repeat=2)}
    # the mean over neighbours: the surface is rough, and a peak of it is luck
    smooth = {k: np.mean([f1[o] for o in f1 if abs(o[0] - k[0]) < 0.25 and abs(o[1] - k[1]) < 0.25]) for k in f1}
    u, v = max(smooth, key=smooth.get)
    return dict(sentiment=round(float(t), 2), prior=[round(float(a), 2), 0, round(float(b), 2)], prefer=[float(u), 1, float(v)])


def names(docs, scores):
    """The temperature of labels by the likelihood of those that are marked."""
    rows, may = [], []
    for d, doc in enumerate(docs):
        for s, sentence in enumerate(doc["sentences"]):
            rows.append(scores[d][s])
            may += sentence["may"]
    x = np.concatenate(rows).astype(np.float64)
    mask = (np.array(may)[:, None] >> np.arange(fit.LABELS)) & 1 > 0
    loss = lambda t: -np.log((np.exp(log_softmax(x / t)) * mask).sum(1)).mean()
    return round(float(min(np.arange(5, 31) / 10, key=loss)), 2)


def calibrate(work, path, out):
    """Fits the calibration of the model at path on the sets in work, and writes the model with it into the folder out, the figures into work."""
    import train

    work, out = pathlib.Path(work), pathlib.Path(out)
    model, pieces, tensors, facts = load(path)
    model.to(fit.device())
    _, dev = train.sentiment_data(work)
    scores = fit.sentiment_scores(model.sentiment, dev, pieces, fit.device(), dict(judge=data.TOGETHER))
    found = sentiment(dev, scores)
    _, docs = data.read_names(work / "names.jsonl")
    tags = {k: fit.names_scores(model.names, v, pieces, fit.device()) for k, v in docs.items()}
    found["names"] = names(docs["authored, passages held out"], tags["authored, passages held out"])
    figures = dict(names={k: fit.names_f1(docs[k], tags[k], fit.KIND.get(k, "bodies")) for k in docs})
    prior = np.array(found["prior"]) * found["sentiment"] + np.log(found["prefer"]) * found["sentiment"]
    figures["sentiment"] = fit.sentiment_figures(dev, scores, prior)
    facts["calibration"] = json.dumps(found)
    save_file(tensors, out / "model.safetensors", facts)
    (work / "float32.json").write_text(json.dumps(figures, indent=1) + "\n")
    print(json.dumps(found))
    return model, pieces
