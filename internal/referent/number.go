package referent

import "secondlook/internal/text"

// number tells one from many from nobody in particular.
func (d *draft) number(n *noun) Number {
	switch {
	case n.kind == proper, n.kind == author, n.kind == pronoun:
		if n.many {
			return Many
		}
		return One
	case n.kind == event, n.kind == slot:
		if d.supposed(n) {
			return Hypothetical
		}
		return One
	case d.thereIs(n.first) && !n.many && n.det&generic == 0:
		return One
	case d.word(n.last) == "dob" || d.word(n.last) == "surname":
		return One
	case n.det == 0 && n.bits&role != 0 && n.bits&client == 0 && !n.many && d.kind(n.last) == text.Clitic:
		return Hypothetical
	case n.many && !d.oneFamily(n):
		return Many
	case n.det&generic != 0, n.det&poss2 != 0 && n.bits&(client|role) != 0:
		return Hypothetical
	case d.supposed(n):
		return Hypothetical
	}
	switch {
	case d.consults(n):
		return One
	case n.one, n.det&(poss1|demo) != 0:
		return One
	case n.det&poss3 != 0:
		return One
	case d.word(n.first) == "one" || d.word(n.first) == "another":
		return One
	case n.bits&vague != 0 && n.det&def != 0 && !n.many && d.scene(d.doc.Tokens[n.head].Sentence)[meet] < 240 && d.word(n.head) != "family" && d.word(n.head) != "couple":
		return Hypothetical
	case d.happened(n):
		return One
	case n.bits&(client|role|human) != 0:
		return Hypothetical
	}
	return One
}

// oneFamily reports whether a plural is brothers and sisters told of as one:
// "the twins", "a sibling group", "3 children … taken into custody".
func (d *draft) oneFamily(n *noun) bool {
	switch d.word(n.head) {
	case "twins", "siblings", "brothers", "sisters", "parents", "grandparents":
		return n.det&(def|demo|poss1|quant) != 0 && d.happened(n)
	case "children", "kids":
		s := d.scene(d.doc.Tokens[n.head].Sentence)
		return n.det&quant != 0 && s[meet] >= 350 && d.happened(n) && n.det&poss1 == 0 && d.kind(n.first) != text.Break && n.last-n.first <= 3 && small(d.word(n.first))
	}
	return false
}

func small(w string) bool {
	switch w {
	case "two", "three", "four", "five", "2", "3", "4", "5":
		return true
	}
	return false
}

// supposed reports whether the clause only supposes the person: "if a client",
// "when a patient says", "do you take patients who", "never tell a patient".
func (d *draft) supposed(n *noun) bool {
	start, last := d.sentence(n.head)
	if d.word(n.first-1) == "like" && n.det&indef != 0 && d.bits(n.first-2)&first == 0 {
		return true // "like a man reversing a truck"
	}
	asked := d.asked(start, last) && !d.aside(n, start, last)
	if d.consults(n) {
		return false
	}
	for j := n.first - 1; j >= start && j >= n.first-10; j-- {
		b, w := d.bits(j), d.word(j)
		switch {
		case b&ifs != 0 && n.det&def != 0 && d.word(n.last) == "who" && d.pastAfter(n):
			return false // "if you saw the baby who was found …"
		case b&ifs != 0:
			return w != "whether" || n.det&indef != 0
		case w == "when" || w == "whenever" || w == "everytime":
			return n.det&(def|demo|poss1) == 0 && !d.pastAfter(n) || w == "whenever"
		case w == "every" && d.word(j+1) == "time", w == "ever" && n.det&(def|demo|poss1) == 0 && asked:
			return true
		case b&modal != 0 && n.det&(demo|poss1) == 0 && !(n.kind == slot && n.det&def != 0) && !d.pastAfter(n):
			return true
		case (w == "being" || w == "be") && n.det&indef != 0:
			return true
		case w == "say" && d.word(j+1) == "you", w == "how" && d.word(j+1) == "to" && n.det&indef != 0:
			return true
		case (w == "never" || w == "always" || w == "don't" || w == "dont") && j <= start+1 && n.det&(demo|poss1) == 0:
			return true
		case d.kind(j) == text.Break:
			j = start
		}
	}
	if asked && n.det&(demo|poss1) == 0 && !n.one {
		return true
	}
	for k := n.last; k < last && k < n.last+5; k++ {
		if d.bits(k)&(past|perfect) != 0 || d.word(k) == "who" && d.given(start, n.first) {
			return false
		}
		if d.bits(k)&modal != 0 && d.word(k) != "can't" && d.word(k) != "will" && d.word(k) != "won't" {
			return n.det&(demo|poss1|def) == 0
		}
	}
	return n.det&indef != 0 && d.scene(d.doc.Tokens[n.head].Sentence)[theory] >= 300 && !d.pastAfter(n)
}

// asked reports whether the sentence [start,last) is a question put to readers.
func (d *draft) asked(start, last int) bool {
	mark := false
	for k := last - 1; k >= start && k >= last-3; k-- {
		mark = mark || d.word(k) == "?"
	}
	if !mark {
		return false
	}
	for k := max(start, last-80); k < last; k++ {
		if d.bits(k)&you != 0 || d.bits(k)&ask != 0 && k < start+8 {
			return true
		}
	}
	return false
}

// given reports whether a verb of the past stands in tokens [from,to).
func (d *draft) given(from, to int) bool {
	for k := from; k < to; k++ {
		if d.isPast(k) {
			return true
		}
	}
	return false
}

// aside reports whether the noun stands in what a long question tells before it
// asks: "I'm in the room with a lady bleeding, and you want my break?"
func (d *draft) aside(n *noun, start, last int) bool {
	if last-n.last < 9 {
		return false
	}
	for k := n.first - 1; k >= start && k >= n.first-8; k-- {
		if d.bits(k)&first != 0 && d.bits(k)&poss1 == 0 {
			return true
		}
	}
	return false
}

// pastAfter reports whether the first verb behind the noun is of the past.
func (d *draft) pastAfter(n *noun) bool {
	_, last := d.sentence(n.head)
	for k := n.last; k < last && k < n.last+9; k++ {
		if d.isPast(k) {
			return true
		}
		if d.bits(k)&(modal|present) != 0 && d.bits(k)&past == 0 && d.word(k) != "has" && d.word(k) != "have" {
			return false
		}
	}
	return false
}

// isPast reports whether token k is a verb of the past, or a participle.
func (d *draft) isPast(k int) bool {
	b := d.bits(k)
	if b&notPast != 0 {
		return false
	}
	if b&past != 0 {
		return true
	}
	w := d.word(k)
	if p := d.bits(k - 1); p&(determiners|froms) != 0 && p&(she|perfect|demo) == 0 || d.word(k-1) == "of" {
		return false
	}
	return d.kind(k) == text.Word && len(w) > 4 && w[len(w)-2:] == "ed" && w[len(w)-3] != 'e'
}

// happened reports whether the sentence tells of something that took place:
// a verb of the past, a perfect, a day. Without any verb an outline
// ("66 y/o male, unwitnessed collapse") counts, too.
func (d *draft) happened(n *noun) bool {
	start, last := d.sentence(n.head)
	verb := false
	if d.word(n.first-1) == "that" {
		start = n.first
	}
	for k := max(start, n.first-40); k < last && k < n.last+40; k++ {
		if k >= n.first && k < n.last {
			continue
		}
		b := d.bits(k)
		if d.isPast(k) && !(b&modal != 0) || b&day != 0 {
			return true
		}
		if b&perfect != 0 && (d.isPast(k+1) || d.isPast(k+2)) {
			return true
		}
		verb = verb || b&(present|modal) != 0
	}
	if verb {
		return n.det == 0 && n.first == start && n.bits&client != 0 || n.det&def != 0 && (n.bits&client == 0 || d.scene(d.doc.Tokens[n.head].Sentence)[meet] >= 240)
	}
	s := d.doc.Tokens[n.head].Sentence
	if n.det&indef != 0 && d.scene(s)[theory] == 0 && d.whole[work]+d.whole[meet] >= 180 {
		return true // "Letter from a mother, son newly unwell."
	}
	return n.det&def != 0 && n.bits&client == 0 || d.scene(s)[meet] >= 240 || d.isAge(n.head) || n.first == start && n.det == 0
}

// thereIs reports whether "there is" stands right before token i.
func (d *draft) thereIs(i int) bool {
	switch d.word(i - 1) {
	case "there's", "theres":
		return true
	case "is", "was", "'s", "s":
		return d.word(i-2) == "there"
	}
	return false
}
