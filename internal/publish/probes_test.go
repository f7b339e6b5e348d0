package publish

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/engine"
	"secondlook/internal/policy"
	"secondlook/internal/verdict"
)

// Every check whose level may be changed has a post that meets it.
func TestEveryChangeableCheckHasAPost(t *testing.T) {
	rules, err := policy.Baseline()
	require.NoError(t, err)
	e := engine.New(rules)
	for _, l := range policy.Changes(rules) {
		found := []string{}
		for _, f := range e.Check(posts[l.Rule], engine.Context{Account: "agency", Edit: -1, Attachments: 1}).Findings {
			found = append(found, f.Rule)
		}
		require.Contains(t, found, l.Rule, posts[l.Rule])
	}
}

// TestDiffShowsAPostOfEachChange: for both example agencies, a changed rule, a
// number form, a client word and a raised check are each shown on a post.
func TestDiffShowsAPostOfEachChange(t *testing.T) {
	in := box(t)
	for _, name := range []string{"dv-shelter-network", "rural-child-welfare"} {
		source, err := ReadAgency(os.DirFS("../../testdata/rules/examples/" + name))
		require.NoError(t, err)
		old := policy.EncodeBundle(source.Bundle)
		for what, c := range map[string]struct {
			change func(b *policy.Bundle)
			post   string
		}{
			"a mask": {func(b *policy.Bundle) {
				r := kindOf(b, policy.MaskList)
				r.Lists[0] = append(r.Lists[0], "ZQ-####-##")
			}, "Closed ZQ-7777-77 today"},
			"a phrase": {func(b *policy.Bundle) {
				r := kindOf(b, policy.PhraseList)
				r.Lists[0] = append(r.Lists[0], "velvet umbrella")
			}, "Today velvet umbrella"},
			"a client word": {func(b *policy.Bundle) {
				b.Clients = append(b.Clients, policy.ClientWord{One: "wayfarer", Many: "wayfarers"})
			}, "A wayfarer told me that she is pregnant with twins"},
			"a raised check": {func(b *policy.Bundle) {
				b.Levels = append(b.Levels, policy.LevelChange{Rule: "boundary.search", Level: verdict.Hold, Why: policy.Text{{Lang: b.Languages[0], Text: "Families see it."}}})
			}, posts["boundary.search"]},
		} {
			t.Run(name+", "+what, func(t *testing.T) {
				next, err := policy.DecodeBundle(old)
				require.NoError(t, err)
				c.change(next)
				changes, err := Diff(t.Context(), in, old, policy.EncodeBundle(next))
				require.NoError(t, err)
				require.True(t, changes.Raises)
				shown := []string{}
				for _, p := range changes.Posts {
					shown = append(shown, p.Draft)
				}
				require.Contains(t, shown, c.post)
			})
		}
	}
}

func kindOf(b *policy.Bundle, kind policy.AgencyKind) *policy.AgencyRule {
	for i := range b.Rules {
		if b.Rules[i].Kind == kind {
			return &b.Rules[i]
		}
	}
	return nil
}
