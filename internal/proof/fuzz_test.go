package proof

import (
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/engine"
	"secondlook/internal/policy"
	"secondlook/internal/verdict"
)

// Whatever a bundle says that may be proposed, its proof comes to an end, names
// known reasons, and says the same in slices.
func FuzzProof(f *testing.F) {
	rules, err := policy.Baseline()
	require.NoError(f, err)
	base := engine.New(rules)
	seed := func(words ...string) {
		b := &policy.Bundle{
			Agency: "harbor", Name: "Harbor", Languages: []string{"en"}, Clients: []policy.ClientWord{{One: "wayfarer", Many: "wayfarers"}},
			Names: []policy.PublicName{{Text: "Harbor House"}}, Levels: []policy.LevelChange{{Rule: "story.detail", Level: verdict.Hold}},
			Rules: []policy.AgencyRule{{
				ID: "a", Category: verdict.ClientStory, Level: verdict.Hold, Authority: "agency", Lists: [][]string{words},
				Flag: []string{"[" + words[0] + "] today"}, Pass: []string{"Rain"},
			}},
			Practice: []policy.Practice{{Draft: "A " + words[0], Expect: verdict.Note}},
		}
		f.Add(policy.EncodeBundle(b))
	}
	seed("blue folder", "twins*")
	seed("union", "the")
	seed("maria lopez", "12 Elm Street")
	f.Fuzz(func(t *testing.T, blob []byte) {
		b, err := policy.DecodeBundle(blob)
		if err != nil || len(blob) > 1<<12 {
			t.Skip("no bundle, or a long one")
		}
		b.Admit() // what it refuses is not proposed, but must not break the proof either
		p := New(base, b)
		before := p.Parts()[0].Steps + p.Parts()[1].Steps + p.Parts()[2].Steps
		to := min(p.Steps(), before+8) // what is the bundle's own, and some labour speech
		for at := 0; at < to; {
			next, refused := p.Slice(at, min(at+7, to))
			require.Greater(t, next, at)
			for _, r := range refused {
				require.Contains(t, policy.RefusalCodes, r.Code)
			}
			at = next
		}
	})
}
