package text

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Read reads a draft. It never fails: every invalid byte becomes U+FFFD, and
// all offsets are into Doc.Source. Time and memory grow linearly.
func Read(source string) *Doc {
	if !utf8.ValidString(source) {
		source = replaceInvalid(source)
	}
	d := &Doc{Source: source}
	e := graphemeEdges(source)
	var hidden []int
	d.Plain, hidden = foldPlain(source, e)
	s := scanner{doc: d, text: d.Plain.Text, hidden: hidden}
	s.scan()
	d.buildLoose(s.cuts)
	d.markQuoted()
	d.splitSentences()
	return d
}

// replaceInvalid makes every invalid byte a U+FFFD of its own.
func replaceInvalid(s string) string {
	var b strings.Builder
	b.Grow(len(s) + len(s)/2)
	for _, r := range s {
		b.WriteRune(r)
	}
	return b.String()
}

// Token is the index of the token that covers byte at of the source, or else
// of the first one after it; len(d.Tokens) when there is none.
func (d *Doc) Token(at int) int {
	low, high := 0, len(d.Tokens)
	for low < high {
		mid := int(uint(low+high) >> 1)
		if d.Tokens[mid].End > at {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}

// Cover is the span of tokens [first,last); empty when there are none.
func (d *Doc) Cover(first, last int) Span {
	first, last = max(first, 0), min(last, len(d.Tokens))
	if first >= last {
		at := len(d.Source)
		if first < len(d.Tokens) {
			at = d.Tokens[first].Start
		}
		return Span{at, at}
	}
	return Span{d.Tokens[first].Start, d.Tokens[last-1].End}
}

// Slice is the original text under s, clamped to the draft.
func (d *Doc) Slice(s Span) string {
	start := min(max(s.Start, 0), len(d.Source))
	return d.Source[start:min(max(s.End, start), len(d.Source))]
}

// Widen grows s to grapheme edges and clamps it to the draft.
func (d *Doc) Widen(s Span) Span {
	start := d.Plain.edge.floor(d.Source, s.Start)
	return Span{start, max(start, d.Plain.edge.ceil(d.Source, s.End))}
}

// UTF16Len is the length of s in UTF-16 code units.
func UTF16Len(s string) int {
	n := 0
	for _, r := range s {
		if l := utf16.RuneLen(r); l > 0 {
			n += l
		} else {
			n++
		}
	}
	return n
}
