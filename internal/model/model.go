// Package model is the trained scorer's place in the engine. No weights are
// trained yet: the judgement of this release rests on rules, referents and
// counting, and Score says nothing about any draft.
package model

import (
	"secondlook/internal/identify"
	"secondlook/internal/referent"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// Finding is a clause that the model would speak of.
type Finding struct {
	text.Span
	Category verdict.Category
	Score    int // 0 to 1000
}

// Score returns what the weights find; without weights nothing.
func Score(*text.Doc, []identify.Mention, referent.Reading) []Finding { return nil }
