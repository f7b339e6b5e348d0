// Package verdict holds the words of an answer: levels, categories, span
// types, findings, and the verdict that carries them. The words are those of
// the labelling guide and are spelled the same in the corpus, in rule bundles
// and on the wire.
//
// Offsets inside this package are bytes in the draft. The JSON writer turns
// them into UTF-16 units, once, at the edge (see JSON).
//
// This package knows nothing about how a finding came to be.
package verdict

import "secondlook/internal/text"

// Level is how loudly a finding speaks. Levels are ordered: a draft's level is
// the highest of its findings.
type Level uint8

// The four levels.
const (
	Clear   Level = iota // nothing at all
	Note                 // a quiet hint
	Caution              // an inline warning; posting is not interrupted
	Hold                 // Post asks once more
)

var levelNames = [...]string{"clear", "note", "caution", "hold"}

func (l Level) String() string { return name(levelNames[:], int(l)) }

// Alert reports whether the level is one that asks for attention.
func (l Level) Alert() bool { return l >= Caution }

// ParseLevel returns the level of that name, and false for any other word.
func ParseLevel(s string) (Level, bool) {
	i, ok := index(levelNames[:], s)
	return Level(i), ok
}

// Category says what is the matter.
type Category uint8

// The nine categories of the labelling guide.
const (
	ClientIdentifier Category = iota
	ClientStory
	ClientImage
	Demeaning
	Boundary
	WorkVenting
	EmployerInfo
	OnlineAdvice
	Crisis
	Categories // how many there are
)

var categoryNames = [...]string{
	"client-identifier", "client-story", "client-image", "demeaning", "boundary",
	"work-venting", "employer-info", "online-advice", "crisis",
}

func (c Category) String() string { return name(categoryNames[:], int(c)) }

// ParseCategory returns the category of that name, and false for any other word.
func ParseCategory(s string) (Category, bool) {
	i, ok := index(categoryNames[:], s)
	return Category(i), ok
}

// Client reports whether the category protects a person served, so that the
// labour shield never withholds it.
func (c Category) Client() bool { return c <= Demeaning || c == Boundary }

// SpanType says what the words under a span are.
type SpanType uint8

// The span types of the labelling guide.
const (
	Phrase SpanType = iota // the words that set off any other category
	Person
	Age
	Date
	Time
	Location
	Facility
	Organization
	Phone
	Email
	URL
	Handle
	SSN
	RecordID
	Address
	Diagnosis
	Demographic
	Family
	Occupation
	Event
	SpanTypes // how many there are
)

var spanTypeNames = [...]string{
	"PHRASE", "PERSON", "AGE", "DATE", "TIME", "LOCATION", "FACILITY", "ORGANIZATION",
	"PHONE", "EMAIL", "URL", "HANDLE", "SSN", "RECORD_ID", "ADDRESS", "DIAGNOSIS",
	"DEMOGRAPHIC", "FAMILY", "OCCUPATION", "EVENT",
}

func (t SpanType) String() string { return name(spanTypeNames[:], int(t)) }

// ParseSpanType returns the type of that name, and false for any other word.
func ParseSpanType(s string) (SpanType, bool) {
	i, ok := index(spanTypeNames[:], s)
	return SpanType(i), ok
}

// Part is the kind of a quasi-identifier in the combination. Two details of
// the same kind count once.
type Part uint8

// The kinds a combination counts.
const (
	NoPart     Part = iota
	PartAge         // a number, a grade, an age band
	PartSex         // a noun, never a pronoun alone
	PartEthnic      // ethnicity, language, faith, origin
	PartPlace       // town, street, school, ward, facility, court
	PartTime        // date, weekday, clock time, holiday, "this morning"
	PartFamily      // the make-up of the family
	PartHealth      // diagnosis, disability, medical event or procedure
	PartWork        // occupation of the person served
	PartEvent       // a rare event
	PartTie         // a relation to someone known
	PartOwn         // the author's own place of work, named
	Parts           // how many there are
)

var partNames = [...]string{
	"", "age", "sex", "ethnicity", "place", "time", "family", "health", "occupation",
	"event", "relation", "workplace",
}

func (p Part) String() string { return name(partNames[:], int(p)) }

// Span is a typed stretch of the draft.
type Span struct {
	text.Span
	Type SpanType
}

// Finding is one thing the worker may want to look at.
type Finding struct {
	Rule      string // id of the rule, "story.combination"
	Category  Category
	Level     Level
	Score     int    // 0 to 1000, how sure
	Message   string // a key of the locale for built-in rules
	Says      []Said // an agency's own message in place of a key; nil for built-in rules
	Authority string // "law", "ethics" or "agency"
	Cite      string // where that is written
	Spans     []Span // in order, never empty
}

// Said is a text in one language, a BCP 47 tag.
type Said struct{ Lang, Text string }

// Counted is one detail of the combination.
type Counted struct {
	text.Span
	Part Part
}

// Coverage says how much of the draft was understood; silence never pretends.
type Coverage uint8

// The five coverages.
const (
	Full        Coverage = iota
	Partial              // part of a long draft was read
	Basic                // a language read by word lists: identifiers, and the commonest words for people served
	Identifiers          // a language it does not read: identifiers alone
	None
)

var coverageNames = [...]string{"full", "partial", "basic", "identifiers", "none"}

func (c Coverage) String() string { return name(coverageNames[:], int(c)) }

// Verdict is the whole answer for one draft.
type Verdict struct {
	Level       Level
	Protected   bool // a labour topic, withheld; not a finding of law
	Coverage    Coverage
	Read        []text.Span // what was read, in order
	Findings    []Finding   // highest level first, then by place
	Combination []Counted   // independent details tied to one person served
	Engine      string      // engine revision
	Agency      string      // bundle's agency, "" for the built-in rules
	Seq         int         // bundle's release number
	Explain     []Step      // only when asked for
}

// Step is one line of an explanation: the step of the engine and what it saw.
type Step struct {
	Step string
	Text string
	Span text.Span
}

func name(names []string, i int) string {
	if i < 0 || i >= len(names) {
		return "?"
	}
	return names[i]
}

func index(names []string, s string) (int, bool) {
	for i, n := range names {
		if n == s && n != "" {
			return i, true
		}
	}
	return 0, false
}
