package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/model"
	"secondlook/internal/verdict"
)

// twins are two posts of the same words. In one the two that tell stand in one
// order, in the other in the other: no bag of words tells which is to be held.
func twins(d *dice) (hold, calm *sample) {
	others := strings.Fields("we had tea and then a walk by the river with some cake for all of us")
	words := make([]string, 9)
	for i := range words {
		words[i] = others[d.next()%uint32(len(others))]
	}
	at := d.next() % 8
	post := func(first, second string, level verdict.Level) *sample {
		words[at], words[at+1] = first, second
		f := &model.Figures{Facts: []model.Feature{model.Bias}, Sentences: []model.Sentence{{Last: len(words)}}}
		for _, w := range words {
			f.Tokens = append(f.Tokens, model.Token{Word: model.WordID(w), Read: model.WordID(w)})
		}
		return &sample{figures: f, level: level, weight: 1}
	}
	return post("mother", "called", verdict.Hold), post("called", "mother", verdict.Clear)
}

func TestNetLearnsTheOrderOfWords(t *testing.T) {
	blob, err := os.ReadFile("../words.bin")
	require.NoError(t, err)
	w, err := model.OpenWords(blob)
	require.NoError(t, err)
	d := dice(88172645463325252)
	var train []*sample
	for range 300 {
		hold, calm := twins(&d)
		train = append(train, hold, calm)
	}
	n, again := fitNet(w, train, 1), fitNet(w, train, 1)
	require.GreaterOrEqual(t, n.rows[model.WordID("mother")], int32(0), "no vector")
	right := 0
	for range 100 {
		hold, calm := twins(&d)
		z := *n.read(hold.figures, nil)
		require.Equal(t, z, *again.read(hold.figures, nil))
		if z[model.Hold] > 0 && n.read(calm.figures, nil)[model.Hold] < 0 {
			right++
		}
	}
	require.Greater(t, right, 90)
}
