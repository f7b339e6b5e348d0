package identify

import "strings"

// verb is what a word says of the one before it: that somebody did something.
type verb uint8

const (
	noVerb  verb = iota
	did          // told, cried, walked: people do
	being        // is, has, was: people and things do
	modal        // would, can't
	pronoun      // he, her
	toward       // told, met, with: a person follows
)

// verbNames are the headers of lexicon/name.txt, in the order of the verbs.
var verbNames = [...]string{"", "did", "isverb", "modal", "pronoun", "toward"}

// verbOf tells a lower-case word's verb class, given its own node; a regular
// past form is did.
func verbOf(word string, n *node) verb {
	if n.verb == noVerb && len(word) > 4 && strings.HasSuffix(word, "ed") {
		return did
	}
	return n.verb
}
