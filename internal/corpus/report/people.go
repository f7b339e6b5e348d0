package main

import (
	"slices"

	"secondlook/internal/corpus"
	"secondlook/internal/engine"
	"secondlook/internal/identify"
	"secondlook/internal/model"
	"secondlook/internal/referent"
	"secondlook/internal/text"
)

// reading tells who a text speaks of.
type reading func(draft string) []corpus.Person

// resolved is the resolver's.
func resolved() reading {
	return func(draft string) []corpus.Person {
		doc := text.Read(draft)
		r := referent.Read(doc, identify.Find(doc), referent.Hint{})
		all := make([]corpus.Person, len(r.People))
		for i := range r.People {
			p := &r.People[i]
			all[i] = corpus.Person{Who: p.Who.String(), Number: p.Number.String()}
			if p.Who == referent.Served && p.Sure < believed {
				all[i].Who = referent.Unknown.String()
			}
			for _, ref := range p.Refs {
				all[i].At = append(all[i].At, ref.Span)
			}
		}
		return all
	}
}

// taggedAs are the tagger's people in the words of the labels; "" where it does
// not tell how many.
var taggedAs = [model.People]corpus.Person{
	model.ServedOne: {Who: "served", Number: "one"}, model.ServedMany: {Who: "served", Number: "many"},
	model.Kin: {Who: "kin"}, model.Colleague: {Who: "colleague"}, model.Self: {Who: "self"}, model.Public: {Who: "public"},
}

// tagged is that of the scorer's tagger, which reads the resolver: a person is a
// run of tokens that speak of the same one.
func (r *report) tagged() reading {
	e, scorer := engine.New(r.policy), model.Trained()
	return func(draft string) (all []corpus.Person) {
		in := e.Sample(draft)
		last := -2
		for i, t := range scorer.Read(in.Figures()).Told {
			if t.Seen <= 0 || t.Who == model.Nobody || in.Doc.Tokens[i].Kind == text.Break {
				continue
			}
			p := taggedAs[t.Who]
			at := in.Doc.Cover(i, i+1)
			if n := len(all) - 1; n >= 0 && last == i-1 && all[n].Who == p.Who && all[n].Number == p.Number {
				all[n].At[0].End = at.End
			} else {
				p.At = []text.Span{at}
				all = append(all, p)
			}
			last = i
		}
		return all
	}
}

// spoken is the table of who is spoken of, on `about`.
func (r *report) spoken() {
	p := &r.page
	p.heading("Who is spoken of")
	p.say("On `about`: a labelled person is answered by the one found that shares most of a place where the label's words stand; `unfound` is where none does. "+
		"Somebody served of whom the resolver is less than %d sure is unknown. The tagger is the scorer's own reading of each word; it does not tell how many of others than those served. "+
		"The labels name each person once, by some of the words, so people found beside them are counted and not called wrong.", believed)
	p.table("posts", "reader", "who", "precision", "recall", "F1", "labelled", "read as")
	for _, part := range r.parts() {
		for _, reader := range []struct {
			name  string
			fresh func() reading
		}{{"resolver", resolved}, {"tagger", r.tagged}} {
			s := part.score(reader.fresh())
			for _, who := range corpus.Relations() {
				c := s.Who[who]
				p.row(append(append([]string{part.name, reader.name, who}, f1(c)...), number(c.Right+c.Missed), tally(s.Read[who]))...)
			}
			counted := ", number of those found " + figure(s.NumberAccuracy()) + ", both right " + ratio(s.Both, s.People)
			if reader.name == "tagger" {
				counted = ""
			}
			p.row(part.name, reader.name, "**all**", "", "", "", number(s.People), "who right "+figure(s.Accuracy())+counted+"; beside the labels "+tally(s.Beside))
		}
	}
}

// tally writes counts, the most first.
func tally(n map[string]int) (out string) {
	names := make([]string, 0, len(n))
	for name := range n {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if n[a] != n[b] {
			return n[b] - n[a]
		}
		if a < b {
			return -1
		}
		return 1
	})
	for i, name := range names {
		if i > 0 {
			out += ", "
		}
		out += name + " " + number(n[name])
	}
	return out
}

// aboutPart is posts whose people are labelled.
type aboutPart struct {
	name  string
	score func(reading) *corpus.Spoken
}

func (r *report) parts() []aboutPart {
	test := r.split("test")
	all := []aboutPart{{setTest, func(read reading) *corpus.Spoken {
		s := corpus.NewSpoken()
		for i := range test {
			s.Add(test[i].Text, test[i].About, read(test[i].Text))
		}
		return s
	}}}
	if len(r.realRead) == 0 {
		return all
	}
	return append(all, aboutPart{"real_labels (the tagger learnt from 4 of 5)", func(read reading) *corpus.Spoken {
		s := corpus.NewSpoken()
		for i := range r.realRead {
			s.AddReal(r.realRead[i].labels.About, read(r.realRead[i].post.Text))
		}
		return s
	}})
}
