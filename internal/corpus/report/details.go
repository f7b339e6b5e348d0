package main

import (
	"maps"
	"slices"

	"secondlook/internal/corpus"
	"secondlook/internal/identify"
	"secondlook/internal/referent"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

func levelName(l int) string { return verdict.Level(l).String() }

// categories is the table by category.
func (r *report) categories() {
	p := &r.page
	p.heading("Categories")
	p.say("The keyword baseline names none. The bag of words has a head for each category, at the threshold that tune likes best.")
	p.table("posts", "category", "engine P", "R", "F1", "bag of words P", "R", "F1", "labelled")
	for _, s := range r.measured() {
		last := len(r.systems) - 1
		for c := range verdict.Categories {
			n, b := s.scores[0].Category[c.String()], s.scores[last].Category[c.String()]
			cells := append(append([]string{s.name, c.String()}, f1(n)...), f1(b)...)
			p.row(append(cells, number(n.Right+n.Missed))...)
		}
		p.row(s.name, "**macro F1**", "", "", within(s.scores[0].MacroF1(), corpus.BootstrapMacroF1(s.outcomes[0])),
			"", "", within(s.scores[last].MacroF1(), corpus.BootstrapMacroF1(s.outcomes[last])), "")
	}
}

// quasi are the types that count towards picking a person out.
var quasi = []string{
	"AGE", "DATE", "TIME", "LOCATION", "FACILITY", "DIAGNOSIS", "DEMOGRAPHIC", "FAMILY", "OCCUPATION", "EVENT",
}

// spans is the table of spans by type: what the verdict points at, and what the
// detectors find that the resolver gives to a person served.
func (r *report) spans() {
	p := &r.page
	p.heading("Spans")
	p.say("A found span is right, and a labelled one found, where one of the other kind has its type and shares a character with it. " +
		"*Verdict*: the spans of all findings. *Tied*: what the detectors (`identify`) find and the resolver (`referent`) gives to a person served, in every post, " +
		"before any rule or the scorer; so it is measured whether or not the engine speaks. The baselines point at nothing.")
	p.table("posts", "type", "verdict P", "R", "F1", "tied P", "R", "F1", "labelled")
	for _, s := range r.measured() {
		_, score := s.engine()
		before := corpus.Tally(tiedSystem().posts(s.posts))
		line := func(name string, types ...string) {
			_, gold := score.Spans(types...)
			cells := append([]string{s.name, name}, spanCells(score, types)...)
			p.row(append(append(cells, spanCells(before, types)...), number(gold.Right+gold.Missed))...)
		}
		for _, t := range slices.Sorted(maps.Keys(score.SpanGold)) {
			line(t, t)
		}
		line("**quasi-identifiers**", quasi...)
		line("**all types**")
	}
}

func spanCells(s *corpus.Score, types []string) []string {
	found, gold := s.Spans(types...)
	return []string{ratio(found.Right, found.Right+found.Extra), ratio(gold.Right, gold.Right+gold.Missed), figure(s.SpanF1(types...))}
}

// believed is the certainty from which mentions and persons served are taken
// for what they are.
const believed = 450

// tiedSystem finds nothing but the details of people served.
func tiedSystem() system {
	return system{"tied", func() judge {
		return func(draft string) (out corpus.Found) {
			doc := text.Read(draft)
			mentions := identify.Find(doc)
			people := referent.Read(doc, mentions, referent.Hint{})
			for i, m := range mentions {
				if p := people.Owner[i]; p >= 0 && m.Sure >= believed && people.People[p].Who == referent.Served && people.People[p].Sure >= believed {
					out.Spans = append(out.Spans, corpus.FoundSpan{Start: m.Start, End: m.End, Type: m.Type.String()})
				}
			}
			return out
		}
	}}
}
