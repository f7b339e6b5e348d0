package engine

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestAShortDraftIsOneWindow(t *testing.T) {
	require.Len(t, windows("", -1), 1)
	require.Len(t, windows(strings.Repeat("é", longDraft), 3), 1)
}

func TestWindowsCoverALongDraft(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"word ", "línea\n", "𝛑𝛑", "x"}).Draw(t, "word")
		draft := strings.Repeat(word, longDraft/2+rapid.IntRange(longDraft/2, 3*longDraft).Draw(t, "times"))
		if utf8.RuneCountInString(draft) <= longDraft {
			draft += strings.Repeat("x", longDraft)
		}
		last := 0
		for i, w := range windows(draft, -1) {
			require.LessOrEqual(t, w.Start, last, "a gap before window %d", i)
			require.Greater(t, w.End, last)
			require.True(t, utf8.ValidString(draft[w.Start:w.End]))
			require.LessOrEqual(t, utf8.RuneCountInString(draft[w.Start:w.End]), windowSize+windowLap)
			last = w.End
		}
		require.Equal(t, len(draft), last)
	})
}

func TestWithAnEditOnlyWhatIsAroundItIsRead(t *testing.T) {
	draft := strings.Repeat("𝛑 ", 30_000)
	w := windows(draft, 60_000) // UTF-16: three units a pair
	require.Len(t, w, 1)
	at := 20_000 * len("𝛑 ")
	require.Less(t, w[0].Start, at)
	require.Greater(t, w[0].End, at)
	require.Less(t, w[0].End-w[0].Start, len(draft)/2)
}
