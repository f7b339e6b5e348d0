package combine

import (
	"secondlook/internal/identify"
	"secondlook/internal/policy"
	"secondlook/internal/referent"
	"secondlook/internal/text"
)

// firm is the least certainty of the reading at which a person is served
// whatever else the draft tells.
const firm = 450

// Strangers gathers the single persons of whom the draft does not say what
// they are to the author. Workers tell most stories this way ("one of the men
// last night, 71, asked…"), and so does everybody else ("this guy on the bus").
// What tells them apart is how much of the person is told, and in what
// surroundings: Sure is their Certainty. A draft that has Cases has no
// strangers: they are taken to be around the person served.
func Strangers(doc *text.Doc, mentions []identify.Mention, r referent.Reading, cues []policy.Cue, draft policy.Cue) []Case {
	var out []Case
	for i := range r.People {
		p := &r.People[i]
		if p.Who != referent.Unknown && p.Who != referent.Served || p.Number != referent.One || len(p.Refs) == 0 {
			continue
		}
		out = gather(out, doc, mentions, r, i)
	}
	for i := range out {
		out[i].Stranger = true
		out[i].sort()
		out[i].Sure = Certainty(doc, &out[i], r, cues, draft)
	}
	return out
}

// gather adds person p to the case beside which he stands, or to a new one.
func gather(cases []Case, doc *text.Doc, mentions []identify.Mention, r referent.Reading, p int) []Case {
	person := &r.People[p]
	at := near(doc, cases, r, person)
	if at < 0 {
		cases = append(cases, Case{Head: person.Refs[0].Span})
		at = len(cases) - 1
	}
	c := &cases[at]
	c.People = append(c.People, p)
	c.Sure = max(c.Sure, served(person))
	c.Happened = c.Happened || person.Encounter
	for _, m := range person.Owns {
		c.add(mentions, m)
	}
	return cases
}

// served is how far the reading takes a person for served, 0 to 1000.
func served(p *referent.Person) int {
	if p.Who == referent.Served {
		return p.Sure
	}
	return 1000 - p.Sure
}
