// Package engine is the post-risk classifier: Check reads a draft and gives a
// verdict. It is an ordered list of steps and nothing else; each step lives in
// a package of its own.
//
// Check is pure and deterministic: no clock, no randomness, no floats, no I/O.
// The same draft and context give the same verdict bytes natively, under
// wazero, in V8 and in SpiderMonkey.
package engine

import (
	"secondlook/internal/policy"
	"secondlook/internal/rules"
	"secondlook/internal/text"
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
}

// New returns an engine that judges by p.
func New(p *policy.Policy) *Engine { return &Engine{matcher: rules.Compile(p)} }

// Check judges one draft.
func (e *Engine) Check(draft string, ctx Context) verdict.Verdict {
	c := check{engine: e, ctx: ctx, budget: stepBudget, doc: text.Read(draft)}
	c.verdict.Engine = Revision
	c.verdict.Read = []text.Span{{Start: 0, End: len(c.doc.Source)}}
	c.run()
	return c.verdict
}

// stepBudget is how many elements the rules may try on one draft; it is a
// hundred times what an ordinary long post needs.
const stepBudget = 20_000_000
