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
type Mention struct {
	text.Span       // in the original draft, bytes
	First, Last int // tokens [First,Last) of the document
	Type        verdict.SpanType
	Part        verdict.Part // what it counts as in a combination; NoPart counts nothing
	Value       string       // normalised: two mentions of one kind and value are one detail
	Sure        int          // 0 to 1000: how sure the detector is that it is of this type
	Direct      bool         // by its form alone it names or reaches one person: SSN, MRN, docket, phone, e-mail
	Title       string       // the title before a name: "mr", "judge", "coach"; "" for none
	Rare        bool         // one of a kind: a rare event, "the only …", an age under 3 or over 89
}
