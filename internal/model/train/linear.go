package main

import (
	"math"

	"secondlook/internal/model"
)

// How the linear part is fitted; chosen on the tune voices.
const (
	passes = 8
	rate   = 0.1
	shrink = 1e-4
)

type linearExample struct {
	words, facts   []model.Feature
	wordAt, factAt []int32 // their slots
	vector         [model.Dims]float64
	value          float64 // of each word
	y              [model.Heads]bool
	weight         float64
}

func linearExampleOf(w *model.Words, s *sample, plain bool) linearExample {
	f := s.figures
	x := linearExample{facts: append([]model.Feature(nil), f.Facts...), weight: s.weight}
	var cues uint32
	var sum [model.Dims]int32
	known := 0
	for i := range f.Sentences {
		x.words = f.WordFeatures(&f.Sentences[i], x.words)
		cues |= f.Sentences[i].Cues
		known += w.VectorSum(f, &f.Sentences[i], &sum)
	}
	x.facts = model.CueFeatures(cues, x.facts)
	x.value = float64(model.WordScale(len(x.words))) / 256
	for k, v := range sum {
		x.vector[k] = float64(model.VectorValue(v, known)) / 256
	}
	if plain { // read as the scorer reads: of the same value, the rest unknown
		x.words, x.facts, x.vector = nil, x.facts[:0], [model.Dims]float64{}
		x.facts = append(x.facts, model.Bias)
		for i := range f.Sentences {
			x.words = f.PlainFeatures(&f.Sentences[i], x.words)
		}
	}
	for h := range model.Heads {
		x.y[h] = s.is(h)
	}
	return x
}

// examplesOf reads the posts; plain is by their words and pairs of words alone.
func examplesOf(w *model.Words, train []*sample, plain bool) []linearExample {
	out := make([]linearExample, len(train))
	for i, s := range train {
		out[i] = linearExampleOf(w, s, plain)
	}
	return out
}

// linearWeights are those of the buckets and of the vectors' numbers.
type linearWeights struct {
	signs   []byte
	of      [][model.Heads]float64
	vectors [model.Dims][model.Heads]float64
}

// fitLinear is logistic regression by AdaGrad, each head by itself.
func fitLinear(train []linearExample) *linearWeights {
	met := counter{counts: map[model.Feature]int{}}
	for i := range train {
		met.add(train[i].words)
		met.add(train[i].facts)
	}
	slots := ownersOf(model.LinearSlots, met.order, met.counts)
	for i := range train {
		x := &train[i]
		x.wordAt, x.factAt = slots.known(x.words, nil), slots.known(x.facts, nil)
	}
	w := &linearWeights{signs: slots.signs(), of: make([][model.Heads]float64, model.LinearSlots)}
	g := make([][model.Heads]float64, model.LinearSlots)
	var gv [model.Dims][model.Heads]float64
	// A stride that shares no factor with the number of posts mixes them.
	stride := 7919
	for len(train)%stride == 0 {
		stride++
	}
	for pass := range passes {
		for k := range train {
			x := &train[(k*stride+pass)%len(train)]
			for h := range model.Heads {
				z := 0.0
				for _, f := range x.wordAt {
					z += w.of[f][h] * x.value
				}
				for _, f := range x.factAt {
					z += w.of[f][h]
				}
				for n, v := range x.vector {
					z += w.vectors[n][h] * v
				}
				d := 1 / (1 + math.Exp(-z))
				if x.y[h] {
					d--
				}
				d *= x.weight
				step := func(w, g *float64, value float64) {
					grad := d*value + shrink**w
					*g += grad * grad
					*w -= rate * grad / (1e-4 + math.Sqrt(*g))
				}
				for _, f := range x.wordAt {
					step(&w.of[f][h], &g[f][h], x.value)
				}
				for _, f := range x.factAt {
					step(&w.of[f][h], &g[f][h], 1)
				}
				for n, v := range x.vector {
					step(&w.vectors[n][h], &gv[n][h], v)
				}
			}
		}
	}
	return w
}

// pack writes the linear part as model.Open reads it.
func (w *linearWeights) pack() []byte {
	var flat []float64
	for i := range w.of {
		flat = append(flat, w.of[i][:]...)
	}
	for i := range w.vectors {
		flat = append(flat, w.vectors[i][:]...)
	}
	return quantise(w.signs, flat)
}

// quantise writes what a weight of 1 is worth in thousandths, in two bytes, and
// the weights as signed bytes. A few far weights are cut off so that the many
// keep their grain.
func quantise(signs []byte, flat []float64) []byte {
	most := 0.0
	for _, x := range flat {
		most = max(most, math.Abs(x))
	}
	unit := max(int(math.Ceil(most*1000/127)), 1)
	out := make([]byte, 0, len(flat)+2)
	out = append(out, byte(unit), byte(unit>>8))
	out = append(out, signs...)
	for _, x := range flat {
		out = append(out, byte(int8(math.Round(x*1000/float64(unit)))))
	}
	return out
}
