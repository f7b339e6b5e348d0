package spanish

import (
	"strings"

	"secondlook/internal/identify"
	"secondlook/internal/referent"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// longestName is how many words a name has at most: "María de la Luz Peña Cruz".
const longestName = 6

// names finds the name right beside each person, and gives the person the place
// where it stands. Where the draft is about work, a title brings a name too.
func (r *Draft) names(found []person, seen []identify.Mention) []identify.Mention {
	var out []identify.Mention
	for i := range found {
		p := &found[i]
		if p.Number != referent.One {
			continue
		}
		first, last := r.nameAfter(p.head + 1)
		if last == first {
			first, last = r.nameBefore(p.Refs[0].First)
		}
		if last == first {
			continue
		}
		m := r.mention(first, last, verdict.Person, verdict.NoPart, 950)
		out = append(out, m)
		p.Refs = append(p.Refs, referent.Ref{Span: m.Span, First: first, Last: last})
		if first < p.head {
			p.Refs[0], p.Refs[1] = p.Refs[1], p.Refs[0]
		}
	}
	if len(out) == 0 && r.whole {
		out = append(out, r.namesElsewhere(found, seen)...)
	}
	return out
}

// nameAfter returns the name that begins at i, or behind a comma, a title or
// "que se llama".
func (r *Draft) nameAfter(i int) (first, last int) {
	if m := r.mark(i); m == "," || m == ":" || m == "(" {
		i++
	}
	for range 4 {
		switch w := r.word(i); {
		case r.has(i, title), r.has(i, called), w == "que", w == "se", w == "de" && r.has(i-1, called):
			i++
			if r.mark(i) == "." {
				i++
			}
		default:
			return r.name(i)
		}
	}
	return r.name(i)
}

// nameBefore returns the name that ends right before i: "María, mi clienta".
func (r *Draft) nameBefore(i int) (first, last int) {
	if r.mark(i-1) != "," {
		return i, i
	}
	last = i - 1
	first = last
	for first > 0 && last-first < longestName && r.part(first-1, true) {
		first--
	}
	if first < last && r.has(first-1, notClient) {
		return i, i
	}
	return first, last
}

// name reads a name from i: capitals with their particles, or a given name and
// a surname that nobody gave capitals.
func (r *Draft) name(i int) (first, last int) {
	last = i
	for last-i < longestName && r.part(last, last == i) {
		last++
	}
	for last > i && r.has(last-1, particle) && !r.capital(last-1) {
		last--
	}
	if last == i+1 && !r.capital(i) && !r.has(i, given) {
		return i, i
	}
	// An initial: "mi clienta M.", "María L."
	if last > i && r.mark(last) == "." && len(r.doc.Tokens[last-1].Plain) == 1 {
		last++
	}
	return i, last
}

// part reports whether token i is part of a name.
func (r *Draft) part(i int, begins bool) bool {
	if i < 0 || i >= len(r.is) || r.doc.Tokens[i].Kind != text.Word {
		return false
	}
	t := &r.doc.Tokens[i]
	if r.has(i, given|surname) && (r.capital(i) || !begins || r.whole || r.has(i, given)) {
		return !t.Has(text.AllCaps) || len(t.Plain) > 4 || r.has(i, given|surname)
	}
	if !begins && r.has(i, particle) {
		return r.capital(i+1) || r.has(i+1, surname|particle)
	}
	if r.has(i, noName|function|english|month|weekday|health|origin|clientWord|work|kin) {
		return false
	}
	return t.Has(text.Capital) || t.Has(text.AllCaps) && len(t.Plain) == 1
}

// namesElsewhere takes, in a Spanish draft about a plain client, a name of two
// words or one behind a title, that stands within a sentence of the person and
// belongs to nobody else.
func (r *Draft) namesElsewhere(found []person, seen []identify.Mention) []identify.Mention {
	var out []identify.Mention
	for _, m := range seen {
		if m.Type != verdict.Person || m.Sure < 900 || m.Last-m.First < 2 && !r.has(m.First, given) || r.others(m) {
			continue
		}
		for i := range found {
			d := r.doc.Tokens[m.First].Sentence - r.doc.Tokens[found[i].head].Sentence
			if found[i].Number == referent.One && found[i].Sure >= by && -1 <= d && d <= 1 {
				out = append(out, m)
				break
			}
		}
	}
	return out
}

// others reports whether a name is a colleague's, an official's or a saint's.
func (r *Draft) others(m identify.Mention) bool {
	for i := m.First - 3; i < m.Last; i++ {
		if r.has(i, notClient) {
			return true
		}
	}
	return r.has(m.First, noName|function) || r.has(m.First-1, kin) && r.has(m.First-2, my)
}

func (r *Draft) mention(first, last int, t verdict.SpanType, p verdict.Part, sure int) identify.Mention {
	span := r.doc.Cover(first, last)
	return identify.Mention{
		Span: span, First: first, Last: last, Type: t, Part: p, Sure: sure,
		Value: strings.ToLower(r.doc.Slice(span)),
	}
}
