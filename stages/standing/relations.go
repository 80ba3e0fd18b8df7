package standing

// relations gives who speaks how of an actor, by holder, or who acts how toward it. The cells are the actor's, sorted by document and paragraph.
func (w *worker) relations(by string, cells []cell) []Relation {
	w.values = w.values[:0]
	for i := range cells {
		if h := cells[i].holder; h != 0 {
			w.values = append(w.values, valued{h, &cells[i]})
		}
	}
	target := w.corpus.words[cells[0].actor]
	var out []Relation
	for values := range w.cut() {
		x := w.stand(target, by, values)
		out = append(out, Relation{x.Value, target, by, x.N, x.Abstained, x.Documents, x.Negative, x.Neutral, x.Positive, x.Mean, x.Low, x.High, x.IntervalOver, x.Enough})
	}
	return out
}

// Stand is the relation's figures as those of its target.
func (r Relation) Stand() *Stand {
	return &Stand{EntityID: r.TargetID, Slice: r.By, Value: r.HolderID, N: r.N, Abstained: r.Abstained, Documents: r.Documents, Negative: r.Negative,
		Neutral: r.Neutral, Positive: r.Positive, Mean: r.Mean, Low: r.Low, High: r.High, IntervalOver: r.IntervalOver, Enough: r.Enough}
}
