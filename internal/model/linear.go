package model

import (
	"math/bits"

	"secondlook/internal/hashed"
)

// LinearSlots and TagSlots are how many features the parts know at most.
const (
	LinearSlots = 1 << 16
	TagSlots    = 1 << 15
)

// Heads are what the linear part scores: the Outputs, as far as it can.
const Heads = Outputs

// Scores are thousandths of a logit, one for each head.
type Scores [Heads]int32

// Linear is a linear model over hashed words, pairs of words, what a sentence
// and the draft are about, and the mean of the words' vectors.
type Linear struct {
	unit    int32        // thousandths of a logit that a weight of 1 is worth
	of      hashed.Table // of width Heads
	vectors []byte       // Heads signed bytes for each of Dims
}

// Window is a stretch of sentences [First,Last) and its scores. Peak is the
// sentence in it that weighs most for an alert.
type Window struct {
	First, Last, Peak int
	Scores
}

// LinearReading is what the linear part makes of a draft.
type LinearReading struct {
	Draft, Best Window // all of it, and the two sentences that weigh most
	Most        Scores // of each head, in any window
}

// WordFeatures adds the features of a sentence: its words, each with the one
// before it and with whom the sentence last spoke of; repeats are kept.
func (f *Figures) WordFeatures(s *Sentence, out []Feature) []Feature {
	before, who := uint32(1), uint32(0)
	for i := s.First; i < s.Last; i++ {
		w := f.Tokens[i].Read
		if f.Tokens[i].Who != 0 {
			who = uint32(f.Tokens[i].Who)
		}
		if w == 0 {
			continue
		}
		out = append(out, feature('w', w, 0), feature('v', before, w), feature('J', who, w))
		before = w
	}
	return f.fieldFeatures(s, out)
}

// PlainFeatures adds the words of a sentence and their pairs alone: what the
// scorer is held against.
func (f *Figures) PlainFeatures(s *Sentence, out []Feature) []Feature {
	before := uint32(1)
	for i := s.First; i < s.Last; i++ {
		if w := f.Tokens[i].Read; w != 0 {
			out = append(out, feature('w', w, 0), feature('v', before, w))
			before = w
		}
	}
	return out
}

// fieldFeatures adds the fields of a sentence's words, each with the last one
// before it and with whom the sentence last spoke of.
func (f *Figures) fieldFeatures(s *Sentence, out []Feature) []Feature {
	before, who, was := uint32(0), uint32(0), uint64(0)
	for i := s.First; i < s.Last; i++ {
		t := &f.Tokens[i]
		if t.Who != 0 {
			who = uint32(t.Who)
		}
		for now := t.Fields &^ was; now != 0; now &= now - 1 {
			k := uint32(bits.TrailingZeros64(now)) + 1
			out = append(out, feature('F', k, 0), feature('G', before, k), feature('H', who, k))
			before = k
		}
		was = t.Fields
	}
	return out
}

// CueFeatures adds the features of what some sentences are about.
func CueFeatures(cues uint32, out []Feature) []Feature {
	for b := range 32 {
		if cues&(1<<b) != 0 {
			out = append(out, feature('u', uint32(b), 0))
		}
	}
	return out
}

// VectorSum adds the vectors of a sentence's known words and returns how many.
func (w *Words) VectorSum(f *Figures, s *Sentence, sum *[Dims]int32) (n int) {
	for i := s.First; i < s.Last; i++ {
		row := w.find(f.Tokens[i].Word)
		if row < 0 || f.Tokens[i].Read == 0 {
			continue
		}
		n++
		for k, x := range w.vectors[row*Dims:][:Dims] {
			sum[k] += int32(x)
		}
	}
	return n
}

// Weigh returns what each word of a sentence adds to its alert score, with the
// pairs it ends: thousandths of a logit before they are scaled. For explaining.
func (l *Linear) Weigh(f *Figures, s *Sentence) []int32 {
	out := make([]int32, s.Last-s.First)
	if l.unit == 0 {
		return out
	}
	before := 0
	for i := s.First; i < s.Last; i++ {
		upTo := Sentence{First: s.First, Last: i + 1}
		features := f.WordFeatures(&upTo, nil)
		var sum Scores
		for _, x := range features {
			l.add(&sum, x)
		}
		out[i-s.First] = l.unit*sum[Alert] - int32(before)
		before = int(l.unit * sum[Alert])
	}
	return out
}

// WordScale is the value, in 1/256, of each of n word features: together they
// weigh as their number's square root, so that a long draft is no likelier to
// alert than a short one.
func WordScale(n int) int32 {
	return int32(512 * 16 / max(int(isqrt(uint32(n)*256)), 1))
}

// VectorValue is the value, in 1/256, of one number of n vectors together.
func VectorValue(sum int32, n int) int32 {
	return sum * vectorWeight / int32(max(int(isqrt(uint32(n)*256)), 1))
}

// vectorWeight makes a vector's number weigh as much as a word.
const vectorWeight = 32

type sentenceSums struct {
	words   Scores
	n       int
	vectors [Dims]int32
	known   int
}

// Read scores the draft and every two sentences of it.
func (l *Linear) Read(w *Words, f *Figures) LinearReading {
	var r LinearReading
	if len(f.Sentences) == 0 || l.unit == 0 {
		return r
	}
	var facts Scores
	for _, x := range f.Facts {
		l.add(&facts, x)
	}
	all := make([]sentenceSums, len(f.Sentences))
	var scratch []Feature
	for i := range all {
		s := &all[i]
		scratch = f.WordFeatures(&f.Sentences[i], scratch[:0])
		s.n = len(scratch)
		for _, x := range scratch {
			l.add(&s.words, x)
		}
		s.known = w.VectorSum(f, &f.Sentences[i], &s.vectors)
	}
	r.Draft = l.window(f, &facts, all, 0, len(all))
	r.Best, r.Most = r.Draft, r.Draft.Scores
	for i := 0; len(all) > 2 && i+2 <= len(all); i++ {
		x := l.window(f, &facts, all, i, i+2)
		for h := range x.Scores {
			r.Most[h] = max(r.Most[h], x.Scores[h])
		}
		if x.Scores[Alert] > r.Best.Scores[Alert] {
			r.Best = x
		}
	}
	return r
}

func (l *Linear) window(f *Figures, facts *Scores, all []sentenceSums, first, last int) Window {
	out := Window{First: first, Last: last, Peak: first, Scores: *facts}
	var sum sentenceSums
	var cues uint32
	for i := first; i < last; i++ {
		s := &all[i]
		sum.n += s.n
		sum.known += s.known
		cues |= f.Sentences[i].Cues
		for h := range s.words {
			sum.words[h] += s.words[h]
		}
		for k := range s.vectors {
			sum.vectors[k] += s.vectors[k]
		}
		if s.words[Alert] > all[out.Peak].words[Alert] {
			out.Peak = i
		}
	}
	for b := range 32 {
		if cues&(1<<b) != 0 {
			l.add(&out.Scores, feature('u', uint32(b), 0))
		}
	}
	scale := WordScale(sum.n)
	for h := range sum.words {
		out.Scores[h] += sum.words[h] * scale / 256
	}
	for k, v := range sum.vectors {
		value := VectorValue(v, sum.known)
		for h, x := range l.vectors[k*Heads:][:Heads] {
			out.Scores[h] += int32(int8(x)) * value / 256
		}
	}
	for h := range out.Scores {
		out.Scores[h] *= l.unit
	}
	return out
}

func (l *Linear) add(to *Scores, f Feature) {
	for h, x := range l.of.Row(f) {
		to[h] += int32(int8(x))
	}
}

// isqrt is the whole part of the square root.
func isqrt(n uint32) uint32 {
	var r uint32
	for bit := uint32(1 << 30); bit > 0; bit >>= 2 {
		if n >= r+bit {
			n -= r + bit
			r = r>>1 + bit
		} else {
			r >>= 1
		}
	}
	return r
}
