package proof

import (
	"slices"
	"strconv"
	"strings"

	"secondlook/internal/policy"
	"secondlook/internal/verdict"
)

// example is one line of one rule.
type example struct {
	rule int
	line string
	flag bool
}

func examplesOf(b *policy.Bundle) (out []example) {
	for i := range b.Rules {
		for _, s := range b.Rules[i].Flag {
			out = append(out, example{i, s, true})
		}
		for _, s := range b.Rules[i].Pass {
			out = append(out, example{i, s, false})
		}
	}
	return out
}

// example: what a rule says of itself. A line to flag is found by that rule,
// over the bracketed words, and is no labour speech; one to leave alone is not.
func (p *Proof) example(i int) []policy.Refusal {
	e := &p.cases[i]
	r := &p.bundle.Rules[e.rule]
	refuse := func(why string) []policy.Refusal {
		return []policy.Refusal{{Code: "example", Where: "rule " + r.ID, Why: why, Sentence: policy.Bare(e.line)}}
	}
	if !e.flag {
		found, _ := p.agency(e.line)
		if f := p.by(found, r.ID); f != nil {
			at := f.Spans[0]
			return refuse("flags an example it is to leave alone, at \"" + e.line[at.Start:at.End] + "\"; make its words narrower, or add to unless")
		}
		return nil
	}
	draft := policy.Bare(e.line)
	before, _ := p.agency(draft)
	if p.by(before, r.ID) == nil {
		return refuse("does not flag its own example; add the wording that is used there")
	}
	f := p.by(p.standing(draft), r.ID)
	if f == nil {
		if p.check(p.withBundle(), draft, loudest).Coverage == verdict.Identifiers {
			return refuse("its example is in a language that Second Look does not read, where every rule of an agency is silent")
		}
		return refuse("its example reads as a post about work, or has words of working life (a shift, a colleague, staff), beside which every rule of an agency is silent; choose a post that speaks of a client alone")
	}
	from, to := strings.IndexByte(e.line, '['), strings.IndexByte(e.line, ']')-1
	if from >= 0 && !slices.ContainsFunc(f.Spans, func(s verdict.Span) bool { return s.Start < to && from < s.End }) {
		at := f.Spans[0]
		return refuse("flags \"" + draft[at.Start:at.End] + "\", not the words in [brackets]")
	}
	return nil
}

func (p *Proof) by(found []verdict.Finding, rule string) *verdict.Finding {
	for i := range found {
		if found[i].Rule == p.bundle.Agency+"/"+rule {
			return &found[i]
		}
	}
	return nil
}

// practice: a post to practise on is shown as the bundle says, on a personal
// account.
func (p *Proof) practice(i int) []policy.Refusal {
	post := &p.bundle.Practice[i]
	personal := loudest
	personal.Account = "personal"
	if v := p.check(p.withBundle(), post.Draft, personal); v.Level != post.Expect {
		return []policy.Refusal{{
			Code: "example", Where: "practice post " + strconv.Itoa(i+1), Sentence: post.Draft,
			Why: "is shown as " + v.Level.String() + " and not as " + post.Expect.String() + "; change expect, or the post",
		}}
	}
	return nil
}
