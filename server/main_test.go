package main

import (
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"secondlook": main})
}

// TestScripts drives the command line as people do: testdata/script.
func TestScripts(t *testing.T) {
	engine, err := filepath.Abs("../bin/engine.wasm")
	require.NoError(t, err)
	require.FileExists(t, engine, "run make wasm first")
	cache, err := filepath.Abs("../.cache/script")
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll(cache, 0o755))
	fakes := engines(t)
	maps.Copy(fakes, keys(t))
	maps.Copy(fakes, packed(t))
	testscript.Run(t, testscript.Params{
		Dir:  "../testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"code": code},
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_CACHE_HOME", cache) // compiled code is kept from run to run
			e.Setenv("ENGINE", engine)
			for name, b := range fakes {
				if err := os.WriteFile(filepath.Join(e.WorkDir, name), b, 0o600); err != nil {
					return err
				}
			}
			return nil
		},
	})
}

// code is a script command: `code 2 secondlook …` runs a program that has to
// end with that exit code.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code n program [args...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}
