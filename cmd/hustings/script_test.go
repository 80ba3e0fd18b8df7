package main

import (
	"encoding/csv"
	"errors"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"hustings": main})
}

// The scripts in testdata run the command as people do, on small folders of documents.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"code":  code,
			"bytes": writeBytes,
			"label": label,
		},
	})
}

// code runs a command and checks its exit code: code N COMMAND…
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, not %d", got, want)
	}
}

// label fills in a sheet as a person might: label IN OUT ILL WELL, with a word that is in every sentence that speaks ill, or well. Every
// tenth row is skipped.
func label(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: label IN OUT ILL WELL")
	}
	rows, err := csv.NewReader(strings.NewReader(ts.ReadFile(args[0]))).ReadAll()
	ts.Check(err)
	sentence, column := slices.Index(rows[0], "sentence"), slices.Index(rows[0], "label")
	for i, row := range rows[1:] {
		switch {
		case i%10 == 9:
		case strings.Contains(row[sentence], args[2]):
			row[column] = "-1"
		case strings.Contains(row[sentence], args[3]):
			row[column] = "1"
		default:
			row[column] = "0"
		}
	}
	var out strings.Builder
	w := csv.NewWriter(&out)
	ts.Check(w.WriteAll(rows))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(out.String()), 0o644))
}

// writeBytes writes a file that a script cannot hold: bytes FILE TEXT, with \x00 and the like.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE TEXT")
	}
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o644))
}
