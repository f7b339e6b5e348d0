package main

import (
	"bytes"
	"strconv"

	"secondlook/internal/engine"
	"secondlook/internal/policy"
	"secondlook/internal/trust"
	"secondlook/internal/verdict"
)

// verify looks at the first n bytes of the request buffer: a line of JSON and
// an .rbundle. It neither reads nor changes the rules that are loaded.
func (p *port) verify(n int32) (out []byte) {
	defer func() {
		if recover() != nil {
			out = p.deny("engine", "engine")
		}
	}()
	if n < 0 || n > engine.MaxRequest {
		return p.deny("request", trust.ReasonSize.String())
	}
	if int(n) > len(p.in) {
		return p.deny("request", "memory")
	}
	line, file, ok := bytes.Cut(p.in[:n], []byte("\n"))
	in, read := parseVerify(line)
	if !ok || !read {
		return p.deny("request", trust.ReasonMalformed.String())
	}
	in.Schema = policy.BundleSchema
	opened, err := trust.OpenFile(file)
	if err == nil {
		in.File = *opened
		var r *trust.Result
		if r, err = trust.Verify(in); err == nil {
			return p.accept(r, int(n))
		}
	}
	return p.refusal(err)
}

// accept answers with what was accepted. The bundle is the last thing in the
// request, which ends at byte n.
func (p *port) accept(r *trust.Result, n int) []byte {
	w := object{p.start()}
	w.bool("ok", true)
	w.open("pins")
	w.pins(&r.Pins)
	w.close()
	w.str("fingerprint", r.Fingerprint)
	w.str("name", r.Root.Name)
	w.int("need", int64(r.Root.Need))
	w.list("approvers", namesOf(r.Root.Approvers))
	w.str("freshness", r.Freshness.String())
	w.bool("clock_behind", r.ClockBehind)
	if r.Head != nil {
		w.int("head_issued", r.Head.Issued)
		w.int("head_stale", r.Head.Stale)
	}
	w.int("acts_from", r.ActsFrom)
	size := r.Release().Size
	w.int("bundle_at", int64(n)-size)
	w.int("bundle_size", size)
	w.key("releases")
	w.b = append(w.b, '[')
	for i := range r.Releases {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.release(&r.Releases[i])
	}
	p.out = append(w.b, "]}"...)
	return p.out
}

func (w *object) release(r *trust.Signed) {
	w.b = append(w.b, '{')
	w.int("seq", r.Seq)
	w.str("hash", r.Hash())
	w.int("root", r.Root)
	w.int("issued", r.Issued)
	w.str("bundle", r.Bundle)
	w.int("size", r.Size)
	w.int("schema", r.Schema)
	w.bool("raises", r.Raises)
	w.str("author", r.Author)
	w.str("report", r.Report)
	w.list("approvers", r.Approvers)
	w.list("changes", r.Changes)
	w.close()
}

func (w *object) pins(p *trust.Pins) {
	w.str("agency", p.Agency)
	w.str("root", p.Root)
	w.int("root_version", p.RootVersion)
	w.int("seq", p.Seq)
	w.str("release", p.Release)
	w.int("acts_from", p.ActsFrom)
	w.int("head_issued", p.HeadIssued)
	w.int("clock", p.Clock)
}

// refusal answers with a reason of trust's.
func (p *port) refusal(err error) []byte {
	r, ok := err.(*trust.Refusal)
	if !ok {
		return p.deny("engine", "engine")
	}
	w := object{p.start()}
	w.bool("ok", false)
	w.str("reason", r.Reason.String())
	w.str("part", r.Part)
	w.int("number", r.Number)
	if r.Have != "" || r.Got != "" {
		w.str("have", r.Have)
		w.str("got", r.Got)
	}
	if r.Need > 0 {
		w.int("signed", int64(r.Signed))
		w.int("need", int64(r.Need))
	}
	p.out = append(w.b, '}')
	return p.out
}

// deny answers where the request itself was no good.
func (p *port) deny(part, reason string) []byte {
	w := object{p.start()}
	w.bool("ok", false)
	w.str("reason", reason)
	w.str("part", part)
	p.out = append(w.b, '}')
	return p.out
}

func namesOf(keys []trust.Key) []string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.Name()
	}
	return names
}

// object appends a JSON object member by member; the first opens it.
type object struct{ b []byte }

func (w *object) key(name string) {
	sep := byte(',')
	switch {
	case len(w.b) == 0:
		sep = '{'
	case w.b[len(w.b)-1] == '{':
		sep = 0
	}
	if sep != 0 {
		w.b = append(w.b, sep)
	}
	w.b = append(append(append(w.b, '"'), name...), `":`...)
}

func (w *object) open(name string) {
	w.key(name)
	w.b = append(w.b, '{')
}

func (w *object) close() { w.b = append(w.b, '}') }

func (w *object) str(name, value string) {
	w.key(name)
	w.b = verdict.AppendQuoted(w.b, value)
}

func (w *object) int(name string, n int64) {
	w.key(name)
	w.b = strconv.AppendInt(w.b, n, 10)
}

func (w *object) bool(name string, v bool) {
	w.key(name)
	w.b = strconv.AppendBool(w.b, v)
}

func (w *object) list(name string, values []string) {
	w.key(name)
	w.b = append(w.b, '[')
	for i, v := range values {
		if i > 0 {
			w.b = append(w.b, ',')
		}
		w.b = verdict.AppendQuoted(w.b, v)
	}
	w.b = append(w.b, ']')
}
