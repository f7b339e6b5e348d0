package identify

import (
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// events finds what a neighbour would remember; rare are those in the news
// and the only ones of their kind.
func (r *reader) events() {
	for i := 0; i < len(r.tok); i++ {
		end := i
		for _, form := range [...]func(*reader, int) int{(*reader).onlyOne, (*reader).remarkable, (*reader).happened} {
			if end = form(r, i); end > i {
				break
			}
		}
		i = max(i, end-1)
	}
}

func (r *reader) event(first, last int, value string, sure int, rare bool) int {
	r.emit(first, last, verdict.Event, verdict.PartEvent, value, sure).Rare = rare
	return last
}

// remarkable reads what makes an event one of a kind: "made the papers".
func (r *reader) remarkable(i int) int {
	end, e := r.match(i, rareClass)
	if e == nil {
		return i
	}
	sure := int(e.sure)
	if r.is(end-1, "news", "paper", "papers") && r.is(i-1, "watch", "watching", "good", "bad", "great", "reading") || r.is(i, "hostage", "first", "standoff", "bombing") && r.is(i+1, "ever") && r.is(i-1, "my", "our") || e.value == "on channel" && !r.kind(end, text.Number) {
		sure = 300
	}
	return r.event(i, end, e.value, sure, sure > 500)
}

func (r *reader) happened(i int) int {
	end, e := r.match(i, eventClass)
	if e == nil {
		return i
	}
	sure := int(e.sure)
	switch r.word(i) {
	case "flood", "raid", "shooting", "riot", "explosion", "murder", "drowning", "drowned", "tornado", "removal", "rollover":
		if r.is(end, "of", "the", "it", "in", "hoops", "pictures", "star", "stars", "my", "pool", "me", "minutes", "myself") && !(r.is(end, "in") && r.is(end+1, "the") && !r.is(end+2, "paperwork")) || r.is(i-1, "a", "am", "absolute", "i'm", "we're", "are", "was", "this", "snow", "wart", "trash", "mole") && (r.is(i, "riot", "drowning", "removal") || r.is(i, "murder") && r.ends(end)) || r.is(i-1, "bloody") {
			sure = 250
		}
	}
	if r.is(i, "killed", "died", "murdered", "shooting") && r.alone(i-1, myClass) {
		sure = 250
	}
	return r.event(i, end, e.value, sure, false)
}

// onlyOne reads "the only Somali family in town", "the only kid in the county
// with a trach" at token i: one of a kind.
func (r *reader) onlyOne(i int) int {
	if !r.is(i, "only", "sole", "lone") || !r.is(i-1, "the", "town's", "'s") {
		return i
	}
	at := i + 1
	for at < i+5 && r.in(at) && r.tok[at].Kind <= text.Clitic && !r.alone(at, oneNounClass) {
		at++
	}
	if !r.alone(at, oneNounClass) || at > i+4 || r.is(at, "in", "two", "three") {
		return i
	}
	for stop := at + 1; stop < at+7 && !r.ends(stop); stop++ {
		if r.is(stop, "in", "on", "at", "from") && (r.is(stop+1, "town", "this", "the", "our", "my") || r.capital(stop+1)) {
			end := stop + 2
			if r.is(stop+1, "this", "the", "our", "my") && !r.ends(end) {
				end++
			}
			if r.is(end-1, "town", "county", "village", "school", "state", "parish", "district", "valley", "island", "building", "street", "country", "area", "region", "city", "block", "neighborhood", "neighbourhood", "unit", "ward", "grade", "class", "reservation", "shelter", "hospital", "facility", "program", "programme", "congregation", "church", "estate", "road", "caseload", "province") || r.capital(end-1) {
				return r.event(i-1, end, r.joined(i, end), 880, true)
			}
		}
	}
	if r.is(at+1, "survivor") || r.is(at, "survivor") {
		return r.event(i-1, at+1, r.joined(i, at+1), 880, true)
	}
	return i
}
