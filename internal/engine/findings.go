package engine

import (
	"slices"
	"sort"

	"secondlook/internal/shield"
	"secondlook/internal/verdict"
)

// findings joins the hits of one rule into one finding, drops what a stronger
// finding of the same category already says of the same words, and puts the
// loudest first.
func findings(found []shield.Candidate) []verdict.Finding {
	var out []verdict.Finding
	for i := range found {
		f := &found[i].Finding
		at := slices.IndexFunc(out, func(o verdict.Finding) bool { return o.Rule == f.Rule })
		if at < 0 {
			out = append(out, *f)
			continue
		}
		out[at].Spans = append(out[at].Spans, f.Spans...)
		out[at].Score = max(out[at].Score, f.Score)
	}
	out = slices.DeleteFunc(out, func(f verdict.Finding) bool { return covered(&f, out) || answered(&f, out) })
	for i := range out {
		out[i].Spans = tidy(out[i].Spans)
	}
	// One copy of the sort for all, by sort: each of slices' own is ten thousand bytes of engine.wasm.
	sort.SliceStable(out, func(i, j int) bool {
		a, b := &out[i], &out[j]
		if a.Level != b.Level {
			return a.Level > b.Level
		}
		if at := first(a) - first(b); at != 0 {
			return at < 0
		}
		return a.Rule < b.Rule
	})
	return out
}

// first is where a finding begins; one that points at no words comes last.
func first(f *verdict.Finding) int {
	if len(f.Spans) == 0 {
		return 1<<31 - 1
	}
	return f.Spans[0].Start
}

// covered reports whether another finding of the same category is louder and
// touches every span of f. An agency's finding never hides a built-in one.
func covered(f *verdict.Finding, all []verdict.Finding) bool {
	for i := range all {
		o := &all[i]
		if o.Category != f.Category || o.Level <= f.Level || o.Rule == f.Rule || o.Says != nil && f.Says == nil {
			continue
		}
		if !slices.ContainsFunc(f.Spans, func(s verdict.Span) bool {
			return !slices.ContainsFunc(o.Spans, func(t verdict.Span) bool { return s.Overlaps(t.Span) })
		}) {
			return true
		}
	}
	return false
}

// answered reports whether another finding says what f says of a danger and is
// surer, or says what to do for someone served or close where f says how to meet
// a stranger: one card for one danger, and the right one.
func answered(f *verdict.Finding, all []verdict.Finding) bool {
	return f.Category == verdict.Crisis && f.Says == nil && slices.ContainsFunc(all, func(o verdict.Finding) bool {
		return f.Message == "crisis_other" && (o.Message == "crisis_client" || o.Message == "crisis_close") || o.Message == f.Message && o.Score > f.Score
	})
}

// tidy sorts spans and drops those that lie inside an earlier one of the same type.
func tidy(spans []verdict.Span) []verdict.Span {
	sort.SliceStable(spans, func(i, j int) bool {
		if spans[i].Start != spans[j].Start {
			return spans[i].Start < spans[j].Start
		}
		return spans[i].End > spans[j].End
	})
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && out[n-1].Contains(s.Span) {
			continue
		}
		out = append(out, s)
	}
	return out
}
