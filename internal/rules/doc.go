// Package rules matches a policy's patterns over a draft. It knows tokens,
// classes and cues; it does not know how they were found, nor what becomes of
// a match.
package rules

import (
	"secondlook/internal/policy"
	"secondlook/internal/text"
)

// Input is a draft as the earlier steps left it. Classes, AfterPerson and
// AfterMention run beside Doc.Tokens.
type Input struct {
	Doc     *text.Doc
	Classes []policy.Class // what each token begins

	AfterPerson  []int32 // for a token that begins a person spoken of: the token after
	AfterMention []int32 // for a token that begins a mention: the token after

	Cues  []policy.Cue // of each sentence
	Draft policy.Cue   // of the whole draft

	ids []int32 // each token\'s word in the matcher, looked up once
}

// Hit is one match of a rule.
type Hit struct {
	Rule        int // index into Policy.Rules
	Sentence    int
	First, Last int // tokens [First,Last)
}

// Budget bounds the work of a match: one step is one element, or one
// phrase of a set, tried on one token. What is left over is left in it; at zero the matcher stops.
type Budget int

// Bare is a draft of which nothing is known but its words: enough for rules
// that ask for no class and no cue.
func Bare(doc *text.Doc) Input {
	return Input{Doc: doc, Classes: make([]policy.Class, len(doc.Tokens)), Cues: make([]policy.Cue, len(doc.Sentences))}
}
