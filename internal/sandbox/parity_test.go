package sandbox

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/evanw/esbuild/pkg/api"
	"github.com/stretchr/testify/require"

	"secondlook/internal/engine"
	"secondlook/internal/policy"
	"secondlook/internal/verdict"
)

// native answers on this machine's own code what engine.wasm answers; nil
// where it refuses.
func native(t testing.TB) func(request []byte) []byte {
	t.Helper()
	rules, err := policy.Baseline()
	require.NoError(t, err)
	e := engine.New(rules)
	return func(request []byte) []byte {
		draft, ctx, err := engine.ParseRequest(request)
		if err != nil {
			return nil
		}
		v := e.Check(draft, ctx)
		return verdict.AppendJSON(nil, draft, &v)
	}
}

// TestSameRewritesEverywhere is the same of what could be said more generally; one request in eight, for
// each is judged ten times.
func TestSameRewritesEverywhere(t *testing.T) {
	var all [][]byte
	for i, request := range requests(t) {
		if i%8 == 0 {
			all = append(all, request)
		}
	}
	box := open(t)
	rules, err := policy.Baseline()
	require.NoError(t, err)
	e := engine.New(rules)
	there := bytes.Split(bytes.TrimSuffix(node(t, "suggest", all), []byte("\n")), []byte("\n"))
	require.Len(t, there, len(all))
	offered := 0
	for i, request := range all {
		out, err := box.Suggest(t.Context(), request)
		var refused *Refusal
		if !errors.As(err, &refused) {
			require.NoError(t, err, "request %d", i)
		}
		require.Equal(t, string(out), string(there[i]), "request %d: wazero and node", i)
		draft, ctx, err := engine.ParseRequest(request)
		if err != nil {
			continue
		}
		r := e.Suggest(draft, ctx)
		offered += len(r.Options)
		require.Equal(t, string(verdict.AppendRewritesJSON(nil, draft, &r)), string(out), "request %d: native and wazero (is bin/engine.wasm older than the sources? make wasm)", i)
	}
	require.Positive(t, offered)
}

// stubs makes a module that Node can load of the browser's WASI stubs.
func stubs(t testing.TB) string {
	t.Helper()
	source, err := os.ReadFile("../../extension/src/engine-wasi.ts")
	require.NoError(t, err)
	made := api.Transform(string(source), api.TransformOptions{Loader: api.LoaderTS, Format: api.FormatESModule})
	require.Empty(t, made.Errors)
	name := filepath.Join(t.TempDir(), "engine-wasi.mjs")
	require.NoError(t, os.WriteFile(name, made.Code, 0o600))
	return name
}

// node runs wasm/host.mjs.
func node(t testing.TB, mode string, in [][]byte) []byte {
	t.Helper()
	return nodeWith(t, mode, nil, in)
}

// nodeWith runs it with rules loaded first.
func nodeWith(t testing.TB, mode string, rules []byte, in [][]byte) []byte {
	t.Helper()
	if rules == nil {
		return runNode(t, in, mode, enginePath, stubs(t))
	}
	file := filepath.Join(t.TempDir(), "rules")
	require.NoError(t, os.WriteFile(file, rules, 0o600))
	return runNode(t, in, mode, enginePath, stubs(t), file)
}

// nodeProve measures the proof of a file of rules in V8.
func nodeProve(t testing.TB, file string) []byte {
	t.Helper()
	return runNode(t, nil, "prove", enginePath, stubs(t), file)
}

func runNode(t testing.TB, in [][]byte, args ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("there is no node on this machine")
	}
	cmd := exec.Command("node", append([]string{"../../wasm/host.mjs"}, args...)...)
	cmd.Stdin = bytes.NewReader(append(bytes.Join(in, []byte("\n")), '\n'))
	var failed bytes.Buffer
	cmd.Stderr = &failed
	out, err := cmd.Output()
	require.NoError(t, err, failed.String())
	return out
}

// TestSameVerdictEverywhere is the promise of one engine: the bytes of every
// answer are the same natively, under wazero and in V8.
func TestSameVerdictEverywhere(t *testing.T) {
	all := requests(t)
	box, here := open(t), native(t)
	there := bytes.Split(bytes.TrimSuffix(node(t, "check", all), []byte("\n")), []byte("\n"))
	require.Len(t, there, len(all))
	for i, request := range all {
		out, err := box.Check(t.Context(), request)
		var refused *Refusal
		if !errors.As(err, &refused) {
			require.NoError(t, err, "request %d", i)
		}
		require.NotEqual(t, `{"error":"engine"}`, string(out), "request %d", i)
		require.Equal(t, string(out), string(there[i]), "request %d: wazero and node", i)
		if want := here(request); want != nil {
			require.Equal(t, string(want), string(out), "request %d: native and wazero (is bin/engine.wasm older than the sources? make wasm)", i)
		} else {
			require.NotNil(t, refused, "request %d: refused natively alone", i)
		}
	}
}
