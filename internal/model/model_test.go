package model

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"secondlook/internal/verdict"
)

// weighing returns weights in which one feature speaks for an alert of a
// category.
func weighing(t *testing.T, feature uint16, category verdict.Category, weight int8) *Weights {
	blob := make([]byte, 2+Buckets*Heads)
	blob[0] = 100
	blob[2+int(feature)*Heads] = byte(weight)
	blob[2+int(feature)*Heads+1+int(category)] = byte(weight)
	w, err := Open(blob)
	require.NoError(t, err)
	return w
}

func TestTheWindowThatWeighsMostDecides(t *testing.T) {
	w := weighing(t, 7, verdict.Boundary, 90)
	quiet := SentenceFigures{Words: []uint16{1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12}}
	risky := SentenceFigures{Words: []uint16{1, 7}}
	f := &Figures{Facts: []uint16{bias}, Sentences: []SentenceFigures{quiet, quiet, quiet, risky, quiet}}
	best := w.Best(f)
	require.Equal(t, 3, best.Peak)
	require.Equal(t, 2, best.Last-best.First)
	require.Equal(t, verdict.Boundary, best.Category())
	require.Greater(t, best.Scores[0], w.Best(&Figures{Facts: f.Facts, Sentences: f.Sentences[:3]}).Scores[0])
}

func TestWithoutWeightsOrWordsNothingIsFound(t *testing.T) {
	none, err := Open(nil)
	require.NoError(t, err)
	require.Less(t, none.Best(&Figures{Sentences: make([]SentenceFigures, 2)}).Scores[0], Threshold)
	require.Less(t, Trained().Best(&Figures{}).Scores[0], Threshold)
}

func TestOpenRefusesAnotherSize(t *testing.T) {
	_, err := Open(make([]byte, 100))
	require.ErrorContains(t, err, "another size")
	_, err = Open(trained)
	require.NoError(t, err, "the embedded weights")
	require.NotEmpty(t, Trained().of)
}

func TestIsqrt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint32().Draw(t, "n")
		r := uint64(isqrt(n))
		require.LessOrEqual(t, r*r, uint64(n))
		require.Greater(t, (r+1)*(r+1), uint64(n))
	})
}
