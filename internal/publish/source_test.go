package publish

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/policy"
)

// baseline reads the sources of the built-in rules.
func baseline(t *testing.T) []*File {
	names, err := filepath.Glob("../policy/baseline/*.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	var files []*File
	for _, name := range names {
		source, err := os.ReadFile(name)
		require.NoError(t, err)
		f, err := ParseFile(filepath.Base(name), source)
		require.NoError(t, err)
		files = append(files, f)
	}
	return files
}

func TestBaselineIsWhatItsSourcesSay(t *testing.T) {
	p, err := Compile(baseline(t))
	require.NoError(t, err)
	require.Equal(t, policy.BaselineBytes(), policy.Encode(p), "run make generate")
}

const head = `
rules:
  - id: a
    category: boundary
    level: note
    score: 500
    authority: agency
    message: m
    why: w
    examples: {flag: [x, y, z], pass: [x, y, z]}
`

func TestCompileNamesWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct{ source, says string }{
		"unknown field":    {"rules:\n  - idd: a\n", "idd"},
		"no patterns":      {head, "rule a: there are no patterns"},
		"unknown class":    {head + "    patterns: ['x @clown']\n", "class @clown is not known"},
		"unknown set":      {head + "    patterns: ['x <clown>']\n", "set <clown> is not known"},
		"unknown cue":      {head + "    needs: [clown]\n    patterns: [x]\n", `cue "clown" is not known`},
		"nested brackets":  {head + "    patterns: ['(a (b|c)|d) e']\n", "brackets within brackets"},
		"only a gap":       {head + "    patterns: ['..3']\n", "nothing to begin from"},
		"a gap too wide":   {head + "    patterns: ['x ..99 y']\n", "not within 1 to 20"},
		"only punctuation": {head + "    patterns: ['x !!']\n", `"!!" holds no word`},
		"unknown category": {"rules:\n  - {id: a, category: rudeness, level: note, score: 1, patterns: [x]}\n", `category "rudeness" is not known`},
		"unknown level":    {"rules:\n  - {id: a, category: boundary, level: block, score: 1, patterns: [x]}\n", `level "block"`},
		"too few examples": {"rules:\n  - {id: a, category: boundary, level: note, score: 1, authority: agency, message: m, why: w, patterns: [x]}\n", "three that must pass"},
		"an id twice":      {head + "    patterns: [x]\n  - {id: a, kind: cue, cue: labour, patterns: [y]}\n", "stands twice"},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := ParseFile("rules.yaml", []byte(c.source))
			if err == nil {
				_, err = Compile([]*File{f})
			}
			require.ErrorContains(t, err, "rules.yaml")
			require.ErrorContains(t, err, c.says)
		})
	}
}
