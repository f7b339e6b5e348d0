package publish

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// What a form writes is what it reads back, whatever signs of YAML are in it,
// and ReadAgency reads the same.
func TestPlainRuleRoundTrip(t *testing.T) {
	files, err := StarterFiles("maple", `Maple "County"`, today)
	require.NoError(t, err)
	line := rapid.OneOf(rapid.StringMatching(`[a-z:#'"\[\]{}&*!|>%@,?~ -]{1,20}x`), rapid.SampledFrom([]string{"yes", "no", "null", "~", "1e3", "0x10", "- a", "a: b", "# c", "2026-01-01", "<<", "*a", "&a b", "'", `"`, `\n`, "é 🙂"}))
	rapid.Check(t, func(t *rapid.T) {
		r := PlainRule{ID: "a.b", Kind: "phrase", Category: "client-story", Level: "note", Authority: "agency",
			Message: line.Draw(t, "message"), Why: line.Draw(t, "why"), Phrases: rapid.SliceOfN(line, 1, 3).Draw(t, "phrases"), Unless: rapid.SliceOfN(line, 0, 2).Draw(t, "unless"),
			Examples: Examples{Flag: rapid.SliceOfN(line, 3, 4).Draw(t, "flag"), Pass: rapid.SliceOfN(line, 3, 4).Draw(t, "pass")}}
		text, err := r.Text()
		require.NoError(t, err)
		back, ok := ReadPlainRule(text)
		require.True(t, ok, text)
		if len(r.Unless) == 0 {
			r.Unless = nil
		}
		require.Equal(t, &r, back, text)
		folder := fstest.MapFS{"rules/a-b.yaml": {Data: []byte(text)}, "agency.yaml": {Data: []byte(files["agency.yaml"])}}
		_, err = ReadAgency(folder)
		if err != nil {
			require.NotContains(t, err.Error(), "rules/a-b.yaml", text)
		}
	})
}

// What would be lost by writing anew is not shown in a form.
func TestPlainRuleLosesNothing(t *testing.T) {
	one := "rules:\n  - id: a.b\n    kind: phrase\n"
	_, ok := ReadPlainRule(one)
	require.True(t, ok)
	for _, text := range []string{"# why\n" + one, one + "  - id: c.d\n    kind: phrase\n", one + "    message: {en: a, es: b}\n", "rules:\n  - id: a.b\n    kind: near\n", "rules: &a [*a]\n", "rules:\n", "", one + "    odd: 1\n", one + "    why: x # note\n"} {
		_, ok := ReadPlainRule(text)
		require.False(t, ok, text)
	}
}
