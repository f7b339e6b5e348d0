package main

import (
	"regexp"

	"secondlook/internal/corpus"
	"secondlook/internal/verdict"
)

// The keyword baseline is what one would write in an afternoon: somebody served
// named as such alerts, and holds where an age, a day or a name stands by; some
// words of the trade alert by themselves.
var (
	servedWords = regexp.MustCompile(`(?i)\b(?:my|our|one of my|one of our|this|that|a) (?:\w+ )?(?:client|patient|student|pupil|resident|foster (?:kid|child|son|daughter)|inmate|arrestee|case|pt)s?\b`)
	detailWords = regexp.MustCompile(`(?i)\b(?:\d+[- ]?(?:yo|y/o|years?[- ]old)|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|this morning|last night)\b|\bnamed [A-Z]`)
	aloneWords  = regexp.MustCompile(`(?i)\b(?:ssn|mrn|case number|docket|door code|passcode|home visit|group home|intake|caseload|overdosed|suicidal|self[- ]harm|kill myself|want to die|friend request|added me on facebook|selfie with)\b`)
)

// keywordSystem is the keyword baseline.
func keywordSystem() system {
	return system{"keywords", func() judge { return keywords }}
}

func keywords(text string) (out corpus.Found) {
	switch served := servedWords.MatchString(text); {
	case served && detailWords.MatchString(text):
		out.Level = verdict.Hold
	case served, aloneWords.MatchString(text):
		out.Level = verdict.Caution
	}
	return out
}
