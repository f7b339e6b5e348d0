package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"sync"

	"secondlook/internal/corpus"
	"secondlook/internal/engine"
	"secondlook/internal/model"
)

// folds is into how many parts the posts are put, by author, so that each part
// of the scorer learns from what the one before it says of posts it had not
// learnt from.
const folds = 5

// writeWeights trains, writes the weights to out and what they are from beside
// it, and tells log how they do.
func writeWeights(e *engine.Engine, folder, figures, out string, log io.Writer) error {
	m, err := readMaterial(e, folder, figures)
	if err != nil {
		return err
	}
	blob, scorer, err := withThresholds(m.words, learnAll(m.words, m.train), m.tune)
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "learnt from %d posts\n", len(m.train))
	report(log, scorer, m.tune)
	if err := os.WriteFile(out, blob, 0o644); err != nil {
		return err
	}
	from, err := origin(m, figures, out)
	if err != nil {
		return err
	}
	return os.WriteFile(originName(out), []byte(from), 0o644)
}

// learnt is a trained scorer before it is packed.
type learnt struct {
	linear, tagger []byte
	trees          [model.Outputs]model.Trees
}

func (l *learnt) pack(at [model.Outputs]int32) []byte {
	b := slices.Concat(l.linear, l.tagger)
	for o := range l.trees {
		b = append(b, packTrees(at[o], &l.trees[o])...)
	}
	return b
}

// learnAll fits the three parts.
func learnAll(w *model.Words, train []*sample) *learnt {
	fold := foldsOf(train)
	examples := examplesOf(w, train, false)
	// One part for each fold that has not learnt from it, and one of all.
	linear := make([]*model.Linear, folds+1)
	linearPacked := make([][]byte, folds+1)
	atOnce(folds+1, func(k int) {
		var x []linearExample
		for i := range train {
			if fold[i] != k {
				x = append(x, examples[i])
			}
		}
		linearPacked[k] = fitLinear(x).pack()
		linear[k] = model.OpenLinear(linearPacked[k])
	})
	readings := make([]model.LinearReading, len(train))
	doubts := make([]uint32, len(train))
	for i, s := range train {
		readings[i] = linear[fold[i]].Read(w, s.figures)
		doubts[i] = model.Doubt(readings[i].Best.Scores[model.Alert])
	}
	tagger := make([]*model.Tagger, folds+1)
	taggerPacked := make([][]byte, folds+1)
	atOnce(folds+1, func(k int) {
		var x []*sample
		var d []uint32
		for i, s := range train {
			// Of ordinary posts a third is enough to learn what is no detail.
			if fold[i] != k && (s.kind != ordinary || i%3 == 0) {
				x, d = append(x, s), append(d, doubts[i])
			}
		}
		taggerPacked[k] = fitTagger(w, x, d).pack()
		tagger[k] = model.OpenTagger(taggerPacked[k])
	})
	inputs := make([]*[model.Inputs]int16, len(train))
	weight := make([]float64, len(train))
	for i, s := range train {
		inputs[i] = model.InputsOf(s.figures, &readings[i], tagger[fold[i]].Read(w, s.figures, doubts[i]))
		weight[i] = s.weight
	}
	out := &learnt{linear: linearPacked[folds], tagger: taggerPacked[folds]}
	g := newGrower(inputs)
	atOnce(model.Outputs, func(o int) {
		y := make([]bool, len(train))
		for i, s := range train {
			y[i] = s.is(o)
		}
		out.trees[o] = g.grow(y, weight)
	})
	return out
}

// foldsOf gives every author one fold, so that the folds are of like size.
func foldsOf(train []*sample) []int {
	var sizes [folds]int
	of := map[string]int{}
	out := make([]int, len(train))
	for i, s := range train {
		name := fmt.Sprint(s.kind, s.author)
		k, ok := of[name]
		if !ok {
			for n := range sizes {
				if sizes[n] < sizes[k] {
					k = n
				}
			}
			of[name] = k
		}
		sizes[k]++
		out[i] = k
	}
	return out
}

// atOnce does n things on all cores; they do not touch each other.
func atOnce(n int, do func(int)) {
	var all sync.WaitGroup
	limit := make(chan struct{}, 2)
	for k := range n {
		all.Add(1)
		limit <- struct{}{}
		go func() {
			do(k)
			<-limit
			all.Done()
		}()
	}
	all.Wait()
}

// report prints what thresholds cost on ordinary posts, and what they find.
func report(log io.Writer, s *model.Scorer, tune []*sample) {
	scores := map[kind][]int32{}
	for _, x := range tune {
		scores[x.kind] = append(scores[x.kind], s.Read(x.figures).Scores[model.Alert])
	}
	calm := slices.Sorted(slices.Values(scores[ordinary]))
	for _, per := range []int{1, 3, 10, 30} {
		at := calm[len(calm)-1-per*len(calm)/1000]
		fmt.Fprintf(log, "%d in 1,000 ordinary, threshold %d:", per, at)
		for _, k := range []kind{byHand, realPost} {
			var c corpus.Count
			n := 0
			for _, x := range tune {
				if x.kind == k {
					c.Add(x.is(model.Alert), scores[k][n] > at)
					n++
				}
			}
			fmt.Fprintf(log, "  %s F1 %.3f P %.2f R %.2f", [...]string{"by hand", "real"}[k], c.F1(), c.Precision(), c.Recall())
		}
		fmt.Fprintln(log)
	}
}
