package main

import (
	"bytes"
	"runtime"
	"strconv"

	"secondlook/internal/engine"
	"secondlook/internal/policy"
	"secondlook/internal/proof"
	"secondlook/internal/verdict"
)

const (
	abiVersion = 1
	keep       = 1 << 20 // bytes of a buffer kept for the next call
)

// port holds what lives between calls: two buffers and the engine.
type port struct {
	in, out []byte
	engine  *engine.Engine // nil until rules were loaded
	builtIn *engine.Engine // the built-in rules alone; shared by all that adds to them
	proof   *proof.Proof   // of the bundle that is proposed, nil for none
	check   func(e *engine.Engine, draft string, ctx engine.Context) verdict.Verdict
}

func newPort() *port { return &port{check: (*engine.Engine).Check} }

// alloc returns room for n bytes, nil when n is not a size that is taken.
func (p *port) alloc(n int32) []byte {
	if n <= 0 || n > engine.MaxRequest {
		return nil
	}
	if cap(p.in) < int(n) || cap(p.in) > keep {
		p.in = make([]byte, max(int(n), 4096))
	}
	p.in = p.in[:n]
	return p.in
}

// answer checks the first n bytes of the request buffer.
func (p *port) answer(n int32) []byte { return p.asked(n, p.judged) }

// suggest rewrites the first n bytes of the request buffer.
func (p *port) suggest(n int32) []byte { return p.asked(n, p.rewritten) }

// asked reads the request in the first n bytes of the buffer and has say answer it.
func (p *port) asked(n int32, say func(draft string, ctx engine.Context) []byte) (out []byte) {
	defer func() {
		if recover() != nil {
			p.engine, p.proof = nil, nil // whatever it was in the middle of, start afresh
			out = p.refuse("engine", "")
		}
	}()
	if n < 0 || n > engine.MaxRequest {
		return p.refuse("size", "request longer than 32 MB")
	}
	if int(n) > len(p.in) {
		return p.refuse("memory", "not the buffer of the latest alloc")
	}
	draft, ctx, err := engine.ParseRequest(p.in[:n])
	if err != nil {
		return p.refuse("request", err.Error())
	}
	if err := p.ready(); err != nil {
		return p.refuse("engine", "")
	}
	p.out = say(draft, ctx)
	return p.out
}

// judged answers a request with its verdict.
func (p *port) judged(draft string, ctx engine.Context) []byte {
	v := p.check(p.engine, draft, ctx)
	return verdict.AppendJSON(p.start(), draft, &v)
}

// rewritten answers a request with what of its draft could be said more generally.
func (p *port) rewritten(draft string, ctx engine.Context) []byte {
	r := p.engine.Suggest(draft, ctx)
	return verdict.AppendRewritesJSON(p.start(), draft, &r)
}

// ready loads the built-in rules where no rules were loaded.
func (p *port) ready() error {
	if p.engine != nil {
		return nil
	}
	rules, err := policy.Baseline()
	if err != nil {
		return err
	}
	p.builtIn = engine.New(rules)
	p.engine = p.builtIn
	return nil
}

// load takes the first n bytes of the request buffer as rules.
func (p *port) load(n int32) (out []byte) {
	defer func() {
		if recover() != nil {
			p.engine, p.proof = nil, nil
			out = p.report("the rules could not be loaded")
		}
	}()
	if n < 0 || int(n) > len(p.in) {
		return p.report("not the buffer of the latest alloc")
	}
	if err := p.ready(); err != nil {
		return p.report(err.Error())
	}
	if n == 0 || bytes.Equal(p.in[:n], policy.BaselineBytes()) {
		p.engine = p.builtIn
		return p.report("")
	}
	seq, blob, err := numbered(p.in[:n])
	if err != nil {
		return p.report(err.Error())
	}
	b, err := policy.OpenBundle(blob)
	if err != nil {
		return p.report(err.Error())
	}
	p.engine = p.builtIn.With(b, seq)
	return p.report("")
}

// start returns the answer's buffer, empty. A large one is not kept.
func (p *port) start() []byte {
	if cap(p.out) > keep {
		p.out = nil
	}
	return p.out[:0]
}

func (p *port) refuse(code, reason string) []byte {
	out := verdict.AppendQuoted(append(p.start(), `{"error":`...), code)
	if reason != "" {
		out = verdict.AppendQuoted(append(out, `,"reason":`...), reason)
	}
	p.out = append(out, '}')
	return p.out
}

func (p *port) report(reason string) []byte {
	out := append(p.start(), `{"ok":`...)
	out = strconv.AppendBool(out, reason == "")
	if reason != "" {
		out = verdict.AppendQuoted(append(out, `,"reason":`...), reason)
	} else {
		out = verdict.AppendQuoted(append(out, `,"engine":`...), engine.Revision)
		if b, seq := p.engine.Bundle(); b == nil {
			out = append(out, `,"rules":"built-in"`...)
		} else {
			out = verdict.AppendQuoted(append(out, `,"rules":"bundle","agency":`...), b.Agency)
			out = strconv.AppendInt(append(out, `,"seq":`...), int64(seq), 10)
			out = strconv.AppendInt(append(out, `,"count":`...), int64(len(b.Rules)), 10)
		}
	}
	p.out = append(out, '}')
	return p.out
}

// settle runs after an answer was made. Between calls of a host no goroutine
// runs, so Go's collector would fall behind for good: it is let finish here
// what it had begun. After a long draft it is run at once, so that the next
// check finds the heap as small as before.
func (p *port) settle() {
	if len(p.in) > keep/4 {
		runtime.GC()
		return
	}
	runtime.Gosched()
}
