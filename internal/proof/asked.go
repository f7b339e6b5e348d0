package proof

import (
	"secondlook/internal/engine"
	"secondlook/internal/verdict"
)

// dear is how many times as long as looking for the agency's own wordings a
// whole check takes, the scorer in it.
const dear = 8

// reads counts what a slice spends, in bytes looked through for wordings.
func (p *Proof) reads(s string) { p.read += len(s) + 16 }

// withBundle is made when it is first asked, so that beginning a proof and its
// first step take half the time each.
func (p *Proof) withBundle() *engine.Engine {
	if p.with == nil {
		p.with = p.without.With(p.bundle, 0)
	}
	return p.with
}

func (p *Proof) check(by *engine.Engine, draft string, ctx engine.Context) verdict.Verdict {
	p.read += dear * len(draft)
	return by.Check(draft, ctx)
}

// agency is what the agency's rules find before the shield, and how many
// elements they tried.
func (p *Proof) agency(draft string) (found []verdict.Finding, spent int) {
	p.reads(draft)
	return p.withBundle().Agency(draft, loudest)
}

// standing is what the shield leaves of it.
func (p *Proof) standing(draft string) []verdict.Finding {
	p.reads(draft)
	return p.withBundle().Standing(draft, loudest)
}
