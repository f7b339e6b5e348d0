package corpus

import (
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

func TestCalibration(t *testing.T) {
	var c Calibration
	for _, x := range []struct {
		want, got verdict.Level
		score     int
	}{
		{verdict.Hold, verdict.Hold, 1000}, {verdict.Caution, verdict.Hold, 900}, {verdict.Clear, verdict.Caution, 950},
		{verdict.Note, verdict.Caution, 300}, {verdict.Hold, verdict.Clear, 0},
	} {
		o := outcome(x.want, x.got)
		o.Score = x.score
		c.Add(&o)
	}
	require.Equal(t, Bin{Alerts: 3, Right: 2, Sum: 2850}, c[9])
	require.Equal(t, Bin{Alerts: 1, Sum: 300}, c[3])
	// By hand: (3·|0.95−2/3| + 1·|0.3−0|) / 4.
	require.InDelta(t, (3*(0.95-2.0/3)+0.3)/4, c.Error(), 1e-9)
	require.Zero(t, new(Calibration).Error())
}

func TestStoriesAndMacroF1(t *testing.T) {
	story := func(want, got verdict.Level) Outcome {
		o := outcome(want, got)
		o.Post.Labels = []string{"client-story"}
		o.Categories = []string{"client-story"}
		return o
	}
	crisis := outcome(verdict.Caution, verdict.Clear)
	crisis.Post.Labels = []string{"crisis"}
	all := []Outcome{
		story(verdict.Hold, verdict.Hold), story(verdict.Hold, verdict.Caution), story(verdict.Caution, verdict.Clear),
		story(verdict.Note, verdict.Hold), crisis, outcome(verdict.Clear, verdict.Clear),
	}
	s := Tally(all)
	require.Equal(t, [3]int{3, 2, 1}, [3]int{s.Stories, s.Counted, s.Clear}, "a note is no story to count, a crisis no story")
	require.InDelta(t, 0.5, s.MacroF1(), 1e-9, "one category all right, one all missed, the others not there")
	between := BootstrapMacroF1(all)
	require.LessOrEqual(t, between.Low, 0.5)
	require.GreaterOrEqual(t, between.High, 0.5)
	require.Equal(t, 1.0, Tally(nil).MacroF1())
}

func TestSpanF1(t *testing.T) {
	o := outcome(verdict.Hold, verdict.Hold)
	o.Post.Text = "Mia, 4, and Leo"
	o.Post.Spans = []Span{{"Mia", "PERSON"}, {"Leo", "PERSON"}, {"4", "AGE"}}
	o.Spans = []FoundSpan{{0, 3, "PERSON"}, {5, 6, "DATE"}}
	s := Tally([]Outcome{o})
	require.InDelta(t, 2.0/3, s.SpanF1("PERSON"), 1e-9)
	require.Zero(t, s.SpanF1("DATE"))
	require.Equal(t, 1.0, s.SpanF1("EMAIL"), "none labelled, none found")
	require.InDelta(t, 2*(0.5)*(1.0/3)/(0.5+1.0/3), s.SpanF1(), 1e-9)
}

func TestKappa(t *testing.T) {
	// Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (3rd ed., table 18.1): 0.68.
	table := [][]int{{75, 1, 4}, {5, 4, 1}, {0, 0, 10}}
	require.InDelta(t, 0.676, Kappa(table, false), 5e-4)
	require.InDelta(t, 1.0, Kappa([][]int{{5, 0}, {0, 7}}, false), 1e-9)
	require.InDelta(t, 1.0, Kappa([][]int{{5, 0}, {0, 0}}, true), 1e-9, "nothing to disagree on")
	require.InDelta(t, 0.0, Count{Right: 1, Extra: 1, Missed: 1}.Kappa(4), 1e-9)
	near, far := [][]int{{4, 2, 0}, {0, 4, 0}, {0, 0, 4}}, [][]int{{4, 0, 2}, {0, 4, 0}, {0, 0, 4}}
	require.Greater(t, Kappa(near, true), Kappa(far, true))
}

func TestSpoken(t *testing.T) {
	whole := "My sister is calm. My client is not, my clients are not."
	about := []About{{"My sister", "kin", "one"}, {"My client", "served", "one"}, {"not", "public", "one"}}
	s := NewSpoken()
	s.Add(whole, about, []Person{
		{"kin", "one", []text.Span{{Start: 3, End: 9}}},
		{"colleague", "one", []text.Span{{Start: 19, End: 21}}},
		{"served", "many", []text.Span{{Start: 19, End: 28}}},
		{"served", "many", []text.Span{{Start: 37, End: 47}}},
	})
	require.Equal(t, [5]int{3, 2, 2, 1, 1}, [5]int{s.People, s.Found, s.Right, s.Number, s.Both})
	require.Equal(t, Count{Right: 1}, s.Who["served"], "it shares more of the words than the colleague")
	require.Equal(t, map[string]int{Unfound: 1}, s.Read["public"])
	require.Equal(t, map[string]int{"served": 1}, s.Beside, "\"My client\" is no part of \"my clients\"")
	require.InDelta(t, 2.0/3, s.Accuracy(), 1e-9)

	real := NewSpoken()
	real.AddReal([]RealAbout{{Start: 3, End: 9, Who: "kin", Number: "one"}}, []Person{{"kin", "one", []text.Span{{Start: 0, End: 9}}}})
	require.Equal(t, 1, real.Both)
	require.Equal(t, 1.0, NewSpoken().Accuracy())
}

func TestPairs(t *testing.T) {
	paired := func(pair string, want, got verdict.Level) Outcome {
		o := outcome(want, got)
		o.Post.Pair = pair
		return o
	}
	all := []Outcome{
		paired("a", verdict.Clear, verdict.Hold), paired("a", verdict.Hold, verdict.Hold),
		paired("b", verdict.Clear, verdict.Clear), paired("b", verdict.Caution, verdict.Clear),
		paired("c", verdict.Clear, verdict.Hold), paired("c", verdict.Note, verdict.Clear),
		paired("", verdict.Clear, verdict.Hold), paired("d", verdict.Clear, verdict.Hold), paired("d", verdict.Clear, verdict.Clear),
	}
	alerted, total := NearMisses(all)
	require.Equal(t, [2]int{1, 2}, [2]int{alerted, total})
	var posts []Post
	for i := range all {
		posts = append(posts, *all[i].Post)
	}
	require.Equal(t, 3, DifferingPairs(posts))
}
