package issue

import (
	"secondlook/internal/policy"
	"secondlook/internal/verdict"
)

// Raises reports whether some level is higher under next than under before: a
// rule of the agency's that is new or louder, or a built-in one. It is the
// question that the extension asks (rules-raises.ts), so that nothing is
// published that browsers refuse.
func Raises(before, next *policy.Bundle) bool {
	known := map[string]*policy.AgencyRule{}
	for i := range before.Rules {
		known[before.Rules[i].ID] = &before.Rules[i]
	}
	for i := range next.Rules {
		own, agency := loudness(&next.Rules[i])
		ownBefore, agencyBefore := loudness(known[next.Rules[i].ID])
		if own > ownBefore || agency > agencyBefore {
			return true
		}
	}
	return builtInRaises(levelsOf(before), levelsOf(next))
}

// loudness is how loud a rule is on a worker's own account and on the agency's:
// there an agency's preference may be loud.
func loudness(r *policy.AgencyRule) (own, agency verdict.Level) {
	switch {
	case r == nil:
		return verdict.Clear, verdict.Clear
	case r.Authority == "agency":
		return min(r.Level, verdict.Note), r.Level
	}
	return r.Level, r.Level
}

// builtInRaises: a browser does not know how loud a check is unchanged, so a
// change that is taken back counts, and a new one counts from caution on.
func builtInRaises(before, next map[string]verdict.Level) bool {
	for rule := range before {
		if _, still := next[rule]; !still {
			return true
		}
	}
	for rule, level := range next {
		was, ok := before[rule]
		if !ok {
			was = verdict.Note
		}
		if level > was {
			return true
		}
	}
	return false
}

func levelsOf(b *policy.Bundle) map[string]verdict.Level {
	out := map[string]verdict.Level{}
	for _, l := range b.Levels {
		out[l.Rule] = l.Level
	}
	return out
}
