package identify

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/text"
)

func FuzzNames(f *testing.F) {
	for _, draft := range []string{
		"my client Marisol (14) and Mr. O'Hara-Quinn's kid J.R.", "Okonjo, Amara", "#JusticeForMaria u/kid_9 snap: a.b_c",
		"St. Mary's [NAME] Dr", "N\u200ba\u200bd\u200bi\u200ba", "Mr.", "Lil", "A.B.C.D.E.F.G.", "\x00\xff José\u0301", "de la de la", "- -Ann-",
		strings.Repeat("A.", 200), strings.Repeat("Ann ", 200),
	} {
		f.Add(draft)
	}
	f.Fuzz(func(t *testing.T, draft string) {
		doc := text.Read(draft)
		end := 0
		for _, m := range names(doc) {
			require.GreaterOrEqual(t, m.Start, end, "in order, apart")
			require.Less(t, m.Start, m.End)
			require.LessOrEqual(t, m.End, len(doc.Source))
			require.Less(t, m.First, m.Last)
			require.Equal(t, doc.Cover(m.First, m.Last), m.Span)
			require.NotEmpty(t, m.Value)
			require.True(t, m.Sure >= 500 && m.Sure <= 1000)
			end = m.End
		}
	})
}
