package rewrite

import (
	"strings"

	"secondlook/internal/verdict"
)

// esWhen takes a day or a time out, with the words that led to it and those
// that say it more nearly.
func (r *reader) esWhen(first, last int) (Edit, bool) {
	last = r.esTimeEnd(last)
	lead := r.esLed(first)
	switch {
	case r.is(lead-1, "es será sera") && (r.over(last) || r.comma(last) || r.is(last, esAnd)):
		return r.replace(lead, last, "pronto"), true
	case r.is(lead-1, "fue era") && (r.over(last) || r.comma(last) || r.is(last, esAnd)):
		return r.replace(lead, last, "antes"), true
	case (r.opens(lead) || r.is(lead-1, esAnd)) && r.is(last, "fue es era será sera"):
		return r.replace(lead, last, "ese día"), true
	}
	return r.cut(lead, last), true
}

// esLed moves first back over the article and the preposition of a time.
func (r *reader) esLed(first int) int {
	lead := first
	for !r.opens(lead) && r.is(lead-1, "el este pasado próximo proximo mismo mero día dia") {
		lead--
	}
	if !r.opens(lead) && r.is(lead-1, "del al") {
		return lead - 1
	}
	if !r.opens(lead) && r.is(lead-1, "para desde hasta por en de durante antes") {
		return lead - 1
	}
	return lead
}

// esTimeEnd moves last over what says the time more nearly, and over further times.
func (r *reader) esTimeEnd(last int) int {
	for !r.over(last) {
		switch {
		case r.is(last, "pasado pasada próximo proximo próxima proxima siguiente temprano"):
			last++
		case r.is(last, "que") && r.is(last+1, "viene entra"):
			last += 2
		case r.is(last, "por en de") && r.is(last+1, "la") && r.is(last+2, "mañana tarde noche madrugada"):
			last += 3
		case r.is(last, "y") && r.is(last+1, "media cuarto"):
			last += 2
		case r.is(last, "am pm hrs horas"):
			last++
		case r.esTime(last) >= 0:
			last = r.mentions[r.esTime(last)].Last
		case r.is(last, "y , a de en del al") && r.esTime(last+1) >= 0:
			last = r.mentions[r.esTime(last+1)].Last
		case r.is(last, "y a de en ,") && r.is(last+1, "el") && r.esTime(last+2) >= 0:
			last = r.mentions[r.esTime(last+2)].Last
		default:
			return last
		}
	}
	return last
}

// esTime is the mention of a time that begins with token i of the same sentence; -1 for none.
func (r *reader) esTime(i int) int { return r.other(i, verdict.Date, verdict.Time) }

// esPlace takes a place out with the words that led to it; where the sentence
// needs one, some place stands for it.
func (r *reader) esPlace(first, last int) (Edit, bool) {
	for r.comma(last) && !r.over(last+1) && r.other(last+1, verdict.Location, verdict.Facility, verdict.Address) >= 0 {
		last = r.mentions[r.other(last+1, verdict.Location, verdict.Facility, verdict.Address)].Last // Ponce, Puerto Rico
	}
	at := first
	if !r.opens(at) && r.is(at-1, esArticles+" su sus un una mi nuestro nuestra este esta ese esa") {
		at--
	}
	switch {
	case r.opens(at):
		return r.replace(at, last, "este lugar"), true
	case r.is(at-1, "del"):
		if r.is(at-2, "cerca fuera dentro lejos") {
			return r.cut(at-2, last), true
		}
		return r.cut(at-1, last), true
	case r.is(at-1, "al"):
		return r.replace(at-1, last, "a otro lugar"), true
	case r.is(at-1, "en") && r.is(at-2, "vive viven vivía vivia vivían está están estaba estaban queda quedan duerme se quedó quedo"):
		return r.replace(at-1, last, "en algún lugar"), true
	case r.is(at-1, "a hacia hasta"):
		return r.replace(at, last, "otro lugar"), true
	case r.is(at-1, "de desde") && r.is(at-2, "cerca fuera dentro lejos"):
		return r.cut(at-2, last), true
	case r.is(at-1, "de desde") && r.is(at-2, "es era viene vino llegó llego salió salio"):
		return r.replace(at, last, "otro lugar"), true
	case r.is(at-1, "en de desde por"), r.esHeld(at, last):
		if !r.comma(at-1) && !r.is(at-1, "(") {
			at--
		}
		return r.cut(at, last), true
	}
	return r.replace(at, last, "este lugar"), true
}

// esKin makes one of the kin "un familiar", a partner "alguien", and a count or
// several the family.
func (r *reader) esKin(first, last int) (Edit, bool) {
	start, end := first, r.esKinEnd(last)
	if !r.opens(start) && (r.is(start-1, esNumbers) || r.digit(start-1)) {
		start--
	}
	if start == first && end == last && !strings.HasSuffix(r.word(first), "s") {
		return r.esRelative(first, last)
	}
	last = end
	switch {
	case r.is(start-1, "son eran somos"):
		return Edit{}, false
	case r.is(start-1, "su sus"):
		return r.esAgree(start-1, last, "su familia"), true
	case r.is(start-1, esArticles):
		return r.esAgree(start-1, last, "la familia"), true
	case r.is(start-1, "del"):
		return r.replace(start-1, last, "de la familia"), true
	case r.is(start-1, "al"):
		return r.replace(start-1, last, "a la familia"), true
	case r.is(start-1, "de") && r.is(start-2, "mamá mama madre papá papa padre"):
		return r.cut(start-1, last), true // mamá de gemelos
	case r.is(start, "un una uno") && !r.is(start-1, esHas+" con de y"):
		return Edit{}, false // un bebé
	case start < first && r.opens(start):
		return r.esAgree(start, last, "una familia"), true
	case start < first, r.is(start-1, "de"):
		return r.replace(start, last, "familia"), true // tiene tres hijos
	}
	return Edit{}, false
}

// esRelative says one of the kin more generally: su mamá, el padrastro, su ex.
func (r *reader) esRelative(first, last int) (Edit, bool) {
	words := "un familiar"
	if r.is(first, "esposo esposa marido novio novia pareja ex expareja") {
		words = "alguien"
	}
	switch {
	case r.is(first-1, "su la el"):
		return r.replace(first-1, last, words), true
	case r.is(first-1, "al"):
		return r.replace(first-1, last, "a "+words), true
	case r.is(first-1, "del"):
		return r.replace(first-1, last, "de "+words), true
	}
	return Edit{}, false
}

// esKinEnd moves last over what says a relative more nearly, and over further kin that is joined by y.
func (r *reader) esKinEnd(last int) int {
	for !r.over(last) {
		switch {
		case r.is(last, "mayor menor mayores menores pequeño pequeña pequeños pequeñas chico chica chiquito chiquita gemelos gemelas adolescente adolescentes"):
			last++
		case r.other(last, verdict.Person) >= 0:
			last = r.mentions[r.other(last, verdict.Person)].Last // su hijo Iker
		case r.is(last, "y") && r.other(last+1, verdict.Family) >= 0:
			last = r.mentions[r.other(last+1, verdict.Family)].Last
		case r.is(last, "y") && r.is(last+1, "su sus "+esArticles+" "+esNumbers) && r.other(last+2, verdict.Family) >= 0:
			last = r.mentions[r.other(last+2, verdict.Family)].Last
		default:
			return last
		}
	}
	return last
}

// digit reports whether token i is a number of one or two figures.
func (r *reader) digit(i int) bool {
	w := r.word(i)
	return w != "" && len(w) < 3 && w[0] >= '0' && w[0] <= '9'
}

// esHealth takes an illness out, or says it as loosely as it can be said.
func (r *reader) esHealth(first, last int) (Edit, bool) {
	if r.is(last, "tipo") && r.digit(last+1) {
		last += 2
	}
	for r.is(last, "severa severo grave crónica cronica crónico cronico terminal avanzado avanzada") {
		last++
	}
	at := first
	if !r.opens(at) && r.is(at-1, "un una su la el") {
		at--
	}
	switch {
	case r.opens(at):
		return Edit{}, false
	case r.is(at-1, esHas):
		return r.replace(at, last, "un problema de salud"), true
	case at < first && r.is(at-1, "con"):
		return r.cut(at-1, last), true
	case at < first && r.is(at, "su"):
		return r.replace(at, last, "su salud"), true
	case at == first && r.is(at-1, esPersons):
		return r.cut(first, last), true
	case at == first && r.is(at-1, "es está"):
		return r.replace(at-1, last, "tiene un problema de salud"), true
	case at == first && r.is(at-1, "era estaba"):
		return r.replace(at-1, last, "tenía un problema de salud"), true
	case r.is(at-1, "con") && r.is(last, "y") && r.is(last+1, "sin con"):
		return r.cut(at-1, last+1), true
	case r.is(at-1, "con de por") && !r.is(at-2, "problema problemas"):
		return r.cut(at-1, last), true
	}
	return Edit{}, false
}

// esKind makes a woman or a man a person, takes an origin off a noun, and says
// of the only one no more than that there is one.
func (r *reader) esKind(first, last int) (Edit, bool) {
	switch {
	case r.is(first, "la el") && r.is(first+1, "única unica"):
		return r.replace(first, first+2, "una"), true
	case r.is(first, "la el") && r.is(first+1, "único unico"):
		return r.replace(first, first+2, "un"), true
	case r.is(first-2, "trabaja trabajaba") && r.is(first-1, "de"):
		return r.cut(first-1, last), true
	case r.is(first-1, esBe), r.is(first, "salió salio salieron"):
		return Edit{}, false
	case r.is(first-1, esPersons) && !r.opens(first):
		return r.cut(first, last), true
	}
	return r.esPerson(first, last)
}
