package main

import (
	"math"

	"secondlook/internal/model"
)

// The shape of the net.
const (
	netHidden = 32                         // units of each token
	netRow    = 3 * netHidden              // a token feeds its own units and its neighbours'
	netPairs  = 24                         // units of each two sentences
	netPooled = 2*netHidden + netPairs + 1 // of a draft: maxima and means of units, maxima of pair units, a 1
	netFacts  = 512                        // rows for hashed facts
)

// How the net is fitted; chosen on the tune voices.
const (
	netPasses   = 3
	netRate     = 0.1
	netWordRate = 0.3 // of the words: each is met seldom
	netShrink   = 1e-3
	netWordDrop = 0.1 // of the words of a post
	netFactDrop = 0.1 // of the posts, their facts
	netDrop     = 0.2 // of what is pooled
	netLongest  = 200 // tokens of an ordinary post: a long tale takes the time of ten posts and counts for less than one
)

// Where the marks of a token stand in their table.
const (
	markKind   = 0
	markWho    = markKind + 256
	markWhose  = markWho + 32
	markTail   = markWhose + 32
	markRead   = markTail + 251
	markFields = markRead + 256
	markCues   = markFields + model.MaxFields
	markEdge   = markCues + 32 // outside the sentence
	netMarks   = markEdge + 1
)

// unknownWord is a word without a vector: its marks alone speak.
const unknownWord = -1

// net is a convolution over the tokens of a draft, pooled over the draft and over
// every two sentences, beside the facts and levels of the draft. Unlike the
// linear parts it tells one order of words from another without having met the
// very pair: what it learns of a word holds for words that are used alike.
type net struct {
	known   *model.Words
	rows    map[uint32]int32 // of each word that was met
	words   *matrix          // its rows of model.Dims, from public text and then learnt on
	filters *matrix          // netRow of model.Dims
	marks   *matrix          // netMarks of netRow
	pairs   *matrix          // netPairs of netHidden, and a bias
	out     *matrix          // model.Outputs of netPooled
	given   *matrix          // of each fact and level, model.Outputs
	run     netRun
}

// newNet has no words yet: their rows come as they are met, in order of the posts.
func newNet(w *model.Words, d *dice) *net {
	return &net{
		known: w, rows: map[uint32]int32{},
		words:   newMatrix(0, model.Dims, d, 0),
		filters: newMatrix(netRow, model.Dims, d, 0.25),
		marks:   newMatrix(netMarks, netRow, d, 0.05),
		pairs:   newMatrix(netPairs, netHidden+1, d, 0.2),
		out:     newMatrix(model.Outputs, netPooled, d, 0.05),
		given:   newMatrix(netFacts+model.Levels, model.Outputs, d, 0),
	}
}

// drops tells whether something is dropped; nothing is without dice, when the
// net does not learn.
func (d *dice) drops(part float32) bool { return d != nil && float32(d.next()&0xFFFF) < part*65536 }

// eachGiven calls do with the row of n.given of each fact and level, and what it
// is worth, 0 to 2.
func eachGiven(f *model.Figures, do func(row int, value float32)) {
	for _, v := range f.Facts {
		do(int((v^v>>9^v>>18)%netFacts), 0.5)
	}
	for k, v := range f.Levels {
		switch {
		case v == 0:
		case k <= model.LevelSure, k >= model.LevelServedOne && k <= model.LevelUnknown: // thousandths
			do(netFacts+k, float32(v)/1000)
		default:
			do(netFacts+k, float32(min(v, 5))/3)
		}
	}
}

// read scores a post, in logits; with dice, parts of it are dropped.
func (n *net) read(f *model.Figures, d *dice) *[model.Outputs]float32 {
	r := &n.run
	n.convolve(f, d)
	n.pool(f)
	n.pair(len(f.Sentences))
	for j := range r.kept[:netPooled-1] {
		r.kept[j] = 1
		if d != nil {
			r.kept[j] = 1 / (1 - netDrop)
		}
		if d.drops(netDrop) {
			r.kept[j] = 0
		}
		r.pooled[j] *= r.kept[j]
	}
	r.pooled[netPooled-1], r.facts = 1, !d.drops(netFactDrop)
	for o := range r.scores {
		r.scores[o] = dot(r.pooled[:], n.out.row(o))
	}
	if r.facts {
		eachGiven(f, func(row int, value float32) { addTo(r.scores[:], value, n.given.row(row)) })
	}
	return &r.scores
}

// learn reads a post and moves the weights.
func (n *net) learn(s *sample, d *dice, rate float32) {
	n.read(s.figures, d)
	r := &n.run
	clear(r.dPooled[:])
	for o, z := range r.scores {
		g := float32(1 / (1 + math.Exp(-float64(z))))
		if s.is(o) {
			g--
		}
		g *= float32(s.weight)
		if o > model.Hold {
			g *= 0.3 // not what is asked, but learning to tell it shapes the units
		}
		r.dScores[o] = g
		addTo(n.out.gradient(o), g, r.pooled[:])
		addTo(r.dPooled[:], g, n.out.row(o))
	}
	if r.facts {
		eachGiven(s.figures, func(row int, value float32) { addTo(n.given.gradient(row), value, r.dScores[:]) })
	}
	for j := range r.dPooled {
		r.dPooled[j] *= r.kept[j]
	}
	n.backPool(len(s.figures.Tokens))
	n.backPair()
	n.backConvolve(s.figures)
	n.words.step(netWordRate * rate)
	for _, m := range []*matrix{n.filters, n.marks, n.pairs, n.out, n.given} {
		m.step(netRate * rate)
	}
}

// fitNet learns from the posts in a fixed order, at a falling rate; of the
// ordinary ones, of which there are many, from half each pass. The seed, not 0,
// sets the first weights and what is dropped.
func fitNet(w *model.Words, train []*sample, seed uint64) *net {
	d := dice(seed * 0x9E3779B97F4A7C15) // spread over all bits
	n := newNet(w, &d)
	// A stride that shares no factor with the number of posts mixes them.
	stride := 7919
	for len(train)%stride == 0 {
		stride++
	}
	for pass := range netPasses {
		for k := range train {
			i := (k*stride + pass) % len(train)
			s := train[i]
			if s.kind == ordinary && (len(s.figures.Tokens) > netLongest || (i+pass)%2 != 0) {
				continue
			}
			done := (float32(pass) + float32(k)/float32(len(train))) / netPasses
			n.learn(s, &d, max(1-done, 0.05))
		}
	}
	return n
}

// crowd is a few nets of different seeds. Each is sure of other chances of the
// posts; what they say on the mean is surer than what one says.
type crowd [3]*net

func fitCrowd(w *model.Words, train []*sample) *crowd {
	c := new(crowd)
	atOnce(len(c), func(k int) { c[k] = fitNet(w, train, uint64(k+1)) })
	return c
}

// read returns the mean scores, in thousandths of a logit.
func (c *crowd) read(f *model.Figures) (alert, hold int32) {
	var a, h float32
	for _, n := range c {
		z := n.read(f, nil)
		a, h = a+z[model.Alert], h+z[model.Hold]
	}
	return int32(a * 1000 / float32(len(c))), int32(h * 1000 / float32(len(c)))
}

// matrix is a table of weights, rows of the same width, with the gradients of
// the post in work and what AdaGrad remembers. A post touches few rows of the
// large tables, so only those are stepped.
type matrix struct {
	w, d, g []float32 // weights, gradients, sums of squared gradients
	width   int
	touched []int32 // rows that have gradients, in the order they got them
	is      []bool  // of each row, whether it is among them
}

// newMatrix has weights between -spread and spread.
func newMatrix(rows, width int, d *dice, spread float32) *matrix {
	m := &matrix{width: width}
	m.grow(rows)
	for i := range m.w {
		m.w[i] = (float32(d.next()%20001)/10000 - 1) * spread
	}
	return m
}

// grow adds rows of zeros.
func (m *matrix) grow(rows int) {
	more := make([]float32, rows*m.width)
	m.w, m.d, m.g = append(m.w, more...), append(m.d, more...), append(m.g, more...)
	m.is = append(m.is, make([]bool, rows)...)
}

func (m *matrix) row(i int) []float32 { return m.w[i*m.width:][:m.width] }

// gradient returns that of a row, to be added to; the next step uses it.
func (m *matrix) gradient(i int) []float32 {
	if !m.is[i] {
		m.is[i] = true
		m.touched = append(m.touched, int32(i))
	}
	return m.d[i*m.width:][:m.width]
}

// step moves the rows that have gradients, by AdaGrad. The 1 under the fraction
// keeps a weight that has met few gradients from leaping on the first of them.
func (m *matrix) step(rate float32) {
	for _, i := range m.touched {
		m.is[i] = false
		w, d, g := m.row(int(i)), m.d[int(i)*m.width:][:m.width], m.g[int(i)*m.width:][:m.width]
		for k, x := range d {
			if x == 0 {
				continue
			}
			x += netShrink * w[k]
			g[k] += x * x
			w[k] -= rate * x / (1 + float32(math.Sqrt(float64(g[k]))))
		}
		clear(d)
	}
	m.touched = m.touched[:0]
}

// dot is the sum of products; b is at least as long as a. Four sums at a time
// keep the processor from waiting for each addition.
func dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float32
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	for ; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}

// addTo adds k times x, which is at least as long.
func addTo(to []float32, k float32, x []float32) {
	x = x[:len(to)]
	for i := range to {
		to[i] += k * x[i]
	}
}
