package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"secondlook/internal/corpus"
	"secondlook/internal/verdict"
)

// bag is the bag-of-words baseline: a logistic model over words and pairs of
// words, learnt from the train split alone.
type bag struct {
	index       map[string]int
	alert, hold head
	of          [verdict.Categories]head
}

// head is the weights of one output, the bias last, and the threshold that the
// tune split likes best.
type head struct {
	weights []float64
	at      float64
}

// How the bag learns; the same for both outputs, never tuned on the test split.
const (
	leastSeen  = 2 // posts a word has to be in
	bagPasses  = 15
	bagRate    = 0.5
	bagDecay   = 1e-5
	perMille   = 3 // of ordinary posts that may alert
	lowestStep = -4.0
	steps      = 160 // of 0.05, from lowestStep
)

func trainBag(train, tune []corpus.Post) *bag {
	seen := map[string]int{}
	for i := range train {
		for _, w := range grams(train[i].Text) {
			seen[w]++
		}
	}
	b := &bag{index: map[string]int{}}
	for i := range train { // in order of meeting, so that sums are the same each time
		for _, w := range grams(train[i].Text) {
			if _, ok := b.index[w]; !ok && seen[w] >= leastSeen {
				b.index[w] = len(b.index)
			}
		}
	}
	x := make([][]int, len(train))
	for i := range train {
		x[i] = b.features(train[i].Text)
	}
	learn := func(is func(*corpus.Post) bool) head {
		w := b.fit(x, func(i int) bool { return is(&train[i]) })
		return head{w, b.best(w, tune, is)}
	}
	b.alert = learn(func(p *corpus.Post) bool { return p.Expected.Alert() })
	b.hold = learn(func(p *corpus.Post) bool { return p.Expected.Level == verdict.Hold })
	for c := range b.of {
		b.of[c] = learn(func(p *corpus.Post) bool { return has(p.Labels, verdict.Category(c)) })
	}
	return b
}

// fit is stochastic gradient descent with a falling rate, in an order that a
// fixed seed draws.
func (b *bag) fit(x [][]int, is func(int) bool) []float64 {
	w := make([]float64, len(b.index)+1)
	random := rand.New(rand.NewPCG(3, 4))
	for pass := range bagPasses {
		rate := bagRate / (1 + float64(pass)/2)
		for _, i := range random.Perm(len(x)) {
			y := 0.0
			if is(i) {
				y = 1
			}
			unit := 1 / math.Sqrt(float64(len(x[i])))
			step := rate * (y - 1/(1+math.Exp(-score(w, x[i]))))
			for _, f := range x[i] {
				w[f] += step*unit - rate*bagDecay*w[f]
			}
		}
	}
	return w
}

// features are those of the text that were learnt, and the bias.
func (b *bag) features(text string) (out []int) {
	for _, w := range grams(text) {
		if k, ok := b.index[w]; ok {
			out = append(out, k)
		}
	}
	return append(out, len(b.index))
}

// score sums the weights of a text, each over the root of how many there are.
func score(w []float64, x []int) (z float64) {
	for _, f := range x {
		z += w[f]
	}
	return z / math.Sqrt(float64(len(x)))
}

// grams are the words and pairs of words of a text, each once.
func grams(text string) (out []string) {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
	out = append(out, words...)
	for i := 1; i < len(words); i++ {
		out = append(out, words[i-1]+" "+words[i])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// system judges by an alert threshold and the heads' own others; nothing holds
// that does not alert.
func (b *bag) system(name string, alert float64) system {
	return system{name, func() judge {
		return func(text string) (out corpus.Found) {
			x := b.features(text)
			if score(b.alert.weights, x) > alert {
				out.Level = verdict.Caution
				if score(b.hold.weights, x) > b.hold.at {
					out.Level = verdict.Hold
				}
			}
			for c := range b.of {
				if score(b.of[c].weights, x) > b.of[c].at {
					out.Categories = append(out.Categories, verdict.Category(c).String())
				}
			}
			return out
		}
	}}
}

// quiet is the threshold that perMille of the ordinary posts are over.
func (b *bag) quiet(posts []calmPost) float64 {
	all := make([]float64, len(posts))
	for i := range posts {
		all[i] = score(b.alert.weights, b.features(posts[i].text))
	}
	slices.Sort(all)
	return all[len(all)-1-perMille*len(all)/1000]
}

// best is the threshold with the best F1 on the tune split.
func (b *bag) best(w []float64, tune []corpus.Post, is func(*corpus.Post) bool) (at float64) {
	z := make([]float64, len(tune))
	for i := range tune {
		z[i] = score(w, b.features(tune[i].Text))
	}
	most := -1.0
	for k := range steps {
		step := lowestStep + 0.05*float64(k)
		var c corpus.Count
		for i := range tune {
			c.Add(is(&tune[i]), z[i] > step)
		}
		if c.F1() > most {
			most, at = c.F1(), step
		}
	}
	return at
}
