package engine

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// fail records the first thing that was wrong and returns false.
func (p *parser) fail(reason string) bool {
	if p.err == nil {
		p.err = &RequestError{Key: p.key, At: min(p.i, len(p.b)), Reason: reason}
	}
	return false
}

func (p *parser) space() {
	for p.i < len(p.b) {
		switch p.b[p.i] {
		case ' ', '\t', '\n', '\r':
			p.i++
		default:
			return
		}
	}
}

// next skips white space and eats c if it is there.
func (p *parser) next(c byte) bool {
	p.space()
	if p.i < len(p.b) && p.b[p.i] == c {
		p.i++
		return true
	}
	return false
}

// literal eats word if it is there.
func (p *parser) literal(word string) bool {
	p.space()
	if bytes.HasPrefix(p.b[p.i:], []byte(word)) {
		p.i += len(word)
		return true
	}
	return false
}

// members reads an object and calls value with each key, the parser standing
// before the key's value.
func (p *parser) members(value func(key string) bool) bool {
	if !p.next('{') {
		return p.fail("want an object")
	}
	if p.next('}') {
		return true
	}
	for {
		p.key = ""
		key, ok := p.name()
		if !ok || !value(key) {
			return false
		}
		if p.next('}') {
			return true
		}
		if !p.next(',') {
			return p.fail("want , or }")
		}
	}
}

// name reads a key and its colon.
func (p *parser) name() (string, bool) {
	p.space()
	key, ok := p.str(MaxRequest)
	if !ok {
		return "", false
	}
	if !p.next(':') {
		return "", p.fail("want a colon")
	}
	return key, true
}

func (p *parser) word(s *string) bool {
	v, ok := p.str(maxWord)
	if ok {
		*s = v
	}
	return ok
}

func (p *parser) flag(b *bool) bool {
	switch {
	case p.literal("true"):
		*b = true
	case p.literal("false"):
		*b = false
	default:
		return p.fail("want true or false")
	}
	return true
}

// whole reads a whole number from 0 to 1,000,000,000; "edit" may be -1.
func (p *parser) whole(n *int) bool {
	p.space()
	if p.key == "edit" && p.literal("-1") {
		*n = -1
		return p.ended()
	}
	start, v := p.i, 0
	for p.i < len(p.b) && p.b[p.i] >= '0' && p.b[p.i] <= '9' {
		if v = v*10 + int(p.b[p.i]-'0'); v > 1_000_000_000 {
			return p.fail("number too large")
		}
		p.i++
	}
	if p.i == start || (p.b[start] == '0' && p.i > start+1) {
		return p.fail("want a whole number, 0 or more")
	}
	*n = v
	return p.ended()
}

// ended fails unless a number stops here.
func (p *parser) ended() bool {
	if p.i < len(p.b) {
		switch p.b[p.i] {
		case ',', '}', ']', ' ', '\t', '\n', '\r':
		default:
			return p.fail("want a whole number, 0 or more")
		}
	}
	return true
}

// str reads a string of at most limit bytes.
func (p *parser) str(limit int) (string, bool) {
	if !p.next('"') {
		return "", p.fail("want a string")
	}
	var out []byte // used once an escape is met
	plain := p.i
	for p.i < len(p.b) {
		if p.i-plain+len(out) > limit {
			return "", p.fail("string too long")
		}
		switch c := p.b[p.i]; {
		case c == '"':
			out = decode(out, p.b[plain:p.i])
			p.i++
			return string(out), true
		case c == '\\':
			out = decode(out, p.b[plain:p.i])
			var ok bool
			if out, ok = p.escape(out); !ok {
				return "", false
			}
			plain = p.i
		case c < 0x20:
			return "", p.fail("control character in a string")
		default:
			p.i++
		}
	}
	return "", p.fail("string without an end")
}

// escape reads one escape, or a surrogate pair of two.
func (p *parser) escape(out []byte) ([]byte, bool) {
	if p.i+1 >= len(p.b) {
		return nil, p.fail("string without an end")
	}
	c := p.b[p.i+1]
	if c == 'u' {
		return p.unicode(out)
	}
	const from, to = `"\/bfnrt`, "\"\\/\b\f\n\r\t"
	k := bytes.IndexByte([]byte(from), c)
	if k < 0 {
		return nil, p.fail("unknown escape")
	}
	p.i += 2
	return append(out, to[k]), true
}

func (p *parser) unicode(out []byte) ([]byte, bool) {
	r, ok := p.unit(p.i)
	if !ok {
		return nil, p.fail(`want four hexadecimal digits after \u`)
	}
	p.i += 6
	if utf16.IsSurrogate(r) {
		low, ok := p.unit(p.i)
		r = utf16.DecodeRune(r, low)
		if ok && r != utf8.RuneError {
			p.i += 6
		} else {
			r = utf8.RuneError
		}
	}
	return utf8.AppendRune(out, r), true
}

// unit returns the UTF-16 unit of a \uXXXX at i.
func (p *parser) unit(i int) (rune, bool) {
	if i+6 > len(p.b) || p.b[i] != '\\' || p.b[i+1] != 'u' {
		return 0, false
	}
	var r rune
	for _, c := range p.b[i+2 : i+6] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

// skip reads over a value of any form.
func (p *parser) skip(depth int) bool {
	p.space()
	if depth > maxDepth {
		return p.fail("nested too deep")
	}
	if p.i >= len(p.b) {
		return p.fail("want a value")
	}
	switch c := p.b[p.i]; {
	case c == '"':
		_, ok := p.str(MaxRequest)
		return ok
	case c == '{':
		return p.members(func(string) bool { return p.skip(depth + 1) })
	case c == '[':
		return p.elements(depth)
	case c == '-' || (c >= '0' && c <= '9'):
		return p.number()
	}
	if p.literal("true") || p.literal("false") || p.literal("null") {
		return true
	}
	return p.fail("want a value")
}

func (p *parser) elements(depth int) bool {
	p.i++
	if p.next(']') {
		return true
	}
	for p.skip(depth + 1) {
		if p.next(']') {
			return true
		}
		if !p.next(',') {
			return p.fail("want , or ]")
		}
	}
	return false
}

// number reads over a number by JSON's grammar.
func (p *parser) number() bool {
	digits := func() bool {
		start := p.i
		for p.i < len(p.b) && p.b[p.i] >= '0' && p.b[p.i] <= '9' {
			p.i++
		}
		return p.i > start
	}
	at := func(set string) bool {
		if p.i < len(p.b) && bytes.IndexByte([]byte(set), p.b[p.i]) >= 0 {
			p.i++
			return true
		}
		return false
	}
	at("-")
	ok := at("0") || digits()
	if ok && at(".") {
		ok = digits()
	}
	if ok && at("eE") {
		at("+-")
		ok = digits()
	}
	if !ok {
		return p.fail("not a number")
	}
	return true
}
