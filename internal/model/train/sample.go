package main

import (
	"secondlook/internal/corpus"
	"secondlook/internal/engine"
	"secondlook/internal/model"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// sample is a post to learn from, in figures.
type sample struct {
	figures *model.Figures
	level   verdict.Level
	labels  uint16 // bits of verdict.Category
	labour  bool
	tags    []uint8 // of each token, model's tags; nil where nothing is marked
	people  []uint8 // of each token, model's people, or unsaid
	weight  float64
	kind    kind
	author  string // what the folds keep together
}

type kind uint8

const (
	byHand kind = iota
	realPost
	ordinary
)

// unsaid is a token of which the labels do not say whom it speaks of.
const unsaid = 255

// is tells whether output o is true of the sample.
func (s *sample) is(o int) bool {
	switch o {
	case model.Alert:
		return s.level.Alert()
	case model.Hold:
		return s.level == verdict.Hold
	case model.Speak:
		return s.level > verdict.Clear
	case model.Labour:
		return s.labour
	}
	return s.labels>>(o-model.OfCategory)&1 == 1
}

// mark is a labelled stretch of a post.
type mark struct {
	text.Span
	kind, who, number string
}

// labelledSample reads a post and its marks, in bytes of the text.
func labelledSample(e *engine.Engine, p *corpus.Post, spans, about []mark) sample {
	in := e.Sample(p.Text)
	s := sample{figures: in.Figures(), level: p.Expected.Level, labour: p.Protected, weight: 1, author: p.Author}
	var sets []verdict.Category // what its phrases may set off
	for _, l := range p.Labels {
		if c, ok := verdict.ParseCategory(l); ok {
			s.labels |= 1 << c
			if c > verdict.ClientStory {
				sets = append(sets, c)
			}
		}
	}
	s.tags, s.people = make([]uint8, len(in.Doc.Tokens)), make([]uint8, len(in.Doc.Tokens))
	for i := range s.people {
		if in.Who[i] != 0 {
			s.people[i] = unsaid // spoken of again, or by a word that the labels passed over
		}
	}
	for _, m := range spans {
		t, ok := verdict.ParseSpanType(m.kind)
		if !ok {
			continue
		}
		tag := uint8(t)
		if t == verdict.Phrase {
			tag = uint8(model.SetsOff + int(verdict.ClientStory))
			if len(sets) > 0 {
				tag = uint8(model.SetsOff + int(sets[0]))
			}
		}
		eachToken(in.Doc, m.Span, func(i int) {
			if s.tags[i] == model.NoTag || int(s.tags[i]) >= model.SetsOff {
				s.tags[i] = tag
			}
		})
	}
	for _, m := range about {
		who := personOf(m.who, m.number)
		eachToken(in.Doc, m.Span, func(i int) { s.people[i] = who })
	}
	return s
}

func personOf(who, number string) uint8 {
	switch who {
	case "served":
		if number == "one" {
			return model.ServedOne
		}
		return model.ServedMany
	case "kin":
		return model.Kin
	case "colleague":
		return model.Colleague
	case "self":
		return model.Self
	}
	return model.Public
}

func eachToken(doc *text.Doc, at text.Span, do func(int)) {
	for i := range doc.Tokens {
		if t := &doc.Tokens[i]; t.Kind != text.Break && t.Overlaps(at) {
			do(i)
		}
	}
}

// handSample reads a post of the corpus.
func handSample(e *engine.Engine, p *corpus.Post) sample {
	var spans, about []mark
	for _, s := range p.Spans {
		for _, at := range corpus.Places(p.Text, s.Text) {
			spans = append(spans, mark{Span: at, kind: s.Type})
		}
	}
	for _, a := range p.About {
		for _, at := range corpus.Places(p.Text, a.Text) {
			about = append(about, mark{Span: at, who: a.Who, number: a.Number})
		}
	}
	return labelledSample(e, p, spans, about)
}
