package publish

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"

	"secondlook/internal/engine"
	"secondlook/internal/policy"
	"secondlook/internal/proof"
)

var today = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)

// starterFiles is the starter as `bundle new` fills it in, with edits made
// before that and files put over it.
func starterFiles(t testing.TB, edits [][3]string, over map[string]string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	require.NoError(t, fs.WalkDir(starter, "starter", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := starter.ReadFile(name)
		out[strings.TrimPrefix(name, "starter/")] = &fstest.MapFile{Data: b}
		return err
	}))
	for _, e := range edits {
		file := out[e[0]]
		require.NotNil(t, file, e[0])
		require.Contains(t, string(file.Data), e[1])
		file.Data = []byte(strings.Replace(string(file.Data), e[1], e[2], 1))
	}
	for name, text := range over {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	fill := filler(idOf("Hostile Agency"), "Hostile Agency", today)
	for _, f := range out {
		f.Data = []byte(fill.Replace(string(f.Data)))
	}
	return out
}

// hostile is one bundle that has to be refused, and why.
type hostile struct {
	want, says, where, sentence string
	edits                       [][3]string
	files                       map[string]string
}

func readHostile(t *testing.T, name string) (h hostile) {
	t.Helper()
	a, err := txtar.ParseFile(name)
	require.NoError(t, err)
	for line := range strings.Lines(string(a.Comment)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "want":
			h.want = value
		case "says":
			h.says = value
		case "where":
			h.where = value
		case "sentence":
			h.sentence = value
		case "edit":
			parts := strings.SplitN(value, " | ", 3)
			require.Len(t, parts, 3)
			h.edits = append(h.edits, [3]string(parts))
		}
	}
	h.files = map[string]string{}
	for _, f := range a.Files {
		h.files[f.Name] = string(f.Data)
	}
	return h
}

// refusals runs the whole proof natively: the very package that runs inside
// engine.wasm, which TestProveInTheSandbox holds to the same answers.
func refusals(t *testing.T, e *engine.Engine, b *policy.Bundle) []policy.Refusal {
	t.Helper()
	again, err := policy.DecodeBundle(policy.EncodeBundle(b))
	require.NoError(t, err)
	if refused := again.Admit(); len(refused) > 0 {
		return refused
	}
	p := proof.New(e, again)
	return p.Run(0, p.Steps())
}

func builtIn(t testing.TB) *engine.Engine {
	t.Helper()
	rules, err := policy.Baseline()
	require.NoError(t, err)
	return engine.New(rules)
}

// TestHostileBundles walks testdata/rules/hostile: each is the starter with one
// thing wrong, and is refused for that thing and no other. What is expected
// stands in its head: want is the code of the refusal ("read": the folder cannot
// be read), says a part of its words, where the rule, sentence what shows it.
func TestHostileBundles(t *testing.T) {
	names, err := filepath.Glob("../../testdata/rules/hostile/*.txtar")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(names), 40)
	e := builtIn(t)
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			h := readHostile(t, name)
			source, err := ReadAgency(starterFiles(t, h.edits, h.files))
			if h.want == "read" {
				require.ErrorContains(t, err, h.says)
				return
			}
			require.NoError(t, err)
			found := false
			for _, r := range refusals(t, e, source.Bundle) {
				read := r.Code == "labour" || r.Code == "silence" // one wording may stand in sentences of both sorts
				require.True(t, r.Code == h.want || read && (h.want == "labour" || h.want == "silence"), "refused for another reason too: %v", r)
				if h.where != "" {
					require.Equal(t, h.where, r.Where, "%v", r)
				}
				found = found || r.Code == h.want && strings.Contains(r.Why, h.says) && strings.Contains(r.Sentence, h.sentence)
				if h.want == "labour" || h.want == "silence" {
					require.NotEmpty(t, r.Sentence)
				}
			}
			require.True(t, found, "not refused as it should be: %v", refusals(t, e, source.Bundle))
			if h.where != "" {
				require.NotEmpty(t, source.Place(h.where), "the report names no line")
			}
		})
	}
}

// TestStarterIsProved: what `bundle new` writes is good as it is.
func TestStarterIsProved(t *testing.T) {
	source, err := ReadAgency(starterFiles(t, nil, nil))
	require.NoError(t, err)
	require.Empty(t, refusals(t, builtIn(t), source.Bundle))
	require.Equal(t, "rules/numbers.yaml:7", source.Place("rule numbers.case"))
}

// TestExampleBundles proves every example agency of the repository.
func TestExampleBundles(t *testing.T) {
	dirs, err := filepath.Glob("../../testdata/rules/examples/*/agency.yaml")
	require.NoError(t, err)
	e := builtIn(t)
	for _, name := range dirs {
		t.Run(filepath.Base(filepath.Dir(name)), func(t *testing.T) {
			source, err := ReadAgency(os.DirFS(filepath.Dir(name)))
			require.NoError(t, err)
			for _, r := range refusals(t, e, source.Bundle) {
				t.Error(source.Place(r.Where), r)
			}
		})
	}
}
