// Package referent reads who is spoken of: a person served, kin, a colleague,
// a public figure, the author; one, many, or nobody in particular; and which
// identifiers and quasi-identifiers belong to whom.
//
// The steps of Read, each in a file of its own: annotate looks every token up
// in the lexicon and sums, a sentence, what it is about (frames: work, an
// encounter, one's own care, commerce…); noun, slot and phrase find the places
// where somebody is spoken of; casting and name say what those words mean by
// themselves, number how many; people and chain link them to persons, pronouns
// included; weigh settles who the open ones are from their words and the frames
// around them; relation settles whom the words leave open by what was learnt from
// labelled people, and corrects what they say where that is far ahead; owner
// gives each detail to a person.
//
// Sure is evidence joined, not a probability: "my client" with an encounter is
// above 900, a pronoun that only the frames speak for never above 620, somebody
// served only by what was learnt never above 690. From 450 a person served is
// worth acting on. It may not know of levels or rules.
package referent

import "secondlook/internal/text"

// Who is the relation of a person spoken of to the author.
type Who uint8

// The relations of the labelling guide, and Unknown for a third person about
// whom the draft does not say.
const (
	Unknown   Who = iota
	Served        // a client, patient, student, resident, arrestee… or a member of their family met through the work
	Kin           // the author's own family, friends, pets
	Colleague     // boss, co-worker, supervisor, judge, other professional
	Self          // the author
	Public        // a public figure, a character, a published case
)

// Number is how many.
type Number uint8

// One person (or one family), several, or nobody in particular.
const (
	One Number = iota
	Many
	Hypothetical
)

// Ref is one place where a person is spoken of.
type Ref struct {
	text.Span
	First, Last int // tokens [First,Last)
	Pronoun     bool
}

// Person is somebody (or a group) spoken of in the draft.
type Person struct {
	Who       Who
	Number    Number
	Sure      int   // 0 to 1000: how sure Who is
	Refs      []Ref // in order of the draft, the first one names the person
	Owns      []int // indexes of the identify.Mentions that are about this person
	Learnt    bool  // Who was learnt; the words alone say something else, or nothing
	Encounter bool  // something happened between the author, at work, and this person: a visit, a shift, a session
}

// Hint is what is known about the author beside the draft. The zero value is
// an unknown setting and no words of the agency's own.
type Hint struct {
	Setting string   // "school", "health", "police"…, "" when not said
	Clients []string // what the agency calls the people it serves: "guest", "member"; lower case, singular; "wife~wives" gives an irregular plural
}

// Reading is the people of one draft.
type Reading struct {
	People []Person
	Owner  []int // for each mention its person's index, or -1
	Work   int   // 0 to 1000: how much the draft speaks from the author's own service work
}
