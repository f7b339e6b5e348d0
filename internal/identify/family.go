package identify

import (
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// families finds kin words and what makes up a family. Whose kin they are is
// referent's to say.
func (r *reader) families() {
	for i := 0; i < len(r.tok); i++ {
		if r.wake[i]&familyWake == 0 {
			continue
		}
		end := i
		for _, form := range [...]func(*reader, int) int{(*reader).tied, (*reader).counted, (*reader).shaped, (*reader).kin, (*reader).surnamed} {
			if end = form(r, i); end > i {
				break
			}
		}
		i = max(i, end-1)
	}
}

//go:noinline
func (r *reader) relation(first, last int, part verdict.Part, value string, sure int) int {
	r.emit(first, last, verdict.Family, part, value, sure)
	return last
}

// tied reads "the mayor's son", "a city councilman's wife": a relation that
// makes the person known.
func (r *reader) tied(i int) int {
	if !r.alone(i, notableClass) || !r.kind(i+1, text.Clitic) {
		return i
	}
	at := i + 2
	if r.is(at, "ex own late only oldest eldest little teenage youngest pregnant estranged") {
		at++
	}
	if !r.alone(at, tieClass) {
		return i
	}
	first := i
	for first > i-3 && r.in(first-1) && r.tok[first-1].Kind == text.Word && r.is(first-1, "a the our city town fire high local county former police school football basketball") {
		first--
	}
	return r.relation(first, at+1, verdict.PartTie, r.word(i)+" "+r.word(at), 900)
}

// counted reads "three kids", "mother of four", "sibling group of five",
// "one of nine" at token i.
func (r *reader) counted(i int) int {
	of := i + 1
	if r.is(i, "sibling") {
		of++
	}
	if r.is(of-1, "mom mum dad mam set group widow mother father parent family parents grandmother grandfather") && r.is(of, "of") && (of > i+1 || !r.is(i, "set group")) {
		if n, at, ok := r.number(of + 1); ok && n <= 20 {
			end := at
			if r.alone(end, childrenClass) {
				end++
			}
			return r.relation(i, end, verdict.PartFamily, "children "+r.word(of+1), 900)
		}
	}
	n, at, ok := r.number(i)
	if !ok || n > 16 || r.isPrice(i) || n < 1 {
		return i
	}
	if r.is(at, "more half young small older adult grown other under little foster younger beautiful") {
		at++
	}
	if !r.alone(at, childrenClass) || n == 1 && !r.is(at, "kid son child sister sibling brother daughter") {
		return i
	}
	sure := 750
	if r.is(at, "boys kids girls kiddos babies children") {
		sure = 560
	}
	if r.is(i-1, "of by 's has had her his and got with have their raising") {
		sure += 120
	}
	return r.relation(i, at+1, verdict.PartFamily, "children "+r.word(i), sure)
}

// shaped reads "single mom", "foster kid", "teen mother" at token i.
func (r *reader) shaped(i int) int {
	end, e := r.match(i, shapeClass)
	if e == nil || e.value == "surrogate" && !r.is(i-1, "a the their") {
		return i
	}
	if r.is(i-1, "the") && r.is(end, "system") || r.is(i, "foster") && r.is(end, "care") {
		return i
	}
	first := i
	if r.alone(i-1, ownerClass) {
		first--
	}
	return r.relation(first, end, verdict.PartFamily, e.value, int(e.sure))
}

// kin reads a kin word at token i, with its owner: "her own mother".
func (r *reader) kin(i int) int {
	first, at := i, i
	if r.alone(at, ownerClass) {
		at++
		for at < i+3 && r.is(at, "ex own new bio poor late only dead sweet little oldest middle elderly pregnant youngest estranged") && !r.alone(at, kinClass) {
			at++
		}
		if _, e := r.match(at, kinClass); e == nil && r.is(at, "boy kid wee girl boys kids baby girls child babies little children") {
			if r.is(at, "wee little") && !r.alone(at+1, childrenClass) {
				return i
			}
			if r.is(at, "wee little") {
				at++
			}
			return r.relation(first, at+1, verdict.PartFamily, "child", 820)
		}
	}
	end, e := r.match(at, kinClass)
	if e == nil {
		return i
	}
	sure := int(e.sure)
	word := r.word(at)
	owned := at > i
	switch {
	case r.is(at, "oldest eldest youngest") && end == at+1 && !owned && !r.alone(i-1, myClass):
		return i
	case r.is(at, "oldest eldest youngest") && !r.ends(end) && !r.is(end, "is was has who and"):
		return i
	case word == "twin" && r.is(end, "bed beds size peaks falls cities towers engine flames"):
		return i
	case word == "da" && r.flag(at, text.AllCaps):
		return i
	case word == "mil" && r.flag(at, text.AllCaps):
	case word == "gf" && r.flag(at, text.AllCaps), !owned && r.is(at, "dad mom mum") && r.is(i-1, "team dance class plant sports soccer hockey laundry baseball football"):
		sure = 440 // no gluten; the mother of a task
	case (word == "da" || word == "nan" || word == "mam" || word == "pops" || word == "guardian" || word == "partner" || word == "bf" || word == "gf" || word == "quads" || word == "mil" || word == "sibs") && !owned && !r.alone(i-1, myClass) && !r.is(i-1, "a the"):
		sure = 450
	case word == "guardian" && r.is(end, "ad angel angels"), word == "father" && r.is(end, "'s time christmas") && r.is(end+1, "day"), word == "mother" && r.is(end, "earth nature fucker"), (word == "mothers" || word == "fathers") && r.is(end, "day"):
		return i
	case word == "sister" && r.is(i-1, "ward night charge"), word == "brother" && r.is(i-1, "oh big"), (word == "sister" || word == "brother" || word == "father") && r.flag(at, text.Capital) && r.capital(end) && !owned:
		sure = 450 // a nun, a nurse or a priest
	}
	return r.relation(first, end, verdict.PartFamily, e.value, sure)
}

// surnamed reads "the Garcia family", "the whole family" at token i.
func (r *reader) surnamed(i int) int {
	if r.is(i, "the") && r.capital(i+1) && r.is(i+2, "kids boys girls twins family sisters brothers household") && !r.alone(i+1, ethnicClass) {
		return r.relation(i, i+3, verdict.PartFamily, r.word(i+1)+" family", 850)
	}
	if r.alone(i, familyWordClass) && r.is(i-1, "a the his her this their whole entire patient's") && !r.is(i+1, "dog room court doctor dinner support therapy meeting services medicine practice therapist physician") {
		return r.relation(i, i+1, verdict.NoPart, "family", 600)
	}
	return i
}
