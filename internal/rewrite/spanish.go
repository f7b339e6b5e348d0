package rewrite

import (
	"strings"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// The small words of Spanish by which it decides what may be left out. Drafts
// are written with and without accents, and so are these.
const (
	esArticles = "el la los las"
	esNumbers  = "un una uno dos tres cuatro cinco seis siete ocho nueve diez"
	esBe       = "es está esta era estaba fue son están estan eran estaban será sera"
	esHas      = "tiene tenía tenia tuvo padece padecía padecia"
	esAnd      = "y e o pero que porque cuando mientras aunque si"
	esTitles   = "señora señor señorita sra sr srta doña don seño"

	// nouns for one person or a few, which a name, an age or an illness may stand beside
	esPersons = "clienta clientas cliente clientes paciente pacientes usuaria usuarias usuario usuarios alumna alumnas alumno alumnos residente residentes" +
		" interna interno beneficiaria beneficiario participante consultante albergada albergado estudiante persona señora señor señorita mujer hombre" +
		" joven muchacha muchacho chica chico niña niño niñita niñito nena nene bebé bebe adolescente anciana anciano abuelita abuelito viejita viejito" +
		" mamá mama madre papá papa padre hija hijo hijas hijos hermana hermano familia pareja menor amiga amigo vecina vecino señoras señores" +
		" mujeres hombres jóvenes jovenes niñas niños adolescentes"
)

// inSpanish is edit for a draft in Spanish.
func (r *reader) inSpanish(m int, again bool) (Edit, bool) {
	mention := &r.mentions[m]
	first, last := mention.First, mention.Last
	switch mention.Type {
	case verdict.Person:
		return r.esName(first, last, again)
	case verdict.Phone, verdict.Email, verdict.URL, verdict.Handle, verdict.SSN, verdict.RecordID:
		return r.esNumber(first, last, mention.Type == verdict.Handle)
	case verdict.Age:
		return r.esAge(first, last)
	case verdict.Date, verdict.Time:
		return r.esWhen(first, last)
	case verdict.Location, verdict.Facility, verdict.Organization, verdict.Address:
		return r.esPlace(first, last)
	case verdict.Family:
		return r.esKin(first, last)
	case verdict.Diagnosis:
		return r.esHealth(first, last)
	case verdict.Demographic, verdict.Occupation, verdict.Event:
		return r.esKind(first, last)
	}
	return Edit{}, false
}

// esName is name: gone beside "mi clienta", "alguien" elsewhere, "esta persona"
// from the second time on.
func (r *reader) esName(first, last int, again bool) (Edit, bool) {
	first = r.esTitled(first)
	if r.esHeld(first, last) {
		return r.cut(first, last), true
	}
	switch {
	case r.is(first-1, "llamada llamado") || r.is(first-1, esPersons) && !r.opens(first):
		if !r.is(first-1, esPersons) {
			first--
		}
		return r.cut(first, last), true
	case r.is(first-1, "nombre") && r.is(first-2, "de"):
		return r.cut(first-2, last), true
	case r.is(first-1, "llama llamaba") && r.is(first-2, "se"):
		return r.esCalled(first-2, last)
	case r.is(first-1, "nombre apellido es era") && !r.opens(first):
		return Edit{}, false
	}
	words := "alguien"
	if again {
		words = "esta persona"
	}
	switch {
	case r.is(first-1, "al"):
		return r.replace(first-1, last, "a "+words), true
	case r.is(first-1, "del"):
		return r.replace(first-1, last, "de "+words), true
	case r.is(first-1, "la el mi nuestra nuestro"):
		first--
	}
	return r.replace(first, last, words), true
}

// esTitled moves first back over a title: la señora Gómez, la Sra. Gómez.
func (r *reader) esTitled(first int) int {
	switch {
	case r.is(first-1, esTitles):
		first--
	case r.is(first-1, ".") && r.is(first-2, esTitles):
		first -= 2
	default:
		return first
	}
	if r.is(first-1, esTitles) {
		first-- // la señora doña Carmen
	}
	if r.is(first-1, esArticles) {
		first--
	}
	return first
}

// esCalled takes "se llama Rosa" out, from token first, with the words that join it to the rest.
func (r *reader) esCalled(first, last int) (Edit, bool) {
	switch {
	case r.is(first-1, "que"):
		return r.cut(first-1, last), true
	case r.opens(first) && r.over(last):
		return r.cut(first, last), true
	case !r.opens(first) && r.is(last, "y") && !r.over(last+1):
		return r.cut(first, last+1), true // la usuaria se llama Rosa y vive
	case !r.opens(first) && r.is(first-1, "y") && (r.over(last) || r.comma(last)):
		return r.cut(first-1, last), true
	}
	return Edit{}, false
}

// esHeld reports whether commas or brackets hold tokens [first,last) as a remark.
func (r *reader) esHeld(first, last int) bool {
	if r.opens(first) {
		return false
	}
	return r.is(first-1, "(") && r.is(last, ")") || r.comma(first-1) && (r.comma(last) || r.over(last))
}

// esAge takes an age out with its "de"; where the sentence says nothing else,
// young or old stands for it.
func (r *reader) esAge(first, last int) (Edit, bool) {
	if last-first == 1 {
		return r.esAgeNoun(first)
	}
	at := first
	if r.is(at-1, "casi unos unas como apenas") {
		at--
	}
	if r.is(at-1, "de con") {
		at--
	}
	switch {
	case r.is(at-1, "más mas menos mayor menor"):
		return Edit{}, false
	case r.esHeld(at, last):
		return r.cut(at, last), true
	case r.is(at-1, "tiene tenía tenia"):
		verb := "es "
		if r.is(at-1, "tenía tenia") {
			verb = "era "
		}
		return r.replace(at-1, last, verb+r.esHowOld(first)), true
	case r.is(at-1, "cumple cumplió cumplio"):
		if at == first && r.is(last-1, "años anos añitos anitos") {
			return r.cut(first, last-1), true
		}
		return Edit{}, false
	case r.is(at-1, "los") && r.is(at-2, "a"):
		return r.cut(at-2, last), true
	case r.is(at, "de con"), r.opens(at) && r.comma(last):
		return r.cut(at, last), true
	}
	return Edit{}, false
}

func (r *reader) esHowOld(i int) string {
	n := 0
	for _, c := range r.word(i) {
		if c >= '0' && c <= '9' && n < 1000 {
			n = n*10 + int(c-'0')
		}
	}
	switch {
	case r.tok[i].Kind == text.Number && n >= 60, r.is(i, "sesenta setenta ochenta noventa"):
		return "mayor"
	case r.tok[i].Kind == text.Number && n >= 22, r.is(i, "veintidós veintidos veintitrés veintitres veinticuatro veinticinco treinta cuarenta cincuenta"):
		return "una persona adulta"
	}
	return "joven"
}

// esAgeNoun is a word for a person that tells an age: un bebé, la anciana.
func (r *reader) esAgeNoun(i int) (Edit, bool) {
	if r.is(i-1, esPersons) && !r.opens(i) {
		return r.cut(i, i+1), true // mi paciente adolescente
	}
	if r.is(i+1, "nacido nacida") {
		return Edit{}, false
	}
	return r.esPerson(i, i+1)
}

// esPerson puts "persona" for a noun that tells more, with the article that is there.
func (r *reader) esPerson(first, last int) (Edit, bool) {
	switch {
	case r.opens(first), endsIn(r.word(last), "o os or"): // un muchacho hondureño: "persona" would not agree
		return Edit{}, false
	case r.is(first-1, "un una"):
		return r.replace(first-1, last, "una persona"), true
	case r.is(first-1, "el la"):
		return r.replace(first-1, last, "la persona"), true
	case r.is(first-1, "al"):
		return r.replace(first-1, last, "a la persona"), true
	case r.is(first-1, "del"):
		return r.replace(first-1, last, "de la persona"), true
	case r.is(first-1, "este esta ese esa otro otra aquel aquella"):
		return r.replace(first-1, last, pick("este=esta esta=esta ese=esa esa=esa otro=otra otra=otra aquel=aquella aquella=aquella", r.word(first-1))+" persona"), true
	}
	return Edit{}, false
}

func endsIn(word, endings string) bool {
	for _, e := range strings.Fields(endings) {
		if len(word) > 4 && strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}

// esNumber takes a number out with the words that say what it is, or marks that it was there.
func (r *reader) esNumber(first, last int, handle bool) (Edit, bool) {
	if handle {
		if r.is(first-1, esPersons) && !r.opens(first) {
			return r.cut(first, last), true
		}
		return r.replace(first, last, "alguien"), true
	}
	lead := first
	for lead > 0 && !r.opens(lead) && (r.is(lead-1, "número numero núm num no nro tel teléfono telefono celular cel correo folio expediente caso placa placas : # nss curp") ||
		r.is(lead-1, ".") && r.is(lead-2, "núm num no nro tel cel")) {
		lead--
	}
	switch {
	case r.esHeld(lead, last), lead < first && !r.opens(lead) && r.is(lead-1, "con"):
		if r.is(lead-1, "con") {
			lead--
		}
		return r.cut(lead, last), true
	}
	return r.replace(first, last, "[omitido]"), true
}

// esOne turns the verb of several into that of one.
const esOne = "están=está estan=está son=es eran=era estaban=estaba fueron=fue tienen=tiene tenían=tenía tenian=tenía viven=vive vivían=vivía" +
	" van=va quieren=quiere necesitan=necesita lloran=llora lloraron=lloró llegaron=llegó vinieron=vino comen=come duermen=duerme han=ha"

// esAgree is agree for Spanish.
func (r *reader) esAgree(first, last int, words string) Edit {
	if one := pick(esOne, r.word(last)); one != "" && !r.over(last) {
		return r.replace(first, last+1, words+" "+one)
	}
	return r.replace(first, last, words)
}
