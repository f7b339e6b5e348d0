package policy

import "secondlook/internal/verdict"

// BundleSchema is the version of the bundle codec that this engine reads.
const BundleSchema = 1

// MaxBundle is how many bytes a bundle may have.
const MaxBundle = 1 << 20

// Bundle is what an agency adds to the built-in rules: plain data, no pattern
// language. Its words stand in the loose form of text, so that what a worker
// is shown is what is matched.
type Bundle struct {
	Agency    string   // id: small letters, digits, hyphens
	Name      string   // as the staff know it
	Languages []string // the first is shown where another is missing
	Facts     Facts
	Clients   []ClientWord
	Names     []PublicName
	Levels    []LevelChange
	Rules     []AgencyRule
	Pages     []Page
	Links     []string // https addresses; guidance names them by their place here
	Practice  []Practice
}

// Text is one text in each language of the bundle that it was written in, in
// the bundle's order of languages.
type Text = []verdict.Said

// Facts are what a policy says of itself. Dates are YYYY-MM-DD.
type Facts struct {
	Drafted, Reviewed, NextReview string
	Jurisdictions, Settings       []string
	Reviews                       []Review
	Basis                         []Basis
	Areas                         []Area
	Consequences, Support         Text // what follows a slip; what helps a worker under attack
	Revision, Private, Rights     Text // how to change the policy; what is nobody's business; the right to speak of work
	Training, Benefits            Text
	Contact                       string
}

// Review says who read the policy: "legal", "hr" or "staff".
type Review struct{ Role, By, On, How string }

// Basis is a law or a code the policy rests on, and the day that was looked at.
type Basis struct{ Cite, On string }

// Area is a question the policy answers, and the page that does.
type Area struct{ Area, Page string }

// ClientWord is what the agency calls a person served, and several of them.
type ClientWord struct{ One, Many string }

// PublicName is the public name of a building or a program.
type PublicName struct {
	Text    string // as it is written
	Program bool
	Reveals bool // the name alone tells why somebody is there
}

// LevelChange makes a built-in rule louder or quieter, within Caps.
type LevelChange struct {
	Rule  string
	Level verdict.Level
	Why   Text
}

// AgencyKind is how an agency's rule looks at a draft.
type AgencyKind uint8

// The kinds of an agency's rules.
const (
	PhraseList  AgencyKind = iota // one of Lists[0]
	NearPair                      // one of Lists[0] and one of Lists[1], at most Within words apart
	WordSets                      // one of each list, anywhere in a sentence
	MaskList                      // a number of the form of one of Lists[0]
	agencyKinds                   // how many there are
)

// AgencyKindNames are the names of the kinds, in order.
var AgencyKindNames = []string{"phrase", "near", "set", "mask"}

// AgencyRule is one rule of an agency.
type AgencyRule struct {
	ID           string
	Kind         AgencyKind
	Category     verdict.Category
	Level        verdict.Level
	Authority    string // "agency", "ethics" or "law"
	Cite         string // of Cites; "" for agency
	Message, Why Text
	Page         string     // id of a page that says more, or ""
	Lists        [][]string // words in loose form, a space apart; a last "*" is any ending; of a mask as written
	Within       int        // of NearPair: most words between
	Unless       []string   // wordings in the same sentence that make it harmless
	Flag, Pass   []string   // examples; in a flag the span stands in [brackets]
}

// Practice is a post to practise on, and the level shown for it.
type Practice struct {
	Draft  string
	Expect verdict.Level
	Why    Text
}

// Page is one page of guidance in one language.
type Page struct {
	ID, Lang, Title string
	Body            []Node
}

// NodeKind is what a node of a page is.
type NodeKind uint8

// The closed list of what a page may hold.
const (
	Paragraph NodeKind = iota // holds words, strong, em, link
	List                      // holds items
	Numbered                  // holds items
	Item                      // holds what a paragraph holds, and lists
	Words                     // Text, holds nothing
	Strong                    // holds words, em, link
	Em                        // holds words, strong, link
	Link                      // holds words; To is the place in Bundle.Links
	nodeKinds
)

// NodeNames are the names of the nodes, in order.
var NodeNames = []string{"paragraph", "list", "numbered", "item", "words", "strong", "em", "link"}

// Node is one node of a page.
type Node struct {
	Kind NodeKind
	Text string
	To   int
	Of   []Node
}

// In returns the text in a language, or in the first there is.
func In(t Text, lang string) string {
	for _, s := range t {
		if s.Lang == lang {
			return s.Text
		}
	}
	if len(t) > 0 {
		return t[0].Text
	}
	return ""
}
