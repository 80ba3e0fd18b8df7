"""Writes what the model gives in float32 on some of the project's own passages: what the Go runtime is compared with.

  reference.py WORK MODEL OUT.json    WORK has the exported names.jsonl and sentiment.jsonl
"""

import json
import pathlib
import sys

import calibrate
import data
import fit

work, path, out = map(pathlib.Path, sys.argv[1:])
model, pieces, _, _ = calibrate.load(path)
# held-out passages of the project itself, which are free to be shown
sentences = [s for s in data.read_sentiment(work / "sentiment.jsonl") if s["held"] and s["source"] == "essays"][:60]
for s in sentences:
    s["targets"] = sorted((t for t in s["targets"] if t["named"]), key=lambda t: t["start"])
    s["previous"] = sorted(s["previous"], key=lambda t: t["start"])
sentences = [s for s in sentences if s["targets"]]
scores = fit.sentiment_scores(model.sentiment, sentences, pieces, fit.device(), dict(judge=data.TOGETHER))
docs = [d for d in data.read_names(work / "names.jsonl")[1]["authored, passages held out"][-12:]]
tags = fit.names_scores(model.names, docs, pieces, fit.device())
actors = lambda ts: [dict(start=t["start"], end=t["end"], actor=str(t["chain"]), person=t["kind"] == "PERSON") for t in ts]
json.dump(dict(
    sentiment=[dict(before=s["before"], behind=actors(s["previous"]), text=s["text"], mentions=actors(s["targets"]), follows=follows, scores=[[round(float(x), 4) for x in r] for r in p])
               for s, p, follows in zip(sentences, scores, [a["passage"] == b["passage"] for a, b in zip([dict(passage="")] + sentences, sentences)])],
    names=[[dict(words=s["words"], spans=fit.spans(fit.viterbi(p))) for s, p in zip(d["sentences"], t)] for d, t in zip(docs, tags)]),
    out.open("w"), ensure_ascii=False, separators=(",", ":"))
