package model

import (
	"math/bits"

	"secondlook/internal/hashed"
	"secondlook/internal/verdict"
)

// What a token can be told to be: nothing; a detail or an identifier of a person
// served, by its verdict.SpanType; or one of the words that set off a category,
// by SetsOff and its verdict.Category.
const (
	NoTag   = 0
	SetsOff = int(verdict.SpanTypes)
	Tags    = SetsOff + int(verdict.Categories)
)

// Whom a token can be told to speak of.
const (
	Nobody = iota
	ServedOne
	ServedMany
	Kin
	Colleague
	Self
	Public
	People
)

// TagWidth is how many scores a token has: Tags, then People.
const TagWidth = Tags + People

// Tagger tells of each token what it is and whom it speaks of: a linear model
// over hashed features of the token and those around it.
type Tagger struct {
	unit  int32 // thousandths of a logit
	signs []byte
	rows  [][tagWords]uint64
}

// Told is what the tagger says of one token: its likeliest tag and person other
// than none, and by how many thousandths of a logit they are ahead of none.
type Told struct {
	Tag, Who   uint8
	Lead, Seen int32
}

// Doubt puts an alert score into steps, for the tagger.
func Doubt(alert int32) uint32 { return uint32(min(max((alert+6000)/1000, 0), 12)) }

// TagContext is a draft made ready for the tagger.
type TagContext struct {
	f       *Figures
	classes []uint32
	doubt   uint32
}

// TagContext looks the words up.
func (w *Words) TagContext(f *Figures, doubt uint32) *TagContext {
	c := &TagContext{f: f, classes: make([]uint32, len(f.Tokens)), doubt: doubt}
	for i := range f.Tokens {
		if row := w.find(f.Tokens[i].Word); row >= 0 {
			c.classes[i] = uint32(w.classes[row])
		}
	}
	return c
}

// outside is a token that is none.
var outside = Token{Word: 2, Read: 2}

// Features adds the features of token i, which is in sentence s.
func (c *TagContext) Features(s *Sentence, i int, out []Feature) []Feature {
	at := func(i int) (*Token, uint32) {
		if i < s.First || i >= s.Last {
			return &outside, 300
		}
		return &c.f.Tokens[i], c.classes[i]
	}
	t, class := at(i)
	b1, cb := at(i - 1)
	b2, _ := at(i - 2)
	n1, cn := at(i + 1)
	n2, cnn := at(i + 2)
	kind, tell := uint32(t.Kind), uint32(t.Kind)<<8|uint32(t.Whose)
	last := uint32(0) // who was spoken of before
	for k := i - 1; k >= s.First && last == 0; k-- {
		last = uint32(c.f.Tokens[k].Who)
	}
	out = append(out, Bias,
		feature('0', t.Word, 0), feature('1', b1.Word, 0), feature('2', n1.Word, 0), feature('3', b2.Word, 0), feature('4', n2.Word, 0),
		feature('5', b1.Word, t.Word), feature('6', t.Word, n1.Word), feature('7', b2.Word, b1.Word), feature('8', n1.Word, n2.Word),
		feature('9', uint32(t.Tail), 0), feature('a', class, 0), feature('b', cb, class), feature('c', class, cn), feature('e', cn, cnn),
		feature('g', kind, 0), feature('h', tell, 0), feature('i', kind, uint32(b1.Kind)), feature('j', kind, uint32(n1.Kind)),
		feature('k', uint32(t.Who), 0), feature('l', uint32(b1.Who), uint32(n1.Who)),
		feature('m', kind, c.doubt), feature('n', c.doubt, 0), feature('o', tell, c.doubt), feature('p', class, c.doubt),
		feature('q', last, kind), feature('r', last, class),
	)
	out = fields('A', t.Fields, out)
	out = fields('B', b1.Fields, out)
	out = fields('C', n1.Fields, out)
	for b := range 32 {
		if s.Cues&(1<<b) != 0 {
			out = append(out, feature('s', uint32(b), kind))
		}
	}
	return out
}

func fields(kind byte, of uint64, out []Feature) []Feature {
	for ; of != 0; of &= of - 1 {
		out = append(out, feature(kind, uint32(bits.TrailingZeros64(of)), 0))
	}
	return out
}

// Read tells of every token.
func (t *Tagger) Read(w *Words, f *Figures, doubt uint32) []Told {
	out := make([]Told, len(f.Tokens))
	if t.unit == 0 {
		return out
	}
	c := w.TagContext(f, doubt)
	var features []Feature
	for n := range f.Sentences {
		s := &f.Sentences[n]
		for i := s.First; i < s.Last; i++ {
			features = c.Features(s, i, features[:0])
			out[i] = t.told(features)
		}
	}
	return out
}

func (t *Tagger) told(features []Feature) Told {
	var l lanes
	for _, x := range features[:min(len(features), mostRows)] {
		if slot, sign := hashed.Slot(x, TagSlots); t.signs[slot] == sign {
			l.add(&t.rows[slot])
		}
	}
	var sums [TagWidth]int32
	for k := range sums {
		sums[k] = l.sum(k)
	}
	out := Told{Tag: 1, Who: 1}
	for k := 2; k < Tags; k++ {
		if sums[k] > sums[out.Tag] {
			out.Tag = uint8(k)
		}
	}
	for k := 2; k < People; k++ {
		if sums[Tags+k] > sums[Tags+int(out.Who)] {
			out.Who = uint8(k)
		}
	}
	out.Lead = t.unit * (sums[out.Tag] - sums[NoTag])
	out.Seen = t.unit * (sums[Tags+int(out.Who)] - sums[Tags+Nobody])
	return out
}
