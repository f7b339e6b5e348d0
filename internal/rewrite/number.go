package rewrite

import (
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// beforeNumber are the words that say what a number is.
const beforeNumber = "ssn mrn case docket number no num # : phone cell tel telephone email e-mail id plate claim file chart record acct account @ dob fax"

// number takes a number or an address out. Where the sentence needs one, a
// mark says that it was there.
func (r *reader) number(m int) (Edit, bool) {
	mention := &r.mentions[m]
	first, last := mention.First, mention.Last
	if mention.Type == verdict.Address {
		return r.place(m)
	}
	if mention.Type == verdict.Handle && r.noun(first-1) {
		return r.cut(first, last), true
	}
	if mention.Type == verdict.Handle {
		return r.replace(first, last, "someone"), true
	}
	lead := first
	for lead > 0 && !r.opens(lead) && (r.is(lead-1, beforeNumber) || r.is(lead-1, ".") && r.is(lead-2, "no num tel")) {
		lead--
	}
	switch {
	case r.be(first-1) || r.be(lead-1):
		return r.replace(first, last, "[removed]"), true
	case r.is(lead-1, "( [") && r.is(last, ") ]"):
		return r.cut(lead, last), true
	case r.is(lead-1, possessive) || r.is(lead-1, "the a an"):
		return r.replace(first, last, "[removed]"), true
	case lead == 0 || r.opens(lead):
		if r.over(last) || r.comma(last) {
			return r.cut(lead, last), true
		}
		return r.replace(first, last, "[removed]"), true
	case r.is(lead-1, "at on via by from") && r.tok[first].Kind != text.Break:
		return r.cut(lead-1, last), true
	case lead < first:
		return r.cut(lead, last), true
	}
	return r.replace(first, last, "[removed]"), true
}
