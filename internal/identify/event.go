package identify

import (
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// events finds what a neighbour would remember; rare are those in the news
// and the only ones of their kind.
func (r *reader) events() {
	for i := 0; i < len(r.tok); i++ {
		if r.wake[i]&eventWake == 0 {
			continue
		}
		end := i
		for _, form := range [...]func(*reader, int) int{(*reader).onlyOne, (*reader).remarkable, (*reader).happened} {
			if end = form(r, i); end > i {
				break
			}
		}
		i = max(i, end-1)
	}
}

//go:noinline
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
	if r.is(end-1, "news paper papers") && r.is(i-1, "bad good watch great reading watching") || r.is(i, "first hostage bombing standoff") && r.is(i+1, "ever") && r.is(i-1, "my our") || e.value == "on channel" && !r.kind(end, text.Number) {
		sure = 300
	}
	return r.event(i, end, e.value, sure, sure > 500)
}

// happened reads an event of the list, and what follows it where it ends in
// the middle of a phrase: "lost their dad in", "arrested at".
func (r *reader) happened(i int) int {
	end, e := r.match(i, eventClass)
	if e == nil {
		return i
	}
	sure := int(e.sure)
	if r.overstated(i, end) || r.is(i, "died killed murdered shooting") && r.alone(i-1, myClass) {
		sure = 250
	}
	rare := false
	if r.is(end-1, "a in at by on of the") && !r.flag(end-1, text.Hyphen) {
		for stop := end + 6; end < stop && !r.ends(end) && !r.is(end, "i so he we it is and who but she you was has had when they last this while until because yesterday"); end++ {
			if _, news := r.match(end, rareClass); news != nil {
				rare = true
				if r.is(end, "on in all over") {
					break // found by itself
				}
			}
		}
	}
	return r.event(i, end, e.value, sure, rare)
}

// overstated reports words of disaster that speak of a full inbox.
func (r *reader) overstated(i, end int) bool {
	switch r.word(i) {
	case "flood":
		return r.is(end, "of") && !r.is(end+1, "the that") && !r.kind(end+1, text.Number) || r.is(end, "me my us")
	case "raid", "shooting", "explosion", "tornado":
		return r.is(end, "of it me the star hoops stars pictures") || r.is(i-1, "a") && r.is(end, "of")
	case "drowning", "drowned", "murder", "riot", "removal", "rollover":
		return r.is(end, "in my on myself minutes") && !(r.is(end, "in") && r.is(end+1, "a the his her") && !r.is(end+2, "sea paperwork")) ||
			r.is(i-1, "am is i'm are was snow wart mole tick we're trash bloody tattoo absolute") ||
			r.is(i, "riot") && r.is(i-1, "a")
	}
	return false
}

// onlyOne reads "the only Somali family in town", "the only kid in the county
// with a trach" at token i: one of a kind.
func (r *reader) onlyOne(i int) int {
	if !r.is(i, "only sole lone") || !(r.is(i-1, "'s the") || r.flag(i, text.Opening)) {
		return i
	}
	first := i
	if r.is(i-1, "the") {
		first--
	}
	at := i + 1
	for at < i+5 && r.in(at) && r.tok[at].Kind <= text.Clitic && !r.alone(at, oneNounClass) {
		at++
	}
	if !r.alone(at, oneNounClass) || at > i+4 || r.is(at, "in two three") {
		return i
	}
	for stop := at + 1; stop < at+7 && !r.ends(stop); stop++ {
		if r.is(stop, "in on at from") && (r.is(stop+1, "my the our town this") || r.capital(stop+1)) {
			end := stop + 2
			if r.is(stop+1, "my the our this") && !r.ends(end) {
				end++
			}
			if r.is(end-1, "town area city unit ward road state block grade class county school parish valley island street region church estate village country shelter program district building hospital facility caseload province programme reservation neighborhood congregation neighbourhood") || r.capital(end-1) {
				return r.event(first, end, r.joined(i, end), 880, true)
			}
		}
	}
	if r.is(at+1, "survivor") || r.is(at, "survivor") {
		return r.event(first, at+1, r.joined(i, at+1), 880, true)
	}
	return i
}
