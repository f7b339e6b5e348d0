package engine

import (
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// coverage says how much of a draft the engine can claim to have read: of a
// language it does not know, identifiers alone; of Spanish, what its word lists
// hold; of a draft that is longer than
// what was read, a part.
func coverage(doc *text.Doc, spanish, part bool) verdict.Coverage {
	s := doc.Script()
	switch {
	case spanish:
		return verdict.Basic
	case s.Letters >= 12 && s.Latin < 500, foreign(s):
		return verdict.Identifiers
	case part:
		return verdict.Partial
	default:
		return verdict.Full
	}
}

// foreign reports whether the function words are those of another language. A
// short draft may have none at all, and is taken for English.
func foreign(s text.Script) bool {
	other := max(s.Spanish, s.French, s.German, s.Portuguese)
	return s.Words >= 5 && other >= 200 && other > 2*s.English
}
