package rewrite

import "secondlook/internal/identify"

type mention = identify.Mention

// ill are verbs for what befell somebody, and what a neighbour would not know them by.
const ill = "overdosed od'd coded relapsed miscarried seized flatlined crashed"

// health takes a diagnosis out, or says it as loosely as it can be said.
func (r *reader) health(first, last int) (Edit, bool) {
	for first > 0 && r.is(first-1, "severe stage advanced chronic recent massive second third acute terminal late-stage") {
		first--
	}
	for r.is(last, "cancer disease disorder syndrome") {
		last++
	}
	switch {
	case r.noun(last-1) && last-first > 1:
		return r.cut(first, last-1), true // my hospice patient
	case r.is(last-1, ill):
		return r.replace(first, last, "got very ill"), true
	case (r.describes(last) || r.common(last)) && !r.is(first-1, "with has have had con"):
		return r.cut(first, last), true
	case r.be(first - 1):
		return Edit{}, false
	}
	at := r.withDeterminer(first)
	switch {
	case r.is(at-1, "in"), r.is(first, "high"):
		return Edit{}, false
	case r.is(at-1, "with from on con"):
		return r.cut(at-1, last), true
	case r.is(at-1, "has have had got having"):
		return r.replace(at, last, "a health condition"), true
	case at < first && r.is(at, possessive):
		return r.replace(first, last, "health"), true
	case r.is(at, "a an the"):
		return r.replace(at, last, "what happened"), true
	}
	return Edit{}, false
}

// occupation makes a retired teacher someone.
func (r *reader) occupation(first, last int) (Edit, bool) {
	for r.is(first-1, "retired former ex local") {
		first--
	}
	switch {
	case r.is(first-2, "works worked working work") && r.is(first-1, "as"):
		return r.cut(first-1, last), true
	case r.is(first-3, "works worked working work") && r.is(first-2, "as"):
		return r.cut(first-2, last), true
	case r.describes(last):
		return r.cut(first, last), true
	case r.is(first-1, determiners) && !r.opens(first-1) && r.comma(first-2) && (r.comma(last) || r.over(last)):
		return r.cut(first-1, last), true
	case r.is(first-1, "a an") && !r.be(first-2):
		return r.replace(first-1, last, "someone"), true
	case r.is(first-1, "the this that") && !r.be(first-2):
		return r.replace(first, last, "person"), true
	}
	return Edit{}, false
}

// event says of what is in the news, or of the only one, no more than that it happened.
func (r *reader) event(first, last int) (Edit, bool) {
	switch {
	case r.is(first, "the") && r.is(first+1, "only first") && !r.over(first+2):
		return r.article(first, first+2), true
	case r.is(first, "only first") && r.is(first-1, "the") && !r.over(first+1):
		return r.article(first-1, first+1), true
	case r.be(first - 1):
		return Edit{}, false
	}
	at := r.withDeterminer(first)
	if r.is(at-1, "after before during from since about") {
		return r.replace(at, last, "what happened"), true
	}
	return Edit{}, false
}
