package rewrite

import (
	"strings"

	"secondlook/internal/verdict"
)

const beforeKin = "foster step biological bio adoptive pregnant teen teenage young elderly old older younger little oldest youngest single own late whole new nice sweet lovely great"

// kin makes a count or a kind of kin the family.
func (r *reader) kin(m int) (Edit, bool) {
	first, last := r.mentions[m].First, r.kinEnd(r.mentions[m].Last)
	counted := r.counted(first, last)
	if r.is(first, determiners+" whose") {
		first++
	}
	if name := r.other(last, verdict.Person); name >= 0 {
		last = r.mentions[name].Last // her son Tyler
	}
	if r.is(last, "both all") && r.verbal(last+1) {
		last++
	}
	for first > 0 && !r.opens(first) && r.is(first-1, beforeKin) {
		first--
	}
	if first >= last || r.verbal(last-1) || r.is(last, "born") || r.is(last+1, "born") {
		return Edit{}, false
	}
	switch {
	case r.is(last-1, "kid child son daughter boy girl kids children youth teen") && r.has(first, last, "foster"):
		return Edit{}, false // a person served, and no kin
	case r.is(first-1, determiners) && r.is(first-2, "lost lose losing buried mourning grieving"):
		return r.replace(first-1, last, "someone"), true
	case r.is(last-1, "husband wife boyfriend girlfriend fiance fiancé fiancée spouse missus") && r.is(first-1, possessive):
		return r.replace(first-1, last, "someone"), true
	case r.is(first-1, "the") && r.be(last) && r.is(last+1, "a an"):
		return r.replace(first, last, "person"), true
	case r.is(last-1, "widow widower") || r.is(first-1, "the") && r.is(last, "who that i with") || r.is(first-2, "a an") && r.common(first-1):
		return r.replace(first, last, "person"), true
	case r.is(first-1, possessive) || r.owned(first-1) || r.is(first-1, "the these those"):
		return r.owner(r.agree(first, last, "family"), last), true
	case r.is(first-1, "a an another one"):
		if r.is(first, "family") {
			return r.replace(first-1, last, "a family"), true
		}
		return r.replace(first-1, last, "someone"), true
	case r.is(first-1, "this that"):
		return r.replace(first, last, "person"), true
	case r.is(last-1, "twins triplets") && !r.opens(first) && !r.is(first-1, determiners):
		return r.replace(first, last, "kids"), true
	case counted && r.is(last-1, "kids children boys girls siblings brothers sisters babies sons daughters"):
		return r.replace(first, last, "kids"), true
	case counted:
		return r.agree(first, last, "a family"), true
	case r.opens(first) || r.is(first-1, conjunction) || r.comma(first-1):
		return r.agree(first, last, "the family"), true
	}
	return r.agree(first, last, "family"), true
}

// has reports whether word is one of tokens [first,last).
func (r *reader) has(first, last int, word string) bool {
	for i := first; i < last; i++ {
		if r.is(i, word) {
			return true
		}
	}
	return false
}

// counted reports whether tokens [first,last) begin with how many they are.
func (r *reader) counted(first, last int) bool {
	w := r.word(first)
	return w != "" && (w[0] >= '0' && w[0] <= '9' || contains("two three four five six seven eight nine ten both several", w)) && last-first > 1
}

// kinEnd moves last over further kin that is joined by and, so that all become one family.
func (r *reader) kinEnd(last int) int {
	for r.is(last, "and & ,") {
		at := last + 1
		if r.comma(last) && r.is(at, "and &") {
			at++
		}
		m := r.other(at, verdict.Family)
		if m < 0 && r.is(at, determiners) {
			m = r.other(at+1, verdict.Family)
		}
		if m < 0 || r.mentions[m].Part != verdict.PartFamily {
			break
		}
		last = r.mentions[m].Last
	}
	return last
}

// people makes a man, a girl, a people of somewhere a person, or takes the word off a noun.
func (r *reader) people(m *mention) (Edit, bool) {
	first, last := m.First, m.Last
	head := r.word(last - 1)
	if m.Part == verdict.PartSex && !r.describes(last) {
		if words := pick(sexless, head); words != "" {
			if r.is(first-1, "an") {
				return Edit{Span: r.bytes(first-1, last), With: r.cased(first-1, "a "+words)}, true
			}
			return r.replace(first, last, words), true
		}
	}
	if r.describes(last) || r.common(last) && !r.over(last) {
		return r.cut(first, last), true
	}
	if r.is(first-1, "a an") || strings.HasSuffix(head, "s") && r.is(first-1, "the some") {
		return Edit{}, false
	}
	return Edit{}, false
}

// sexless are words for people that tell no sex.
const sexless = "man=person woman=person guy=person lady=person gentleman=person dude=person fella=person male=person female=person " +
	"men=people women=people guys=people ladies=people gentlemen=people males=people females=people boy=kid girl=kid boys=kids " +
	"girls=kids lad=kid gal=person"
