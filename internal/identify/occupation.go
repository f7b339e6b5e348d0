package identify

import (
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// occupations finds what somebody does for a living: a noun of the lists, or
// a verb and what follows it to the end of the phrase.
func (r *reader) occupations() {
	for i := 0; i < len(r.tok); i++ {
		if r.wake[i]&occupationWake == 0 {
			continue
		}
		if end := r.does(i); end > i {
			i = end - 1
			continue
		}
		if end := r.trade(i); end > i {
			i = end - 1
		}
	}
}

//go:noinline
func (r *reader) job(first, last int, value string, sure int) int {
	r.emit(first, last, verdict.Occupation, verdict.PartWork, value, sure)
	return last
}

// trade reads "a retired mailman", "a firefighter" at token i.
func (r *reader) trade(i int) int {
	at := i
	for at < i+2 && r.alone(at, tradeClass) {
		at++
	}
	if end, e := r.match(at, occupationClass); e != nil {
		if r.kind(end, text.Clitic) && r.alone(end+1, tieClass) {
			return i // "the mayor's son" is about the son
		}
		if r.flag(at, text.Hyphen) || r.is(at, "cook maid model baker mason miner mayor pilot clown author marine escort potter barber weaver cooper priest bishop deacon jockey tailor butcher painter engineer shepherd carpenter") && at == i && !r.article(i) {
			return i
		}
		return r.job(i, end, e.value, int(e.sure))
	}
	end, e := r.match(at, professionClass)
	if e == nil || r.is(at, "co ot gal vet tech para aide medic intern attending") && !r.article(i) {
		return i
	}
	sure := int(e.sure)
	if at > i && r.is(at-1, "ex former retired disgraced") {
		sure = 750
	} else if r.is(i-1, "a an") && r.is(i-2, "is 's was") && (r.alone(i-3, kinClass) || r.is(i-3, "he she who")) {
		sure = 620 // "his mom's a cop"
	}
	return r.job(i, end, e.value, sure)
}

func (r *reader) article(i int) bool {
	return r.is(i-1, "a an as the local former retired")
}

// does reads "works at the mill", "reads the weather on Channel 9" at token i;
// what the author does himself is left alone.
func (r *reader) does(i int) int {
	end, e := r.match(i, doesClass)
	if e == nil || r.alone(i-1, ownJobClass) || r.alone(i-2, ownJobClass) || r.is(i-1, "to 've") || r.is(i, "owns runs farms coaches teaches coached") && (r.flag(i, text.Opening) || !r.is(i-1, "he she who and dad mom mum guy man wife that once also woman uncle father mother parent husband")) {
		return i
	}
	if r.is(end-1, "a the") && r.is(i, "runs owns works plays drove drives") && (r.alone(end, unitClass) || r.is(end, "way lot same risk mile hard show other fever") || r.ends(end)) {
		return i
	}
	if r.is(end, "me us it him you them this that") {
		return i
	}
	stop := end
	for stop < end+7 && !r.ends(stop) && !r.is(stop, "i so he we is and who but she was has had when they while until which because") {
		stop++
	}
	if stop == end && r.is(end-1, "a at in as an for the") {
		return i
	}
	return r.job(i, stop, r.joined(i, stop), int(e.sure))
}
