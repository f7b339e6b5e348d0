package referent

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"secondlook/internal/identify"
	"secondlook/internal/text"
)

// sound checks what holds of every reading.
func sound(t require.TestingT, doc *text.Doc, mentions []identify.Mention, r Reading) {
	require.Len(t, r.Owner, len(mentions))
	require.GreaterOrEqual(t, r.Work, 0)
	require.LessOrEqual(t, r.Work, 1000)
	owned := 0
	for i := range r.People {
		p := &r.People[i]
		require.GreaterOrEqual(t, p.Sure, 0)
		require.LessOrEqual(t, p.Sure, 1000)
		require.NotEmpty(t, p.Refs)
		for k, ref := range p.Refs {
			require.Less(t, ref.First, ref.Last)
			require.LessOrEqual(t, ref.Last, len(doc.Tokens))
			require.Less(t, ref.Start, ref.End)
			require.LessOrEqual(t, ref.End, len(doc.Source))
			if k > 0 {
				require.LessOrEqual(t, p.Refs[k-1].First, ref.First)
			}
		}
		for _, m := range p.Owns {
			require.Equal(t, i, r.Owner[m])
			owned++
		}
	}
	given := 0
	for _, p := range r.Owner {
		require.GreaterOrEqual(t, p, -1)
		require.Less(t, p, len(r.People))
		if p >= 0 {
			given++
		}
	}
	require.Equal(t, given, owned)
	last := 1000
	for _, i := range r.Served() {
		p := &r.People[i]
		require.Equal(t, Served, p.Who)
		require.Equal(t, One, p.Number)
		require.LessOrEqual(t, p.Sure, last)
		last = p.Sure
	}
}

var stock = []string{
	"my client", "a patient", "he", "her", "his mother", "the judge", "I", "I'm", "bed 4", "my 2pm", "one of mine",
	"relapsed", "on my shift", "if", "when", "?", ".", ",", "\n", "today", "6 year old", "M", "of", "from", "one",
	"two", "the twins", "\"", "’s", "'s", "🙂", "patient", "in case", "kids", "this guy", "session", "rough", "my kid",
}

func TestReadIsSoundAndRepeats(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draft := strings.Join(rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(stock), rapid.StringN(0, 6, 12)), 0, 40).Draw(t, "words"), " ")
		doc := text.Read(draft)
		mentions := identify.Find(doc)
		hint := Hint{Setting: rapid.SampledFrom([]string{"", "school"}).Draw(t, "setting"), Clients: []string{"guest"}}
		r := Read(doc, mentions, hint)
		sound(t, doc, mentions, r)
		require.Equal(t, r, Read(doc, mentions, hint))
	})
}

func TestAgencyWords(t *testing.T) {
	draft := "One of our guests moved into her own place today."
	_, r := read(draft, Hint{Clients: []string{"guest"}})
	require.NotEmpty(t, r.Served())
	_, r = read("A customer was rude about the soup today.", Hint{Clients: []string{"guest"}})
	require.Empty(t, r.Served())
}

func TestWork(t *testing.T) {
	_, at := read("On my shift tonight we discharged a patient from the ward.", Hint{})
	_, off := read("The soup was cold and the bus was late.", Hint{})
	_, own := read("My therapist and my psychiatrist both like the hospital soup.", Hint{})
	require.Greater(t, at.Work, 600)
	require.Zero(t, off.Work)
	require.Less(t, own.Work, 350)
}

func TestExplainNamesEverybody(t *testing.T) {
	doc, r := read("My client told me that her mother called. My boss was there.", Hint{})
	lines := strings.Join(r.Explain(doc), "\n")
	require.Contains(t, lines, "served one")
	require.Contains(t, lines, "colleague one")
	require.Contains(t, lines, "[My client]")
}

func FuzzRead(f *testing.F) {
	f.Add("My client relapsed. He was six. Nobody came.", "school", "guest")
	f.Add("If a patient says “he’s fine” — bed 4 coded at 2pm; one of mine.", "", "")
	f.Add("my 3pm's wife, 66 y/o M\n\nlost one today", "health", "of")
	f.Fuzz(func(t *testing.T, draft, setting, word string) {
		doc := text.Read(draft)
		mentions := identify.Find(doc)
		sound(t, doc, mentions, Read(doc, mentions, Hint{Setting: setting, Clients: []string{word}}))
	})
}

const post = "Sat with my client in the lobby of family court this morning while her twins drew on the back of the docket. " +
	"She was nineteen when we removed the first one and she said she still hears the car. " +
	"My supervisor says I should sleep. The judge gave her three more months today."

func BenchmarkRead(b *testing.B) {
	for _, size := range []struct {
		name  string
		times int
	}{{"280", 1}, {"10000", 36}, {"100000", 360}} {
		b.Run(size.name, func(b *testing.B) {
			doc := text.Read(strings.Repeat(post+" ", size.times))
			mentions := identify.Find(doc)
			b.ReportAllocs()
			b.SetBytes(int64(len(doc.Source)))
			for b.Loop() {
				Read(doc, mentions, Hint{})
			}
		})
	}
}
