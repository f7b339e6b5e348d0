package engine

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/verdict"
)

func baseline(t testing.TB) *Engine {
	p, err := policy.Baseline()
	require.NoError(t, err)
	return New(p)
}

// TestBaselineExamples walks the lines that stand beside each built-in rule:
// a flag line is flagged by that rule, over the words in brackets; a pass line
// is not.
func TestBaselineExamples(t *testing.T) {
	e := baseline(t)
	names, err := filepath.Glob("../policy/baseline/*.yaml")
	require.NoError(t, err)
	for _, name := range names {
		source, err := os.ReadFile(name)
		require.NoError(t, err)
		f, err := publish.ParseFile(filepath.Base(name), source)
		require.NoError(t, err)
		for _, r := range f.Rules {
			for _, line := range r.Examples.Flag {
				t.Run(r.ID+"/flag/"+line, func(t *testing.T) { flags(t, e, r.ID, line) })
			}
			for _, line := range r.Examples.Pass {
				t.Run(r.ID+"/pass/"+line, func(t *testing.T) {
					v := e.Check(line, Context{Edit: -1})
					require.Nil(t, finding(v, r.ID))
				})
			}
		}
	}
}

func flags(t *testing.T, e *Engine, rule, line string) {
	draft := strings.NewReplacer("[", "", "]", "").Replace(line)
	from, to := strings.IndexByte(line, '['), strings.IndexByte(line, ']')-1
	f := finding(e.Check(draft, Context{Edit: -1}), rule)
	require.NotNil(t, f, "not flagged")
	if from >= 0 {
		require.True(t, slices.ContainsFunc(f.Spans, func(s verdict.Span) bool {
			return s.Start < to && from < s.End
		}), "flagged elsewhere: %v", f.Spans)
	}
}

func finding(v verdict.Verdict, rule string) *verdict.Finding {
	for i := range v.Findings {
		if v.Findings[i].Rule == rule {
			return &v.Findings[i]
		}
	}
	return nil
}
