package combine

import (
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/identify"
	"secondlook/internal/policy"
	"secondlook/internal/referent"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// told is the surest case of a draft, as the engine finds it, and its certainty.
func told(draft string, cue policy.Cue) (Case, int) {
	doc := text.Read(draft)
	mentions := identify.Find(doc)
	r := referent.Read(doc, mentions, referent.Hint{})
	cues := make([]policy.Cue, len(doc.Sentences))
	for i := range cues {
		cues[i] = cue
	}
	cases := Cases(doc, mentions, r)
	if len(cases) == 0 {
		cases = Strangers(doc, mentions, r, cues, cue)
	}
	best, sure := Case{}, 0
	for i := range cases {
		if n := Certainty(doc, &cases[i], r, cues, cue); n > sure {
			best, sure = cases[i], n
		}
	}
	return best, sure
}

func TestWhoIsToldOf(t *testing.T) {
	for _, c := range []struct {
		draft    string
		alert    bool
		stranger bool
		level    verdict.Level
	}{
		{"My client, 34, relapsed in Dundee on Friday.", true, false, verdict.Hold},
		{"My patient told me a joke on Tuesday.", true, false, verdict.Caution},
		{"One of the men last night, 66, asked me to ring his sister in Ayr.", true, true, verdict.Hold},
		{"My mother, 66, asked me last night to ring her sister in Ayr.", false, false, verdict.Clear},
		{"This guy on the train has a dog.", false, true, verdict.Caution},
	} {
		k, sure := told(c.draft, policy.CueEvent)
		require.Equal(t, c.alert, sure >= Alert, "%s: %d", c.draft, sure)
		if sure > 0 {
			require.Equal(t, c.stranger, k.Stranger, c.draft)
			require.Equal(t, c.level, k.Level(), c.draft)
		}
	}
}

// What stands around the person bears on the certainty, each cue its way.
func TestCuesBear(t *testing.T) {
	const draft = "My patient told me a joke on Tuesday."
	_, plain := told(draft, 0)
	for _, against := range []policy.Cue{policy.CueOwn, policy.CueCommerce, policy.CueFiction, policy.CueGeneral, policy.CuePrevent} {
		_, sure := told(draft, against)
		require.Less(t, sure, plain)
	}
	_, sure := told(draft, policy.CueEvent|policy.CueHelping)
	require.Greater(t, sure, plain)
}

func TestANameOfAStrangerNeedsMore(t *testing.T) {
	require.Greater(t, Naming(&Case{Stranger: true}), Naming(&Case{}))
}

func TestDetailsBesideThePersonCount(t *testing.T) {
	k, _ := told("My client came to the office on Tuesday. An old lady, from Fife.", policy.CueEvent)
	require.GreaterOrEqual(t, len(k.Parts), 3)
	require.True(t, k.Parts[0].Start < k.Parts[1].Start)
}
