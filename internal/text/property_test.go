package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// scraps are bits of drafts that meet badly.
var scraps = []string{
	"client", "Hope", " ", "  ", "\n", "\r\n", "\r", "4yo", "2pm", "'s", "'", "’s", "\"", "“", ".", "...", "…", "!", "-", "--", "_", "#", "#night",
	"nightshift", "@", "@a.b", "a@b.co", "www.", "http://", ".com", "/", "$", "a$$", "p4r", "0", "1", "é", "e\u0301", "\u0301", "\u0336",
	"\u200b", "\u200d", "\ufe0f", "\u00ad", "\u202e", "\ufeff", "\x00", "\xff", "\xed\xa0\x80", "і", "е", "к", "α", "😀", "👩", "👍🏽", "🇺", "🇸", "1️⃣",
	"患", "か", "ไ", "한", "\u1100", "\u1161", "\u11a8", "ｃ", "－", "𝓬", "½", "ﬁ", "ﷺ", "İ", "ß", "S T R", "I K", "c-l-i", "m-y", "U.S.A.", "p.m.", "Dr.", "y/o",
	"soooo", "\u2028", "\u0600", "\U000e0041", "\u20e3", "\u3164", "ſ", "K",
}

func drafts() *rapid.Generator[string] {
	part := rapid.OneOf(rapid.SampledFrom(scraps), rapid.SampledFrom(scraps), rapid.String())
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(part, 0, 30).Draw(t, "parts"), "")
	})
}

// requireSound holds what is true of every reading.
func requireSound(t require.TestingT, draft string) {
	d := Read(draft)
	require.True(t, utf8.ValidString(d.Source))
	onEdge := func(s Span) {
		require.True(t, 0 <= s.Start && s.Start <= s.End && s.End <= len(d.Source), "%v of %d", s, len(d.Source))
		require.Equal(t, s, d.Widen(s), "not on grapheme edges")
		require.True(t, utf8.ValidString(d.Slice(s)))
	}
	end, plain := 0, 0
	for i := range d.Tokens {
		k := &d.Tokens[i]
		onEdge(k.Span)
		require.False(t, k.Empty())
		require.LessOrEqual(t, end, k.Start, "tokens out of order")
		require.NotEmpty(t, k.Plain)
		require.NotEmpty(t, k.Word)
		end = k.End
		at := strings.Index(d.Plain.Text[plain:], k.Plain)
		require.GreaterOrEqual(t, at, 0, "a token is not in the plain view")
		plain += at + len(k.Plain)
		s := &d.Sentences[k.Sentence]
		require.True(t, s.First <= i && i < s.Last)
	}
	next, end := 0, 0
	for _, s := range d.Sentences {
		onEdge(s.Span)
		require.Equal(t, next, s.First)
		require.Less(t, s.First, s.Last)
		require.LessOrEqual(t, end, s.Start)
		next, end = s.Last, s.End
	}
	require.Equal(t, len(d.Tokens), next)
	for _, v := range []*View{&d.Plain, &d.Loose} {
		require.True(t, utf8.ValidString(v.Text))
		before := Span{}
		for i := range len(v.Text) {
			s := v.Span(i, i+1)
			onEdge(s)
			require.LessOrEqual(t, before.Start, s.Start, "a view runs backwards")
			require.LessOrEqual(t, before.End, s.End, "a view runs backwards")
			before = s
		}
		onEdge(v.Span(len(v.Text), len(v.Text)))
		onEdge(v.Span(-1, len(v.Text)+1))
	}
}

func TestReadIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { requireSound(t, drafts().Draw(t, "draft")) })
}

func TestLooseViewHoldsWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Read(drafts().Draw(t, "draft"))
		at := 0
		for i := range d.Tokens {
			k := &d.Tokens[i]
			if k.Kind == Punct || k.Kind == Break {
				continue
			}
			n := strings.Index(d.Loose.Text[at:], k.Word)
			require.GreaterOrEqual(t, n, 0, "%q is not in the loose view", k.Word)
			at += n + len(k.Word)
		}
	})
}

func TestReadIsDeterministic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drafts().Draw(t, "draft")
		require.Equal(t, Read(s), Read(s))
	})
}

func FuzzRead(f *testing.F) {
	for _, s := range scraps {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, draft string) {
		if len(draft) < 4096 { // the check itself is not linear
			requireSound(t, draft)
		}
	})
}
