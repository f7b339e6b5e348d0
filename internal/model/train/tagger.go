package main

import (
	"math"

	"secondlook/internal/model"
)

// How the tagger is fitted; chosen on the tune voices.
const (
	tagPasses = 5
	tagRate   = 0.1
	tagShrink = 1e-5
)

type tagWeights struct {
	signs []byte
	of    [][model.TagWidth]float32
}

// fitTagger is softmax regression by AdaGrad over tokens, for the tags and for
// the people. doubts are the draft scores of the samples, in steps, made by
// linear parts that had not learnt from them.
func fitTagger(w *model.Words, train []*sample, doubts []uint32) tagWeights {
	met := counter{counts: map[model.Feature]int{}}
	var features []model.Feature
	for n, s := range train {
		c := w.TagContext(s.figures, doubts[n])
		for i := range s.figures.Sentences {
			sentence := &s.figures.Sentences[i]
			for t := sentence.First; t < sentence.Last; t++ {
				features = c.Features(sentence, t, features[:0])
				met.add(features)
			}
		}
	}
	slots := ownersOf(model.TagSlots, met.order, met.counts)
	of := make([][model.TagWidth]float32, model.TagSlots)
	g := make([][model.TagWidth]float32, model.TagSlots)
	stride := 7919
	for len(train)%stride == 0 {
		stride++
	}
	var at []int32
	var z, d [model.TagWidth]float32
	for pass := range tagPasses {
		for k := range train {
			n := (k*stride + pass) % len(train)
			s := train[n]
			c := w.TagContext(s.figures, doubts[n])
			for i := range s.figures.Sentences {
				sentence := &s.figures.Sentences[i]
				for t := sentence.First; t < sentence.Last; t++ {
					tag, who := 0, 0
					if s.tags != nil {
						tag, who = int(s.tags[t]), int(s.people[t])
					}
					features = c.Features(sentence, t, features[:0])
					at = slots.known(features, at[:0])
					clear(z[:])
					for _, x := range at {
						row := &of[x]
						for j := range z {
							z[j] += row[j]
						}
					}
					a := softmax(z[:model.Tags], d[:model.Tags], tag)
					b := float32(0)
					if who == unsaid {
						clear(d[model.Tags:])
					} else {
						b = softmax(z[model.Tags:], d[model.Tags:], who)
					}
					if max(a, b) < 0.004 {
						continue // learnt already
					}
					for _, x := range at {
						row, sum := &of[x], &g[x]
						for j, dj := range d {
							if dj > 1e-4 || dj < -1e-4 {
								grad := dj*float32(s.weight) + tagShrink*row[j]
								sum[j] += grad * grad
								row[j] -= tagRate * grad / (1e-3 + float32(math.Sqrt(float64(sum[j]))))
							}
						}
					}
				}
			}
		}
	}
	return tagWeights{slots.signs(), of}
}

// softmax sets d to the gradient and returns how wrong the right answer is.
func softmax(z, d []float32, right int) float32 {
	most := z[0]
	for _, x := range z {
		most = max(most, x)
	}
	sum := float32(0)
	for j, x := range z {
		d[j] = float32(math.Exp(float64(x - most)))
		sum += d[j]
	}
	for j := range d {
		d[j] /= sum
	}
	d[right]--
	return -d[right]
}

func (w tagWeights) pack() []byte {
	flat := make([]float64, 0, len(w.of)*model.TagWidth)
	for i := range w.of {
		for _, x := range w.of[i] {
			flat = append(flat, float64(x))
		}
	}
	return quantise(w.signs, flat)
}
