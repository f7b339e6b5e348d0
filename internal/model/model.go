// Package model is the trained scorer: a linear model over hashed words, pairs
// of words and what the earlier steps found, in integers. It scores the whole
// draft and every window of two sentences, and the one that weighs most decides,
// so that one risky clause is heard in a long post.
//
// Words that name somebody or count as a detail are read as what they are
// (#PERSON, #AGE) and pronouns as whom they stand for (@served), so that the
// weights know of posts and not of people.
//
// train learns the weights; it alone uses floats.
package model

import (
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// Heads are what is scored: an alert, then the nine categories.
const Heads = 1 + int(verdict.Categories)

// Threshold is the alert score from which a window is spoken of, in thousandths
// of a logit. Chosen on the tune voices where, by train's table, about 3 in 1,000
// of the ordinary posts kept for it score higher.
const Threshold = 500

// Ordinary is the alert score under which a draft is like what strangers write
// to each other, and what other steps found in doubt falls.
const Ordinary = -2000

// Input is a draft as the earlier steps left it.
type Input struct {
	Doc   *text.Doc
	Stand []string // for a token that is read as something else, that; "" reads the word, Skip nothing
	Cues  []uint32 // of each sentence, bits
	Draft uint32   // of the whole draft, bits
	Facts []string // of the whole draft: who is there, what counts, which rules spoke
}

// Skip stands for a token that is read with the one before it.
const Skip = "-"

// Scores are thousandths of a logit, one for each head.
type Scores [Heads]int

// rarer is what a category other than a story or a name is ahead by: stories
// are so many among the posts learnt from that their head outweighs the others.
// Chosen on the tune voices.
const rarer = 1000

// Category returns the category that weighs most of those that can alert.
func (s *Scores) Category() verdict.Category {
	best, most := verdict.ClientStory, s[1+int(verdict.ClientStory)]
	for c := range verdict.Categories {
		score := s[1+int(c)]
		if c > verdict.ClientStory {
			score += rarer
		}
		if c != verdict.WorkVenting && score > most {
			best, most = c, score
		}
	}
	return best
}

// Window is a stretch of sentences [First,Last) and its scores. Peak is the
// sentence in it that weighs most for an alert.
type Window struct {
	First, Last, Peak int
	Scores
}

// Best returns the window of the draft that weighs most for an alert; the whole
// draft is one of them. Without weights, or sentences, it scores nothing.
func (w *Weights) Best(f *Figures) Window {
	n := len(f.Sentences)
	if n == 0 || len(w.of) == 0 {
		return Window{Scores: Scores{Threshold - 1}}
	}
	draft := w.sum(f)
	best := draft.window(w, 0, n)
	for i := 0; n > 2 && i+2 <= n; i++ {
		if x := draft.window(w, i, i+2); x.Scores[0] > best.Scores[0] {
			best = x
		}
	}
	return best
}

// sums are the scores of one draft, ready to be put together by window.
type sums struct {
	of        *Figures
	facts     Scores
	sentences []Scores
}

func (w *Weights) sum(f *Figures) *sums {
	d := &sums{of: f, sentences: make([]Scores, len(f.Sentences))}
	for _, x := range f.Facts {
		w.add(&d.facts, x)
	}
	for i := range f.Sentences {
		for _, x := range f.Sentences[i].Words {
			w.add(&d.sentences[i], x)
		}
	}
	return d
}

func (d *sums) window(w *Weights, first, last int) Window {
	out := Window{First: first, Last: last, Peak: first, Scores: d.facts}
	var words Scores
	var cues uint32
	n := 0
	for i := first; i < last; i++ {
		n += len(d.of.Sentences[i].Words)
		cues |= d.of.Sentences[i].Cues
		for h := range words {
			words[h] += d.sentences[i][h]
		}
		if d.sentences[i][0] > d.sentences[out.Peak][0] {
			out.Peak = i
		}
	}
	for _, x := range CueFeatures(cues) {
		w.add(&out.Scores, x)
	}
	over, under := WordScale(n)
	for h := range words {
		out.Scores[h] = w.unit * (out.Scores[h] + words[h]*over/under)
	}
	return out
}

// WordScale is the value, as a fraction, of each of n word features: together
// they weigh as their number's square root, so that a long draft is no likelier
// to alert than a short one.
func WordScale(n int) (over, under int) {
	const fine = 16
	return 2 * fine, max(int(isqrt(uint32(n)*fine*fine)), 1)
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
