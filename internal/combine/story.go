package combine

import (
	"secondlook/internal/policy"
	"secondlook/internal/referent"
	"secondlook/internal/text"
)

// The certainties, 0 to 1000, at which a story is spoken of at all, and at
// which it may interrupt. Measured on the project's own tune posts.
const (
	Hint  = 470
	Alert = 535
)

// Naming returns the certainty at which a name in c is a client's name. Of a
// stranger more has to be told, since most names in posts are somebody else's.
func Naming(c *Case) int {
	if c.Stranger {
		return Alert + 120
	}
	return Alert
}

// weigh adds up, in thousandths, what speaks for a case being a real
// encounter with a person served, and what speaks for something else.
var weigh = struct {
	happened, event, detail, name, death                          int
	general, fiction, own, commerce, question, prevent, noHelping int
}{
	happened: 120, event: 60, detail: 60, name: 80, death: 60,
	general: -180, fiction: -260, own: -220, commerce: -300, question: -60, prevent: -200, noHelping: -120,
}

// Certainty says, from 0 to 1000, how sure it is that c is a story of a person
// served: who is spoken of, and whether the sentences that speak of the person
// tell of something that happened rather than talk in general.
func Certainty(doc *text.Doc, c *Case, r referent.Reading, cues []policy.Cue, draft policy.Cue) int {
	var here policy.Cue
	for _, p := range c.People {
		for _, ref := range r.People[p].Refs {
			if !ref.Pronoun {
				here |= cues[doc.Tokens[ref.First].Sentence]
			}
		}
	}
	n := c.Sure
	for _, w := range []struct {
		cue policy.Cue
		add int
	}{
		{policy.CueEvent, weigh.event}, {policy.CueDeath, weigh.death}, {policy.CueGeneral, weigh.general},
		{policy.CueFiction, weigh.fiction}, {policy.CueOwn, weigh.own}, {policy.CueCommerce, weigh.commerce},
		{policy.CueQuestion, weigh.question}, {policy.CuePrevent, weigh.prevent},
	} {
		if here&w.cue != 0 {
			n += w.add
		}
	}
	if c.Happened {
		n += weigh.happened
	}
	if draft&policy.CueHelping == 0 {
		n += weigh.noHelping
	}
	n += min(len(c.Parts), 3) * weigh.detail
	if len(c.Names) > 0 {
		n += weigh.name
	}
	return min(max(n, 0), 1000)
}
