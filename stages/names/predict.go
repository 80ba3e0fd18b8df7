package names

import (
	"context"

	"hustings/pipeline"
	"hustings/stages/read"
	"hustings/stages/structure"
	"hustings/stages/tokens"
)

// Predict finds the names of a text that stands by itself, as the stage does for a document; model is accurate or fast.
func Predict(text, model string) ([]Name, error) {
	plan, err := pipeline.NewPlan(read.Source, structure.Stage, tokens.Stage, Stage)
	if err != nil {
		return nil, err
	}
	settings, err := plan.Settings([]string{"names.model=" + model})
	if err != nil {
		return nil, err
	}
	d := pipeline.NewDoc("text", text)
	if _, err := pipeline.InMemory(context.Background(), plan, settings, []*pipeline.Doc{d}, nil); err != nil {
		return nil, err
	}
	return Names.Of(d), nil
}
