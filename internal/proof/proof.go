package proof

import (
	"secondlook/internal/engine"
	"secondlook/internal/policy"
)

// Proof is one bundle under proof. It is not safe for concurrent use.
type Proof struct {
	bundle  *policy.Bundle
	with    *engine.Engine // by the bundle and the built-in rules, nil before it was asked
	without *engine.Engine // by the built-in rules alone
	texts   []said
	cases   []example
	words   []filling
	corpora sentences
	read    int // what the slice that runs has read, see reads
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
		bundle: b, without: base,
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
	for from < to {
		next, refused := p.Slice(from, to)
		if next == from {
			return out
		}
		from, out = next, append(out, refused...)
	}
	return out
}

// enough is how many bytes a slice reads, see reads: in a browser that has just
// begun to run the engine these take some milliseconds.
const enough = 4096

// Slice tries the steps from `from` on, to `to` at most, and ends sooner where
// they are long or a part of the proof ends, so that whoever waits for the
// thread waits little. It returns the step to go on with; from itself where
// there is none.
func (p *Proof) Slice(from, to int) (next int, out []policy.Refusal) {
	at := max(from, 0)
	for _, x := range p.parts() {
		if at >= x.steps {
			from, to, at = from-x.steps, to-x.steps, at-x.steps
			next += x.steps
			continue
		}
		p.read = 0
		for at < min(to, x.steps) && p.read < enough {
			out = append(out, x.try(at)...)
			at++
		}
		return next + at, out
	}
	return next + at, out
}
