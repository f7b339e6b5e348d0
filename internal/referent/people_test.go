package referent

import (
	"os"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/identify"
	"secondlook/internal/text"
)

// A sample is one line of testdata/people.txt.
type sample struct {
	want, draft string
	mark        text.Span // the bracketed words in draft; empty for none
}

func samples(t *testing.T) []sample {
	raw, err := os.ReadFile("testdata/people.txt")
	require.NoError(t, err)
	var out []sample
	for _, line := range strings.Split(string(raw), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		want, draft, ok := strings.Cut(line, " | ")
		require.True(t, ok, line)
		s := sample{want: want, draft: draft}
		if before, rest, ok := strings.Cut(draft, "[["); ok {
			inside, after, closed := strings.Cut(rest, "]]")
			require.True(t, closed, line)
			s.draft = before + inside + after
			s.mark = text.Span{Start: len(before), End: len(before) + len(inside)}
		}
		require.True(t, s.want == "none" || !s.mark.Empty(), "no brackets: %s", line)
		out = append(out, s)
	}
	return out
}

// read is what the engine does with a draft as far as referents.
func read(draft string, hint Hint) (*text.Doc, Reading) {
	doc := text.Read(draft)
	return doc, Read(doc, identify.Find(doc), hint)
}

// judged reports whether the reading fits the sample.
func judged(s sample, r Reading) bool {
	one, marked := false, false
	for i := range r.People {
		p := &r.People[i]
		served := p.Who == Served && p.Sure >= believed
		one = one || served && p.Number == One
		for _, ref := range p.Refs {
			if !ref.Overlaps(s.mark) {
				continue
			}
			switch s.want {
			case "one":
				marked = marked || served && p.Number == One
			case "many", "hypo":
				marked = marked || p.Number != One
			default:
				marked = marked || p.Who.String() == s.want
			}
		}
	}
	switch s.want {
	case "one":
		return marked
	case "none":
		return !one
	}
	return marked && !one
}

// floors are the least shares of lines read rightly, in percent: what was
// reached less a margin.
var floors = map[string]int{
	"one": 88, "many": 92, "hypo": 90, "none": 92, "kin": 92, "colleague": 88, "self": 85, "public": 75,
}

func TestPeopleOfOneLine(t *testing.T) {
	right, all := map[string]int{}, map[string]int{}
	for _, s := range samples(t) {
		doc, r := read(s.draft, Hint{})
		all[s.want]++
		if judged(s, r) {
			right[s.want]++
			continue
		}
		t.Logf("%s | %s\n\t%s", s.want, s.draft, strings.Join(r.Explain(doc), "\n\t"))
	}
	total := 0
	var kinds []string
	for k, n := range all {
		total += n
		kinds = append(kinds, k)
	}
	sort.Strings(kinds)
	require.GreaterOrEqual(t, total, 250)
	for _, k := range kinds {
		t.Logf("%-10s %3d of %3d", k, right[k], all[k])
		require.GreaterOrEqual(t, 100*right[k], floors[k]*all[k], k)
	}
}
