package referent

import (
	"math/bits"

	"secondlook/internal/hashed"
	"secondlook/internal/text"
)

// Relations is what was learnt of who is spoken of: a linear model over hashed
// features of a person, one score for each Who.
type Relations struct {
	unit int32 // thousandths of a logit that a weight of 1 is worth
	of   hashed.Table
}

// RelationSlots is how many features Relations knows at most, RelationWidth how
// many scores it has: Unknown is anybody of whom ordinary posts speak.
const (
	RelationSlots = 1 << 13
	RelationWidth = int(Public) + 1
)

// OpenRelations reads the unit in two bytes, little endian, a sign for each slot
// and the rows; nil where the blob is of another size.
func OpenRelations(blob []byte) *Relations {
	if len(blob) != 2+RelationSlots*(1+RelationWidth) {
		return nil
	}
	rest := blob[2:]
	return &Relations{
		unit: int32(blob[0]) | int32(blob[1])<<8,
		of:   hashed.Table{Signs: rest[:RelationSlots], Rows: rest[RelationSlots:], Width: RelationWidth},
	}
}

// scores are thousandths of a logit, of each Who.
func (r *Relations) scores(features []hashed.Feature) (out [RelationWidth]int32) {
	for _, f := range features {
		for k, x := range r.of.Row(f) {
			out[k] += int32(int8(x))
		}
	}
	for k := range out {
		out[k] *= r.unit
	}
	return out
}

// likeliest is the relation with the highest score, and how far it is ahead of
// the next.
func (r *Relations) likeliest(features []hashed.Feature) (Who, int32) {
	sums := r.scores(features)
	best, next := 0, -1
	for k := range sums {
		if sums[k] > sums[best] {
			best = k
		}
	}
	for k := range sums {
		if k != best && (next < 0 || sums[k] > sums[next]) {
			next = k
		}
	}
	return Who(best), sums[best] - sums[next]
}

// How far ahead, in thousandths of a logit, the scores must be to settle
// somebody whom the words left open, and to gainsay what they say.
const (
	leads    = 200
	gainsays = 1000
)

// offDuty is how little a draft speaks from work where a plain "Dad" is taken
// for the author's own whatever was learnt: workers write so of families they
// meet, everybody of their own.
const offDuty = 200

// relate settles whom the words leave open by what was learnt, and corrects
// what they say where that is far ahead. Somebody served only by what was learnt
// is never as sure as one that the words say is.
func (c *cast) relate(r *Relations, workAll int) {
	if r == nil {
		return
	}
	for i := range c.all {
		s := &c.all[i]
		if i == c.self {
			continue
		}
		who, lead := r.likeliest(c.features(i, workAll))
		switch {
		case who == s.Who:
		case who == Served && s.Who == Kin && workAll < offDuty:
		case who == Self, lead < leads, s.Who != Unknown && lead < gainsays, s.Who == Served && s.Sure >= learntAtMost, who == Unknown && (s.Who != Served || s.bits&(client|role) != 0):
		case who == Served:
			s.Who, s.Sure, s.Learnt = who, min(believed+int(lead)/12, learntAtMost), true
		default:
			s.Who, s.Sure, s.Learnt = who, min(500+int(lead)/8, 900), true
		}
	}
}

// believed is the least certainty at which a person served is worth acting on,
// learntAtMost how sure one is of whom only what was learnt speaks.
const (
	believed     = 450
	learntAtMost = 690
)

// mostRefs is how many places of a person are looked at.
const mostRefs = 5

// features are what is true of person p: the words for the person, those around
// each place, what the sentences are about and what the words alone say.
func (c *cast) features(p, workAll int) []hashed.Feature {
	s, d := &c.all[p], c.d
	head := hashed.Word(s.said)
	class := uint32(bits.TrailingZeros64(uint64(s.bits&nouns))) + 1
	det := uint32(bits.TrailingZeros64(uint64(s.det&determiners))) + 1
	kind := uint32(s.kind)
	who := uint32(s.Who)<<4 | uint32(s.Sure/100)
	out := []hashed.Feature{
		hashed.Bias, hashed.Of('a', head, 0), hashed.Of('b', head, det), hashed.Of('c', class, det), hashed.Of('d', kind, det),
		hashed.Of('e', who, 0), hashed.Of('f', who, kind), hashed.Of('g', uint32(s.Who), class), hashed.Of('h', uint32(s.Number), uint32(s.Who)),
		hashed.Of('i', uint32(s.sex/max(male, 1)), kind), hashed.Of('j', uint32(min(p, 3)), uint32(min(len(c.all), 4))),
		hashed.Of('k', uint32(workAll/150), uint32(s.Who)), hashed.Of('l', uint32(workAll/150), kind), hashed.Of('m', pick(s.quoted), pick(s.value != "")),
	}
	for f := range frames {
		out = append(out, hashed.Of('n', uint32(f), uint32(step(s.around[f]))), hashed.Of('o', uint32(f), uint32(step(s.beside[f]))),
			hashed.Of('p', uint32(f), uint32(step(d.whole[f]))))
	}
	seen := 0
	sentence := -1
	for k := range s.Refs {
		if seen == mostRefs {
			break
		}
		seen++
		ref := &s.Refs[k]
		word := func(i int) uint32 { return hashed.Word(d.word(i)) }
		out = append(out, hashed.Of('q', word(ref.First-1), 0), hashed.Of('r', word(ref.Last), 0), hashed.Of('s', word(ref.Last+1), 0),
			hashed.Of('t', word(ref.First-2), word(ref.First-1)), hashed.Of('u', word(ref.Last), word(ref.Last+1)), hashed.Of('v', word(ref.First-1), word(ref.Last)))
		for i := ref.First; i < ref.Last; i++ {
			out = append(out, hashed.Of('w', word(i), pick(ref.Pronoun)))
		}
		at := d.doc.Tokens[ref.First].Sentence
		if at == sentence {
			continue
		}
		sentence = at
		first, last := d.sentence(ref.First)
		for i := first; i < last && i < first+40; i++ {
			if d.kind(i) == text.Word {
				out = append(out, hashed.Of('x', word(i), 0))
			}
		}
	}
	return out
}

func step(weight int) int {
	switch {
	case weight == 0:
		return 0
	case weight < 250:
		return 1
	case weight < 500:
		return 2
	}
	return 3
}

func pick(yes bool) uint32 {
	if yes {
		return 1
	}
	return 0
}
