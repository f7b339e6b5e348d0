package engine

import (
	"secondlook/internal/identify"
	"secondlook/internal/policy"
	"secondlook/internal/rules"
	"secondlook/internal/shield"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// overlay is an agency's bundle, made ready for matching. It adds to the
// built-in rules and stands behind them: no step before it knows that it is
// there, but for two things it tells them: what the agency calls the people it
// serves, and the public names of its places.
type overlay struct {
	bundle  *policy.Bundle
	seq     int
	matcher *rules.Matcher
	masks   *rules.Masks
	names   *identify.Own
	clients []string // as referent.Hint has them
	levels  map[string]verdict.Level
}

// With returns an engine that judges by the rules of e and by b. They share
// what is built in. seq is the number of the release, 0 for none.
func (e *Engine) With(b *policy.Bundle, seq int) *Engine {
	o := &overlay{
		bundle: b, seq: seq, matcher: rules.Compile(b.Patterns()), masks: rules.NewMasks(b),
		names: identify.NewOwn(b.Names), levels: map[string]verdict.Level{},
	}
	for _, w := range b.Clients {
		o.clients = append(o.clients, w.One+"~"+w.Many)
	}
	for _, l := range b.Levels {
		o.levels[l.Rule] = l.Level
	}
	with := *e
	with.agency = o
	return &with
}

// Bundle returns the bundle in force beside the built-in rules, nil for none.
func (e *Engine) Bundle() (b *policy.Bundle, seq int) {
	if e.agency == nil {
		return nil, 0
	}
	return e.agency.bundle, e.agency.seq
}

// AgencyBudget is how many elements an agency's rules may try on one draft;
// beyond it they fall silent and the built-in rules stand.
const AgencyBudget = 4_000_000

// agencyRules are the last step before the shield: the levels the agency
// changed, and the findings of its own rules.
func (c *check) agencyRules() {
	if c.engine.agency == nil {
		return
	}
	for i := range c.found {
		c.relevel(&c.found[i])
	}
	if !c.foreign {
		c.found = append(c.found, c.agencyFinds()...)
	}
}

// relevel moves a built-in finding to the level the agency gave it. Louder is
// for the agency's own accounts: what a worker does on an account of their own
// is judged as Second Look judges it for everyone.
func (c *check) relevel(f *shield.Candidate) {
	to, ok := c.engine.agency.levels[f.Rule]
	if ok && (to < f.Level || c.ctx.Account == "agency") {
		f.Level = to
	}
}

// agencyFinds runs the agency's own rules. On a labour topic, and beside any
// word of working life, the shield takes all of it back.
func (c *check) agencyFinds() (out []shield.Candidate) {
	o := c.engine.agency
	in := c.input.Afresh()
	for _, h := range o.matcher.Find(&in, &c.agency) {
		span := verdict.Span{Span: c.doc.Cover(h.First, h.Last), Type: verdict.Phrase}
		out = append(out, shield.Candidate{Finding: c.agencyFinding(h.Rule, span)})
	}
	for _, k := range o.masks.Find(c.doc, &c.agency) {
		out = append(out, shield.Candidate{Finding: c.agencyFinding(k.Rule, verdict.Span{Span: k.Span, Type: verdict.RecordID})})
	}
	return out
}

// agencyFinding words a finding of the bundle's rule. Its id begins with the
// agency's, so that it is never taken for a built-in one.
func (c *check) agencyFinding(rule int, at verdict.Span) verdict.Finding {
	r := &c.engine.agency.bundle.Rules[rule]
	f := verdict.Finding{
		Rule: c.engine.agency.bundle.Agency + "/" + r.ID, Category: r.Category, Level: r.Level, Score: agencyScore,
		Says: r.Message, Authority: r.Authority, Cite: r.Cite, Spans: []verdict.Span{at},
	}
	if r.Authority == "agency" && c.ctx.Account != "agency" {
		f.Level = min(f.Level, verdict.Note) // a preference does not follow a worker home
	}
	return f
}

// agencyScore is the certainty written into an agency's finding: its words are
// there, and nothing weighs them.
const agencyScore = 700

// Agency returns what the agency's own rules find in a draft, without the
// labour shield, and how many elements they tried. For the proof of a bundle:
// a draft is read whole, and in whatever language it is.
func (e *Engine) Agency(draft string, ctx Context) (found []verdict.Finding, spent int) {
	if e.agency == nil {
		return nil, 0
	}
	c := check{engine: e, ctx: ctx, budget: stepBudget, agency: AgencyBudget, doc: text.Read(draft)}
	c.identifiers()
	c.referents()
	c.cues()
	for _, f := range c.agencyFinds() {
		found = append(found, f.Finding)
	}
	return found, AgencyBudget - int(c.agency)
}
