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
		bundle: b, seq: seq, matcher: rules.CompileLists(b.Patterns()), masks: rules.NewMasks(b),
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
	// What is proved of a bundle is proved in English: that it leaves labour speech alone.
	if !c.foreign && !c.whole {
		c.found = append(c.found, c.engine.agency.finds(c.doc, c.ctx.Account, &c.agency)...)
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

// finds runs the agency's own rules over a draft's words; what earlier steps
// found is nothing to them. On a labour topic, and beside any word of working
// life, the shield takes all of it back.
func (o *overlay) finds(doc *text.Doc, account string, b *rules.Budget) (out []shield.Candidate) {
	in := rules.Bare(doc)
	for _, h := range o.matcher.Find(&in, b) {
		span := verdict.Span{Span: doc.Cover(h.First, h.Last), Type: verdict.Phrase}
		out = append(out, shield.Candidate{Finding: o.finding(h.Rule, account, span)})
	}
	for _, k := range o.masks.Find(doc, b) {
		out = append(out, shield.Candidate{Finding: o.finding(k.Rule, account, verdict.Span{Span: k.Span, Type: verdict.RecordID})})
	}
	return out
}

// finding words a finding of the bundle's rule. Its id begins with the
// agency's, so that it is never taken for a built-in one.
func (o *overlay) finding(rule int, account string, at verdict.Span) verdict.Finding {
	r := &o.bundle.Rules[rule]
	f := verdict.Finding{
		Rule: o.bundle.Agency + "/" + r.ID, Category: r.Category, Level: r.Level, Score: agencyScore,
		Says: r.Message, Authority: r.Authority, Cite: r.Cite, Spans: []verdict.Span{at},
	}
	if r.Authority == "agency" && account != "agency" {
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
	budget := rules.Budget(AgencyBudget)
	for _, f := range e.agency.finds(text.Read(draft), ctx.Account, &budget) {
		found = append(found, f.Finding)
	}
	return found, AgencyBudget - int(budget)
}

// Standing returns those of the agency's findings that Check gives, after the
// shield. It asks as little of the engine as will tell.
func (e *Engine) Standing(draft string, ctx Context) (found []verdict.Finding) {
	if e.agency == nil {
		return nil
	}
	doc, budget := text.Read(draft), rules.Budget(AgencyBudget)
	if shield.Working(doc) || len(e.agency.finds(doc, ctx.Account, &budget)) == 0 {
		return nil
	}
	for _, f := range e.Check(draft, ctx).Findings {
		if f.Says != nil {
			found = append(found, f)
		}
	}
	return found
}

// Listed returns what the built-in rules of words find in a draft, the scorer
// and the shield left out: for reading the texts of a bundle.
func (e *Engine) Listed(draft string) (found []verdict.Finding) {
	c := e.look(draft, Context{Edit: -1}, stepBudget)
	for _, run := range []func(*check){(*check).identifiers, (*check).referents, (*check).cues, (*check).rules} {
		run(&c)
	}
	for _, f := range c.found {
		found = append(found, f.Finding)
	}
	return found
}
