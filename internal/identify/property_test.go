package identify

import (
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// checkMentions holds what is true of every answer.
func checkMentions(t require.TestingT, doc *text.Doc, found []Mention) {
	var last [verdict.SpanTypes]int
	require.True(t, slices.IsSortedFunc(found, func(a, b Mention) int { return a.Start - b.Start }))
	for _, m := range found {
		require.Less(t, m.Start, m.End)
		require.LessOrEqual(t, m.End, len(doc.Source))
		require.True(t, utf8.ValidString(doc.Source[m.Start:m.End]))
		require.GreaterOrEqual(t, m.Start, last[m.Type], "two of one type overlap")
		last[m.Type] = m.End
		require.Less(t, m.First, m.Last)
		require.LessOrEqual(t, m.Last, len(doc.Tokens))
		require.True(t, m.Sure >= 0 && m.Sure <= 1000)
		require.NotEmpty(t, m.Value)
	}
}

// pieces are what drafts are made of when chance writes them.
var pieces = []string{
	"my", "4yo", "client", "in", "Osterville", ",", ".", "ward 7", "214 Alder Ct", "Friday", "the", "only", "family",
	"in town", "mom", "St", "'s", "Mary", "High", "School", "412-88-3097", "(415) 555-0134", "2 1 9 - 0 9 - 9 9 9 9",
	"at", "half", "two", "3am", "p.m.", "docket", "24-JV-0113", "plate", "KLR 4471", "@jo", "insta:", "jo_p", "\n",
	"broken", "hip", "cancer", "a", "young man", "16F", "eighty", "four", "one", "oh", "five", "+44", "£5", "👀",
	"é", "\u0301", "…", "-", "/", "#", "in his 80s", "March", "3", "works at the", "mill", "mayor", "on", "Street",
}

func TestPropertyFind(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draft := ""
		for _, p := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "pieces") {
			draft += p + rapid.SampledFrom([]string{" ", "", "-", ". "}).Draw(t, "joint")
		}
		doc := text.Read(draft)
		first := Find(doc)
		checkMentions(t, doc, first)
		require.Equal(t, first, Find(text.Read(draft)))
	})
}

func TestPropertyFindAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := text.Read(rapid.String().Draw(t, "draft"))
		checkMentions(t, doc, Find(doc))
	})
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "my 4yo client in Osterville, ward 7", "SSN 2 1 9 - 0 9 - 9 9 9 9 \x00\xff", "the only Somali family in town", "t a r i q at gmail dot com", "at half two on 3/11"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, draft string) {
		doc := text.Read(draft)
		checkMentions(t, doc, Find(doc))
	})
}
