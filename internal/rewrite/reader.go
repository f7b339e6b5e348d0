package rewrite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"secondlook/internal/identify"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// reader looks at the words around a mention, by token.
type reader struct {
	doc      *text.Doc
	tok      []text.Token
	mentions []identify.Mention
	spanish  bool
}

// edit is how mention m is said more generally; false where nothing would read.
// again: the same name was replaced before.
func (r *reader) edit(m int, again bool) (Edit, bool) {
	mention := &r.mentions[m]
	if r.tok[mention.First].Has(text.Hashtag) {
		return r.hashtag(mention.First, mention.Last), true
	}
	if r.spanish {
		return r.inSpanish(m, again)
	}
	if mention.Part == verdict.PartTie {
		return r.replace(r.withDeterminer(mention.First), mention.Last, "someone"), true
	}
	switch mention.Type {
	case verdict.Person:
		return r.name(m, again)
	case verdict.Phone, verdict.Email, verdict.URL, verdict.Handle, verdict.SSN, verdict.RecordID, verdict.Address:
		return r.number(m)
	case verdict.Age:
		return r.age(mention.First, mention.Last)
	case verdict.Date, verdict.Time:
		return r.when(m)
	case verdict.Location, verdict.Facility, verdict.Organization:
		return r.place(m)
	case verdict.Family:
		return r.kin(m)
	case verdict.Demographic:
		return r.people(mention)
	case verdict.Diagnosis:
		return r.health(mention.First, mention.Last)
	case verdict.Occupation:
		return r.occupation(mention.First, mention.Last)
	case verdict.Event:
		return r.event(mention.First, mention.Last)
	}
	return Edit{}, false
}

// word is token i in lower case, "" where there is none or it ends a line.
//
//go:noinline
func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.tok) || r.tok[i].Kind == text.Break {
		return ""
	}
	return r.tok[i].Word
}

// is reports whether token i is one of the words of list, which are apart by a space.
//
//go:noinline
func (r *reader) is(i int, list string) bool {
	w := r.word(i)
	return w != "" && contains(list, w)
}

//go:noinline
func contains(list, w string) bool {
	for rest := list; rest != ""; {
		one, more, _ := strings.Cut(rest, " ")
		if one == w {
			return true
		}
		rest = more
	}
	return false
}

// opens reports whether a sentence, a line or a quotation begins with token i.
//
//go:noinline
func (r *reader) opens(i int) bool {
	if i <= 0 || r.tok[i-1].Kind == text.Break || r.tok[i-1].Sentence != r.tok[i].Sentence {
		return true
	}
	return r.is(i-1, `" “ - • * ¿ ¡`) && (r.opens(i-1) || r.is(i-2, ":"))
}

// over reports whether the clause is over before token i.
//
//go:noinline
func (r *reader) over(i int) bool {
	if i >= len(r.tok) || r.tok[i].Kind == text.Break || i > 0 && r.tok[i].Sentence != r.tok[i-1].Sentence {
		return true
	}
	return r.tok[i].Kind == text.Emoji || r.is(i, `. ! ? … ; ) " ”`)
}

// be reports whether token i is a form of to be, and not the am of 3 am or an owner's 's.
//
//go:noinline
func (r *reader) be(i int) bool {
	if r.owned(i) {
		return r.is(i-1, "he she it that there who what here where how")
	}
	return r.is(i, be) && !(i > 0 && r.is(i, "am") && r.tok[i-1].Kind == text.Number)
}

//
//go:noinline
func (r *reader) comma(i int) bool { return r.is(i, ",") }

// owned reports whether token i is the 's of an owner.
//
//go:noinline
func (r *reader) owned(i int) bool { return i >= 0 && i < len(r.tok) && r.tok[i].Kind == text.Clitic }

// common reports whether token i is a word that is no name: a noun, an adjective.
//
//go:noinline
func (r *reader) common(i int) bool {
	return i >= 0 && i < len(r.tok) && r.tok[i].Kind == text.Word && !r.is(i, function) && !r.is(i, verbs) && !r.verbal(i)
}

// verbal reports whether token i looks like a verb that is done or being done.
//
//go:noinline
func (r *reader) verbal(i int) bool {
	w := r.word(i)
	return r.is(i, verbs) || len(w) > 4 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing"))
}

// other is the mention, of one of the types, that begins with token i; -1 for none.
//
//go:noinline
func (r *reader) other(i int, types ...verdict.SpanType) int {
	for m := range r.mentions {
		if r.mentions[m].First != i {
			continue
		}
		for _, t := range types {
			if r.mentions[m].Type == t {
				return m
			}
		}
	}
	return -1
}

// withDeterminer moves first back over a or the.
func (r *reader) withDeterminer(first int) int {
	if r.is(first-1, determiners) {
		return first - 1
	}
	return first
}

// replace puts words in place of tokens [first,last), capital where the first of them opens a sentence with one.
//
//go:noinline
func (r *reader) replace(first, last int, words string) Edit {
	s := r.doc.Widen(r.doc.Cover(first, last))
	return Edit{Span: s, With: r.cased(first, words)}
}

// cased writes words as token i is written: in capitals, or with a capital at the head of a sentence.
func (r *reader) cased(i int, words string) string {
	switch {
	case r.shouts(i):
		return strings.ToUpper(words)
	case r.opens(i) && r.upper(i):
		return upperFirst(words)
	}
	return words
}

// shouts reports whether the draft is in capitals around token i.
func (r *reader) shouts(i int) bool {
	near := 0
	for j := max(i-2, 0); j < min(i+3, len(r.tok)); j++ {
		if r.tok[j].Kind == text.Word && len(r.tok[j].Plain) > 1 {
			if !r.tok[j].Has(text.AllCaps) {
				return false
			}
			near++
		}
	}
	return near > 1
}

func (r *reader) upper(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.tok[i].Plain)
	return unicode.IsUpper(c) || unicode.IsDigit(c)
}

func upperFirst(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	if n == 0 || !unicode.IsLower(c) {
		return s
	}
	return string(unicode.ToUpper(c)) + s[n:]
}
