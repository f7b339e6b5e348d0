package policy

// Refusal is one reason why a bundle may not be in force, in plain words.
type Refusal struct {
	Code     string // what sort of reason, of RefusalCodes
	Where    string // "rule visits.transport", "client word guest", "page after-work", "policy"
	Why      string // the reason, and the way out
	Sentence string // the sentence that shows it, "" where none is needed
}

// RefusalCodes are all codes there are. Those of the proof are at the end.
var RefusalCodes = []string{
	"form",     // something is missing, twice, too long, or of an unknown kind
	"dates",    // a date that is none, or a review further off than a year
	"category", // an area no agency may make rules for
	"cite",     // law or ethics without a citation the engine knows
	"cap",      // a level beyond what an agency may choose
	"staff",    // words for staff, or for speaking of work
	"mask",     // a number form that any number has
	"link",     // a link that is not https
	"page",     // guidance outside the closed list
	"wording",  // a text that may be read as a ban on speaking of work
	"person",   // a person's name
	"secret",   // an address, a code, a number that reaches somebody
	"example",  // an example that is not judged as the rule says
	"labour",   // a sentence about working conditions is flagged
	"silence",  // a sentence that points at nobody is flagged
	"budget",   // matching takes too long
}

func (r Refusal) Error() string {
	s := r.Where + ": " + r.Why
	if r.Sentence != "" {
		s += " (\"" + r.Sentence + "\")"
	}
	return s
}
