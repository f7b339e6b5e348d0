package combine

import (
	"secondlook/internal/identify"
	"secondlook/internal/policy"
	"secondlook/internal/referent"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// A stranger is one person of whom the draft does not say what he or she is to
// the author. Workers tell most stories this way ("one of the men last night,
// 71, asked…"), and so does everybody else ("this guy on the bus"). What tells
// them apart is how much of the person is told, and in what surroundings.
var stranger = struct {
	base, detail, age, health, place, family    int
	event, contact, helping, work, named, alone int
	own, kin, commerce, fiction, question       int
	general, public, you, prevent               int
}{
	base: 200, detail: 70, age: 70, health: 70, place: 40, family: 20,
	event: 70, contact: 70, helping: 190, work: 100, named: -40, alone: -120,
	own: -260, kin: -120, commerce: -300, fiction: -250, question: -100,
	general: -120, public: -160, you: -80, prevent: -200,
}

// Strangers gathers the single persons of whom nothing is said but what is
// told of them. A draft that speaks of a person served has no strangers: they
// are taken to be around that person.
func Strangers(doc *text.Doc, mentions []identify.Mention, r referent.Reading, cues []policy.Cue, draft policy.Cue) []Case {
	var out []Case
	for i := range r.People {
		p := &r.People[i]
		if p.Who != referent.Unknown || p.Number != referent.One || len(p.Refs) == 0 {
			continue
		}
		at := near(doc, out, r, p)
		if at < 0 {
			out = append(out, Case{Head: p.Refs[0].Span, Stranger: true})
			at = len(out) - 1
		}
		c := &out[at]
		c.People = append(c.People, i)
		c.Happened = c.Happened || p.Encounter
		for _, m := range p.Owns {
			c.add(mentions, m)
		}
	}
	for i := range out {
		out[i].sort()
		out[i].Sure = strangeness(doc, &out[i], r, cues, draft)
	}
	return out
}

// strangeness says, from 0 to 1000, how sure it is that a stranger was met at
// work.
func strangeness(doc *text.Doc, c *Case, r referent.Reading, cues []policy.Cue, draft policy.Cue) int {
	w := &stranger
	n := w.base + r.Work/4
	for _, part := range c.Parts {
		n += w.detail
		switch part.Part {
		case verdict.PartAge:
			n += w.age
		case verdict.PartHealth:
			n += w.health
		case verdict.PartPlace:
			n += w.place
		case verdict.PartFamily:
			n += w.family
		}
	}
	if len(c.Parts) == 0 {
		n += w.alone
	}
	if len(c.Names) > 0 {
		n += w.named
	}
	here, meets := surroundings(doc, c, r, cues)
	if meets {
		n += w.contact
	}
	for _, x := range []struct {
		cue policy.Cue
		add int
	}{
		{policy.CueEvent, w.event}, {policy.CueOwn, w.own}, {policy.CueCommerce, w.commerce},
		{policy.CueFiction, w.fiction}, {policy.CueQuestion, w.question}, {policy.CueGeneral, w.general},
	} {
		if here&x.cue != 0 {
			n += x.add
		}
	}
	if draft&policy.CueHelping != 0 {
		n += w.helping
	}
	if draft&policy.CueWork != 0 {
		n += w.work
	}
	if draft&policy.CuePrevent != 0 {
		n += w.prevent
	}
	for i := range r.People {
		switch r.People[i].Who {
		case referent.Kin:
			n += w.kin
		case referent.Public:
			n += w.public
		}
	}
	return min(max(n, 0), 1000)
}

// surroundings returns the cues of the sentences that speak of the person, and
// whether the author stands in one of them.
func surroundings(doc *text.Doc, c *Case, r referent.Reading, cues []policy.Cue) (here policy.Cue, meets bool) {
	for _, p := range c.People {
		for _, ref := range r.People[p].Refs {
			s := doc.Tokens[ref.First].Sentence
			here |= cues[s]
			for i := doc.Sentences[s].First; i < doc.Sentences[s].Last; i++ {
				switch doc.Tokens[i].Word {
				case "me", "my", "i", "us", "we", "our":
					meets = true
				}
			}
		}
	}
	return here, meets
}
