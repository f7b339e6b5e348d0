package engine

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"secondlook/internal/rewrite"
	"secondlook/internal/text"
	"secondlook/internal/verdict"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestSuggestSaysHowManyChanges(t *testing.T) {
	e := baseline(t)
	for _, c := range []struct {
		draft, then string
		offered     []string
		least       int
	}{
		{"My client Sarah is so funny", "clear", []string{"My client is so funny"}, 1},
		{"SSN for the intake is 219-09-9999", "clear", []string{"SSN for the intake is [removed]"}, 1},
		{
			"Home visit with the twins and their grandma in Maple Heights this morning.", "caution",
			[]string{
				"Home visit with the twins and their grandma in Maple Heights.",
				"Home visit with the twins and their grandma this morning.",
				"Home visit with the family in Maple Heights this morning.",
			}, 2,
		},
		{
			"Mi clienta Marisol Vega, de 14 años, va a la corte el martes en Osterville.", "caution",
			[]string{
				"Mi clienta, de 14 años, va a la corte el martes en Osterville.",
				"Mi clienta Marisol Vega, de 14 años, va a la corte en Osterville.",
				"Mi clienta Marisol Vega, de 14 años, va a la corte el martes.",
				"Mi clienta Marisol Vega va a la corte el martes en Osterville.",
			}, 2,
		},
		{"Selfie with my patient before surgery", "hold", nil, 0},
		{"Long day, glad it is Friday", "clear", nil, 0},
		{"We deserve a raise and safe staffing, come to the union meeting Thursday", "clear", nil, 0},
	} {
		t.Run(c.draft, func(t *testing.T) {
			r := e.Suggest(c.draft, Context{Edit: -1})
			var offered []string
			for _, o := range r.Options {
				offered = append(offered, rewrite.Apply(c.draft, o.Edits))
				require.NotEmpty(t, o.Rules)
			}
			require.Equal(t, c.offered, offered)
			require.Len(t, r.Least, c.least)
			require.Equal(t, c.then, r.Then.String())
		})
	}
}

// TestSuggestKeepsSight: a change that only makes the engine miss a name that
// still stands is not offered.
func TestSuggestKeepsSight(t *testing.T) {
	e := baseline(t)
	draft := "Sarah's mom cried when I dropped her off at Lincoln Elementary on Friday."
	for _, o := range e.Suggest(draft, Context{Edit: -1}).Options {
		if text := rewrite.Apply(draft, o.Edits); strings.Contains(text, "Sarah") {
			require.NotEqual(t, verdict.Clear, o.Level, text)
		}
	}
}

// TestSuggestOnPosts holds what is offered on posts of the corpus, none of them
// of the voices that are for measuring, to what it promises.
func TestSuggestOnPosts(t *testing.T) {
	e := baseline(t)
	alerts, offered := 0, 0 // alerts for what is told of somebody
	for _, draft := range shown(t, 23) {
		r := e.Suggest(draft, Context{Edit: -1})
		if v := e.Check(draft, Context{Edit: -1}); len(v.Combination) > 0 {
			alerts++
		}
		if len(r.Options) > 0 {
			offered++
		}
		keepsPromises(t, e, draft, r)
	}
	require.Greater(t, alerts, 50)
	require.Greater(t, offered, alerts*3/4, "of %d alerts", alerts)
}

// TestSuggestOnDressedPosts does the same with emoji, marks and units of two around the words.
func TestSuggestOnDressedPosts(t *testing.T) {
	e := baseline(t)
	drafts := shown(t, 211)
	for _, l := range spanishLines(t) {
		drafts = append(drafts, l.draft)
	}
	rapid.Check(t, func(t *rapid.T) {
		words := strings.Split(rapid.SampledFrom(drafts).Draw(t, "draft"), " ")
		for range rapid.IntRange(1, 6).Draw(t, "marks") {
			at := rapid.IntRange(0, len(words)-1).Draw(t, "at")
			words[at] += rapid.SampledFrom([]string{"👩‍👩‍👧", " 😢", "\u0301", "🇩🇪", "\u200b", "'s", "\n", " שלום", "…", "𠮷", "\ufe0f"}).Draw(t, "mark")
		}
		draft := strings.Join(words, " ")
		keepsPromises(t, e, draft, e.Suggest(draft, Context{Edit: -1}))
	})
}

// TestSuggestFromTheMiddle: a draft, and the stretch of a long one that is looked at, may begin
// anywhere, with a comma too.
func TestSuggestFromTheMiddle(t *testing.T) {
	e := baseline(t)
	all := shown(t, 41)
	for _, l := range spanishLines(t) {
		all = append(all, l.draft)
	}
	for _, draft := range all {
		for i, mark := range draft {
			if strings.ContainsRune(",–—(", mark) {
				keepsPromises(t, e, draft[i:], e.Suggest(draft[i:], Context{Edit: -1}))
			}
		}
	}
	for _, draft := range []string{
		", from bed 6, we r goin coppers sat, he only had d appendix out. dont screenshot",
		", 23:10. Leyla Warsame-Idriss reports that he has said, for the second time, that he knows which school it is.",
		", eighth grade, backpack on, couldn't get her fingers to work the seat belt. We named five red things with my client.",
	} {
		keepsPromises(t, e, draft, e.Suggest(draft, Context{Edit: -1}))
	}
}

type tester interface {
	Errorf(format string, args ...any)
	FailNow()
}

// keepsPromises: each option's spans are in order, apart and on grapheme edges, it changes
// what it says it changes, and the draft that comes of it is judged lower.
func keepsPromises(t tester, e *Engine, draft string, r verdict.Rewrites) {
	doc := text.Read(draft)
	v := e.Check(draft, Context{Edit: -1})
	for _, o := range r.Options {
		at := 0
		for _, edit := range o.Edits {
			require.GreaterOrEqual(t, edit.Start, at, draft)
			require.LessOrEqual(t, edit.End, len(draft))
			require.Equal(t, edit.Span, doc.Widen(edit.Span), "a grapheme is cut: %q", draft)
			require.NotEqual(t, edit.With, doc.Slice(edit.Span), draft)
			at = edit.End
		}
		changed := rewrite.Apply(draft, o.Edits)
		after := e.Check(changed, Context{Edit: -1})
		require.True(t, lower(&after, &v), "%q became %q", draft, changed)
		require.Equal(t, o.Level, after.Level)
		require.Equal(t, o.Count, count(&after))
		require.NotContains(t, changed, ",,")
		require.NotEmpty(t, strings.TrimSpace(o.Type.String()))
	}
	if len(r.Least) > 0 {
		require.Less(t, r.Then, r.Level)
	}
}

// shown is one in every so many posts of the corpus, without those of the voices that are for measuring.
func shown(t *testing.T, every int) []string { return drafts(t, "own-*.jsonl", every) }

// drafts is shown for the files that match glob.
func drafts(t *testing.T, glob string, every int) []string {
	files, err := filepath.Glob("../../testdata/corpus/" + glob)
	require.NoError(t, err)
	var out []string
	n := 0
	for _, name := range files {
		file, err := os.ReadFile(name)
		require.NoError(t, err)
		for line := range strings.Lines(string(file)) {
			var p struct{ Text, Split string }
			require.NoError(t, json.Unmarshal([]byte(line), &p))
			if n++; p.Split != "test" && n%every == 0 {
				out = append(out, p.Text)
			}
		}
	}
	return out
}

func TestSuggestOfALongDraftIsBounded(t *testing.T) {
	e := baseline(t)
	filler := strings.Repeat("The garden was quiet and the kettle took its time. ", 1000)
	draft := filler + "My client Marisol Vega, 14, goes to court Tuesday in Osterville. " + filler
	r := e.Suggest(draft, Context{Edit: len(filler)})
	require.NotEmpty(t, r.Options)
	for _, o := range r.Options {
		for _, edit := range o.Edits {
			require.GreaterOrEqual(t, edit.Start, len(filler))
			require.LessOrEqual(t, edit.End, len(filler)+70)
		}
	}
	require.Equal(t, filler+"My client, 14, goes", rewrite.Apply(draft, r.Options[0].Edits)[:len(filler)+19])
}

func BenchmarkSuggest(b *testing.B) {
	e := baseline(b)
	for name, draft := range map[string]string{"280": story[:280], "clear": "Long day, glad it is Friday", "10000": strings.Repeat(story+"\n", 36)[:10_000]} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				e.Suggest(draft, Context{Edit: -1})
			}
		})
	}
}
