package referent

import "secondlook/internal/text"

// cast reads a noun by itself: whom it can mean and how far its words alone
// say that the person is served.
func (c *cast) cast(n *noun) someone {
	d := c.d
	s := someone{
		Person: Person{Number: d.number(n)},
		bits:   n.bits & nouns, det: n.det, said: d.word(n.last - 1), kind: n.kind, named: true,
		sex: n.bits & (male | female), quoted: d.has(n.head, text.Quoted),
	}
	if s.sex == male|female {
		s.sex = 0
	}
	if n.kind == common {
		s.said = d.word(n.head)
		if s.sex == 0 {
			s.sex = d.sexBefore(n)
		}
	}
	switch n.kind {
	case slot:
		s.open, s.prior = true, slotPrior(n)
	case event:
		s.open, s.prior = true, 380
		switch d.word(n.head) {
		case "code", "removal", "home", "intake", "supervised", "cardiac", "placement", "resus", "rosc", "traffic":
			s.prior = 470
		}
		if n.bits&lone != 0 {
			s.prior = 430
		}
	case proper:
		c.castName(n, &s)
	default:
		c.castNoun(n, &s)
	}
	return s
}

// sexBefore reads "female patient", "66 y/o male pt".
func (d *draft) sexBefore(n *noun) class {
	for k := n.first; k < n.head; k++ {
		switch d.word(k) {
		case "female":
			return female
		case "male":
			return male
		}
	}
	return 0
}

// castNoun settles kin, colleagues and the public, and opens the rest.
func (c *cast) castNoun(n *noun, s *someone) {
	d, b := c.d, n.bits
	mine := n.det&poss1 != 0
	switch {
	case c.isSelf(n):
		s.Who, s.Sure = Self, 850
	case b&client != 0:
		s.open, s.prior = true, clientPrior(n, s)
	case b&kin != 0 && mine && !n.one && c.inCare(n):
		s.open, s.prior = true, 440
	case b&kin != 0 && mine && !n.one && !c.fostered(n):
		c.castKin(n, s)
	case b&kin != 0 && mine:
		s.open, s.prior = true, 420
		if c.fostered(n) {
			s.prior = 850
		}
	case b&role != 0 && b&colleague == 0:
		s.open, s.prior = true, rolePrior(n)
	case b&colleague != 0:
		s.Who, s.Sure = Colleague, 800
	case b&friend != 0:
		s.Who, s.Sure = Kin, 800
	case b&public != 0 && b&human == 0:
		s.Who, s.Sure = Public, 700
	case b&kin != 0 && n.det == 0 && !n.many && d.word(n.last) == "of" && d.bits(n.last+1)&quant != 0: // "mum of three"
		s.open, s.prior = true, 280
	case b&kin != 0 && n.det == 0 && n.last < len(d.named) && d.named[n.last] > 0: // uncle Otis
		s.Who, s.Sure = Kin, 700
	case b&kin != 0 && n.det == 0 && !n.many && !d.atWork(n) && d.bits(n.first-1)&vague == 0:
		s.Who, s.Sure = Kin, 600
	default:
		s.open, s.prior = true, humanPrior(n)
		if d.clinical(n) {
			s.prior = 400
		} else if p := d.tied(n); p > s.prior {
			s.prior = p
		}
	}
}

// castKin settles "my son"; "my kids", "my girl" stay open where the draft
// speaks from a classroom or a ward.
func (c *cast) castKin(n *noun, s *someone) {
	w := c.d.word(n.head)
	d := c.d
	here := d.scene(d.doc.Tokens[n.head].Sentence)
	switch w {
	case "kids", "kid", "girl", "girls", "boy", "boys", "children", "families", "family", "baby", "babies", "teen", "teens", "toddler", "toddlers":
		if (here[work]+here[meet] >= 500 || here[work] >= 300 && d.word(n.first) == "our") && here[own] == 0 && c.d.whole[work] >= 400 && !c.homely(n) {
			s.open, s.prior = true, 400
			return
		}
	}
	s.Who, s.Sure = Kin, 900
}

// inCare reports whether "my teen" is a child looked after: where the draft
// speaks of fostering and of no child of the author's own.
func (c *cast) inCare(n *noun) bool {
	switch c.d.word(n.head) {
	case "kid", "kids", "girl", "girls", "boy", "boys", "teen", "teens", "teenager", "teenagers", "baby", "toddler", "tween", "preteen":
		return c.d.whole[fostering] >= 300 && c.d.scene(c.d.doc.Tokens[n.head].Sentence)[own] == 0 && !c.homely(n)
	}
	return false
}

// homely reports whether "own" stands between "my" and the noun.
func (c *cast) homely(n *noun) bool {
	for k := n.first; k < n.head; k++ {
		switch c.d.word(k) {
		case "own", "youngest", "oldest", "middle", "year", "yo", "little":
			return true
		}
	}
	return false
}

// fostered reports whether the noun phrase says foster.
func (c *cast) fostered(n *noun) bool {
	for k := n.first; k < n.last; k++ {
		if c.d.bits(k)&foster != 0 {
			return true
		}
	}
	return false
}

// isSelf reports whether a noun says what the author is or was: "I'm a
// nursing student", "as a former foster kid", "when I was a patient".
func (c *cast) isSelf(n *noun) bool {
	d := c.d
	j := n.first - 1
	if n.det&(poss1|poss3) != 0 || n.one {
		return false
	}
	for d.word(j) == "just" || d.word(j) == "still" || d.word(j) == "also" || d.word(j) == "only" || d.word(j) == "both" {
		j--
	}
	switch w := d.word(j); {
	case w == "i'm" || w == "im":
		return true
	case (w == "as" || w == "being") && n.det&(indef|poss3) != 0 && d.word(j-1) != "such":
		return d.bits(j-1)&(past) == 0
	case w == "be" && d.word(j-1) == "to" && d.word(j-2) == "used":
		return true
	case w == "am" || w == "was" || w == "became" || w == "been":
		return d.word(j-1) == "i" || d.word(j-2) == "i" || d.word(j-1) == "i've"
	}
	return false
}
