package publish

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// odd are texts that mean something to YAML, or almost.
var odd = rapid.OneOf(rapid.StringMatching(`[a-z:#'"\[\]{}&*!|>%@,?~ -]{1,20}x`), rapid.SampledFrom([]string{"yes", "no", "null", "~", "1e3", "0x10", "- a", "a: b", "# c", "2026-01-01", "<<", "*a", "&a b", "'", `"`, `\n`, "<b>", "é 🙂"}))

func drawRule(t *rapid.T) *PlainRule {
	list := func(least int, label string) []string { return rapid.SliceOfN(odd, least, 3).Draw(t, label) }
	r := &PlainRule{ID: "form.rule", Kind: rapid.SampledFrom([]string{"phrase", "near", "set", "mask"}).Draw(t, "kind"), Category: "client-story", Level: "note", Authority: "agency",
		Message: Saying{"en": odd.Draw(t, "message")}, Why: Saying{"en": odd.Draw(t, "why")}, Unless: list(0, "unless"), Examples: Examples{Flag: list(3, "flag"), Pass: list(3, "pass")}}
	if rapid.Bool().Draw(t, "Spanish") {
		r.Message["es"] = odd.Draw(t, "mensaje")
	}
	switch r.Kind {
	case "near":
		r.First, r.Second, r.Within = list(1, "first"), list(1, "second"), 4
	case "set":
		r.Sets = [][]string{list(1, "one"), list(1, "two")}
	case "mask":
		r.Masks = list(1, "masks")
	default:
		r.Phrases = list(1, "phrases")
	}
	return r
}

// What a form writes is what it reads back, whatever signs of YAML are in it;
// the other rules and the notes of the file stay byte for byte.
func TestRuleFormKeepsTheFile(t *testing.T) {
	files, err := StarterFiles("maple", `Maple "County"`, today)
	require.NoError(t, err)
	langs := []string{"en", "es"}
	rapid.Check(t, func(t *rapid.T) {
		before := rapid.SampledFrom([]string{"", "rules: []\n", "# mine\nrules:\n", files["rules/visits.yaml"], files["rules/numbers.yaml"]}).Draw(t, "file")
		f, err := ReadRules(before, langs)
		require.NoError(t, err, before)
		r, i := drawRule(t), rapid.IntRange(0, len(f.Rules)).Draw(t, "at")
		after, err := f.Put(i, r)
		require.NoError(t, err)
		again, err := ReadRules(after, langs)
		require.NoError(t, err, after)
		require.True(t, same(*r, again.Rules[i]), after)
		for _, l := range strings.Split(before, "\n") {
			if strings.HasPrefix(l, "#") { // a note at the margin is of the file
				require.Contains(t, after, l)
			}
		}
		for j := range f.Rules {
			if j != i {
				require.Contains(t, after, "id: "+f.Rules[j].ID)
			}
		}
		_, err = ReadAgency(fstest.MapFS{"rules/a-b.yaml": {Data: []byte(after)}, "agency.yaml": {Data: []byte(files["agency.yaml"])}})
		if err != nil {
			require.NotContains(t, err.Error(), "rules/a-b.yaml", after)
		}
		less, err := again.Drop(i)
		require.NoError(t, err, after)
		if i == len(f.Rules) && i > 0 {
			require.Equal(t, before, less)
		}
	})
}

// A form that would lose something, or reads otherwise than the engine's author, is
// not shown; notes inside of a rule are counted, so that its form can say so.
func TestRuleFormLosesNothing(t *testing.T) {
	one := "rules:\n  - id: a.b\n    kind: phrase\n"
	for _, text := range []string{"rules: &a [*a]\n", one + "    odd: 1\n", "rules: [{id: a.b, kind: phrase}]\n", one + "---\nrules: []\n", "\tx", "rules: 3\n", "- a\n"} {
		_, err := ReadRules(text, []string{"en"})
		require.ErrorIs(t, err, ErrNoForm, text)
	}
	f, err := ReadRules("# of the file\n"+one+"    # why not\n    why: x # really\n\n# of the next\n  - id: c.d\n    kind: near\n", []string{"en"})
	require.NoError(t, err)
	require.Equal(t, []int{2, 0}, f.Notes)
	text, err := f.Put(0, &PlainRule{ID: "a.b", Kind: "phrase", Phrases: []string{"x"}})
	require.NoError(t, err)
	require.Contains(t, text, "# of the file\nrules:\n  - id: \"a.b\"")
	require.Contains(t, text, "\n\n# of the next\n  - id: c.d\n")
}
