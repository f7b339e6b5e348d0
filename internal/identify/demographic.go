package identify

import (
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// demographics finds nouns of a sex, and origin, faith, language and the like.
func (r *reader) demographics() {
	for i := 0; i < len(r.tok); i++ {
		if r.wake[i]&demographicWake == 0 {
			continue
		}
		if end := r.origin(i); end > i {
			i = end - 1
			continue
		}
		r.sex(i)
	}
}

func (r *reader) sex(i int) {
	if _, e := r.match(i, sexManyClass); e != nil {
		sure := int(e.sure)
		if r.is(i, "guys") && (r.is(i-1, "hi ok you hey these") || r.flag(i, text.Opening) || r.is(i-1, ",")) {
			return
		}
		r.emit(i, i+1, verdict.Demographic, verdict.PartSex, e.value, min(sure, 450))
		return
	}
	end, e := r.match(i, sexClass)
	if e == nil {
		return
	}
	switch {
	case r.is(i, "man boy lad dude girl") && (r.is(i-1, ", oh yo my hey damn the-") && r.ends(end) || r.flag(i, text.Opening) && !r.is(end, "in who with came down comes walks walked") || r.is(i-1, "oh")):
		return
	case r.is(i, "gal") && r.flag(i, text.Glued):
		return
	case r.is(i, "fellow") && (!r.ends(end) || r.alone(i-1, myClass)), r.is(i, "gal") && r.flag(i, text.AllCaps), r.is(i, "male female") && r.is(end, "nurse staff nurses colleague dominated"):
		return
	case r.is(i, "man boy lady girl") && r.is(end, "gaga boss made cave kind power scout hours scouts"):
		return
	}
	sure := int(e.sure)
	if r.is(i, "man boy lad dude girl") && (r.ends(end) || r.is(end, "i it you that this what")) && !r.determined(i) {
		sure = 450 // perhaps a way to call the reader
	}
	if r.is(i, "man") && r.alone(i-1, myClass) && r.kind(end, text.Clitic) {
		sure = 440 // a husband, or a friend
	}
	if r.is(i, "chap gent chick bride groom geezer fellow") {
		sure = 600
	}
	r.emit(i, end, verdict.Demographic, verdict.PartSex, sexValue(r.word(i), e.value), sure)
}

// determined reports whether the words before token i make it a noun that is
// spoken of: "the old man".
func (r *reader) determined(i int) bool {
	for k := i - 1; k >= i-3 && r.kind(k, text.Word); k-- {
		if r.is(k, "a an my no is the our his her one old was this that some each poor every young little another") || r.alone(k, colourClass) {
			return true
		}
	}
	return false
}

// sexValue folds the nouns to two values, so that "guy" and "man" are one.
func sexValue(word, value string) string {
	switch word {
	case "woman", "girl", "lady", "lass", "gal", "female", "girlie", "schoolgirl", "chick", "tomboy", "bride":
		return "woman"
	case "old", "wee", "young":
		return value
	}
	return "man"
}

// origin reads "Somali", "Spanish-speaking", "a Black man", "undocumented".
func (r *reader) origin(i int) int {
	if end, e := r.match(i, ethnicClass); e != nil {
		if r.is(end, "war bar food exam army class pride market recipe coffee rights history lessons studies wedding takeaway homework language dressing revision marriage traveller restaurant government") {
			r.emit(i, end, verdict.Demographic, verdict.PartEthnic, e.value, 300)
			return end
		}
		end = r.spoken(end)
		r.emit(i, end, verdict.Demographic, verdict.PartEthnic, e.value, int(e.sure))
		return end
	}
	if e := r.uncased(i, ethnicClass); e != nil && r.alone(i+1, beingClass) {
		r.emit(i, i+1, verdict.Demographic, verdict.PartEthnic, e.value, 800)
		return i + 1
	}
	if end, e := r.match(i, noPartClass); e != nil {
		r.emit(i, end, verdict.Demographic, verdict.NoPart, e.value, int(e.sure))
		return end
	}
	_, e := r.match(i, colourClass)
	if e == nil {
		return i
	}
	if end := r.spoken(i + 1); end > i+1 {
		r.emit(i, end, verdict.Demographic, verdict.PartEthnic, e.value, 900)
		return end
	}
	at := i + 1
	for at < i+3 && !r.alone(at, beingClass) && (r.alone(at, ageClass) || r.is(at, "old young trans single elderly american immigrant")) {
		at++
	}
	plainNoun := r.alone(at, beingClass) && !(r.is(i, "greek native french english") && r.is(at, "family speaker student students") && !r.flag(i, text.Capital))
	is := (r.is(i-1, "is 's was") || r.is(i-2, "is was") && r.is(i-1, "also")) && r.flag(i, text.Capital) && r.ends(at)
	if !plainNoun && !is {
		return i
	}
	sure := 850
	if !plainNoun {
		sure = 650
	}
	r.emit(i, i+1, verdict.Demographic, verdict.PartEthnic, e.value, sure)
	return i + 1
}

// spoken steps over "-speaking" after a language.
func (r *reader) spoken(i int) int {
	if r.alone(i, speakingClass) {
		return i + 1
	}
	return i
}
