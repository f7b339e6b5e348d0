package spanish

import (
	"secondlook/internal/referent"
	"secondlook/internal/text"
)

// person is somebody served; head is the token of the word that says so.
type person struct {
	referent.Person
	head int
}

// How sure it is that somebody is served, as referent has it: from 850 the
// words are plain and a name beside them is a client's; from 535 a story alerts.
const (
	plainly = 930 // mi clienta
	by      = 720 // la usuaria, una paciente
	met0    = 560 // una señora, where the draft is about work and something happened
)

// people finds who is served, in order of the draft.
func (r *Draft) people() []person {
	var out []person
	shopping := r.has1(shop) && !r.has1(served|patient)
	for i := range r.is {
		if p, ok := r.byWord(i, shopping); ok {
			out = append(out, p)
		} else if p, ok := r.byEncounter(i); ok {
			out = append(out, p)
		}
	}
	return out
}

// byWord reads a word for somebody served, with what stands before it.
func (r *Draft) byWord(i int, shopping bool) (person, bool) {
	k := r.at(i)
	if k&clientWord == 0 || shopping && k&client != 0 {
		return person{}, false
	}
	first := i
	for r.has(first-1, between) && first > r.sentence(i).First {
		first--
	}
	sure, number := r.determined(first, k)
	if sure == 0 || r.hypothetical(first-1) {
		return person{}, false
	}
	return r.someone(first-1, i, sure, number), true
}

// determined says how sure a word for somebody served is, by the word before:
// "mi clienta" is plain, "una cliente" may be anybody's.
func (r *Draft) determined(first int, k class) (sure int, number referent.Number) {
	before := r.at(first - 1)
	oneOf := r.word(first-2) == "de" && before&myMany != 0 && r.has(first-3, one) || before&myMany != 0 && r.word(first-2) == "of" && r.has(first-3, one)
	switch {
	case k&plural != 0 && oneOf:
		return plainly, referent.One
	case k&plural != 0:
		return 0, referent.Many
	case k&caseWord != 0:
		return r.asCase(first), referent.One
	case before&my != 0 && r.word(first-1) != "my" || r.word(first-1) == "my" && k&client != 0:
		return plainly, referent.One
	case !r.whole:
		return 0, referent.One
	case k&(client|pupil) != 0 && !r.atWork():
		return 0, referent.One
	case before&(one|the) != 0 && !r.has(first-2, being):
		return by, referent.One
	case r.doc.Tokens[first].Has(text.Opening) && k&(patient|client|served) != 0:
		return by, referent.One // as notes begin: "Paciente de 34 años"
	}
	return 0, referent.One
}

// asCase: "mi caso" is most often one's own affair; it is somebody served where
// the person follows: "mi caso, una mamá de cuatro", "mi caso de hoy".
func (r *Draft) asCase(first int) int {
	if !r.has(first-1, my) || r.word(first-2) == "en" || !r.whole {
		return 0
	}
	if r.mark(first+1) == "," && r.has(first+2, one|the) && r.has(first+3, someone) {
		return by
	}
	return 0
}

// hypothetical reports whether nobody in particular is meant: "cuando un
// cliente…", "soy paciente de…".
func (r *Draft) hypothetical(det int) bool {
	if r.has(det, generic) && !r.has(det, the) {
		return true
	}
	return r.has(det-1, generic|being) && !(r.word(det-1) == "es" && r.has(det, my))
}

// byEncounter reads "una señora", "el muchacho", "doña Rosa" where the draft is
// about work and the sentence says what happened with them.
func (r *Draft) byEncounter(i int) (person, bool) {
	if !r.whole || !r.has(i, someone|title) || !r.atWork() || r.has(i, plural) {
		return person{}, false
	}
	if r.has(i-1, my|myMany) || r.word(i-1) == "su" || r.word(i-1) == "sus" || r.hypothetical(i-1) || r.word(i-1) == "los" || r.word(i-1) == "las" {
		return person{}, false
	}
	if w := r.word(i + 2); r.word(i+1) == "de" && (r.has(i+2, my|myMany) || w == "tu" || w == "la") && !r.has(i+3, room) {
		return person{}, false // "la niña de mi hermana", "la señora de la tienda"
	}
	if !r.has(i-1, one|the) && !r.has(i, title) && !r.doc.Tokens[i].Has(text.Opening) {
		return person{}, false
	}
	s := r.sentence(i)
	for t := s.First; t < s.Last; t++ {
		if r.has(t, met|serving) {
			return r.someone(i-1, i, met0, referent.One), true
		}
	}
	return person{}, false
}

func (r *Draft) someone(first, head, sure int, number referent.Number) person {
	if first < r.sentence(head).First || !r.has(first, my|myMany|one|the) {
		first = head
	}
	ref := referent.Ref{Span: r.doc.Cover(first, head+1), First: first, Last: head + 1}
	return person{referent.Person{Who: referent.Served, Number: number, Sure: sure, Refs: []referent.Ref{ref}, Encounter: true}, head}
}
