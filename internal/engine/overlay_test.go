package engine

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"secondlook/internal/policy"
	"secondlook/internal/verdict"
)

func said(s string) policy.Text { return policy.Text{{Lang: "en", Text: s}} }

// agency is a bundle with a rule of each kind.
func agency() *policy.Bundle {
	rule := func(id string, kind policy.AgencyKind, level verdict.Level, authority string, lists ...[]string) policy.AgencyRule {
		r := policy.AgencyRule{ID: id, Kind: kind, Category: verdict.ClientStory, Level: level, Authority: authority, Lists: lists, Message: said("Who could tell?")}
		if kind == policy.NearPair {
			r.Within = 3
		}
		return r
	}
	phrase := rule("a.phrase", policy.PhraseList, verdict.Hold, "agency", []string{"blue folder", "transport*"})
	phrase.Unless = []string{"in general"}
	return &policy.Bundle{
		Agency: "harbor", Languages: []string{"en"},
		Clients: []policy.ClientWord{{One: "wayfarer", Many: "wayfarers"}},
		Names:   []policy.PublicName{{Text: "the Bend"}, {Text: "Fresh Start Mornings", Program: true, Reveals: true}},
		Levels:  []policy.LevelChange{{Rule: "story.detail", Level: verdict.Hold}},
		Rules: []policy.AgencyRule{
			phrase,
			rule("a.near", policy.NearPair, verdict.Caution, "ethics", []string{"lamp"}, []string{"ladder"}),
			rule("a.set", policy.WordSets, verdict.Note, "agency", []string{"kettle"}, []string{"spoon"}, []string{"plate"}),
			rule("a.mask", policy.MaskList, verdict.Hold, "ethics", []string{"HC-####-@#", "QT ###"}),
		},
	}
}

func rulesOf(v verdict.Verdict) (out []string) {
	for _, f := range v.Findings {
		out = append(out, f.Rule+" "+f.Level.String())
	}
	return out
}

func TestAgencyRules(t *testing.T) {
	e := baseline(t).With(agency(), 12)
	for name, c := range map[string]struct {
		draft, account string
		rule           string // "" for none of the agency's
		span           string
	}{
		"a wording":                  {"It was in the Blue  Folder again", "agency", "harbor/a.phrase hold", "Blue  Folder"},
		"disguised":                  {"It was in the b l u e folder again", "agency", "harbor/a.phrase hold", "b l u e folder"},
		"a preference goes home":     {"It was in the blue folder again", "", "harbor/a.phrase note", "blue folder"},
		"an ending":                  {"Transporting at dawn", "agency", "harbor/a.phrase hold", "Transporting"},
		"beside unless":              {"A blue folder in general", "agency", "", ""},
		"near":                       {"the lamp by the ladder", "", "harbor/a.near caution", "lamp by the ladder"},
		"near, the other way round":  {"a ladder and a lamp", "", "harbor/a.near caution", "ladder and a lamp"},
		"too far":                    {"a ladder and then in the evening there was a lamp", "", "", ""},
		"a set in any order":         {"spoon, plate and an old kettle", "", "harbor/a.set note", "spoon, plate and an old kettle"},
		"two of three":               {"spoon and kettle", "", "", ""},
		"a mask":                     {"see HC-2024-K7 please", "", "harbor/a.mask hold", "HC-2024-K7"},
		"a mask, otherwise written":  {"see hc2024/k7 please", "", "harbor/a.mask hold", "hc2024/k7"},
		"a mask with another dash":   {"see HC–2024–K7 please", "", "harbor/a.mask hold", "HC–2024–K7"},
		"longer than the mask":       {"see HC-2024-K77 please", "", "", ""},
		"inside a word":              {"XHC-2024-K7", "", "", ""},
		"withheld beside work":       {"They cut our overtime over a blue folder", "agency", "", ""},
		"withheld beside colleagues": {"My coworker lost HC-2024-K7", "agency", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			v := e.Check(c.draft, Context{Account: c.account, Edit: -1})
			require.Equal(t, "harbor", v.Agency)
			require.Equal(t, 12, v.Seq)
			var own []string
			for _, f := range v.Findings {
				if f.Says != nil {
					own = append(own, f.Rule+" "+f.Level.String())
					require.Equal(t, c.span, c.draft[f.Spans[0].Start:f.Spans[0].End])
				}
			}
			if c.rule == "" {
				require.Empty(t, own)
			} else {
				require.Equal(t, []string{c.rule}, own)
			}
		})
	}
}

func TestAgencyWords(t *testing.T) {
	plain, with := baseline(t), baseline(t).With(agency(), 1)
	draft := "Our wayfarer was rude about the soup."
	require.Less(t, plain.Check(draft, Context{Edit: -1}).Level, with.Check(draft, Context{Edit: -1}).Level, "the agency's word makes a client of her")
	explain := func(e *Engine, draft string) string {
		var all []string
		for _, s := range e.Check(draft, Context{Edit: -1, Explain: true}).Explain {
			if s.Step == "identifiers" {
				all = append(all, s.Text)
			}
		}
		return strings.Join(all, "\n")
	}
	require.Contains(t, explain(with, "Supper at the Bend tonight"), "FACILITY workplace the bend")
	require.NotContains(t, explain(with, "Supper round the bend tonight"), "the bend")
	require.Contains(t, explain(with, "at fresh start mornings"), "ORGANIZATION health fresh start mornings")
}

// A louder level is for the agency's own accounts; a quieter one for all.
func TestLevelChange(t *testing.T) {
	b := agency()
	draft := "One of my patients cried in group on Tuesday."
	plain := baseline(t).Check(draft, Context{Edit: -1})
	require.Contains(t, rulesOf(plain), "story.detail caution")
	with := baseline(t).With(b, 1)
	require.Contains(t, rulesOf(with.Check(draft, Context{Edit: -1})), "story.detail caution")
	require.Contains(t, rulesOf(with.Check(draft, Context{Edit: -1, Account: "agency"})), "story.detail hold")
	b.Levels[0].Level = verdict.Note
	require.Contains(t, rulesOf(baseline(t).With(b, 1).Check(draft, Context{Edit: -1})), "story.detail note")
}

// TestOverlayOnlyAdds: whatever the draft, every built-in finding stands as it
// does without the bundle (here one of rules alone), and on a labour topic the
// agency says nothing.
func TestOverlayOnlyAdds(t *testing.T) {
	b := agency()
	b.Clients, b.Names, b.Levels = nil, nil, nil
	plain, with := baseline(t), baseline(t).With(b, 1)
	pieces := []string{"blue folder", "my client Sarah", "HC-2024-K7", "lamp", "ladder", "we", "union", "overtime", "cried", "on Tuesday", ".", "stupid", "kettle", "the", "hearing", "MRN 00482913"}
	rapid.Check(t, func(t *rapid.T) {
		draft := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 14).Draw(t, "draft"), " ")
		ctx := Context{Edit: -1, Account: rapid.SampledFrom([]string{"", "personal", "agency"}).Draw(t, "account")}
		before, after := plain.Check(draft, ctx), with.Check(draft, ctx)
		var builtIn []verdict.Finding
		for _, f := range after.Findings {
			if f.Says == nil {
				builtIn = append(builtIn, f)
				continue
			}
			require.False(t, after.Protected)
			if f.Authority == "agency" && ctx.Account != "agency" {
				require.Equal(t, verdict.Note, f.Level)
			}
		}
		require.Equal(t, before.Findings, builtIn)
		var own []verdict.Finding
		for _, f := range after.Findings {
			if f.Says != nil {
				own = append(own, f)
			}
		}
		require.Equal(t, own, with.Standing(draft, ctx), "the proof sees what Check gives")
		require.Equal(t, before.Protected, after.Protected)
		require.GreaterOrEqual(t, after.Level, before.Level)
	})
}
