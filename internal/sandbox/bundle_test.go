package sandbox

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/engine"
	"secondlook/internal/policy"
	"secondlook/internal/verdict"
)

func said(s string) policy.Text { return policy.Text{{Lang: "en", Text: s}} }

// bundleOf makes a bundle of n rules of every kind over made-up words, that is
// admitted; the words of the first few stand in the corpus.
func bundleOf(n int) *policy.Bundle {
	b := &policy.Bundle{
		Agency: "harbor", Name: "Harbor", Languages: []string{"en", "es"},
		Facts: policy.Facts{
			Drafted: "2026-01-01", Reviewed: "2026-01-02", NextReview: "2027-01-02", Jurisdictions: []string{"US"},
			Consequences: said("A talk."), Support: said("Tell us."), Revision: said("Write to us."), Private: said("Yours."),
			Rights: said("Talk of pay, hours, staffing and unions as you like."), Contact: "policy@example.org",
		},
		Clients: []policy.ClientWord{{One: "wayfarer", Many: "wayfarers"}},
		Names:   []policy.PublicName{{Text: "Riverbend House"}, {Text: "the Bend"}},
		Levels:  []policy.LevelChange{{Rule: "story.detail", Level: verdict.Hold, Why: said("Families read us.")}},
	}
	common := []string{"home visit", "grandma", "school", "court", "twins", "hospital"}
	for i := range n {
		w := func(k int) string {
			return fmt.Sprintf("w%ck%cz", 'a'+(i*7+k)%26, 'a'+(i/26+k)%26) + string(rune('a'+i%26))
		}
		r := policy.AgencyRule{
			ID: fmt.Sprintf("r.n%d", i), Kind: policy.AgencyKind(i % 4), Category: verdict.ClientStory, Level: verdict.Caution,
			Authority: "ethics", Cite: "nasw_1_07", Message: said("Could someone tell who this is?"), Why: said("Ours is a small town."),
			Flag: []string{"a b", "c d", "e f"}, Pass: []string{"g h", "i j", "k l"},
		}
		switch r.Kind {
		case policy.PhraseList:
			r.Lists = [][]string{{w(1) + " " + w(2), w(3)}}
			if i < 4*len(common) {
				r.Lists[0] = append(r.Lists[0], common[i/4])
			}
		case policy.NearPair:
			r.Lists, r.Within = [][]string{{w(1), "the " + w(4)}, {w(2), w(5) + "*"}}, 6
		case policy.WordSets:
			r.Lists = [][]string{{w(1), w(2)}, {w(3)}}
		case policy.MaskList:
			r.Lists = [][]string{{fmt.Sprintf("Q%c%c-####-##", 'A'+i%26, 'A'+i/26%26)}}
		}
		b.Rules = append(b.Rules, r)
	}
	return b
}

// TestSameVerdictWithABundle is the promise of one engine with an agency's rules
// in force: natively, under wazero and in V8.
func TestSameVerdictWithABundle(t *testing.T) {
	all := requests(t)
	all = append(all[:1500:1500], all[len(all)-60:]...)
	b := bundleOf(40)
	blob := append([]byte("seq 7\n"), policy.EncodeBundle(b)...)
	box := open(t)
	report, err := box.Load(t.Context(), blob)
	require.NoError(t, err)
	require.Contains(t, string(report), `"rules":"bundle"`)
	rules, err := policy.Baseline()
	require.NoError(t, err)
	here := engine.New(rules).With(b, 7)
	there := bytes.Split(bytes.TrimSuffix(nodeWith(t, "check", blob, all), []byte("\n")), []byte("\n"))
	require.Len(t, there, len(all))
	agency := 0
	for i, request := range all {
		out, err := box.Check(t.Context(), request)
		draft, ctx, bad := engine.ParseRequest(request)
		if bad != nil {
			require.Error(t, err)
			continue
		}
		require.NoError(t, err)
		require.Equal(t, string(out), string(there[i]), "request %d: wazero and node", i)
		v := here.Check(draft, ctx)
		require.Equal(t, string(verdict.AppendJSON(nil, draft, &v)), string(out), "request %d: native and wazero", i)
		if bytes.Contains(out, []byte(`"rule":"harbor/`)) {
			agency++
		}
	}
	require.Greater(t, agency, 20, "the bundle has something to say")
}

// A refused bundle changes nothing, and what is in force outlives the instance.
func TestRulesOutliveTheInstance(t *testing.T) {
	box := open(t)
	blob := policy.EncodeBundle(bundleOf(4))
	_, err := box.Load(t.Context(), blob)
	require.NoError(t, err)
	report, err := box.Load(t.Context(), blob[:len(blob)-1])
	require.NoError(t, err)
	require.Contains(t, string(report), `"ok":false`)
	_, err = box.Propose(t.Context(), blob)
	require.NoError(t, err)
	box.stop()
	out, err := box.Check(t.Context(), []byte(`{"text":"hello"}`))
	require.NoError(t, err)
	require.Contains(t, string(out), `"agency":"harbor"`)
	proved, err := box.Prove(t.Context(), 0, 4)
	require.NoError(t, err)
	require.True(t, json.Valid(proved))
	require.Contains(t, string(proved), `"ok":true`)
}
