package rewrite

import "secondlook/internal/verdict"

// beforeTime are the words that go with a day or a time, from its left.
const (
	beforeTime = "early late just this last next past every each only exactly almost nearly around about until till before after starting beginning"
	intoTime   = "on at by since during over from for in through throughout between to"
)

// when takes a day or a time out, with the words that led to it.
func (r *reader) when(m int) (Edit, bool) {
	first, last := r.mentions[m].First, r.rangeEnd(r.mentions[m].Last)
	if r.owned(last) {
		return r.ownedTime(first, last), true
	}
	if r.is(first, possessive) && r.common(last) {
		return r.cut(first+1, last), true // his birthday badge
	}
	if r.is(first-1, "my our") && !r.common(last) {
		return r.replace(first-1, last, "someone"), true // my 9:15
	}
	if r.is(first-1, "my our your his her their a an the") && r.common(last) && !r.is(first-2, "on over during") {
		return r.cut(first, last), true // my Tuesday client
	}
	if mention := &r.mentions[m]; mention.Type == verdict.Date && r.is(first-1, "at for after before during from in") && r.common(last) {
		return r.cut(first, last), true // at Thursday drop off
	}
	lead := r.lead(first)
	if (r.be(lead-1) || r.is(lead-1, "due")) && (r.over(last) || r.comma(last) || r.is(last, "and but so")) {
		return r.told(lead, last)
	}
	subject := lead == first || r.is(lead, "this last next past")
	if subject && r.is(last, "was is were will had has felt went") && (r.opens(lead) || r.comma(lead-1) || r.is(lead-1, conjunction)) {
		return r.replace(lead, last, "that day"), true
	}
	return r.cut(lead, last), true
}

// lead moves first back over the words that led to the time.
func (r *reader) lead(first int) int {
	led := false // by one of the prepositions; what stands before that belongs to something else
	for first > 0 && !r.opens(first) && !led {
		switch {
		case r.is(first-1, "the") && r.is(first-2, "on over in during by since at until from"):
			first, led = first-2, true
		case r.is(first-1, "of before after") && r.is(first-2, "morning night evening afternoon day week weekend rest whole") && r.is(first-3, "the"):
			first -= 3
		case r.is(first-1, "of") && r.is(first-2, "as all most half part end rest start middle"):
			first -= 2
		case r.is(first, "yesterday last this tomorrow tonight") && r.is(first-1, "in on by around over through for at"):
			return first // came by yesterday
		case r.is(first-1, intoTime):
			first, led = first-1, true
		case r.is(first-1, beforeTime):
			first--
		default:
			return first
		}
	}
	return first
}

// rangeEnd moves last over further times that belong to this one: Tuesday at 3pm, 2 to 6, Tuesday and Friday.
func (r *reader) rangeEnd(last int) int {
	for {
		for r.is(last, "morning night evening afternoon") && last < len(r.tok) && r.tok[last].Sentence == r.tok[last-1].Sentence {
			last++
		}
		at := last
		if r.is(at, "at in on around to until till through and or - – , about by") {
			at++
		}
		m := r.other(at, verdict.Date, verdict.Time)
		if m < 0 || at >= len(r.tok) || r.tok[at].Sentence != r.tok[last-1].Sentence {
			return last
		}
		last = r.mentions[m].Last
	}
}

// ownedTime makes "Tuesday's hearing" the hearing.
func (r *reader) ownedTime(first, last int) Edit {
	for r.is(first-1, "this last next past") {
		first--
	}
	if r.is(first-1, determiners) {
		return r.cut(first, last+1)
	}
	return r.replace(first, last+1, "the")
}

// told is a time that is all a sentence says: "court is Tuesday".
func (r *reader) told(first, last int) (Edit, bool) {
	switch {
	case r.is(first-2, "it today that this tomorrow") || r.opens(first-1):
		return Edit{}, false
	case r.is(first-1, "was were wasn't"):
		return r.replace(first, last, "earlier"), true
	case r.is(first-1, "is are 's due"):
		return r.replace(first, last, "soon"), true
	}
	return Edit{}, false
}
