package rewrite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// cut deletes tokens [first,last) and closes the gap: one space goes with them,
// so do the commas or brackets that held them, a or an fits the word that now
// follows, and a sentence that lost its first word begins with a capital.
//
//go:noinline
func (r *reader) cut(first, last int) Edit {
	opens := r.opens(first)
	switch {
	case !opens && r.is(first-1, "( [") && r.is(last, ") ]"):
		first, last = first-1, last+1
	case !opens && r.comma(first-1) && (r.comma(last) || r.over(last)):
		first--
		if r.comma(last) && (r.goesOn(last+1) && !r.tells(first)) {
			last++
		}
	case !opens && r.is(first-1, "- – —") && r.over(last):
		first--
	case opens && r.is(last, ", : - – — ;"):
		last++
	}
	if opens = r.opens(first); opens { // what held it may have stood at the head
		return r.cutHead(first, last)
	}
	if !r.spanish && r.is(first-1, "a an") && !r.over(last) {
		return r.article(first-1, last)
	}
	s := r.bytes(first, last)
	s.Start = r.tok[first-1].End
	return Edit{Span: s}
}

// goesOn reports whether token i goes on with what stood before two commas: "my client, from Dayton, lost…".
// Else what follows is one more remark, and keeps a comma.
func (r *reader) goesOn(i int) bool {
	switch {
	case r.spanish && i < len(r.tok) && r.tok[i].Kind == text.Number:
		return false // mi paciente, Pilar, 88 años y…
	case !r.spanish && (r.verbal(i) || r.owned(i)):
		return true
	}
	for j := i + 1; j < i+5 && !r.over(j); j++ {
		if r.comma(j) {
			return false
		}
	}
	return r.spanish || r.is(i, function) && !r.is(i, determiners+" "+pronouns)
}

// tells reports whether what stands before the comma at token i says something already, or is a remark
// itself: what is between commas after it is one more thing said, and keeps a comma.
func (r *reader) tells(i int) bool {
	if r.noun(i-1) || r.named(i) {
		return false
	}
	someone := false
	for j := i - 1; j >= 0; j-- {
		if r.be(j) || r.is(j, verbs) {
			return true
		}
		if someone = someone || r.noun(j) || r.named(j+1); r.comma(j) {
			return !someone
		}
		if r.opens(j) {
			return false
		}
	}
	return false
}

// named reports whether a name ends before token i.
func (r *reader) named(i int) bool {
	for m := range r.mentions {
		if r.mentions[m].Type == verdict.Person && r.mentions[m].Last == i {
			return true
		}
	}
	return false
}

// cutHead deletes the first words of a sentence.
func (r *reader) cutHead(first, last int) Edit {
	s := r.bytes(first, last)
	if r.over(last) { // nothing is left of it: its stop goes too
		if last < len(r.tok) && r.is(last, ". ! ? … ;") && r.tok[last].Sentence == r.tok[first].Sentence {
			s.End = r.tok[last].End
		}
		if first > 0 && r.tok[first-1].Kind != text.Break {
			s.Start = r.tok[first-1].End
		}
		return Edit{Span: r.doc.Widen(s)}
	}
	s.End = r.tok[last].Start
	if !r.upper(first) || r.tok[last].Kind != text.Word {
		return Edit{Span: s}
	}
	c, n := utf8.DecodeRuneInString(r.doc.Source[s.End:])
	if !unicode.IsLower(c) || r.doc.Widen(text.Span{Start: s.End, End: s.End + n}) != (text.Span{Start: s.End, End: s.End + n}) {
		return Edit{Span: s}
	}
	s.End += n
	return Edit{Span: s, With: string(unicode.ToUpper(c))}
}

// article deletes tokens after a or an, token at, up to last, and has it fit what follows.
func (r *reader) article(at, last int) Edit {
	s := text.Span{Start: r.tok[at].Start, End: r.tok[last].Start}
	return Edit{Span: s, With: r.cased(at, articleFor(r.tok[last].Word)) + " "}
}

// articleFor is a or an, by the sound of the word's first letters.
func articleFor(word string) string {
	for _, p := range [...]string{"uni", "use", "usu", "eu", "one", "once"} {
		if strings.HasPrefix(word, p) {
			return "a"
		}
	}
	for _, p := range [...]string{"hour", "honest", "honor", "honour", "heir", "8", "11", "18"} {
		if strings.HasPrefix(word, p) {
			return "an"
		}
	}
	if word != "" && strings.ContainsRune("aeiou", rune(word[0])) {
		return "an"
	}
	return "a"
}

// bytes covers tokens [first,last).
func (r *reader) bytes(first, last int) text.Span { return r.doc.Widen(r.doc.Cover(first, last)) }

// hashtag deletes the whole tag that tokens [first,last) are part of.
func (r *reader) hashtag(first, last int) Edit {
	piece := func(i int) bool { return i >= 0 && i < len(r.tok) && r.tok[i].Has(text.Hashtag) }
	for piece(first-1) && r.tok[first-1].End == r.tok[first].Start {
		first--
	}
	for piece(last) && r.tok[last].Start == r.tok[last-1].End {
		last++
	}
	s := r.bytes(first, last)
	if s.Start > 0 && r.doc.Source[s.Start-1] == '#' {
		s.Start--
	}
	switch {
	case s.Start > 0 && r.doc.Source[s.Start-1] == ' ':
		s.Start--
	case s.End < len(r.doc.Source) && r.doc.Source[s.End] == ' ':
		s.End++
	}
	return Edit{Span: s}
}
