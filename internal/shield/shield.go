// Package shield leaves labour speech alone. It runs last, and no bundle can
// configure it: on a labour topic only what is tied to one particular client
// survives, whatever rule or model found it.
//
// It does not compute "protected by law?", which depends on who replies later
// and on what is true; it detects the topic and withholds.
package shield

import (
	"secondlook/internal/policy"
	"secondlook/internal/verdict"
)

// Candidate is a finding with what the shield has to know of it.
type Candidate struct {
	verdict.Finding
	Tied  bool // it speaks of one particular client, or of a secret that is no working condition
	Doubt bool // it stands only where the trained scorer does not find the draft ordinary
}

// Apply takes back what a labour topic protects. The second result is whether
// the draft is on a labour topic.
func Apply(found []Candidate, draft policy.Cue) ([]Candidate, bool) {
	if draft&policy.CueLabour == 0 {
		return found, false
	}
	kept := found[:0]
	for _, c := range found {
		if survives(&c) {
			kept = append(kept, c)
		}
	}
	return kept, true
}

func survives(c *Candidate) bool {
	switch c.Category {
	case verdict.WorkVenting:
		return false
	case verdict.Crisis:
		return true // support is never withheld
	default:
		return c.Tied
	}
}
