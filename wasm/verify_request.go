package main

import (
	"bytes"
	"strconv"

	"secondlook/internal/trust"
)

const maxVerifyLine = 4 << 10 // bytes of the line before the .rbundle

// parseVerify reads the line before the .rbundle:
//
//	{"now":unix seconds,"first_use":bool,"pins":{"agency","root","root_version",
//	 "seq","release","acts_from","head_issued","clock"}}
//
// It is a host's own program that writes it, so it is taken strictly: "now" has
// to be there, no key is unknown or stands twice, numbers are whole and not
// below 0, strings have no escapes (there is nothing in pins to escape). What
// is not in pins is "" or 0.
func parseVerify(line []byte) (in trust.Input, ok bool) {
	r := reader{rest: line}
	if len(line) > maxVerifyLine {
		return in, false
	}
	now := false
	p := &in.Pins
	ok = r.object(func(key string) bool {
		switch key {
		case "now":
			now = true
			return r.int(&in.Now)
		case "first_use":
			return r.bool(&in.FirstUse)
		case "pins":
			return r.object(func(key string) bool { return r.pin(key, p) })
		}
		return false
	})
	return in, ok && now && r.end()
}

func (r *reader) pin(key string, p *trust.Pins) bool {
	switch key {
	case "agency":
		return r.str(&p.Agency)
	case "root":
		return r.str(&p.Root)
	case "root_version":
		return r.int(&p.RootVersion)
	case "seq":
		return r.int(&p.Seq)
	case "release":
		return r.str(&p.Release)
	case "acts_from":
		return r.int(&p.ActsFrom)
	case "head_issued":
		return r.int(&p.HeadIssued)
	case "clock":
		return r.int(&p.Clock)
	}
	return false
}

// reader reads the small part of JSON that parseVerify takes.
type reader struct{ rest []byte }

func (r *reader) eat(s string) bool {
	r.rest = bytes.TrimLeft(r.rest, " \t\r")
	if !bytes.HasPrefix(r.rest, []byte(s)) {
		return false
	}
	r.rest = r.rest[len(s):]
	return true
}

func (r *reader) end() bool { return len(bytes.TrimLeft(r.rest, " \t\r")) == 0 }

// object reads an object; member reads the value of a key.
func (r *reader) object(member func(key string) bool) bool {
	if !r.eat("{") {
		return false
	}
	var seen []string
	for first := true; !r.eat("}"); first = false {
		if !first && !r.eat(",") {
			return false
		}
		var key string
		if !r.str(&key) || !r.eat(":") {
			return false
		}
		for _, s := range seen {
			if s == key {
				return false
			}
		}
		seen = append(seen, key)
		if !member(key) {
			return false
		}
	}
	return true
}

func (r *reader) str(to *string) bool {
	if !r.eat(`"`) {
		return false
	}
	for i, c := range r.rest {
		switch {
		case c == '"':
			*to, r.rest = string(r.rest[:i]), r.rest[i+1:]
			return true
		case c < 0x20 || c > 0x7e || c == '\\':
			return false
		}
	}
	return false
}

func (r *reader) int(to *int64) bool {
	r.rest = bytes.TrimLeft(r.rest, " \t\r")
	n := 0
	for n < len(r.rest) && r.rest[n] >= '0' && r.rest[n] <= '9' {
		n++
	}
	if n == 0 || n > 1 && r.rest[0] == '0' {
		return false
	}
	v, err := strconv.ParseInt(string(r.rest[:n]), 10, 64)
	*to, r.rest = v, r.rest[n:]
	return err == nil
}

func (r *reader) bool(to *bool) bool {
	*to = r.eat("true")
	return *to || r.eat("false")
}
