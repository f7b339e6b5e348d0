package text

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// hard are units whose repetition asks most of a reader.
var hard = []string{
	"a", "a ", "a-", "a.", "a@", "a_", "A", "4", "4a", "a4", "4.", "$a", "!", ". ", "\n", "\"", "'", "#a", "#nightshift", "@a", "www.", "http://",
	"\u0301", "\u200d", "\u200b", "😀", "👩\u200d", "🇺", "\u1100", "患", "аa", "𝓬", "\x00", "\xff", "i t ", "é", "e\u0301\u0336 ", "aaab", "\r\n", "ﷺ",
}

func TestHardDrafts(t *testing.T) {
	for _, unit := range hard {
		draft := strings.Repeat(unit, 1<<18/len(unit))
		d := Read(draft)
		for i := 1; i < len(d.Tokens); i++ {
			require.LessOrEqual(t, d.Tokens[i-1].End, d.Tokens[i].Start, "%q", unit)
		}
	}
}

func TestZalgoIsCut(t *testing.T) {
	d := Read("a" + strings.Repeat("\u0301", 100_000) + "b")
	require.Len(t, d.Tokens, 1)
	require.Equal(t, Span{0, 200_002}, d.Tokens[0].Span)
	require.Less(t, len(d.Plain.Text), 24)
	require.Equal(t, "áb", d.Tokens[0].Word)
}

func TestEveryInvalidByteIsOneUnit(t *testing.T) {
	require.Equal(t, "a\ufffd\ufffd\ufffdb", Read("a\xed\xa0\x80b").Source)
}

// post is a draft of 280 ASCII characters or so.
const post = "Long night shift again. My 4yo client wouldn't settle until 2:30 am, kept asking for her grandma's dog. " +
	"I'm tired, the unit is short 2 nurses and nobody picks up the phone. Anyway: coffee, then home! " +
	"If you work nights at a place like this, what do you do to stay awake? #nightshift"

func benchmark(b *testing.B, draft string) {
	b.SetBytes(int64(len(draft)))
	b.ReportAllocs()
	for b.Loop() {
		Read(draft)
	}
}

func BenchmarkRead280(b *testing.B)   { benchmark(b, post) }
func BenchmarkReadPlain(b *testing.B) { benchmark(b, strings.ReplaceAll(post, "#", "")) }
func BenchmarkRead10k(b *testing.B)   { benchmark(b, strings.Repeat(post+"\n", 36)) }
func BenchmarkReadMixed(b *testing.B) {
	benchmark(b, strings.ReplaceAll(post, "'", "’")+" 😀")
}
func BenchmarkReadHard(b *testing.B) {
	for _, unit := range hard {
		b.Run(strings.Trim(strings.ReplaceAll(unit, "/", ""), "\n"), func(b *testing.B) { benchmark(b, strings.Repeat(unit, 1<<17/len(unit))) })
	}
}
