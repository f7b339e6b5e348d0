package corpus

import (
	"slices"
	"strings"

	"secondlook/internal/verdict"
)

// Found is what of a verdict is scored.
type Found struct {
	Level      verdict.Level
	Protected  bool
	Categories []string
	Spans      []FoundSpan
	Score      int // 0 to 1000: of the surest finding at caution or hold
}

// FoundSpan is a span of the verdict, in bytes of the post's text.
type FoundSpan struct {
	Start, End int
	Type       string
}

// Outcome is a post and what was found in it.
type Outcome struct {
	Post *Post
	Found
}

// Exact reports whether the level is the expected one, or one that is as good.
func (o *Outcome) Exact() bool { return o.Post.Accepts(o.Level) }

// Count is what precision and recall are made of.
type Count struct{ Right, Extra, Missed int }

func (c *Count) Add(want, got bool) {
	switch {
	case want && got:
		c.Right++
	case got:
		c.Extra++
	case want:
		c.Missed++
	}
}

// Precision is Right of all found; 1 where nothing was found.
func (c Count) Precision() float64 { return share(c.Right, c.Right+c.Extra) }

// Recall is Right of all there is; 1 where there is nothing.
func (c Count) Recall() float64 { return share(c.Right, c.Right+c.Missed) }

// F1 is the harmonic mean of the two; 1 where there was nothing to find and
// nothing was found.
func (c Count) F1() float64 { return share(2*c.Right, 2*c.Right+c.Extra+c.Missed) }

func share(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

// Score is the figures of a set of outcomes. Alert and hold are held against
// the expected level alone; levels that are as good (also_ok) count for Exact
// and Near.
type Score struct {
	Posts, Exact, Near int
	Alert, Hold        Count
	Category           map[string]Count
	// A found span is right, and a labelled one found, where one of the other
	// kind has its type and shares a character with it.
	SpanFound map[string]Count // Right and Extra: of the found spans
	SpanGold  map[string]Count // Right and Missed: of the labelled spans
	Confusion [4][4]int        // [expected][found]
	// FalseAlerts are alerts on posts expected clear or note; ClearAlerts those
	// on clear ones; ProtectedAlerts those on protected clear ones.
	FalseAlerts, ClearAlerts, ProtectedAlerts int
	Clear                                     int   // posts expected clear
	Protected                                 Count // the flag itself
	// Stories are the posts labelled client-story and expected at caution or
	// hold; Counted those of them where hold or not is right.
	Stories, Counted int
	Calibration      Calibration
}

// Tally scores outcomes.
func Tally(outcomes []Outcome) *Score {
	s := &Score{Category: map[string]Count{}, SpanFound: map[string]Count{}, SpanGold: map[string]Count{}}
	for i := range outcomes {
		s.add(&outcomes[i])
	}
	return s
}

func (s *Score) add(o *Outcome) {
	want := o.Post.Expected.Level
	s.Posts++
	if o.Exact() {
		s.Exact++
	}
	if o.Post.Near(o.Level) {
		s.Near++
	}
	s.Alert.Add(want.Alert(), o.Level.Alert())
	s.Hold.Add(want == verdict.Hold, o.Level == verdict.Hold)
	s.Protected.Add(o.Post.Protected, o.Found.Protected)
	s.Confusion[want][o.Level]++
	if want == verdict.Clear {
		s.Clear++
	}
	if want.Alert() && slices.Contains(o.Post.Labels, verdict.ClientStory.String()) {
		s.Stories++
		if (want == verdict.Hold) == (o.Level == verdict.Hold) {
			s.Counted++
		}
	}
	s.Calibration.Add(o)
	if o.Level.Alert() && !want.Alert() {
		s.FalseAlerts++
		if want == verdict.Clear {
			s.ClearAlerts++
			if o.Post.Protected {
				s.ProtectedAlerts++
			}
		}
	}
	for c := verdict.Category(0); c < verdict.Categories; c++ {
		n := s.Category[c.String()]
		n.Add(slices.Contains(o.Post.Labels, c.String()), slices.Contains(o.Categories, c.String()))
		s.Category[c.String()] = n
	}
	s.spans(o)
}

// MacroF1 is the mean F1 of the categories that are labelled or were found.
func (s *Score) MacroF1() float64 {
	sum, n := 0.0, 0
	for _, c := range s.Category {
		if c != (Count{}) {
			sum += c.F1()
			n++
		}
	}
	if n == 0 {
		return 1
	}
	return sum / float64(n)
}

// SpanF1 is the harmonic mean of the share of found spans of the types that are
// right and the share of labelled ones that are found; of all types where none
// is named.
func (s *Score) SpanF1(types ...string) float64 {
	found, gold := s.Spans(types...)
	p, r := found.Precision(), gold.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Spans are the counts of the types together, or of all where none is named.
func (s *Score) Spans(types ...string) (found, gold Count) {
	for t, c := range s.SpanFound {
		if len(types) == 0 || slices.Contains(types, t) {
			found.Right, found.Extra = found.Right+c.Right, found.Extra+c.Extra
		}
	}
	for t, c := range s.SpanGold {
		if len(types) == 0 || slices.Contains(types, t) {
			gold.Right, gold.Missed = gold.Right+c.Right, gold.Missed+c.Missed
		}
	}
	return found, gold
}

func (s *Score) spans(o *Outcome) {
	for _, got := range o.Spans {
		right := slices.ContainsFunc(o.Post.Spans, func(want Span) bool { return meets(o.Post.Text, want, got) })
		n := s.SpanFound[got.Type]
		n.Add(right, true)
		s.SpanFound[got.Type] = n
	}
	for _, want := range o.Post.Spans {
		found := slices.ContainsFunc(o.Spans, func(got FoundSpan) bool { return meets(o.Post.Text, want, got) })
		n := s.SpanGold[want.Type]
		n.Add(true, found)
		s.SpanGold[want.Type] = n
	}
}

// meets reports whether got is of want's type and overlaps one of the places
// where want's text stands.
func meets(text string, want Span, got FoundSpan) bool {
	if want.Type != got.Type || want.Text == "" {
		return false
	}
	for from := 0; ; {
		i := strings.Index(text[from:], want.Text)
		if i < 0 {
			return false
		}
		start := from + i
		if got.Start < start+len(want.Text) && start < got.End {
			return true
		}
		from = start + 1
	}
}
