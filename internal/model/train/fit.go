package main

import (
	"math"

	"secondlook/internal/model"
)

// example is a whole post to learn from.
type example struct {
	words, facts []uint16
	y            [model.Heads]bool
	weight       float64
}

func exampleOf(f *model.Figures) example {
	x := example{facts: append([]uint16(nil), f.Facts...), weight: 1}
	var cues uint32
	for _, s := range f.Sentences {
		x.words = append(x.words, s.Words...)
		cues |= s.Cues
	}
	x.facts = append(x.facts, model.CueFeatures(cues)...)
	return x
}

// How the weights are fitted; chosen on the tune voices.
const (
	passes         = 8
	rate           = 0.1
	shrink         = 1e-4
	ordinaryWeight = 0.6 // an ordinary post counts less than one written to be learnt from
)

// fit is logistic regression by AdaGrad, each head by itself.
func fit(train []example) [][model.Heads]float64 {
	w := make([][model.Heads]float64, model.Buckets)
	g := make([][model.Heads]float64, model.Buckets)
	// A stride that shares no factor with the number of posts mixes them.
	stride := 7919
	for len(train)%stride == 0 {
		stride++
	}
	for pass := range passes {
		for k := range train {
			x := &train[(k*stride+pass)%len(train)]
			over, under := model.WordScale(len(x.words))
			value := float64(over) / float64(under)
			for h := range model.Heads {
				z := 0.0
				for _, f := range x.words {
					z += w[f][h] * value
				}
				for _, f := range x.facts {
					z += w[f][h]
				}
				d := 1 / (1 + math.Exp(-z))
				if x.y[h] {
					d--
				}
				d *= x.weight
				step := func(f uint16, value float64) {
					grad := d*value + shrink*w[f][h]
					g[f][h] += grad * grad
					w[f][h] -= rate * grad / (1e-4 + math.Sqrt(g[f][h]))
				}
				for _, f := range x.words {
					step(f, value)
				}
				for _, f := range x.facts {
					step(f, 1)
				}
			}
		}
	}
	return w
}

// quantise writes the weights as model.Open reads them.
func quantise(w [][model.Heads]float64) []byte {
	most := 0.0
	for i := range w {
		for _, x := range w[i] {
			most = max(most, math.Abs(x))
		}
	}
	unit := max(int(math.Ceil(most*1000/127)), 1)
	out := []byte{byte(unit), byte(unit >> 8)}
	for i := range w {
		for _, x := range w[i] {
			out = append(out, byte(int8(math.Round(x*1000/float64(unit)))))
		}
	}
	return out
}
