package proof

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/engine"
	"secondlook/internal/policy"
	"secondlook/internal/shield"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// TestSentencesAreThoseOfTheRepository: sentences.txt is a copy; make generate
// makes it anew.
func TestSentencesAreThoseOfTheRepository(t *testing.T) {
	var want []string
	for _, folder := range []string{"protected", "silence"} {
		names, err := filepath.Glob("../../testdata/rules/" + folder + "/*.txt")
		require.NoError(t, err)
		for _, name := range names {
			b, err := os.ReadFile(name)
			require.NoError(t, err)
			for line := range strings.Lines(string(b)) {
				if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
					want = append(want, folder[:1]+"\t"+line)
				}
			}
		}
	}
	require.Equal(t, strings.Join(want, "\n")+"\n", source, "run make generate")
}

func TestSentences(t *testing.T) {
	s := load()
	require.GreaterOrEqual(t, len(s.protected)+len(s.phrase)+len(s.name)+len(s.client), 400)
	require.GreaterOrEqual(t, len(s.silence), 400)
	for name, list := range map[string][]string{"phrase": s.phrase, "name": s.name, "client": s.client} {
		require.GreaterOrEqual(t, len(list), 3*uses, name)
		require.NotZero(t, len(list)%step, "%s: three steps in a row would meet the same sentence", name)
	}
	for _, line := range append(append(append(append(s.protected, s.silence...), s.phrase...), s.name...), s.client...) {
		bare := strings.NewReplacer("{phrase}", "", "{name}", "", "{client}", "", "{clients}", "").Replace(line)
		require.NotContains(t, bare, "{", "a slot that is not known")
	}
}

// TestEverySlottedSentenceIsWithheld: with any word in its slot, an agency's rules
// are silent beside a slotted sentence; else good bundles would be refused.
func TestEverySlottedSentenceIsWithheld(t *testing.T) {
	rules, err := policy.Baseline()
	require.NoError(t, err)
	e := engine.New(rules)
	s := load()
	for _, list := range [][]string{s.phrase, s.name, s.client} {
		for _, line := range list {
			filled := strings.NewReplacer("{phrase}", "blue folder", "{name}", "Riverbend", "{client}", "wayfarer", "{clients}", "wayfarers").Replace(line)
			if !shield.Working(text.Read(filled)) {
				require.True(t, e.Check(filled, loudest).Protected, filled)
			}
		}
	}
}

// A bundle cannot be told by the order its proof is run in, nor by its slices.
func TestSlicesGiveTheWhole(t *testing.T) {
	rules, err := policy.Baseline()
	require.NoError(t, err)
	b := &policy.Bundle{
		Agency: "harbor", Languages: []string{"en"},
		Clients: []policy.ClientWord{{One: "wayfarer", Many: "wayfarers"}},
		Rules: []policy.AgencyRule{{
			ID: "a.coffee", Category: verdict.ClientStory, Level: verdict.Hold, Authority: "agency",
			Message: policy.Text{{Lang: "en", Text: "It hurts our reputation."}}, Lists: [][]string{{"coffee", "maria lopez"}},
			Flag: []string{"[Snow]"}, Pass: []string{"Coffee"},
		}},
	}
	p := New(engine.New(rules), b)
	all := p.Run(0, p.Steps())
	var sliced []policy.Refusal
	for at := 0; at < p.Steps(); at += 7 {
		sliced = append(sliced, p.Run(at, at+7)...)
	}
	require.Equal(t, all, sliced)
	codes := map[string]bool{}
	for _, r := range all {
		require.Contains(t, policy.RefusalCodes, r.Code)
		codes[r.Code] = true
	}
	require.Equal(t, map[string]bool{"wording": true, "person": true, "example": true, "labour": true, "silence": true}, codes)
	require.Empty(t, p.Run(p.Steps(), p.Steps()+5))
}

// Each word of a bundle stands in three different sentences.
func TestFillings(t *testing.T) {
	s := load()
	for _, slot := range []string{"phrase", "name", "client"} {
		w := filling{slot: slot, text: "xyzzy", many: "xyzzies"}
		for first := range 40 {
			seen := map[string]bool{}
			for k := range uses {
				filled := w.into(s, first*uses+k)
				require.Contains(t, filled, "xyzz")
				seen[filled] = true
			}
			require.Len(t, seen, uses)
		}
	}
}

// Ten thousand wordings that begin with the commonest word flag nothing and cost
// every browser; they are refused for that.
func TestCostlyRulesAreRefused(t *testing.T) {
	rules, err := policy.Baseline()
	require.NoError(t, err)
	b := &policy.Bundle{Agency: "harbor", Languages: []string{"en"}}
	for i := range 1000 {
		r := policy.AgencyRule{ID: "a.r" + strconv.Itoa(i), Category: verdict.ClientStory, Level: verdict.Note, Authority: "agency", Lists: [][]string{nil}}
		for k := range 10 {
			r.Lists[0] = append(r.Lists[0], "the zq"+string(rune('a'+k))+"x"+strconv.Itoa(i))
		}
		b.Rules = append(b.Rules, r)
	}
	p := New(engine.New(rules), b)
	codes := map[string]int{}
	at := 0
	for _, part := range p.Parts() {
		if part.Name == "protected" {
			for _, r := range p.Run(at, at+part.Steps) {
				codes[r.Code]++
			}
		}
		at += part.Steps
	}
	require.NotZero(t, codes["budget"])
	require.Len(t, codes, 1)
}

func TestPersons(t *testing.T) {
	for _, s := range []string{"maria lopez", "kevin brown", "aaliyah washington", "dr johnson", "siobhan murphy", "brittany", "kevin"} {
		require.True(t, person(s), s)
	}
	for _, s := range []string{"placement transport", "parent group", "blue folder", "fresh start mornings", "riverbend house", "court report", "home study", "transport", "hope house", "martin luther king center", "grace period", "angel tree", "faith community", "summer", "grace", "autumn"} {
		require.False(t, person(s), s)
	}
}

// TestASliceReadsLittle: what a browser does in one call is short, however long
// the texts of a bundle are.
func TestASliceReadsLittle(t *testing.T) {
	rules, err := policy.Baseline()
	require.NoError(t, err)
	b := &policy.Bundle{Agency: "harbor", Name: "Harbor", Languages: []string{"en"}, Clients: []policy.ClientWord{{One: "wayfarer"}}, Levels: []policy.LevelChange{{Rule: "story.detail", Level: verdict.Note}}}
	paragraph := policy.Node{Kind: policy.Paragraph, Of: []policy.Node{{Kind: policy.Words, Text: strings.Repeat("We write with care. ", 190)}}}
	items := policy.Node{Kind: policy.List}
	for range 30 {
		items.Of = append(items.Of, policy.Node{Kind: policy.Item, Of: paragraph.Of})
	}
	b.Pages = []policy.Page{{ID: "a", Lang: "en", Title: "A", Body: []policy.Node{paragraph, items, paragraph}}}
	p := New(engine.New(rules), b)
	require.Equal(t, 1+1+32, p.Parts()[0].Steps, "the client word, the title and every paragraph and item is a step of its own")
	ends := map[int]bool{}
	sum := 0
	for _, part := range p.Parts() {
		sum += part.Steps
		ends[sum] = true
	}
	crossed, slices, at := 0, 0, 0
	for at < p.Steps() {
		next, refused := p.Slice(at, at+64)
		require.Empty(t, refused)
		require.Greater(t, next, at)
		require.Less(t, p.read, enough+3*dear*600)
		for end := range ends {
			if at < end && end < next {
				crossed++
			}
		}
		at = next
		slices++
	}
	require.Zero(t, crossed, "a slice ends where a part ends")
	require.Greater(t, slices, 100)
	next, refused := p.Slice(at, at+64)
	require.Equal(t, at, next)
	require.Empty(t, refused)
}
