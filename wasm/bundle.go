package main

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"secondlook/internal/policy"
	"secondlook/internal/proof"
	"secondlook/internal/verdict"
)

// most is how many steps of a proof one call tries, short ones.
const most = 64

// numbered splits a bundle from the line before it that numbers its release.
func numbered(b []byte) (seq int, blob []byte, err error) {
	if !bytes.HasPrefix(b, []byte("seq ")) {
		return 0, b, nil
	}
	head, blob, _ := bytes.Cut(b, []byte("\n"))
	seq, err = strconv.Atoi(string(head[len("seq "):]))
	if err != nil || seq < 0 || seq > 1<<31-1 {
		return 0, nil, errors.New("the release has no number")
	}
	return seq, blob, nil
}

// propose takes the first n bytes of the request buffer as a bundle to prove.
func (p *port) propose(n int32) (out []byte) {
	defer p.broken(&out)
	p.proof = nil
	if n < 0 || int(n) > len(p.in) {
		return p.report("not the buffer of the latest alloc")
	}
	if err := p.ready(); err != nil {
		return p.report(err.Error())
	}
	if n == 0 {
		return p.report("")
	}
	b, err := policy.DecodeBundle(p.in[:n])
	if err != nil {
		return p.report(err.Error())
	}
	if refused := b.Admit(); len(refused) > 0 {
		out := verdict.AppendQuoted(append(p.start(), `{"ok":false,"reason":`...), refused[0].Error())
		p.out = append(appendRefused(out, refused), '}')
		return p.out
	}
	p.proof = proof.New(p.builtIn, b)
	out = verdict.AppendQuoted(append(p.start(), `{"ok":true,"agency":`...), b.Agency)
	out = strconv.AppendInt(append(out, `,"steps":`...), int64(p.proof.Steps()), 10)
	out = append(out, `,"parts":[`...)
	for i, part := range p.proof.Parts() {
		if i > 0 {
			out = append(out, ',')
		}
		out = verdict.AppendQuoted(append(out, `{"part":`...), part.Name)
		out = append(strconv.AppendInt(append(out, `,"steps":`...), int64(part.Steps), 10), '}')
	}
	p.out = append(out, "]}"...)
	return p.out
}

// prove tries the steps that the request names.
func (p *port) prove(n int32) (out []byte) {
	defer p.broken(&out)
	if n < 0 || int(n) > len(p.in) {
		return p.report("not the buffer of the latest alloc")
	}
	if p.proof == nil {
		return p.report("no bundle is proposed")
	}
	first, last, ok := strings.Cut(string(p.in[:n]), " ")
	from, e1 := strconv.Atoi(first)
	to, e2 := strconv.Atoi(last)
	if !ok || e1 != nil || e2 != nil || from < 0 || to <= from {
		return p.report("the steps are not written FROM TO")
	}
	steps := p.proof.Steps()
	to = min(to, from+most, steps)
	next, refused := p.proof.Slice(from, to)
	out = strconv.AppendInt(append(p.start(), `{"ok":true,"next":`...), int64(next), 10)
	out = strconv.AppendInt(append(out, `,"steps":`...), int64(steps), 10)
	out = strconv.AppendBool(append(out, `,"done":`...), next >= steps)
	p.out = append(appendRefused(out, refused), '}')
	return p.out
}

// show writes a bundle out.
func (p *port) show(n int32) (out []byte) {
	defer p.broken(&out)
	if n < 0 || int(n) > len(p.in) {
		return p.report("not the buffer of the latest alloc")
	}
	b, err := policy.OpenBundle(p.in[:n])
	if err != nil {
		return p.report(err.Error())
	}
	p.out = append(policy.AppendBundleJSON(append(p.start(), `{"ok":true,"bundle":`...), b), '}')
	return p.out
}

func appendRefused(out []byte, refused []policy.Refusal) []byte {
	out = append(out, `,"refused":[`...)
	for i, r := range refused {
		if i > 0 {
			out = append(out, ',')
		}
		out = verdict.AppendQuoted(append(out, `{"code":`...), r.Code)
		out = verdict.AppendQuoted(append(out, `,"where":`...), r.Where)
		out = verdict.AppendQuoted(append(out, `,"why":`...), r.Why)
		out = verdict.AppendQuoted(append(out, `,"sentence":`...), r.Sentence)
		out = append(out, '}')
	}
	return append(out, ']')
}

// broken turns a fault of ours into a refusal; what is in force stays.
func (p *port) broken(out *[]byte) {
	if recover() != nil {
		p.proof = nil
		*out = p.report("the bundle could not be read")
	}
}
