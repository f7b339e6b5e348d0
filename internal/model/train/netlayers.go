package main

import (
	"math"

	"secondlook/internal/model"
)

// zeros returns n zeros, in the room of s where there is enough.
func zeros(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, 2*n)
	}
	s = s[:n]
	clear(s)
	return s
}

// netRun is a post of T tokens and S sentences on its way through the net, and
// the gradients on their way back. It is used again for the next post.
type netRun struct {
	words      []int32   // T: the row of each word, or unknownWord
	marks      [][]int32 // T: what else is known of each token, rows of net.marks
	parts      []float32 // T × netRow: what a token gives to the one after it, itself and the one before it
	hidden     []float32 // T × netHidden
	dParts     []float32
	dHidden    []float32
	most       []float32 // S × netHidden: the maxima over each sentence
	mostAt     []int32   // S × netHidden: the tokens they are of; -1 where no unit is awake
	pooled     [netPooled]float32
	dPooled    [netPooled]float32
	kept       [netPooled]float32 // 1, or while learning 0 for what is dropped and more than 1 for the rest
	draftAt    [netHidden]int32   // the tokens of the maxima over the draft, or -1
	windowAt   [netPairs]int32    // the window of each pair unit, its first sentence, or -1
	facts      bool               // false where the post's facts are dropped
	scores     [model.Outputs]float32
	dScores    [model.Outputs]float32
	windowMost [netHidden]float32
}

// wordRow returns the row of a token's word, a new one where it is first met, or
// unknownWord.
func (n *net) wordRow(t *model.Token) int32 {
	if row, ok := n.rows[t.Word]; ok {
		return row
	}
	row := int32(unknownWord)
	var vector [model.Dims]int32
	alone := &model.Figures{Tokens: []model.Token{{Word: t.Word, Read: t.Word}}}
	if n.known.VectorSum(alone, &model.Sentence{Last: 1}, &vector) == 1 {
		row = int32(len(n.words.is))
		n.words.grow(1)
		for k, x := range vector {
			n.words.row(int(row))[k] = float32(x) / 64
		}
	}
	n.rows[t.Word] = row
	return row
}

// marksOf adds to out what else is known of a token in a sentence with these cues.
func marksOf(t *model.Token, cues uint32, out []int32) []int32 {
	out = append(out, markKind+int32(t.Kind), markWho+int32(t.Who&31), markWhose+int32(t.Whose&31), markTail+int32(t.Tail%251))
	if t.Read != t.Word {
		out = append(out, markRead+int32(t.Read%256))
	}
	for b := range int32(model.MaxFields) {
		if t.Fields>>b&1 == 1 {
			out = append(out, markFields+b)
		}
	}
	for b := range int32(32) {
		if cues>>b&1 == 1 {
			out = append(out, markCues+b)
		}
	}
	return out
}

// convolve runs the first layer: hidden unit j of token t sees the word and the
// marks of t and of its neighbours in the sentence.
func (n *net) convolve(f *model.Figures, d *dice) {
	r := &n.run
	r.words = r.words[:0]
	for t := range f.Tokens {
		r.words = append(r.words, unknownWord)
		if t == len(r.marks) {
			r.marks = append(r.marks, nil)
		}
		r.marks[t] = r.marks[t][:0] // and stays so for a token outside all sentences
	}
	r.parts, r.hidden = zeros(r.parts, len(f.Tokens)*netRow), zeros(r.hidden, len(f.Tokens)*netHidden)
	for i := range f.Sentences {
		s := &f.Sentences[i]
		for t := s.First; t < s.Last; t++ {
			r.marks[t] = marksOf(&f.Tokens[t], s.Cues, r.marks[t])
			if word := n.wordRow(&f.Tokens[t]); !d.drops(netWordDrop) {
				r.words[t] = word
			}
			n.feed(t)
		}
		for t := s.First; t < s.Last; t++ {
			h := r.hidden[t*netHidden:][:netHidden]
			for _, part := range around(r.parts, n.marks.row(markEdge), s, t) {
				addTo(h, 1, part)
			}
			for j := range h {
				h[j] = max(h[j], 0)
			}
		}
	}
}

// feed sets what token t gives to the units around it.
func (n *net) feed(t int) {
	parts := n.run.parts[t*netRow:][:netRow]
	if word := n.run.words[t]; word != unknownWord {
		for j := range parts {
			parts[j] = dot(n.words.row(int(word)), n.filters.row(j))
		}
	}
	for _, m := range n.run.marks[t] {
		addTo(parts, 1, n.marks.row(int(m)))
	}
}

// around returns what the tokens at t-1, t and t+1 give to t, netHidden numbers
// each, of a table T × netRow; beyond the sentence, what its edge gives.
func around(parts, edge []float32, s *model.Sentence, t int) [3][]float32 {
	before, after := edge, edge
	if t > s.First {
		before = parts[(t-1)*netRow:]
	}
	if t+1 < s.Last {
		after = parts[(t+1)*netRow:]
	}
	return [3][]float32{before[:netHidden], parts[t*netRow+netHidden:][:netHidden], after[2*netHidden:][:netHidden]}
}

// backConvolve takes the gradients of the hidden units to the words, the filters
// and the marks.
func (n *net) backConvolve(f *model.Figures) {
	r := &n.run
	r.dParts = zeros(r.dParts, len(r.parts))
	for i := range f.Sentences {
		s := &f.Sentences[i]
		for t := s.First; t < s.Last; t++ {
			h, d := r.hidden[t*netHidden:][:netHidden], r.dHidden[t*netHidden:][:netHidden]
			for j := range d {
				if h[j] == 0 {
					d[j] = 0
				}
			}
			for _, part := range around(r.dParts, n.marks.gradient(markEdge), s, t) {
				addTo(part, 1, d)
			}
		}
	}
	for t, word := range r.words {
		d := r.dParts[t*netRow:][:netRow]
		for _, m := range r.marks[t] {
			addTo(n.marks.gradient(int(m)), 1, d)
		}
		if word == unknownWord {
			continue
		}
		w, dw := n.words.row(int(word)), n.words.gradient(int(word))
		for j, g := range d {
			if g != 0 {
				addTo(n.filters.gradient(j), g, w)
				addTo(dw, g, n.filters.row(j))
			}
		}
	}
}

// meanOf is what each token counts for in the means. Not 1/T: as in the linear
// part, one clause is heard in a long draft too, yet length by itself is not
// what alerts.
func meanOf(tokens int) float32 { return 0.3 / float32(math.Sqrt(float64(max(tokens, 1)))) }

// pool finds the maxima of each sentence and of the draft, and the means.
func (n *net) pool(f *model.Figures) {
	r := &n.run
	r.most = zeros(r.most, len(f.Sentences)*netHidden)
	r.mostAt = r.mostAt[:0]
	for range r.most {
		r.mostAt = append(r.mostAt, -1)
	}
	clear(r.pooled[:])
	for j := range r.draftAt {
		r.draftAt[j] = -1
	}
	means := r.pooled[netHidden:][:netHidden]
	for i := range f.Sentences {
		most, at := r.most[i*netHidden:][:netHidden], r.mostAt[i*netHidden:][:netHidden]
		for t := f.Sentences[i].First; t < f.Sentences[i].Last; t++ {
			for j, v := range r.hidden[t*netHidden:][:netHidden] {
				means[j] += v
				if v > most[j] {
					most[j], at[j] = v, int32(t)
				}
			}
		}
		for j, v := range most {
			if v > r.pooled[j] {
				r.pooled[j], r.draftAt[j] = v, at[j]
			}
		}
	}
	for j := range means {
		means[j] *= meanOf(len(f.Tokens))
	}
}

// pair runs the units of two sentences over every two that follow each other, so
// that who is spoken of in one and what befell him in the next are heard
// together, and keeps the maxima.
func (n *net) pair(sentences int) {
	r := &n.run
	for j := range r.windowAt {
		r.windowAt[j] = -1
	}
	for i := range max(sentences-1, 1) {
		in := n.window(i)
		for j := range r.windowAt {
			row := n.pairs.row(j)
			if v := dot(in, row) + row[netHidden]; v > r.pooled[2*netHidden+j] {
				r.pooled[2*netHidden+j], r.windowAt[j] = v, int32(i)
			}
		}
	}
}

// window returns the maxima over sentence i and the next, if there is one.
func (n *net) window(i int) []float32 {
	in := n.run.windowMost[:]
	clear(in)
	for k := i * netHidden; k < min((i+2)*netHidden, len(n.run.most)); k++ {
		in[k%netHidden] = max(in[k%netHidden], n.run.most[k])
	}
	return in
}

// backPool takes the gradients of the draft's maxima and means to the hidden units.
func (n *net) backPool(tokens int) {
	r := &n.run
	r.dHidden = zeros(r.dHidden, tokens*netHidden)
	for j, t := range r.draftAt {
		if t >= 0 {
			r.dHidden[int(t)*netHidden+j] += r.dPooled[j]
		}
	}
	for t := range tokens {
		addTo(r.dHidden[t*netHidden:][:netHidden], meanOf(tokens), r.dPooled[netHidden:])
	}
}

// backPair takes those of the pair units' maxima to them.
func (n *net) backPair() {
	r := &n.run
	for j, i := range r.windowAt {
		g := r.dPooled[2*netHidden+j]
		if g == 0 || i < 0 {
			continue
		}
		in := n.window(int(i))
		row, gradient := n.pairs.row(j), n.pairs.gradient(j)
		addTo(gradient[:netHidden], g, in)
		gradient[netHidden] += g
		for k, v := range in {
			at := int(i)*netHidden + k
			if v == 0 {
				continue // no unit awake
			}
			if r.most[at] != v {
				at += netHidden // it is the second sentence's
			}
			r.dHidden[int(r.mostAt[at])*netHidden+k] += g * row[k]
		}
	}
}
