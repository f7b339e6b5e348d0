package rewrite

import (
	"os"
	"strings"
	"testing"

	"secondlook/internal/identify"
	"secondlook/internal/spanish"
	"secondlook/internal/text"
	"secondlook/internal/verdict"

	"github.com/stretchr/testify/require"
)

// everything wants every mention of a draft.
func everything(draft string, es bool) []Option {
	doc := text.Read(draft)
	mentions := identify.Find(doc)
	if es {
		mentions = spanish.Look(doc).Read(mentions).Mentions
	}
	var wanted []verdict.Span
	for _, m := range mentions {
		wanted = append(wanted, verdict.Span{Span: m.Span, Type: m.Type})
	}
	return Options(doc, mentions, wanted, es)
}

// TestSentences reads testdata/sentences.txt, and sentences_es.txt in Spanish: a
// sentence, and below it, each after two spaces, what it becomes by each of its
// options and nothing else.
func TestSentences(t *testing.T) {
	for name, least := range map[string]int{"sentences.txt": 80, "sentences_es.txt": 40} {
		file, err := os.ReadFile("testdata/" + name)
		require.NoError(t, err)
		blocks := strings.Split(strings.TrimSpace(string(file)), "\n\n")
		require.GreaterOrEqual(t, len(blocks), least)
		for _, block := range blocks {
			draft, rest, _ := strings.Cut(block, "\n")
			t.Run(draft, func(t *testing.T) {
				var got []string
				for _, o := range everything(draft, name == "sentences_es.txt") {
					got = append(got, "  "+label(o)+": "+Apply(draft, o.Edits))
				}
				require.Equal(t, rest, strings.Join(got, "\n"))
			})
		}
	}
}

func label(o Option) string {
	if o.Part == verdict.NoPart {
		return strings.ToLower(o.Type.String())
	}
	return o.Part.String()
}
