// Package combine counts: which independent details of one person served stand
// in the draft, and what that makes of the story. No single detail has to be
// an identifier; three together pick a person out.
package combine

import (
	"slices"
	"sort"

	"secondlook/internal/identify"
	"secondlook/internal/referent"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// Case is what the draft tells of one person served, or of one family: every
// person served that is spoken of close together counts as one case.
type Case struct {
	People   []int             // indexes into Reading.People, surest first
	Sure     int               // 0 to 1000: how sure it is that a person served is meant
	Head     text.Span         // the words that speak of the person
	Parts    []verdict.Counted // one for each kind of detail, in order of the draft
	Details  []int             // indexes of all mentions that count, also the second of a kind
	Names    []int             // indexes of the mentions that name or reach the person
	Rare     bool              // one detail is rare by itself
	Stranger bool              // no words say that the person is served: what is told does, and Sure is its Certainty
	Happened bool              // something happened between the author and the person
	Called   bool              // a sure name stands right beside the words for a person served: "my client Sarah"
}

// Cases gathers the persons served, one at a time, into cases. Of those whose
// Sure is under firm the words say too little: see Strangers.
func Cases(doc *text.Doc, mentions []identify.Mention, r referent.Reading) []Case {
	var out []Case
	for _, p := range r.Served() {
		if r.People[p].Sure >= firm {
			out = gather(out, doc, mentions, r, p)
		}
	}
	around(out, doc, mentions, r)
	for i := range out {
		out[i].sort()
		out[i].Called = slices.ContainsFunc(out[i].People, func(p int) bool { return called(doc, mentions, r, p) })
	}
	return out
}

// called reports whether p's name stands right beside words, p's own or those
// for a group, that say plainly that they are served. Whatever else the draft
// is like, it is a client's name.
func called(doc *text.Doc, mentions []identify.Mention, r referent.Reading, p int) bool {
	for _, m := range r.People[p].Owns {
		name := &mentions[m]
		if name.Type != verdict.Person || name.Sure < sureName {
			continue
		}
		at := slices.IndexFunc(r.People[p].Refs, func(f referent.Ref) bool { return f.Start < name.End && name.Start < f.End })
		if at >= 0 && slices.ContainsFunc(r.People, func(q referent.Person) bool {
			return (q.Number != referent.One || slices.Equal(q.Refs, r.People[p].Refs)) && calls(doc, &q, r.People[p].Refs[at])
		}) {
			return true
		}
	}
	return false
}

// calls reports whether words for somebody plainly served end right before
// name, or with a comma between: "my client, Mr Ahmed".
func calls(doc *text.Doc, q *referent.Person, name referent.Ref) bool {
	return q.Who == referent.Served && !q.Learnt && q.Sure >= plainWords && slices.ContainsFunc(q.Refs, func(by referent.Ref) bool {
		return !by.Pronoun && (by.Last == name.First || by.Last+1 == name.First && doc.Tokens[by.Last].Kind == text.Punct)
	})
}

// The least certainty of plain words and of a plain name.
const (
	plainWords = 850
	sureName   = 900
)

// around counts what is told of somebody beside a person served, of whom the
// draft does not say who he is: most often it is the same person again ("my
// client… an old man"), or one of the family.
func around(cases []Case, doc *text.Doc, mentions []identify.Mention, r referent.Reading) {
	for i := range r.People {
		p := &r.People[i]
		if len(cases) == 0 || p.Number != referent.One || p.Who != referent.Unknown && (p.Who != referent.Served || p.Sure >= firm) {
			continue
		}
		at := near(doc, cases, r, p)
		for _, m := range p.Owns {
			if at >= 0 && !mentions[m].Direct && mentions[m].Type != verdict.Person {
				cases[at].add(mentions, m)
			}
		}
	}
}

// near returns the case whose people stand within a sentence of this one.
func near(doc *text.Doc, cases []Case, r referent.Reading, p *referent.Person) int {
	for i := range cases {
		for _, q := range cases[i].People {
			if adjacent(doc, &r.People[q], p) {
				return i
			}
		}
	}
	return -1
}

func adjacent(doc *text.Doc, a, b *referent.Person) bool {
	for _, x := range a.Refs {
		for _, y := range b.Refs {
			d := doc.Tokens[x.First].Sentence - doc.Tokens[y.First].Sentence
			if -1 <= d && d <= 1 {
				return true
			}
		}
	}
	return false
}

// add counts one mention: a name or a number is no detail, and of each kind
// only the first counts, though all are shown.
func (c *Case) add(mentions []identify.Mention, m int) {
	mention := &mentions[m]
	if mention.Direct || mention.Type == verdict.Person || mention.Type == verdict.Handle {
		c.Names = append(c.Names, m)
		return
	}
	if mention.Part == verdict.NoPart || mention.Sure < sureEnough {
		return
	}
	c.Rare = c.Rare || mention.Rare
	c.Details = append(c.Details, m)
	for _, have := range c.Parts {
		if have.Part == mention.Part {
			return
		}
	}
	c.Parts = append(c.Parts, verdict.Counted{Span: mention.Span, Part: mention.Part})
}

// sureEnough is the least certainty at which a detail counts.
const sureEnough = 450

// sort puts parts and details in order of the draft.
func (c *Case) sort() {
	sort.SliceStable(c.Parts, func(i, j int) bool { return c.Parts[i].Start < c.Parts[j].Start })
	slices.Sort(c.Details) // mentions are in order of the draft
}

// Level is what the counting makes of a story: three details, or one that is
// rare, pick a person out.
func (c *Case) Level() verdict.Level {
	switch {
	case len(c.Parts) >= 3 || c.Rare:
		return verdict.Hold
	case len(c.Parts) >= 1:
		return verdict.Caution
	default:
		return verdict.Note
	}
}
