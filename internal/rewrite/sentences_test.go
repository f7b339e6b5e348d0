package rewrite

import (
	"os"
	"strings"
	"testing"

	"secondlook/internal/identify"
	"secondlook/internal/text"
	"secondlook/internal/verdict"

	"github.com/stretchr/testify/require"
)

// everything wants every mention of a draft.
func everything(draft string) []Option {
	doc := text.Read(draft)
	mentions := identify.Find(doc)
	var wanted []verdict.Span
	for _, m := range mentions {
		wanted = append(wanted, verdict.Span{Span: m.Span, Type: m.Type})
	}
	return Options(doc, mentions, wanted)
}

// TestSentences reads testdata/sentences.txt: a sentence, and below it, each
// after two spaces, what it becomes by each of its options and nothing else.
func TestSentences(t *testing.T) {
	file, err := os.ReadFile("testdata/sentences.txt")
	require.NoError(t, err)
	sentences := 0
	for _, block := range strings.Split(strings.TrimSpace(string(file)), "\n\n") {
		draft, rest, _ := strings.Cut(block, "\n")
		sentences++
		t.Run(draft, func(t *testing.T) {
			var got []string
			for _, o := range everything(draft) {
				got = append(got, "  "+label(o)+": "+Apply(draft, o.Edits))
			}
			require.Equal(t, rest, strings.Join(got, "\n"))
		})
	}
	require.GreaterOrEqual(t, sentences, 80)
}

func label(o Option) string {
	if o.Part == verdict.NoPart {
		return strings.ToLower(o.Type.String())
	}
	return o.Part.String()
}
