package pipeline

import (
	"fmt"
	"runtime/debug"
)

// starting makes a stage's function with its settings from the configuration.
func starting[D any](name string, w Work[D], settings Settings) (func(D) error, error) {
	work, err := w.start(settings.of(name, w.settings))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return work, nil
}

// runEach runs a stage on one document. A panic is a fault of the stage: it becomes an error that names both, so
// that the other documents are done and kept.
func runEach(s *Stage, work func(*Doc) error, d *Doc) error {
	d.stage = s
	if err := safely(work, d); err != nil {
		return fmt.Errorf("%s: %q: %w", s.Name, d.ID, err)
	}
	return nil
}

// safely turns a panic into an error that tells where.
func safely[D any](work func(D) error, d D) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	return work(d)
}

func runWhole(s *Stage, settings Settings, c *Corpus) error {
	work, err := starting(s.Name, s.Whole, settings)
	if err != nil {
		return err
	}
	if err := safely(work, c); err != nil {
		return fmt.Errorf("%s: %w", s.Name, err)
	}
	return nil
}
