// Package storetest holds the acceptance test that every implementation of pipeline.Store passes.
package storetest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"sync"
	"testing"

	"hustings/pipeline"
)

// Run tests a store that is empty when opened.
func Run(t *testing.T, open func(t *testing.T) pipeline.Store) {
	ctx := context.Background()
	big := bytes.Repeat([]byte("0123456789abcdef"), 1<<18)
	t.Run("nothing is there at first", func(t *testing.T) {
		s := open(t)
		if _, err := s.Get(ctx, "step/none"); !errors.Is(err, fs.ErrNotExist) {
			t.Fatalf("Get = %v, want fs.ErrNotExist", err)
		}
		if s.Has(ctx, "step/none") {
			t.Fatal("Has tells of what was never put")
		}
	})
	t.Run("what was put comes back", func(t *testing.T) {
		s := open(t)
		for name, data := range map[string][]byte{"step/a": []byte("{}"), "step/empty": {}, "step/big": big, table(big): big} {
			if err := s.Put(ctx, name, data); err != nil {
				t.Fatal(err)
			}
			got, err := s.Get(ctx, name)
			if err != nil || !bytes.Equal(got, data) {
				t.Fatalf("Get(%q) = %d bytes, %v; want %d", name, len(got), err, len(data))
			}
			if !s.Has(ctx, name) {
				t.Fatalf("Has(%q) = false", name)
			}
		}
	})
	t.Run("many writers of one name", func(t *testing.T) {
		s := open(t)
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				for range 20 {
					if err := s.Put(ctx, table(big), big); err != nil {
						t.Error(err)
					}
					if got, err := s.Get(ctx, table(big)); err != nil || !bytes.Equal(got, big) {
						t.Errorf("Get = %d bytes, %v", len(got), err)
					}
				}
			})
		}
		wg.Wait()
	})
	t.Run("names that lead elsewhere are refused", func(t *testing.T) {
		s := open(t)
		for _, name := range []string{"", "../x", "/x", "a/../../x", "a\x00b"} {
			if err := s.Put(ctx, name, nil); err == nil {
				t.Errorf("Put(%q) did not fail", name)
			}
		}
	})
	t.Run("a cancelled context writes nothing", func(t *testing.T) {
		s := open(t)
		gone, cancel := context.WithCancel(ctx)
		cancel()
		if err := s.Put(gone, "step/a", nil); !errors.Is(err, context.Canceled) {
			t.Fatalf("Put = %v, want context.Canceled", err)
		}
		if s.Has(ctx, "step/a") {
			t.Fatal("something was written")
		}
	})
}

func table(data []byte) string {
	sum := sha256.Sum256(data)
	return "table/" + hex.EncodeToString(sum[:]) + ".parquet"
}
