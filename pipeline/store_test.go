package pipeline_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"hustings/pipeline"
	"hustings/pipeline/storetest"
)

func TestFolder(t *testing.T) {
	storetest.Run(t, func(t *testing.T) pipeline.Store { return pipeline.Folder(t.TempDir()) })
}

func TestMemory(t *testing.T) {
	storetest.Run(t, func(t *testing.T) pipeline.Store { return &pipeline.Memory{} })
}

func TestDamageIsAMiss(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	s := pipeline.Folder(dir)
	for _, damage := range []string{"", "x", "0000000000000000000000000000000000000000000000000000000000000000rest"} {
		if err := s.Put(ctx, "step/a", []byte("what was made")); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, "step", "a")
		if err := os.WriteFile(path, []byte(damage), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Get(ctx, "step/a"); !errors.Is(err, fs.ErrNotExist) {
			t.Fatalf("damage %q: Get = %v, want fs.ErrNotExist", damage, err)
		}
		if s.Has(ctx, "step/a") {
			t.Fatalf("damage %q: is still there", damage)
		}
	}
}
