package main

import (
	"slices"

	"secondlook/internal/corpus"
	"secondlook/internal/model"
)

// perTenThousand is how many ordinary posts of 10,000 the scorer may alert on:
// of the thirty that the engine may, the others are left to the rules and to chance.
const perTenThousand = 20

// choose returns the score from which each output is true, on posts that were
// not learnt from: of an alert, the least that ordinary posts allow; of the
// others the one with the best F1.
func choose(s *model.Scorer, tune []*sample) (at [model.Outputs]int32) {
	read := make([]*model.Reading, len(tune))
	var calm []int32
	for i, x := range tune {
		read[i] = s.Read(x.figures)
		if x.kind == ordinary {
			calm = append(calm, read[i].Scores[model.Alert])
		}
	}
	for o := range at {
		at[o] = bestF1(tune, read, o)
	}
	slices.Sort(calm)
	at[model.Alert] = quantile(calm)
	return at
}

// quantile is what perTenThousand of ascending scores are over.
func quantile(calm []int32) int32 {
	if len(calm) == 0 {
		return 0
	}
	return calm[len(calm)-1-perTenThousand*len(calm)/10_000]
}

// bestF1 looks for the threshold among steps of a tenth of a logit; of a run of
// equal ones it takes the first.
func bestF1(tune []*sample, read []*model.Reading, output int) (at int32) {
	best := -1.0
	for z := int32(-4000); z <= 2000; z += 100 {
		var c corpus.Count
		for i, x := range tune {
			if x.kind != ordinary {
				c.Add(x.is(output), read[i].Scores[output] > z)
			}
		}
		if f := c.F1(); f > best {
			best, at = f, z
		}
	}
	return at
}

// withThresholds puts thresholds into weights and opens them.
func withThresholds(w *model.Words, l *learnt, tune []*sample) ([]byte, *model.Scorer, error) {
	s, err := model.Open(w, l.pack([model.Outputs]int32{}))
	if err != nil {
		return nil, nil, err
	}
	blob := l.pack(choose(s, tune))
	s, err = model.Open(w, blob)
	return blob, s, err
}
