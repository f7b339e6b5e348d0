// Package model is the trained scorer, in integers, of three parts that each
// read what the one before it found:
//
//   - linear: hashed words, pairs of words, word vectors and what the earlier
//     steps of the engine say, over the whole draft and every two sentences of
//     it, so that one risky clause is heard in a long post;
//   - tagger: of each token, whether it is a detail of a person served, words
//     that set off a category, or speaks of somebody, and of whom;
//   - trees: the draft's scores, from the other two and the engine's steps.
//
// Words that name somebody or count as a detail are read by the linear part as
// what they are (#PERSON, #AGE) and pronouns as whom they stand for (@served),
// so that the weights know of posts and not of people.
//
// train learns the weights; it alone uses floats.
package model

import (
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// Input is a draft as the earlier steps left it.
type Input struct {
	Doc      *text.Doc
	Stand    []string // for a token that is read as something else, that; "" reads the word, Skip nothing
	Who      []uint8  // for each token whom it speaks of: 0, or WhoOf
	Mentions []Mention
	Cues     []uint32 // of each sentence, bits
	Draft    uint32   // of the whole draft, bits
	Facts    []string // of the whole draft: who is there, what counts, which rules spoke
	Levels   [Levels]int32
}

// Skip stands for a token that is read with the one before it.
const Skip = "-"

// WhoOf is a person's relation and number as one figure over 0.
func WhoOf(who, number uint8) uint8 { return 1 + who*3 + number }

// What the trees score.
const (
	Alert = iota
	Hold
	Speak      // a note at least
	Labour     // a labour topic
	OfCategory // and the category
	Outputs    = OfCategory + int(verdict.Categories)
)

// Scorer is the trained scorer. The zero value scores nothing.
type Scorer struct {
	Words  *Words
	Linear *Linear
	Tagger *Tagger
	Trees  [Outputs]Trees
	At     [Outputs]int32 // thousandths of a logit from which an output is true; chosen on the tune posts
}

// Reading is what the scorer makes of a draft.
type Reading struct {
	Linear LinearReading
	Told   []Told // of each token
	Inputs *[Inputs]int16
	Scores [Outputs]int32 // thousandths of a logit
}

// Read scores a draft.
func (s *Scorer) Read(f *Figures) *Reading {
	r := &Reading{Linear: s.Linear.Read(s.Words, f)}
	r.Told = s.Tagger.Read(s.Words, f, Doubt(r.Linear.Best.Scores[Alert]))
	r.Inputs = InputsOf(f, &r.Linear, r.Told)
	for i := range s.Trees {
		r.Scores[i] = s.Trees[i].Score(r.Inputs)
	}
	return r
}
