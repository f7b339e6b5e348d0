// Package identify finds identifiers (a name, a number, a handle) and
// quasi-identifiers (an age, a weekday, a ward, a family's shape) in a draft.
// It says what the words are, never whom they belong to: that is referent's
// work, and never whether they matter: that is the rules'.
package identify

import (
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// Mention is one identifier or quasi-identifier.
//
// Sure under 500 is a guess that needs other evidence before it may count.
type Mention struct {
	text.Span       // in the original draft, bytes
	First, Last int // tokens [First,Last) of the document
	Type        verdict.SpanType
	Part        verdict.Part // what it counts as in a combination; NoPart counts nothing
	Value       string       // normalised: two mentions of one kind and value are one detail
	Sure        int          // 0 to 1000: how sure the detector is that it is of this type
	Direct      bool         // by its form alone it names or reaches one person: SSN, MRN, docket, phone, e-mail
	Title       string       // before a name: "mr", "judge", "dr"…, lower case; "" for none
	Rare        bool         // one of a kind: a rare event, "the only …"
}

// detectors are asked in this order; where two claim the same words, resolve
// decides, not the order.
var detectors = [...]func(*reader){
	(*reader).emails,
	(*reader).links,
	(*reader).numbers,
	(*reader).spokenPhones,
	(*reader).records,
	(*reader).addresses,
	(*reader).ages,
	(*reader).dates,
	(*reader).times,
	(*reader).facilities,
	(*reader).locations,
	(*reader).organizations,
	(*reader).diagnoses,
	(*reader).demographics,
	(*reader).families,
	(*reader).occupations,
	(*reader).events,
}

// Find returns the mentions of a draft in order of their start. Mentions of
// one type never overlap; of different types they do where both are true
// ("young man" is an age, its "man" a sex).
func Find(doc *text.Doc) []Mention {
	r := newReader(doc)
	for _, detect := range detectors {
		detect(r)
	}
	return resolve(append(r.out, names(doc)...))
}
