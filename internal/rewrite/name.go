package rewrite

import (
	"strings"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// name takes a name out of mention m: gone beside words that say already who is
// meant ("my client Sarah"), "someone" elsewhere, "this person" from the second
// time on.
func (r *reader) name(m int, again bool) (Edit, bool) {
	first, last := r.nameBounds(m)
	if r.unneeded(first, last) {
		return r.owner(r.cut(first, last), last), true
	}
	switch {
	case r.is(first-1, "named called"):
		return r.cut(first-1, last), true
	case r.is(first-2, "name names") && r.be(first-1), r.is(first-1, "name"):
		return r.replace(first, last, "private"), true
	case r.is(last, "and &") && r.other(last+1, verdict.Person) >= 0 && !again:
		return r.pair(first, r.mentions[r.other(last+1, verdict.Person)].Last), true
	case r.is(first-1, "the this that") && r.familyName(last):
		return r.agree(first, last, "family"), true
	case r.comma(first-1) && r.noun(first-2) && (r.comma(last) || r.over(last)):
		return r.apposed(first, last), true
	}
	words := "someone"
	if again {
		words = "this person"
	}
	if r.is(first-1, possessive) {
		first-- // our Mikey
	}
	return r.owner(r.replace(first, last, words), last), true
}

// unneeded reports whether the words around a name do without it.
func (r *reader) unneeded(first, last int) bool {
	switch {
	case r.is(last, "and &") && r.other(last+1, verdict.Person) >= 0:
		return false
	case r.is(first-1, "the this that a an") && r.common(last) && r.tok[last].Flags&text.Capital == 0:
		return true // the Smith case
	case r.is(first-1, "(") && r.is(last, ")"), r.noun(first-1) && !r.owned(first-1):
		return true
	}
	return r.greeted(first, last) || r.remark(first, last)
}

// owner gives an owner's mark its s where the word before it, now gone, ended in one: Marcus' mom.
//
//go:noinline
func (r *reader) owner(e Edit, last int) Edit {
	if r.owned(last) && !strings.HasSuffix(strings.ToLower(r.tok[last].Plain), "s") && e.End == r.tok[last].Start {
		e.End = r.tok[last].End
		e.With += "'s"
	}
	return e
}

// nameBounds are the tokens of a name with its title and the words of affection before it.
func (r *reader) nameBounds(m int) (first, last int) {
	mention := &r.mentions[m]
	first, last = mention.First, mention.Last
	if t := mention.Title; t != "" {
		if r.word(first-1) == t {
			first--
		} else if r.is(first-1, ".") && r.word(first-2) == t {
			first -= 2
		}
	}
	for first > 0 && !r.opens(first) && r.is(first-1, "little lil sweet poor old dear baby big tiny precious gorgeous beautiful lovely darling brave wee") {
		first--
	}
	return first, last
}

// familyName reports whether the name before token last is that of a family: the Johnsons.
func (r *reader) familyName(last int) bool {
	t := &r.tok[last-1]
	return strings.HasSuffix(t.Plain, "s") && t.Flags&text.Capital != 0 && !r.common(last)
}

// apposed takes out a name between commas, with both of them unless another remark follows.
func (r *reader) apposed(first, last int) Edit {
	if r.comma(last) && last+1 < len(r.tok) && (r.tok[last+1].Kind == text.Number || r.other(last+1, verdict.Age, verdict.Diagnosis) >= 0) {
		s := r.bytes(first-1, last)
		s.Start = r.tok[first-2].End
		return Edit{Span: s}
	}
	return r.cut(first, last)
}

// greeted reports whether the name is spoken to and may be left out.
func (r *reader) greeted(first, last int) bool {
	if r.is(first-1, "hi hey hello dear thanks bye you goodbye congrats congratulations birthday anniversary") && (r.over(last) || r.comma(last)) {
		return true
	}
	if !r.opens(first) && r.comma(first-1) && r.over(last) && !r.is(last-1, ".") {
		return true
	}
	return r.opens(first) && r.comma(last) && r.is(last+1, "you i we thank thanks please your happy")
}

// remark reports whether the name stands between commas, and in no list of names.
func (r *reader) remark(first, last int) bool {
	if r.opens(first) || !r.comma(first-1) || !r.comma(last) {
		return false
	}
	for i := range r.mentions {
		if m := &r.mentions[i]; m.Type == verdict.Person && (m.Last == first-1 || m.First == last+1) {
			return false
		}
	}
	for i := first - 2; i >= 0; i-- {
		if r.noun(i) {
			return !r.is(last+1, "and or &")
		}
		if r.opens(i) || r.comma(i) {
			break
		}
	}
	return false
}

// pair makes two names that are joined by and into two people.
func (r *reader) pair(first, last int) Edit {
	if r.noun(first - 1) {
		return r.cut(first, last) // my clients Sarah and Tom
	}
	return r.replace(first, last, "two people")
}

// agreement turns the verb of several into that of one.
const agreement = "are=is were=was have=has do=does don't=doesn't aren't=isn't weren't=wasn't haven't=hasn't need=needs want=wants " +
	"love=loves live=lives go=goes come=comes get=gets"

// agree puts a noun for one in place of tokens [first,last), and has the verb after them agree.
//
//go:noinline
func (r *reader) agree(first, last int, words string) Edit {
	if one := pick(agreement, r.word(last)); one != "" && !r.over(last) {
		if r.shouts(last) {
			one = strings.ToUpper(one)
		}
		return r.replace(first, last+1, words+" "+one)
	}
	return r.replace(first, last, words)
}
