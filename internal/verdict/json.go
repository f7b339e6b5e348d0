package verdict

import (
	"strconv"
	"unicode/utf8"

	"secondlook/internal/text"
)

// AppendJSON appends the verdict's JSON to dst. source is the draft the
// verdict's byte offsets point into; every offset written is in UTF-16 units
// of it. The form is fixed: same verdict, same bytes.
//
//	{"level","protected","coverage","offsets":"utf16",
//	 "read":[{"start","end"}],
//	 "findings":[{"rule","category","level","score","message","authority","cite",
//	              "spans":[{"start","end","type","text"}],"rewrites":[]}],
//	 "combination":{"count","parts":[{"kind","start","end"}]},
//	 "engine","bundle":{"agency","seq"}}
//
// rewrites is empty here: what could be said more generally is asked for apart (AppendRewritesJSON).
// A built-in rule's message is a key of the locale, an agency's an object of
// language to text. And, only where Explain is not nil, "explain":[{"step","text","start","end"}]
// last. count is how many different kinds the parts have.
func AppendJSON(dst []byte, source string, v *Verdict) []byte {
	w := writer{dst: dst, units: newUnits(source)}
	w.raw(`{"level":`).quote(v.Level.String())
	w.raw(`,"protected":`).raw(strconv.FormatBool(v.Protected))
	w.raw(`,"coverage":`).quote(v.Coverage.String())
	w.raw(`,"offsets":"utf16","read":[`)
	for i, s := range v.Read {
		w.comma(i).raw("{").edges(s).raw("}")
	}
	w.raw(`],"findings":[`)
	for i := range v.Findings {
		w.comma(i).finding(&v.Findings[i])
	}
	w.raw(`],"combination":`).combination(v.Combination)
	w.raw(`,"engine":`).quote(v.Engine)
	w.raw(`,"bundle":{"agency":`).quote(v.Agency)
	w.raw(`,"seq":`).int(v.Seq).raw("}")
	if v.Explain != nil {
		w.raw(`,"explain":[`)
		for i := range v.Explain {
			w.comma(i).step(&v.Explain[i])
		}
		w.raw("]")
	}
	w.raw("}")
	return w.dst
}

// writer appends JSON; its methods return it so that one line can hold a key
// and its value. The small ones are calls and no copies: copies of them were a third of engine.wasm's room
// for an answer.
type writer struct {
	dst   []byte
	units units
}

func (w *writer) finding(f *Finding) {
	w.raw(`{"rule":`).quote(f.Rule)
	w.raw(`,"category":`).quote(f.Category.String())
	w.raw(`,"level":`).quote(f.Level.String())
	w.raw(`,"score":`).int(f.Score)
	w.raw(`,"message":`).message(f)
	w.raw(`,"authority":`).quote(f.Authority)
	w.raw(`,"cite":`).quote(f.Cite)
	w.raw(`,"spans":[`)
	for i, s := range f.Spans {
		w.comma(i).raw("{").edges(s.Span)
		w.raw(`,"type":`).quote(s.Type.String())
		w.raw(`,"text":`).quote(w.words(s.Span)).raw("}")
	}
	w.raw(`],"rewrites":[]}`)
}

// message is a key of the locale, or an agency's map from language to text.
func (w *writer) message(f *Finding) {
	if f.Says == nil {
		w.quote(f.Message)
		return
	}
	w.dst = AppendSaid(w.dst, f.Says)
}

// AppendSaid appends an object with a text for each language.
func AppendSaid(dst []byte, said []Said) []byte {
	dst = append(dst, '{')
	for i, s := range said {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(AppendQuoted(dst, s.Lang), ':')
		dst = AppendQuoted(dst, s.Text)
	}
	return append(dst, '}')
}

func (w *writer) combination(parts []Counted) {
	var seen [Parts]bool
	count := 0
	for _, p := range parts {
		if p.Part > NoPart && p.Part < Parts && !seen[p.Part] {
			seen[p.Part] = true
			count++
		}
	}
	w.raw(`{"count":`).int(count).raw(`,"parts":[`)
	for i, p := range parts {
		w.comma(i).raw(`{"kind":`).quote(p.Part.String()).raw(",").edges(p.Span).raw("}")
	}
	w.raw("]}")
}

func (w *writer) step(s *Step) {
	w.raw(`{"step":`).quote(s.Step).raw(`,"text":`).quote(s.Text).raw(",").edges(s.Span).raw("}")
}

// edges writes a span's two offsets, in UTF-16 units.
func (w *writer) edges(s text.Span) *writer {
	return w.raw(`"start":`).int(w.units.at(s.Start)).raw(`,"end":`).int(w.units.at(s.End))
}

// words returns the draft's text under s, "" where s is not a stretch of it.
func (w *writer) words(s text.Span) string {
	start, end := clamp(s.Start, len(w.units.source)), clamp(s.End, len(w.units.source))
	if start >= end {
		return ""
	}
	return w.units.source[start:end]
}

//go:noinline
func (w *writer) comma(i int) *writer {
	if i > 0 {
		w.dst = append(w.dst, ',')
	}
	return w
}

//go:noinline
func (w *writer) raw(s string) *writer {
	w.dst = append(w.dst, s...)
	return w
}

//go:noinline
func (w *writer) int(n int) *writer {
	w.dst = strconv.AppendInt(w.dst, int64(n), 10)
	return w
}

//go:noinline
func (w *writer) quote(s string) *writer {
	w.dst = AppendQuoted(w.dst, s)
	return w
}

// AppendQuoted appends s as a JSON string: control characters, quote,
// backslash and U+2028/9 escaped, each invalid byte as U+FFFD. The result is
// valid UTF-8 whatever s is.
func AppendQuoted(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	plain := 0 // s[plain:i] needs no escape and is still to be copied
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		bad := r == utf8.RuneError && size == 1
		if c >= utf8.RuneSelf && !bad && r != '\u2028' && r != '\u2029' {
			i += size
			continue
		}
		dst = append(dst, s[plain:i]...)
		switch {
		case bad:
			dst = append(dst, "\uFFFD"...)
		case c == '"' || c == '\\':
			dst = append(dst, '\\', c)
		case c == '\n':
			dst = append(dst, '\\', 'n')
		case c == '\t':
			dst = append(dst, '\\', 't')
		case c == '\r':
			dst = append(dst, '\\', 'r')
		default:
			dst = append(dst, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		}
		i += size
		plain = i
	}
	dst = append(dst, s[plain:]...)
	return append(dst, '"')
}
