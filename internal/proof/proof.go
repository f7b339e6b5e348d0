package proof

import (
	"secondlook/internal/engine"
	"secondlook/internal/policy"
)

// Proof is one bundle under proof. It is not safe for concurrent use.
type Proof struct {
	bundle  *policy.Bundle
	with    *engine.Engine // by the bundle and the built-in rules
	without *engine.Engine // by the built-in rules alone
	texts   []said
	cases   []example
	words   []filling
	corpora sentences
}

// Part is a stretch of the proof.
type Part struct {
	Name  string // a key: "texts", "examples", "practice", "protected", "slotted", "silence"
	Steps int
}

// New begins the proof of b, which Admit has let through, beside the built-in
// rules of base.
func New(base *engine.Engine, b *policy.Bundle) *Proof {
	return &Proof{
		bundle: b, with: base.With(b, 0), without: base,
		texts: textsOf(b), cases: examplesOf(b), words: fillings(b), corpora: load(),
	}
}

// uses is in how many slotted sentences each word of the bundle is tried.
const uses = 3

// parts are the proof, in order.
func (p *Proof) parts() []part {
	return []part{
		{"texts", len(p.texts), p.text},
		{"examples", len(p.cases), p.example},
		{"practice", len(p.bundle.Practice), p.practice},
		{"protected", len(p.corpora.protected), p.protected},
		{"slotted", len(p.words) * uses, p.slotted},
		{"silence", len(p.corpora.silence), p.silence},
	}
}

type part struct {
	name  string
	steps int
	try   func(i int) []policy.Refusal
}

// Parts lists what will be tried.
func (p *Proof) Parts() (out []Part) {
	for _, x := range p.parts() {
		out = append(out, Part{x.name, x.steps})
	}
	return out
}

// Steps is how many steps the proof has.
func (p *Proof) Steps() (n int) {
	for _, x := range p.parts() {
		n += x.steps
	}
	return n
}

// Run tries the steps [from,to) and returns what speaks against the bundle.
// The whole proof is every step once; their order does not matter.
func (p *Proof) Run(from, to int) (out []policy.Refusal) {
	for _, x := range p.parts() {
		for i := max(from, 0); i < min(to, x.steps); i++ {
			out = append(out, x.try(i)...)
		}
		from, to = from-x.steps, to-x.steps
	}
	return out
}
