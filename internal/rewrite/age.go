package rewrite

import "strings"

// age takes an age out: gone beside a noun, "young" or "older" where the
// sentence says nothing else, a word without an age where it stands for the person.
func (r *reader) age(first, last int) (Edit, bool) {
	head := r.word(last - 1)
	switch {
	case r.is(last-1, "birthday birthdays"):
		return Edit{}, false
	case r.is(first-1, "(") && r.is(last, ")"):
		return r.cut(first, last), true
	case !r.opens(first) && r.comma(first-1) && (r.comma(last) || r.over(last)) && !r.noun(last-1):
		return r.cut(first, last), true
	case r.is(first-1, "aged age") || r.is(first, "aged age in at") && !r.be(first-1):
		if r.is(first-1, "aged age") {
			first--
		}
		if r.is(first-1, "at") {
			first--
		}
		return r.cut(first, last), true
	case r.is(first-1, "at around about") && !r.describes(last):
		return r.cut(first-1, last), true
	case r.is(last-1, "grade kindergarten") && r.common(last):
		return r.cut(first, last), true // my 3rd grade class
	case r.is(first-1, possessive) && r.is(first-2, "in"):
		return r.cut(first-2, last), true // in her 80s
	case pick(ageNoun, head) != "":
		return r.ageNoun(first, last)
	case strings.HasPrefix(head, "grade") && r.is(first-1, "a an the my our his her"):
		return r.replaceOne(first, last, "kid"), true
	case r.is(first-1, "in"):
		return r.cut(first-1, last), true
	case r.is(first-1, "turned turns turning"):
		return r.birthday(first-1, last), true
	case r.be(first-1) || r.is(first-1, "only just like") && r.be(first-2):
		return r.predicate(first, last)
	case r.describes(last):
		return r.cut(first, last), true
	case r.is(first-1, determiners) || r.opens(first):
		return r.replaceOne(first, last, "person"), true
	}
	return Edit{}, false
}

// ageNoun are words for a person that tell an age, and those that tell none.
const ageNoun = "baby=kid babies=kids newborn=kid infant=kid toddler=kid toddlers=kids preteen=kid tween=kid teen=kid teens=kids " +
	"teenager=kid teenagers=kids preschooler=kid kindergartener=kid kindergartner=kid grader=kid graders=kids freshman=student " +
	"sophomore=student senior=person seniors=people elder=person octogenarian=person centenarian=person preemie=kid boy=kid " +
	"girl=kid man=person woman=person lady=person guy=person gentleman=person kiddo=kid youngster=kid"

// ageNoun puts a word without an age for one with it, or takes the age off a noun.
func (r *reader) ageNoun(first, last int) (Edit, bool) {
	head := r.word(last - 1)
	if last-first > 1 && contains("boy girl man woman lady guy gentleman", head) {
		return r.cut(first, last-1), true // young man
	}
	if r.describes(last) && !r.owned(last) {
		return r.cut(first, last), true // teen mom, baby girl
	}
	return r.replace(first, last, pick(ageNoun, head)), true
}

// replaceOne puts noun for an age that stands for the person, with the article
// that is there: a 14 year old, this 14 year old.
func (r *reader) replaceOne(first, last int, noun string) Edit {
	switch {
	case r.is(first-1, "a an my our one"):
		return r.replace(first-1, last, "someone")
	case r.is(first-1, determiners):
		return r.replace(first, last, noun)
	}
	return r.replace(first, last, "someone")
}

// predicate is an age that is all a sentence says: she is 14.
func (r *reader) predicate(first, last int) (Edit, bool) {
	if r.is(first-1, "only just like") {
		first--
	}
	n := 0
	for _, c := range r.doc.Slice(r.bytes(first, last)) {
		if c >= '0' && c <= '9' && n < 1000 {
			n = n*10 + int(c-'0')
		}
	}
	switch {
	case r.describes(last):
		return r.cut(first, last), true
	case n > 0 && n < 22:
		return r.replace(first, last, "young"), true
	case n >= 60:
		return r.replace(first, last, "older"), true
	case n > 0:
		return r.replace(first, last, "an adult"), true
	}
	return Edit{}, false
}

// birthday makes "turned 9" a birthday, in the same tense.
func (r *reader) birthday(verb, last int) Edit {
	return r.replace(verb, last, strings.ReplaceAll(pick("turned=had-a-birthday turns=has-a-birthday turning=having-a-birthday", r.word(verb)), "-", " "))
}
