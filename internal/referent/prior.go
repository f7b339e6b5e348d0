package referent

import "secondlook/internal/text"

// How far the words for somebody say, by themselves, that he is served: 0 to
// 1000. weigh joins what stands around them.

func clientPrior(n *noun, s *someone) int {
	switch {
	case n.det&poss2 != 0:
		return 300
	case n.one, n.det&poss1 != 0:
		return 920
	case n.det&poss3 != 0:
		return 560
	case n.det&(def|demo) != 0:
		return 640
	case n.det&indef != 0:
		return 660
	}
	return 560
}

func rolePrior(n *noun) int {
	switch {
	case n.bits&thing != 0:
		return 330
	case n.one, n.det&poss1 != 0:
		return 640
	case n.det&demo != 0:
		return 420
	case n.det&(def|indef) != 0:
		return 390
	}
	return 240
}

func humanPrior(n *noun) int {
	switch {
	case n.bits&vague != 0:
		return 60
	case n.one && n.det&poss1 != 0:
		return 520
	case n.det&poss1 != 0: // my guy, my lady
		return 380
	case n.one && n.det&def != 0: // one of the men
		return 300
	case n.one, n.det&(indef|def|demo) != 0:
		return 150
	}
	return 110
}

// clinical reports whether somebody is told of in the shorthand of a chart:
// "10yo M", "66 y/o female".
func (d *draft) clinical(n *noun) bool {
	if n.det == 0 && n.bits&kin == 0 && d.word(n.last) == "," && n.last+1 < len(d.aged) && d.aged[n.last+1] {
		return true // "logger, late 50s,"
	}
	for k := n.first; k < n.last; k++ {
		switch d.word(k) {
		case "yo", "y", "yof", "yom":
			return d.isAge(k) && (d.word(n.last-1) == "m" || d.word(n.last-1) == "f" || d.word(n.last-1) == "male" || d.word(n.last-1) == "female")
		}
	}
	return false
}

func slotPrior(n *noun) int {
	switch {
	case n.bits&bed != 0:
		return 520
	case n.det&poss1 != 0 && n.one: // one of mine
		return 430
	case n.one:
		return 150
	case n.det&def != 0: // the one in unit 2
		return 120
	}
	return 480 // my 2pm
}

// atWork reports whether the sentence of a noun, or one beside it, speaks of
// service work: there "Mom brought a lawyer" is not the author's.
func (d *draft) atWork(n *noun) bool {
	s := d.doc.Tokens[n.head].Sentence
	here, before, after := d.scene(s), d.scene(s-1), d.scene(s+1)
	return max(here[work], before[work], after[work]) >= 290 && here[own] == 0
}

// tied is the prior of somebody whom his place or his hour ties to the
// author's work: "my Thursday lady", "the gent in 14", "I had a woman today".
func (d *draft) tied(n *noun) int {
	if n.det&poss1 != 0 {
		for k := n.first; k < n.head; k++ {
			if d.bits(k)&day != 0 {
				return 560
			}
			if d.word(k) == "new" && n.bits&(kin|friend) == 0 {
				return 440
			}
		}
		return 0
	}
	if p := d.servedBy(n.last); p > 0 {
		return p
	}
	if d.bits(n.last)&froms != 0 && d.bits(n.last+1)&poss1 != 0 && d.workBehind(n.last+1) {
		return 440
	}
	if d.ill(n) {
		return 330
	}
	if d.word(n.last) == "in" && (d.kind(n.last+1) == text.Number && len(d.word(n.last+1)) < 4 || d.bits(n.last+1)&bed != 0) {
		return 440
	}
	if n.det&indef == 0 {
		return 0
	}
	switch d.word(n.first - 1) {
	case "had", "got", "took", "saw", "met", "treated", "admitted", "helped", "visited", "housed", "transported", "seen", "have", "told", "with", "drove", "carried", "held", "up", "found":
		if d.bits(n.first-2)&first != 0 || d.has(n.first-1, text.Opening) {
			return 280
		}
	}
	return 0
}

// servedBy is the prior of somebody for whom the author does what follows at
// i: "a rancher I supervise", "the lad we walk to school"; 0 where nothing does.
func (d *draft) servedBy(i int) int {
	if w := d.word(i); w == "that" || w == "who" || w == "whom" {
		i++
	}
	if d.bits(i)&first == 0 || d.bits(i)&poss1 != 0 {
		return 0
	}
	switch next := d.bits(i + 1); {
	case next&serves != 0:
		return 600
	case next&tends != 0:
		return 440
	}
	return 0
}
