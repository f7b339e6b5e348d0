package spanish

import (
	"strconv"

	"secondlook/internal/identify"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// details finds what may tell of a person: when, where, how old, whose, how ill.
func (r *Draft) details() []identify.Mention {
	var out []identify.Mention
	for i := range r.is {
		for _, shape := range shapes {
			if last, m := shape(r, i); last > i {
				out = append(out, m)
			}
		}
	}
	return out
}

// A shape reads one kind of detail that begins at token i, and returns where it
// ends: i where there is none.
var shapes = [...]func(r *Draft, i int) (last int, m identify.Mention){
	(*Draft).record, (*Draft).address, (*Draft).age, (*Draft).when, (*Draft).clock, (*Draft).where,
	(*Draft).relative, (*Draft).illness, (*Draft).kind, (*Draft).rare,
}

var none identify.Mention

func (r *Draft) found(i, last int, t verdict.SpanType, p verdict.Part, sure int) (int, identify.Mention) {
	return last, r.mention(i, last, t, p, sure)
}

func (r *Draft) digits(i int) bool {
	return i >= 0 && i < len(r.is) && r.doc.Tokens[i].Kind == text.Number
}

// age reads "8 años", "de ocho meses", "un bebé", "adolescente".
func (r *Draft) age(i int) (int, identify.Mention) {
	if r.has(i, ageWord) && r.whole && !r.has(i-1, my|myMany) {
		if r.word(i) == "recien" && r.word(i+1) != "nacido" && r.word(i+1) != "nacida" {
			return i, none
		}
		return r.found(i, i+1, verdict.Age, verdict.PartAge, 800)
	}
	if !r.digits(i) && !r.has(i, number) || !r.has(i+1, yearWord) {
		return i, none
	}
	if r.has(i-1, noAge) || r.has(i-2, noAge) || r.has(i+3, noAge) || r.has(i+2, noAge) || r.word(i-1) == "tengo" || r.word(i-1) == "cumplo" {
		return i, none
	}
	// "dos meses de espera": without "años", only what leads an age.
	if w := r.word(i + 1); w != "años" && w != "anos" && w != "añitos" && w != "anitos" && !r.has(i-1, ageLed) {
		return i, none
	}
	if r.digits(i) {
		if n, err := strconv.Atoi(r.doc.Tokens[i].Plain); err != nil || n > 115 {
			return i, none
		}
	}
	return r.found(i, i+2, verdict.Age, verdict.PartAge, 900)
}

// when reads "el martes", "3 de mayo", "ayer", "esta mañana"; "los martes" is
// no day.
func (r *Draft) when(i int) (int, identify.Mention) {
	switch {
	case r.has(i, weekday) && r.word(i-1) != "los" && r.word(i-1) != "cada" && r.word(i-1) != "fin" && r.word(i-1) != "feliz":
		return r.found(i, i+1, verdict.Date, verdict.PartTime, 900)
	case (r.digits(i) || r.has(i, number) || r.word(i) == "primero") && r.word(i+1) == "de" && r.has(i+2, month):
		return r.found(i, i+3, verdict.Date, verdict.PartTime, 900)
	case r.has(i, moment):
		return r.found(i, i+1, verdict.Date, verdict.PartTime, 900)
	case r.has(i, thisPart) && r.word(i-1) == "esta":
		return r.found(i-1, i+1, verdict.Date, verdict.PartTime, 900)
	case r.word(i) == "mañana" && r.whole && r.word(i-1) != "la" && r.word(i-1) != "una" && r.word(i-1) != "cada" && r.word(i-1) != "esta":
		return r.found(i, i+1, verdict.Date, verdict.PartTime, 700)
	}
	return i, none
}

// clock reads "a las 3", "a la una", "3:30".
func (r *Draft) clock(i int) (int, identify.Mention) {
	if r.word(i) == "a" && (r.word(i+1) == "las" || r.word(i+1) == "la") && (r.digits(i+2) || r.has(i+2, number)) {
		return r.found(i, i+3, verdict.Time, verdict.PartTime, 850)
	}
	return i, none
}

// where reads "hospital Juárez", "cama 4", "en Maple Heights".
func (r *Draft) where(i int) (int, identify.Mention) {
	if r.has(i, room) && (r.digits(i+1) || r.has(i+1, number)) && !r.has(i, my) {
		return r.found(i, i+2, verdict.Facility, verdict.PartPlace, 800)
	}
	if r.has(i, place) && (r.properFrom(i+1) > i+1) {
		return r.found(i, r.properFrom(i+1), verdict.Facility, verdict.PartPlace, 850)
	}
	if r.whole && r.has(i, inPlace) && !r.has(i+1, given) {
		if last := r.properFrom(i + 1); last > i+1 && (r.word(i) == "en" || r.word(i-1) == "llego" || r.word(i-1) == "vive" || r.word(i-1) == "vino") {
			return r.found(i+1, last, verdict.Location, verdict.PartPlace, 700)
		}
	}
	return i, none
}

// properFrom returns where the capitals that begin at i end.
func (r *Draft) properFrom(i int) int {
	last := i
	for last < len(r.is) && r.capital(last) && !r.has(last, noPlace|noName) || last > i && r.has(last, particle) && r.capital(last+1) {
		last++
	}
	return last
}

// relative reads "su hijo", "sus tres hijas", "los gemelos"; the author's own
// kin is told of with "mi".
func (r *Draft) relative(i int) (int, identify.Mention) {
	if !r.has(i, kin) || r.has(i-1, my|myMany) || r.has(i-2, my|myMany) && r.has(i-1, between|number) {
		return i, none
	}
	if !r.has(i-1, his|number|the) && !r.digits(i-1) && !(r.word(i-1) == "de" && r.has(i-2, kin|someone)) {
		return i, none
	}
	return r.found(i, i+1, verdict.Family, verdict.PartFamily, 850)
}

func (r *Draft) illness(i int) (int, identify.Mention) {
	if !r.has(i, health) {
		return i, none
	}
	return r.found(i, i+1, verdict.Diagnosis, verdict.PartHealth, 800)
}

// kind reads what somebody is: a woman, from Honduras, a waiter.
func (r *Draft) kind(i int) (int, identify.Mention) {
	switch {
	case r.has(i, origin):
		return r.found(i, i+1, verdict.Demographic, verdict.PartEthnic, 800)
	case r.has(i, sex) && r.has(i-1, one|the) && !r.capital(i+1):
		return r.found(i, i+1, verdict.Demographic, verdict.PartSex, 800)
	case r.has(i, trade) && (r.word(i-1) == "es" || r.word(i-1) == "era" || r.word(i-1) == "de" && r.word(i-2) == "trabaja"):
		return r.found(i, i+1, verdict.Occupation, verdict.PartWork, 700)
	}
	return i, none
}

// rare reads what a neighbour would remember: "salió en las noticias", "la
// única familia".
func (r *Draft) rare(i int) (int, identify.Mention) {
	news := r.word(i) == "noticias" || r.word(i) == "noticiero" || r.word(i) == "periodico"
	if news && (r.word(i-3) == "salio" || r.word(i-3) == "salieron" || r.word(i-4) == "salio") {
		last, m := r.found(i-3, i+1, verdict.Event, verdict.PartEvent, 900)
		m.Rare = true
		return last, m
	}
	if (r.word(i) == "unica" || r.word(i) == "unico") && r.has(i-1, the) && r.has(i+1, someone|origin) {
		last, m := r.found(i-1, i+2, verdict.Event, verdict.PartEvent, 900)
		m.Rare = true
		return last, m
	}
	return i, none
}
