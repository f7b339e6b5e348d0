package identify

import (
	_ "embed"

	"secondlook/internal/text"
)

// nameWeights are what each feature adds to the log-odds that a word is part
// of a name, in sixteenths, learned by name_learn.go: slots of three bytes,
// the low half of the feature's hash and its weight; a weight of 0 is a free
// slot. A feature that is not there adds nothing.
//
//go:embed name_weights.bin
var nameWeights string

const featureBits = 14

// nameShape is how a word is written.
type nameShape uint8

const (
	shapeNone    nameShape = iota
	shapeSmall             // hope
	shapeCapital           // Hope, McNeil
	shapeShouted           // HOPE
	shapeLetter            // H
)

// habit is how the whole draft is written: capitals say little in a draft
// that has none, or nothing else.
type habit uint8

const (
	mixedCase habit = iota
	smallCase
	shoutedCase
	titleCase
)

// nameWord is a token as the name detector sees it.
type nameWord struct {
	lex   lexeme
	hash  uint32
	known bool
	shape nameShape
	cue   cue
	verb  verb
	later bool // "he", "her" and the like follow in its sentence
}

// readWords looks every token up once.
func readWords(doc *text.Doc) ([]nameWord, habit) {
	words := make([]nameWord, len(doc.Tokens))
	var shapes [shapeLetter + 1]int
	inner := 0 // capitals that do not open a sentence
	for i := range doc.Tokens {
		t, w := &doc.Tokens[i], &words[i]
		if t.Kind != text.Word {
			w.hash = uint32(t.Kind)*0x9e3779b1 + hashFolded(t.Word)
			if t.Kind != text.Punct && t.Kind != text.Clitic {
				w.hash = uint32(t.Kind)
			}
			continue
		}
		w.lex, w.hash, w.known = lookWord(t.Plain)
		n := lexicon.look(t.Word)
		w.shape, w.cue, w.verb = shapeOf(t), n.cue, verbOf(t.Word, n)
		shapes[w.shape]++
		if w.shape == shapeCapital && !t.Has(text.Opening) {
			inner++
		}
	}
	for i := len(words) - 2; i >= 0; i-- {
		if doc.Tokens[i].Sentence == doc.Tokens[i+1].Sentence {
			words[i].later = words[i+1].later || words[i+1].verb == pronoun
		}
	}
	return words, habitOf(shapes, inner)
}

func shapeOf(t *text.Token) nameShape {
	switch {
	case t.Has(text.AllCaps):
		return shapeShouted
	case !t.Has(text.Capital):
		return shapeSmall
	case len(t.Plain) == 1:
		return shapeLetter
	}
	return shapeCapital
}

func habitOf(shapes [shapeLetter + 1]int, inner int) habit {
	all := shapes[shapeSmall] + shapes[shapeCapital] + shapes[shapeShouted]
	switch {
	case shapes[shapeShouted]*2 > all:
		return shoutedCase
	case inner*10 > all*6 && all > 3:
		return titleCase
	case shapes[shapeCapital]+shapes[shapeShouted]+shapes[shapeLetter] == 0:
		return smallCase
	}
	return mixedCase
}

// caseLean says which way a known word is usually written: 0 unknown, 1 far
// more often small … 7 far more often with a capital.
func caseLean(w *nameWord) uint32 {
	if !w.known || w.lex.lower()+w.lex.upper() == 0 {
		return 0
	}
	return uint32(min(max(w.lex.upper()-w.lex.lower(), -3), 3) + 4)
}

// scorer walks the features of a word and adds their weights; with learn set
// it notes them instead.
type scorer struct {
	words []nameWord
	doc   *text.Doc
	habit habit
	sum   int
	learn func(feature uint32)
}

// add counts the feature of a template and its value.
func (s *scorer) add(template, value uint32) {
	h := (value ^ template*0x9e3779b1) * 0x85ebca6b
	h = (h ^ h>>15) * 0xc2b2ae35
	if s.learn != nil {
		s.learn(h)
		return
	}
	for at := h >> (32 - featureBits) * 3; ; at += 3 {
		if at == 3<<featureBits {
			at = 0
		}
		x := int8(nameWeights[at+2])
		if x == 0 {
			return
		}
		if nameWeights[at] == byte(h) && nameWeights[at+1] == byte(h>>8) {
			s.sum += int(x)
			return
		}
	}
}

// at gives the word n places from i, an empty one beyond the draft.
func (s *scorer) at(i int) *nameWord {
	if i < 0 || i >= len(s.words) {
		return &nameWord{hash: 0xffff}
	}
	return &s.words[i]
}

// score is the log-odds, in sixteenths, that word i is part of a name.
func (s *scorer) score(i int) int {
	s.sum = 0
	w, t := &s.words[i], &s.doc.Tokens[i]
	where := uint32(s.habit)
	if t.Has(text.Opening) {
		where |= 4
	}
	if t.Has(text.Hashtag) {
		where |= 8
	}
	form := uint32(w.shape) | where<<3
	first, last := uint32(w.lex.first()), uint32(w.lex.last())
	lean, common := caseLean(w), uint32(w.lex.lower())
	s.add(1, form)
	s.add(2, w.hash)
	s.add(3, form<<16|first<<8|lean)
	s.add(4, uint32(w.shape)<<16|last<<8|lean)
	s.add(5, uint32(w.shape)<<16|first<<8|last)
	s.add(6, form<<16|common<<8|first)
	s.add(7, uint32(w.shape)<<8|uint32(w.lex.other()))
	s.add(8, uint32(w.lex.upper())<<16|common<<8|uint32(w.shape))
	if !w.known {
		s.add(9, form<<8|uint32(min(len(t.Plain), 9)))
		s.add(10, ending(t.Plain, 3)<<3|uint32(w.shape))
		s.add(11, ending(t.Plain, 2)<<3|uint32(w.shape))
	}
	n := s.at(i + 1)
	act := uint32(n.verb)
	if w.later {
		act |= 8
	}
	ordinary := min(common, 12) / 4
	s.add(12, (form<<8|act)<<8|ordinary<<4|min(first, 1))
	s.add(13, uint32(w.shape)<<16|act<<8|first)
	s.add(14, (uint32(s.at(i-1).verb)<<8|uint32(w.shape))<<8|ordinary<<4|min(first, 1))
	s.add(15, w.hash*31^act)
	s.around(i, form, first)
	return s.sum
}

// around adds the features of the words before and after.
func (s *scorer) around(i int, form, first uint32) {
	shape := form & 7
	strong := uint32(min(first, 1))
	for n, d := range [...]int{-2, -1, 1, 2} {
		o, base := s.at(i+d), uint32(20+10*n)
		s.add(base, o.hash)
		if d == -1 || d == 1 {
			s.add(base+1, o.hash<<4^(shape|strong<<3))
			s.add(base+2, form<<16|uint32(o.lex.first())<<8|uint32(o.shape))
			s.add(base+3, form<<16|uint32(o.lex.last())<<8|uint32(o.shape))
			s.add(base+4, (first<<8|uint32(o.lex.first()))<<8|uint32(o.shape))
			s.add(base+5, (first<<8|uint32(o.lex.last()))<<8|uint32(o.shape))
			s.add(base+6, shape<<16|uint32(o.lex.other())<<8|uint32(o.shape))
			s.add(base+7, shape<<16|uint32(o.cue)<<8|strong)
			s.add(base+8, shape<<16|caseLean(o)<<8|uint32(o.shape)<<4|strong)
		}
	}
	s.add(60, s.at(i-1).hash*31^s.at(i+1).hash)
	s.add(61, s.at(i-2).hash*31^s.at(i-1).hash)
	s.add(62, s.at(i+1).hash*31^s.at(i+2).hash)
}

// ending packs the last n bytes of a word.
func ending(word string, n int) uint32 {
	var e uint32
	for i := max(0, len(word)-n); i < len(word); i++ {
		e = e<<8 | uint32(word[i]|0x20)
	}
	return e
}
