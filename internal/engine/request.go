package engine

import (
	"strconv"
	"unicode/utf8"

	"secondlook/internal/verdict"
)

// Bounds of a request. Beyond them it is refused, by reason.
const (
	MaxRequest = 32 << 20 // bytes of JSON
	maxDepth   = 64       // nesting of a value nobody reads
	maxWord    = 1 << 10  // bytes of a context string
)

// RequestError says why a request could not be read. It never holds a word of
// the draft: Key is one of ParseRequest's own keys or "".
type RequestError struct {
	Key    string
	At     int // byte offset in the request
	Reason string
}

func (e *RequestError) Error() string {
	s := "request: "
	if e.Key != "" {
		s += "key " + strconv.Quote(e.Key) + ": "
	}
	return s + e.Reason + " at byte " + strconv.Itoa(e.At)
}

// ParseRequest reads a check request, one JSON object:
//
//	{"text": string, "site", "account", "audience", "locale", "region", "setting": string,
//	 "attachments": whole number, "edit": UTF-16 offset, "explain": bool}
//
// Only "text" must be there; null is as good as absent; unknown keys are
// skipped; of a repeated key the last stands. Without "edit" Context.Edit is
// -1. The draft is valid UTF-8: a lone surrogate escape and an invalid byte
// become U+FFFD, one UTF-16 unit each. Errors are *RequestError.
func ParseRequest(b []byte) (draft string, ctx Context, err error) {
	ctx = Context{Edit: -1}
	if len(b) > MaxRequest {
		return "", ctx, &RequestError{At: MaxRequest, Reason: "longer than 32 MB"}
	}
	p := parser{b: b}
	found := false
	if p.request(&draft, &found, &ctx) && !found {
		p.fail("missing")
		p.err.Key = "text"
	}
	if p.err != nil {
		return "", Context{Edit: -1}, p.err
	}
	return draft, ctx, nil
}

// parser reads one request. Its methods return false once err is set.
type parser struct {
	b   []byte
	i   int
	key string // the known key being read, "" else
	err *RequestError
}

func (p *parser) request(draft *string, found *bool, ctx *Context) bool {
	ok := p.members(func(key string) bool {
		p.key = known(key)
		at := p.i
		if p.key != "" && p.literal("null") {
			*found = *found && p.key != "text"
			return true
		}
		p.i = at
		ok := p.member(draft, found, ctx)
		if ok {
			p.key = ""
		}
		return ok
	})
	if !ok {
		return false
	}
	p.space()
	if p.i < len(p.b) {
		return p.fail("something after the request")
	}
	return true
}

// member reads the value of p.key.
func (p *parser) member(draft *string, found *bool, ctx *Context) bool {
	switch p.key {
	case "text":
		s, ok := p.str(MaxRequest)
		*draft, *found = s, ok
		return ok
	case "site":
		return p.word(&ctx.Site)
	case "account":
		return p.word(&ctx.Account)
	case "audience":
		return p.word(&ctx.Audience)
	case "locale":
		return p.word(&ctx.Locale)
	case "region":
		return p.word(&ctx.Region)
	case "setting":
		return p.word(&ctx.Setting)
	case "attachments":
		return p.whole(&ctx.Attachments)
	case "edit":
		return p.whole(&ctx.Edit)
	case "explain":
		return p.flag(&ctx.Explain)
	}
	return p.skip(0)
}

// known returns key if ParseRequest reads it, and "" else: a key nobody knows
// might be anything, so it is never repeated in an error.
func known(key string) string {
	switch key {
	case "text", "site", "account", "audience", "locale", "region", "setting", "attachments", "edit", "explain":
		return key
	}
	return ""
}

// AppendRequest appends the request for draft in ctx, as ParseRequest reads
// it, to dst.
func AppendRequest(dst []byte, draft string, ctx Context) []byte {
	dst = append(dst, `{"text":`...)
	dst = verdict.AppendQuoted(dst, draft)
	for _, w := range [...]struct{ key, value string }{
		{"site", ctx.Site}, {"account", ctx.Account}, {"audience", ctx.Audience},
		{"locale", ctx.Locale}, {"region", ctx.Region}, {"setting", ctx.Setting},
	} {
		if w.value != "" {
			dst = append(dst, `,"`+w.key+`":`...)
			dst = verdict.AppendQuoted(dst, w.value)
		}
	}
	if ctx.Attachments > 0 {
		dst = strconv.AppendInt(append(dst, `,"attachments":`...), int64(ctx.Attachments), 10)
	}
	if ctx.Edit >= 0 {
		dst = strconv.AppendInt(append(dst, `,"edit":`...), int64(ctx.Edit), 10)
	}
	if ctx.Explain {
		dst = append(dst, `,"explain":true`...)
	}
	return append(dst, '}')
}

// decode appends s, an escape-free stretch of a JSON string, with invalid
// bytes replaced.
func decode(dst, s []byte) []byte {
	if utf8.Valid(s) {
		return append(dst, s...)
	}
	for len(s) > 0 {
		r, size := utf8.DecodeRune(s)
		dst = utf8.AppendRune(dst, r)
		s = s[size:]
	}
	return dst
}
