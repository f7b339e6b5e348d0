package main

import (
	"encoding/json"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// The answer has every key of the engine's verdict, in its order: reading and
// writing it again gives the same bytes.
func TestAnswerKeepsEveryByte(t *testing.T) {
	draft := "é😀 Mia, 4 <b>"
	v := verdict.Verdict{
		Level: verdict.Hold, Protected: true, Coverage: verdict.Partial, Read: []text.Span{{Start: 0, End: 9}},
		Findings: []verdict.Finding{{Rule: "r", Message: "m", Authority: "law", Cite: "c", Score: 7,
			Spans: []verdict.Span{{Span: text.Span{Start: 7, End: 10}, Type: verdict.Person}}}},
		Combination: []verdict.Counted{{Span: text.Span{Start: 12, End: 13}, Part: verdict.PartAge}},
		Engine:      "1", Agency: "a", Seq: 2,
		Explain: []verdict.Step{{Step: "s", Text: "<t>", Span: text.Span{Start: 0, End: 2}}},
	}
	raw := verdict.AppendJSON(nil, draft, &v)
	var a answer
	require.NoError(t, json.Unmarshal(raw, &a))
	again, err := marshal(&a)
	require.NoError(t, err)
	require.Equal(t, string(raw), string(again))
}

func TestRecountAgreesWithTheDraft(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draft := rapid.String().Draw(t, "draft")
		var edges []int
		for i := range draft {
			edges = append(edges, i)
		}
		edges = append(edges, len(draft))
		start := rapid.SampledFrom(edges).Draw(t, "start")
		end := rapid.SampledFrom(edges).Draw(t, "end")
		start, end = min(start, end), max(start, end)
		v := verdict.Verdict{Read: []text.Span{{Start: start, End: end}, {Start: 0, End: len(draft)}}}
		for _, offsets := range []string{"bytes", "runes"} {
			var a answer
			require.NoError(t, json.Unmarshal(verdict.AppendJSON(nil, draft, &v), &a))
			a.recount(draft, offsets)
			want := stretch{start, end}
			if offsets == "runes" {
				want = stretch{utf8.RuneCountInString(draft[:start]), utf8.RuneCountInString(draft[:end])}
			}
			require.Equal(t, want, a.Read[0])
			require.Equal(t, offsets, a.Offsets)
		}
	})
}
