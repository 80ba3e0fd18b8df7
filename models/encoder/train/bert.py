"""The encoder in PyTorch: BERT with what this project adds (the shape of a word's case, two heads), and rounding of its
weights as the Go runtime will see them."""

import torch
import torch.nn.functional as F
from torch import nn

SHAPES = 6  # of a word's case; see data.shape


GROUP = 32  # weights that share a multiplier, in the 4-bit form


def four(w):
    """The 4-bit form of a matrix: whole numbers from -7 to 7, a multiplier from 1 to 18 for each 32 of them, and a scale a
    row, so that w is about q * multiplier * scale. Products of the first two fit 8 bits."""
    rows, columns = w.shape
    g = w.view(rows, columns // GROUP, GROUP)
    scale = w.abs().amax(1).clamp(min=1e-12) / 126
    m = (g.abs().amax(2) / (7 * scale[:, None])).ceil().clamp(1, 18)
    q = (g / (m * scale[:, None])[:, :, None]).round().clamp(-7, 7)
    return q, m, scale


class Round(torch.autograd.Function):
    """Weights as the 4-bit form has them; the gradient passes."""

    @staticmethod
    def forward(ctx, w):
        q, m, scale = four(w)
        return (q * (m * scale[:, None])[:, :, None]).view_as(w)

    @staticmethod
    def backward(ctx, g):
        return g


class Linear(nn.Linear):
    rounded = False

    def forward(self, x):
        w = Round.apply(self.weight) if self.rounded else self.weight
        return F.linear(x, w, self.bias)


class Layer(nn.Module):
    def __init__(self, width, heads, feed, dropout):
        super().__init__()
        self.heads = heads
        self.attention = nn.ModuleDict({k: Linear(width, width) for k in ("query", "key", "value", "output")})
        self.attention["norm"] = nn.LayerNorm(width, eps=1e-12)
        self.feed = nn.ModuleDict({"in": Linear(width, feed), "out": Linear(feed, width), "norm": nn.LayerNorm(width, eps=1e-12)})
        self.dropout = dropout

    def forward(self, x, mask):
        b, n, d = x.shape
        q, k, v = (self.attention[p](x).view(b, n, self.heads, -1).transpose(1, 2) for p in ("query", "key", "value"))
        drop = self.dropout if self.training else 0.0
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=drop)
        a = self.attention["output"](a.transpose(1, 2).reshape(b, n, d))
        x = self.attention["norm"](x + F.dropout(a, self.dropout, self.training))
        h = self.feed["out"](F.gelu(self.feed["in"](x)))
        return self.feed["norm"](x + F.dropout(h, self.dropout, self.training))


class Encoder(nn.Module):
    """ids, segments, shapes [batch, n], lengths [batch] to states [batch, n, width]."""

    def __init__(self, pieces, width, layers, heads, feed, segments=4, dropout=0.1):
        super().__init__()
        self.config = dict(pieces=pieces, width=width, layers=layers, heads=heads, feed=feed, segments=segments)
        self.embeddings = nn.ModuleDict({
            "word": nn.Embedding(pieces, width), "position": nn.Embedding(512, width), "segment": nn.Embedding(segments, width),
            "shape": nn.Embedding(SHAPES, width), "norm": nn.LayerNorm(width, eps=1e-12)})
        nn.init.zeros_(self.embeddings["shape"].weight)
        self.layer = nn.ModuleList(Layer(width, heads, feed, dropout) for _ in range(layers))
        self.dropout = dropout

    def forward(self, ids, segments, shapes, lengths):
        n = ids.shape[1]
        e = self.embeddings
        x = e["word"](ids) + e["position"].weight[:n] + e["segment"](segments) + e["shape"](shapes)
        x = F.dropout(e["norm"](x), self.dropout, self.training)
        mask = (torch.arange(n, device=ids.device) < lengths[:, None])[:, None, None, :]
        for layer in self.layer:
            x = layer(x, mask)
        return x

    def start(self, arrays, layers):
        """Takes published weights; layers names those of them to keep, in order."""
        own = self.state_dict()
        for name in own:
            source = name
            if name.startswith("layer."):
                _, i, rest = name.split(".", 2)
                source = "layer.%d.%s" % (layers[int(i)], rest)
            if source.startswith("embeddings.") and "norm" not in source:
                source = source.removesuffix(".weight")
            if source not in arrays:
                continue
            given = torch.from_numpy(arrays[source]).float()
            if name == "embeddings.segment.weight":  # the published second row stands for all marks
                given = torch.cat([given, given[1:].repeat(own[name].shape[0] - 2, 1)])
            own[name].copy_(given)

    def learn_rounded(self):
        """From now on products see weights as their 4-bit form has them."""
        for m in self.modules():
            if isinstance(m, Linear):
                m.rounded = True


class Names(nn.Module):
    """Labels of words: the state of a word's first piece to one score a label."""

    def __init__(self, encoder, labels=17):
        super().__init__()
        self.encoder, self.out = encoder, nn.Linear(encoder.config["width"], labels)
        nn.init.normal_(self.out.weight, std=0.02)

    def forward(self, batch):
        x = self.encoder(batch["ids"], batch["segments"], batch["shapes"], batch["lengths"])
        x = F.dropout(x, 0.1, self.training)
        return self.out(x.reshape(-1, x.shape[-1])[batch["at"]])


class Sentiment(nn.Module):
    """Polarity of targets: the states of the target's mark and of the whole to three scores, and a prior a source."""

    def __init__(self, encoder, sources):
        super().__init__()
        width = encoder.config["width"]
        self.encoder = encoder
        self.hidden, self.out = nn.Linear(2 * width, width), nn.Linear(width, 3)
        self.prior = nn.Parameter(torch.zeros(sources, 3))
        nn.init.normal_(self.hidden.weight, std=0.02)
        nn.init.normal_(self.out.weight, std=0.02)

    def forward(self, batch):
        x = self.encoder(batch["ids"], batch["segments"], batch["shapes"], batch["lengths"])
        flat = x.reshape(-1, x.shape[-1])
        h = torch.cat([flat[batch["at"]], x[batch["row"], 0]], -1)
        h = torch.tanh(self.hidden(F.dropout(h, 0.1, self.training)))
        return self.out(F.dropout(h, 0.1, self.training)) + self.prior[batch["source"]]
