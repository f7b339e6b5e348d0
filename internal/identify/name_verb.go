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

// verbOf tells a lower-case word's verb class; a regular past form is did.
func verbOf(word string) verb {
	switch word {
	case "he", "she", "his", "her", "him", "hers", "himself", "herself":
		return pronoun
	case "told", "asked", "met", "saw", "called", "visited", "hugged", "picked", "drove", "took", "texted", "thank", "tell", "ask",
		"miss", "love", "with", "to", "for", "from", "about", "see", "call", "hug", "meet":
		return toward
	case "is", "was", "has", "isn't", "wasn't", "hasn't", "had", "hadn't", "gets", "needs", "wants", "does", "doesn't", "didn't", "did":
		return being
	case "would", "could", "can", "can't", "won't", "wouldn't", "couldn't", "should", "will", "might", "must":
		return modal
	case "said", "says", "ran", "came", "went", "got", "left", "cried", "gave", "made", "threw", "bit", "hit", "held", "wrote", "read",
		"slept", "ate", "sat", "stood", "spoke", "sang", "drew", "lost", "won", "found", "kept", "let", "brought", "bought", "broke",
		"fell", "felt", "knew", "thought", "heard", "began", "finally", "just", "never", "still", "always", "actually", "also", "died",
		"sent", "taught", "built", "forgot", "hid", "paid", "woke", "wore", "showed", "stole", "keeps", "loves", "hates", "knows",
		"thinks", "likes", "asks", "tells", "cries", "calls", "makes", "goes", "comes":
		return did
	}
	if len(word) > 4 && strings.HasSuffix(word, "ed") {
		return did
	}
	return noVerb
}
