package identify

import (
	"strconv"
	"strings"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// reader is one draft under the detectors' eyes: its tokens, the lists' node
// of each, and what was found so far.
type reader struct {
	doc   *text.Doc
	tok   []text.Token
	node  []*node
	wake  []wake // of each token, the detectors that look at it
	shout bool   // most words are in capitals, so that capitals say nothing
	out   []Mention
}

func newReader(doc *text.Doc) *reader {
	n := len(doc.Tokens)
	r := &reader{doc: doc, tok: doc.Tokens, node: make([]*node, n), wake: make([]wake, n), out: make([]Mention, 0, n/6+8)}
	words, caps := 0, 0
	for i := range r.tok {
		t := &r.tok[i]
		r.node[i] = lexicon.listed(t.Word)
		r.wake[i] = wakes(t, r.node[i])
		if t.Kind == text.Word && len(t.Plain) > 1 {
			words++
			if t.Has(text.AllCaps) {
				caps++
			}
		}
	}
	r.shout = caps*2 > words && words > 3
	return r
}

// wakes gives the detectors that a token wakes.
func wakes(t *text.Token, n *node) wake {
	w := n.wakes
	if t.Plain != "" && digit(t.Plain[0]) || t.Kind == text.Number {
		w |= numeralWakes
	}
	if t.Flags&(text.Capital|text.AllCaps) != 0 {
		w |= capitalWakes
	}
	return w
}

// titled reports whether the sentence of token i is written like a headline,
// so that its capitals say little.
func (r *reader) titled(i int) bool {
	s := &r.doc.Sentences[r.tok[i].Sentence]
	words, caps := 0, 0
	for k := max(s.First, i-8); k < min(s.Last, i+8); k++ {
		if r.tok[k].Kind == text.Word && len(r.tok[k].Plain) > 3 {
			words++
			if r.flag(k, text.Capital|text.AllCaps) {
				caps++
			}
		}
	}
	return words >= 4 && caps*4 >= words*3
}

// in reports whether there is a token i.
func (r *reader) in(i int) bool { return i >= 0 && i < len(r.tok) }

// word is the loose form of token i, "" where there is none.
//
//go:noinline
func (r *reader) word(i int) string {
	if !r.in(i) {
		return ""
	}
	return r.tok[i].Word
}

// is reports whether token i is one of the words of a list; see listed. Like
// all here that is asked at dozens of places it is called, not copied into
// them: in wasm a copy costs more bytes than a call costs time.
//
//go:noinline
func (r *reader) is(i int, list string) bool {
	return i >= 0 && i < len(r.tok) && listed(list, r.tok[i].Word)
}

// listed reports whether a word is in a list: words a space apart, the shorter
// before the longer, so that a walk over it knows where each may end and when
// to stop. A test holds the order.
func listed(list, word string) bool {
	if len(word) >= len(list) {
		return word == list
	}
	for at, n := 0, 1; word != "" && at+n <= len(list); at += n + 1 {
		for at+n < len(list) && list[at+n] != ' ' {
			n++
		}
		if n == len(word) && list[at] == word[0] && list[at:at+n] == word {
			return true
		}
		if n > len(word) {
			return false
		}
	}
	return false
}

// alone reports whether token i by itself is of the class.
//
//go:noinline
func (r *reader) alone(i int, c class) bool { return r.in(i) && r.node[i].alone.has(c) }

// kind reports whether token i is of that kind.
//
//go:noinline
func (r *reader) kind(i int, k text.Kind) bool { return r.in(i) && r.tok[i].Kind == k }

// flag reports whether token i has one of the flags.
//
//go:noinline
func (r *reader) flag(i int, f text.Flags) bool { return r.in(i) && r.tok[i].Flags&f != 0 }

// capital reports whether token i is a word that is written with a capital in
// a draft where that says something.
//
//go:noinline
func (r *reader) capital(i int) bool {
	return r.kind(i, text.Word) && r.flag(i, text.Capital|text.AllCaps) && !(r.shout && r.flag(i, text.AllCaps))
}

// ends reports whether nothing of the same clause follows before token i.
//
//go:noinline
func (r *reader) ends(i int) bool {
	return !r.in(i) || r.tok[i].Kind == text.Break || r.tok[i].Kind == text.Emoji ||
		r.tok[i].Kind == text.Punct && r.tok[i].Word != "(" && r.tok[i].Word != "/" && r.tok[i].Word != "-" && r.tok[i].Word != "%"
}

// match finds the longest entry of the class that begins at token i. It
// returns the token after it, and nil where there is none.
//
//go:noinline
func (r *reader) match(i int, c class) (int, *entry) {
	if !r.in(i) || !r.node[i].begins.has(c) {
		return i, nil
	}
	for at := r.node[i].entries; at >= 0; {
		e := &lexicon.entries[at]
		at = e.next
		if e.class != c || !r.cased(i, e.need) {
			continue
		}
		if end := r.rest(i+1, e); end > i {
			return end, e
		}
	}
	return i, nil
}

// uncased finds the single-word entry of the class at token i, however it is
// written; nil where there is none.
func (r *reader) uncased(i int, c class) *entry {
	if !r.in(i) || !r.node[i].begins.has(c) {
		return nil
	}
	for at := r.node[i].entries; at >= 0; at = lexicon.entries[at].next {
		if e := &lexicon.entries[at]; e.class == c && e.rest == "" {
			return e
		}
	}
	return nil
}

// cased reports whether token i is written as an entry needs it.
func (r *reader) cased(i int, need text.Flags) bool {
	switch need {
	case text.Capital:
		return r.flag(i, text.Capital|text.AllCaps) && r.kind(i, text.Word)
	case text.AllCaps:
		return r.flag(i, text.AllCaps) && !r.shout
	}
	return true
}

// rest walks what follows an entry's first word along the tokens from i. It
// returns the token after the entry, or -1.
func (r *reader) rest(i int, e *entry) int {
	for rest := e.rest; rest != ""; i++ {
		if !r.in(i) || r.tok[i].Kind == text.Break {
			return -1
		}
		w := r.tok[i].Word
		after, ok := strings.CutPrefix(rest, w)
		if !ok {
			if e.plural && len(w) == len(rest)+1 && w[len(rest)] == 's' && w[:len(rest)] == rest {
				return i + 1
			}
			return -1
		}
		if c := r.tok[i].Kind; c == text.Word || c == text.Number {
			if after != "" && firstWord(after) > 0 && strings.IndexByte("&/.+#", after[0]) < 0 {
				return -1
			}
		}
		rest = strings.TrimLeft(after, " -")
	}
	return i
}

// emit reports tokens [first,last) as a mention and returns it for its
// detector to refine before the next call.
//
//go:noinline
func (r *reader) emit(first, last int, typ verdict.SpanType, part verdict.Part, value string, sure int) *Mention {
	r.out = append(r.out, Mention{
		Span:  text.Span{Start: r.tok[first].Start, End: r.tok[last-1].End},
		First: first, Last: last, Type: typ, Part: part, Value: value, Sure: sure,
	})
	return &r.out[len(r.out)-1]
}

// emitBytes reports bytes [start,end) of the plain view.
func (r *reader) emitBytes(start, end int, typ verdict.SpanType, part verdict.Part, value string, sure int) *Mention {
	span := r.doc.Plain.Span(start, end)
	first := r.tokenAt(span.Start)
	last := first + 1
	for last < len(r.tok) && r.tok[last].Start < span.End {
		last++
	}
	r.out = append(r.out, Mention{Span: span, First: first, Last: last, Type: typ, Part: part, Value: value, Sure: sure})
	return &r.out[len(r.out)-1]
}

// tokenAt gives the token that holds byte at of the draft, or the next one.
func (r *reader) tokenAt(at int) int {
	lo, hi := 0, len(r.tok)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); r.tok[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return min(lo, max(len(r.tok)-1, 0))
}

// number reads a whole number at token i: digits, or words up to ninety-nine.
// It returns the token after it; ok is false where there is none.
func (r *reader) number(i int) (n, end int, ok bool) {
	if !r.in(i) {
		return 0, i, false
	}
	if r.tok[i].Kind == text.Number {
		n, err := strconv.Atoi(r.tok[i].Plain)
		return n, i + 1, err == nil && n >= 0
	}
	if r.tok[i].Kind != text.Word {
		return 0, i, false
	}
	_, e := r.match(i, numberClass)
	if e == nil {
		return 0, i, false
	}
	n, _ = strconv.Atoi(e.value)
	if n >= 20 {
		if _, u := r.match(i+1, numberClass); u != nil && len(u.value) == 1 && u.value != "0" {
			return n + int(u.value[0]-'0'), i + 2, true
		}
	}
	return n, i + 1, true
}

// ordinal reads 3rd or third at token i.
func (r *reader) ordinal(i int) (int, bool) {
	if _, e := r.match(i, ordinalClass); e != nil {
		n, _ := strconv.Atoi(e.value)
		return n, true
	}
	if !r.kind(i, text.Number) {
		return 0, false
	}
	w := r.tok[i].Word
	if len(w) < 3 || w[len(w)-1] < 'a' {
		return 0, false
	}
	n, err := strconv.Atoi(w[:len(w)-2])
	return n, err == nil
}
