// Package policy holds what rules are, as plain structs, and their versioned
// binary codec. The built-in rules travel inside the engine as baseline.bin,
// compiled from the YAML in baseline/ by publish.
//
// A Bundle is what an agency adds to them, in a codec of its own: lists of words
// and no patterns, so that what a worker is shown is what is matched. Admit says
// what may not stand in one; whether its rules leave labour speech alone is tried
// sentence by sentence, by proof.
//
// A policy is data: words, sets of phrases and patterns over tokens. How they
// are matched is the work of rules; how they are written is the work of publish.
package policy

import "secondlook/internal/verdict"

// Schema is the version of the codec that this engine reads.
const Schema = 1

// Policy is a set of rules in force together.
type Policy struct {
	Words []string // every word that a pattern or a set uses, sorted, each once
	Sets  []Set
	Rules []Rule
}

// Set is a named list of phrases: <insult>, <client-image>.
type Set struct {
	Name    string
	Phrases [][]uint32 // each a run of indexes into Policy.Words
}

// Kind is a rule's algorithm.
type Kind uint8

// The kinds of rule. A phrase rule gives a finding; a cue rule gives none and
// tells the later steps something about a sentence.
const (
	PhraseRule Kind = iota
	CueRule
)

// Rule is one named check.
type Rule struct {
	ID        string
	Kind      Kind
	Category  verdict.Category
	Level     verdict.Level
	Score     int    // 0 to 1000: how sure a match is right
	Authority string // "law", "ethics", "agency" or "builtin"
	Cite      string // a key of the engine's list of citations
	Message   string // a key of the locale
	Tied      bool   // a match speaks of one particular client, so the labour shield lets it stand
	Cue       Cue    // what a cue rule tells
	Needs     Cue    // cues the sentence must have, all of them
	Near      Cue    // cues the draft must have, all of them
	Unless    Cue    // cues of the sentence that silence the rule, any of them
	Patterns  []Pattern
	Except    []Pattern // a match in the same sentence silences the rule
}

// Pattern is a run of elements over the tokens of one sentence; marks of
// punctuation are passed over.
type Pattern []Elem

// Op is what an element matches.
type Op uint8

// The operations of a pattern element.
const (
	OpWords  Op = iota // one of Args, indexes into Policy.Words
	OpPrefix           // a word that begins with one of Args
	OpSet              // a phrase of Sets[Args[0]]
	OpClass            // a token of one of the classes in Class
	OpGap              // up to Args[0] tokens of any kind
	OpStart            // the beginning of a sentence
	OpEnd              // the end of a sentence
)

// Elem is one element of a pattern.
type Elem struct {
	Op       Op
	Optional bool
	Class    Class
	Args     []uint32
}

// Class is a bit set of what earlier steps found a token to be the beginning of.
type Class uint32

// The classes a pattern may name, as @client, @clients…
const (
	Client    Class = 1 << iota // one person served
	Clients                     // a person served, one or many
	Someone                     // a third person not known to be anyone else's
	Kin                         // the author's family, friends, pets
	Colleague                   // boss, co-worker, another professional
	Author                      // the author
	Public                      // a public figure, a character
	You                         // the reader
	Name                        // a person's name
	Contact                     // phone, e-mail, handle, address
	Age
	When  // date, weekday, clock time, holiday
	Place // town, street, school, court, facility
	Health
	KinWord    // mother, twins, step-dad
	Sex        // woman, guy, lad
	Occupation // a job that someone holds
	Num        // a number
)

// People are the classes of persons spoken of; the others are mentions.
const People = Client | Clients | Someone | Kin | Colleague | Author | Public | You

// ClassNames are the names of the classes, in the order of their bits.
var ClassNames = []string{
	"client", "clients", "someone", "kin", "colleague", "author", "public", "you", "name",
	"contact", "age", "when", "place", "health", "kinword", "sex", "occupation", "num",
}

// Cue is a bit set of what a sentence, or a draft, is about.
type Cue uint32

// The cues.
const (
	CueWork     Cue = 1 << iota // speaks from the author's own service work
	CueClient                   // one person served is spoken of
	CueClients                  // persons served are spoken of, one or many
	CueLabour                   // pay, hours, staffing, safety, organising
	CueGeneral                  // general talk: nobody in particular
	CueFiction                  // made up, published, news, history
	CueQuestion                 // asks
	CueAdvice                   // speaks to one reader about the reader's own case
	CueConsent                  // consent is stated
	CueOwn                      // the author's own life: therapy, recovery, illness, family
	CueCommerce                 // customers, software, hair, weddings
	CueImage                    // a photo, video, recording or screenshot is there or announced
	CuePrevent                  // a campaign, a hotline, remembrance
	CueDenied                   // said not to be done: "I never", "we don't"
	CueHelping                  // service work in general: caseload, shift, ward, court
	CueDeath                    // a death is told
	CueEvent                    // something happened to, or was done by, somebody at work
)

// CueNames are the names of the cues, in the order of their bits.
var CueNames = []string{
	"work", "client", "clients", "labour", "general", "fiction", "question", "advice",
	"consent", "own", "commerce", "image", "prevent", "denied", "helping", "death", "event",
}
