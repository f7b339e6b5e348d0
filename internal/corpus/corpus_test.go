package corpus

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"secondlook/internal/verdict"
)

const good = `{"id":"1","text":"Mia bit me","labels":["client-story"],"expected":"hold","also_ok":["caution"],` +
	`"spans":[{"text":"Mia","type":"PERSON"}],"author":"a","split":"train","pair":"p","about":[{"text":"Mia","who":"served","number":"one"}]}`

func TestReadRefusesNamingTheLine(t *testing.T) {
	cases := []struct{ name, second, want string }{
		{"not JSON", `{"id":`, `f:2: not JSON at byte 6`},
		{"wrong kind", `{"id":"2","text":3}`, `f:2: "2": key "text": wrong kind of value`},
		{"not UTF-8", "{\"id\":\"2\",\"text\":\"\xff\"}", `f:2: not UTF-8`},
		{"no id", `{"text":"x","expected":"clear"}`, `f:2: no id`},
		{"no text", `{"id":"2","expected":"clear"}`, `f:2: "2": no text`},
		{"unknown label", `{"id":"2","text":"x","labels":["story"]}`, `f:2: "2": unknown label "story"`},
		{"label twice", `{"id":"2","text":"x","labels":["crisis","crisis"]}`, `f:2: "2": label "crisis" twice`},
		{"unknown level", `{"id":"2","text":"x","expected":"loud"}`, `f:2: "2": unknown level`},
		{"unknown type", `{"id":"2","text":"x","spans":[{"text":"x","type":"NAME"}]}`, `f:2: "2": span 1: unknown type "NAME"`},
		{"span not there", `{"id":"2","text":"x","spans":[{"text":"y","type":"AGE"}]}`, `f:2: "2": span 1 (AGE) is not in the text`},
		{"unknown who", `{"id":"2","text":"x","about":[{"text":"x","who":"boss","number":"one"}]}`, `f:2: "2": about 1: unknown who "boss"`},
		{"same id", `{"id":"1","text":"other"}`, `f:2: "1": same id as f:1`},
		{"same text", `{"id":"2","text":"mia  BIT me"}`, `f:2: "2": same text as f:1`},
		{"author in two splits", `{"id":"2","text":"x","author":"a","split":"test"}`, `f:2: "2": author "a" is in split "train" and in split "test"`},
		{"pair in two splits", `{"id":"2","text":"x","pair":"p","split":"test"}`, `f:2: "2": pair "p" is in split "train" and in split "test"`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			posts, err := NewReader().Read("f", strings.NewReader(good+"\n"+c.second+"\n"))
			require.EqualError(t, err, c.want)
			require.Len(t, posts, 1)
		})
	}
}

func TestReadOverFiles(t *testing.T) {
	r := NewReader()
	posts, err := r.Read("one", strings.NewReader("\n"+good+"\n\n"))
	require.NoError(t, err)
	require.Equal(t, verdict.Hold, posts[0].Expected.Level)
	_, err = r.Read("two", strings.NewReader(good))
	require.EqualError(t, err, "two:1: \"1\": same id as one:2\nsame text as one:2")
}

func outcome(want, got verdict.Level, ok ...verdict.Level) Outcome {
	p := &Post{Expected: Level{want}}
	for _, l := range ok {
		p.AlsoOK = append(p.AlsoOK, Level{l})
	}
	return Outcome{Post: p, Found: Found{Level: got}}
}

func TestTally(t *testing.T) {
	story := outcome(verdict.Hold, verdict.Hold)
	story.Post.Text = "Mia and Mia, 4"
	story.Post.Labels = []string{"client-story"}
	story.Post.Spans = []Span{{"Mia", "PERSON"}, {"4", "AGE"}}
	story.Categories = []string{"client-story", "demeaning"}
	story.Spans = []FoundSpan{{8, 11, "PERSON"}, {0, 3, "AGE"}}
	labour := outcome(verdict.Clear, verdict.Caution)
	labour.Post.Protected = true
	s := Tally([]Outcome{
		story, labour,
		outcome(verdict.Caution, verdict.Hold, verdict.Hold),
		outcome(verdict.Hold, verdict.Clear),
		outcome(verdict.Note, verdict.Caution),
		outcome(verdict.Clear, verdict.Clear),
	})
	require.Equal(t, 6, s.Posts)
	require.Equal(t, 3, s.Exact)
	require.Equal(t, 4, s.Near)
	require.Equal(t, Count{Right: 2, Extra: 2, Missed: 1}, s.Alert)
	require.Equal(t, Count{Right: 1, Extra: 1, Missed: 1}, s.Hold)
	require.Equal(t, [3]int{2, 1, 1}, [3]int{s.FalseAlerts, s.ClearAlerts, s.ProtectedAlerts})
	require.Equal(t, Count{Right: 1}, s.Category["client-story"])
	require.Equal(t, Count{Extra: 1}, s.Category["demeaning"])
	require.Equal(t, Count{Right: 1}, s.SpanFound["PERSON"])
	require.Equal(t, Count{Extra: 1}, s.SpanFound["AGE"])
	require.Equal(t, Count{Right: 1}, s.SpanGold["PERSON"])
	require.Equal(t, Count{Missed: 1}, s.SpanGold["AGE"])
	require.Equal(t, 1, s.Confusion[verdict.Hold][verdict.Clear])
	require.InDelta(t, 4.0/7, s.Alert.F1(), 1e-9)
}

func TestIntervals(t *testing.T) {
	w := Wilson(3, 1000) // by hand: 0.00102 to 0.00878
	require.InDelta(t, 0.00102, w.Low, 5e-5)
	require.InDelta(t, 0.00878, w.High, 5e-5)
	rapid.Check(t, func(t *rapid.T) {
		total := rapid.IntRange(1, 5000).Draw(t, "total")
		n := rapid.IntRange(0, total).Draw(t, "n")
		w, p := Wilson(n, total), float64(n)/float64(total)
		require.True(t, 0 <= w.Low && w.Low <= p+1e-9 && p <= w.High+1e-9 && w.High <= 1, "%v %v", w, p)
	})
	some := []Outcome{outcome(verdict.Hold, verdict.Hold), outcome(verdict.Hold, verdict.Clear), outcome(verdict.Clear, verdict.Hold)}
	exact := func(s *Score) float64 { return float64(s.Exact) / float64(s.Posts) }
	b := Bootstrap(some, exact)
	require.Equal(t, b, Bootstrap(some, exact), "the seed is fixed")
	require.Less(t, b.Low, 0.34)
	require.Greater(t, b.High, 0.66)
}
