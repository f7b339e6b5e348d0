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
		return Alert + 60
	}
	return Alert
}

// sign is one thing that speaks for a case being a real encounter with a
// person served, or for something else.
type sign uint8

const (
	always  sign = iota
	reading      // thousandths: how far the words for the person say served
	settled      // they settle it
	work         // thousandths: how far the draft speaks from service work
	happened
	contact // the author stands in a sentence of the person
	unnamed // only pronouns speak of the person
	picked  // "one of the …"
	alone   // nothing is told
	details // how many, up to three
	age
	health
	place
	family
	when
	sex
	trade
	rare
	named
	event
	death
	general
	fiction
	own
	commerce
	question
	advice
	prevent
	helping
	atWork
	kin       // the author's own are in the draft
	public    // somebody known to all is
	colleague // a colleague is
	signs
)

// weights are thousandths, for each sign as often as it is there: fitted on
// the project's own training posts against ordinary comments, then rounded.
var weights = [signs]int{
	always:    136,
	reading:   345,
	settled:   70,
	work:      55,
	happened:  85,
	contact:   40,
	unnamed:   -35,
	picked:    45,
	alone:     -20,
	details:   80,
	age:       65,
	health:    15,
	place:     30,
	family:    -15,
	when:      90,
	sex:       -70,
	trade:     -35,
	rare:      20,
	named:     50,
	event:     85,
	death:     -25,
	general:   -125,
	fiction:   -180,
	own:       -180,
	commerce:  -265,
	question:  -65,
	advice:    -40,
	prevent:   -175,
	helping:   95,
	atWork:    25,
	kin:       -35,
	public:    -95,
	colleague: 5,
}

// Certainty says, from 0 to 1000, how sure it is that c is a story of a person
// served: who is spoken of, how much is told, and whether the sentences that
// speak of the person tell of something that happened rather than talk in
// general.
func Certainty(doc *text.Doc, c *Case, r referent.Reading, cues []policy.Cue, draft policy.Cue) int {
	seen := c.signs(doc, r, cues, draft)
	n := 0
	for i, v := range seen {
		n += v * weights[i]
	}
	return min(max(n/1000, 0), 1000)
}
