// Package engine is the post-risk classifier: Check reads a draft and gives a
// verdict. It is an ordered list of steps and nothing else; each step lives in
// a package of its own.
//
// Check is pure and deterministic: no clock, no randomness, no floats, no I/O.
// The same draft and context give the same verdict bytes natively, under
// wazero, in V8 and in SpiderMonkey.
package engine

import (
	"secondlook/internal/model"
	"secondlook/internal/policy"
	"secondlook/internal/referent"
	"secondlook/internal/rules"
	"secondlook/internal/shield"
	"secondlook/internal/verdict"
)

// Revision names this engine in every verdict.
const Revision = "0.1.0"

// Context is what is known about a draft beside its text. The zero value is
// an unknown site and a personal account.
type Context struct {
	Site        string
	Account     string // "personal" or "agency"; unknown is personal
	Audience    string // "public" or "private"; a private audience never clears
	Attachments int
	Locale      string
	Region      string // ISO 3166 alpha-2
	Setting     string // "child-welfare", "shelter", "health"…, "" when not said
	Edit        int    // UTF-16 offset of the last edit, or -1; see read windows
	Explain     bool   // fill Verdict.Explain
}

// Engine holds the rules in force. It is not safe for concurrent use.
type Engine struct {
	matcher *rules.Matcher
	scorer  *model.Scorer
	people  *referent.Relations
	agency  *overlay        // an agency's rules, nil for none
	without map[string]bool // steps left out, to measure what each is worth
}

// New returns an engine that judges by p.
func New(p *policy.Policy) *Engine {
	return &Engine{matcher: rules.Compile(p), scorer: model.Trained(), people: referent.Learnt()}
}

// Relate puts other weights in place of those by which people are read; nil is
// none. For the trainer.
func (e *Engine) Relate(r *referent.Relations) { e.people = r }

// Weigh puts another scorer in place of the trained one, to measure it.
func (e *Engine) Weigh(s *model.Scorer) { e.scorer = s }

// Check judges one draft, which is valid UTF-8 (ParseRequest sees to it).
func (e *Engine) Check(draft string, ctx Context) verdict.Verdict {
	v := verdict.Verdict{Engine: Revision, Read: windows(draft, ctx.Edit)}
	if b, seq := e.Bundle(); b != nil {
		v.Agency, v.Seq = b.Agency, seq
	}
	var found []shield.Candidate
	var about policy.Cue
	working := false // a word of working life, where an agency's rules are silent
	budget, agency := rules.Budget(stepBudget), rules.Budget(AgencyBudget)
	for _, w := range v.Read {
		c := e.look(draft[w.Start:w.End], ctx, budget)
		c.agency = agency
		read := coverage(c.doc, c.whole, w.End-w.Start < len(draft) && len(v.Read) == 1)
		c.foreign = read == verdict.Identifiers
		v.Coverage = max(v.Coverage, read)
		c.run()
		c.shift(w.Start)
		budget, agency = c.budget, c.agency
		about |= c.input.Draft
		working = working || e.agency != nil && shield.Working(c.doc)
		found = append(found, c.found...)
		v.Explain = append(v.Explain, c.lines...)
		if len(c.parts) > len(v.Combination) {
			v.Combination = c.parts
		}
	}
	if !e.without["shield"] {
		found, v.Protected = shield.Apply(found, about)
		if v.Protected || working {
			found = shield.Withhold(found)
		}
	}
	v.Findings = findings(found)
	told := false
	for i := range v.Findings {
		v.Level = max(v.Level, v.Findings[i].Level)
		told = told || v.Findings[i].Category == verdict.ClientStory
	}
	if !told {
		v.Combination = nil // its story was withheld, or fell: nothing is left to add up
	}
	return v
}

// shift moves all that a window found to its place in the draft.
func (c *check) shift(by int) {
	if by == 0 {
		return
	}
	for i := range c.found {
		for j := range c.found[i].Spans {
			c.found[i].Spans[j].Start += by
			c.found[i].Spans[j].End += by
		}
	}
	for i := range c.parts {
		c.parts[i].Start += by
		c.parts[i].End += by
	}
	for i := range c.lines {
		c.lines[i].Span.Start += by
		c.lines[i].Span.End += by
	}
}

// stepBudget is how many elements the rules may try on one draft; it is a
// hundred times what an ordinary long post needs.
const stepBudget = 20_000_000
