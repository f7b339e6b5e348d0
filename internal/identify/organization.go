package identify

import (
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// organizations finds firms and agencies by name: of the list, and by the
// word that ends them: "Harbor County Children's Services", "Orrin Logistics".
func (r *reader) organizations() {
	for i := 0; i < len(r.tok); i++ {
		if r.wake[i]&organizationWake == 0 {
			continue
		}
		if end, e := r.match(i, organizationClass); e != nil && !r.flag(i, text.Hyphen) {
			if r.is(end, "plant store warehouse fulfillment distribution") {
				end++
			}
			r.emit(i, end, verdict.Organization, r.own(i), e.value, int(e.sure))
			i = end - 1
			continue
		}
		if end := r.firm(i); end > i {
			r.emit(i, end, verdict.Organization, r.own(i), r.joined(i, end), 800)
			i = end - 1
		}
	}
}

// firm gives the token after a run of capitals that ends with the word for an
// organisation, or i.
func (r *reader) firm(i int) int {
	if !r.capital(i) || r.pronounish(i) || r.alone(i, noPlaceClass) || r.capital(i-1) && !r.flag(i, text.Opening) {
		return i
	}
	at, best := i, i
	for at < i+8 && r.in(at) {
		joint := at > i && (r.tok[at].Kind == text.Clitic || r.is(at, "& of and for the") && (r.capital(at+1) || r.is(at+1, "the")))
		if !joint && !r.capital(at) {
			break
		}
		at++
		if at > i+1 && r.alone(at-1, orgHeadClass) && (!r.is(at-1, "co company") || at > i+2 || r.capital(at-1)) {
			best = at
		}
	}
	if r.is(i, "dept bureau office ministry department") && r.is(i+1, "of") && at > i+2 {
		best = at
	}
	return best
}
