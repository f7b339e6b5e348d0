package referent

import "secondlook/internal/text"

// chain finds the person a pronoun speaks of. A he or she with nobody before
// makes a person of its own, to be named later or never: "He was six. Nobody
// came." They make nobody.
func (c *cast) chain(n *noun) int {
	want := n.bits & pronouns
	p := c.antecedent(want, n.head)
	if p < 0 {
		if want == they || c.d.has(n.head, text.Quoted) {
			return -1
		}
		c.all = append(c.all, someone{Person: Person{Number: One}, open: true, prior: 170, kind: pronoun, quoted: c.d.has(n.head, text.Quoted)})
		p = len(c.all) - 1
		if c.d.onlyIf(n.head) {
			c.all[p].Number = Hypothetical
		}
	}
	if c.real(p, n) {
		s := c.all[p]
		c.all = append(c.all, someone{Person: Person{Number: One}, open: true, prior: min(s.prior, 400), bits: s.bits, sex: s.sex, kind: pronoun})
		p = len(c.all) - 1
	}
	s := &c.all[p]
	if s.sex == 0 && s.Number != Many {
		s.sex = sexOf(want)
	}
	c.refer(p, n)
	return p
}

func sexOf(b class) class {
	switch {
	case b&he != 0 && b&she == 0:
		return male
	case b&she != 0 && b&he == 0:
		return female
	}
	return 0
}

// antecedent is the person a pronoun of that class at token i can mean: the
// most lively one before it of fitting sex and number, or -1.
func (c *cast) antecedent(want class, i int) int {
	best, at := -1, -1
	sentence := c.d.doc.Tokens[i].Sentence
	sex := sexOf(want)
	for p := len(c.all) - 1; p >= 0 && p >= len(c.all)-recall; p-- {
		s := &c.all[p]
		if p == c.self || s.last >= i || s.kind == event && want == they {
			continue
		}
		if sex != 0 && (s.Number == Many || s.sex != 0 && s.sex != sex) {
			continue
		}
		far := sentence - c.d.doc.Tokens[s.last].Sentence
		if far > farSentence || want == they && (far > 1 || s.sex != 0 && s.Number == One) {
			continue
		}
		if far > nearby && (!s.open || s.Number != One) {
			continue
		}
		if c.clash(s, i) {
			continue
		}
		score := 1000 - far*100
		if s.subject {
			score += 45
		}
		if s.open {
			score += 60
		}
		if s.sex == sex && sex != 0 {
			score += 30
		}
		score -= min(i-s.last, 40)
		if score > best {
			best, at = score, p
		}
	}
	return at
}

// clash reports whether an object pronoun at i stands right behind the verb of
// the person: in "the judge asked him" he is not the judge.
func (c *cast) clash(s *someone, i int) bool {
	object := c.d.bits(i)&object != 0 && c.d.word(i) != "himself" && c.d.word(i) != "herself"
	if c.d.word(i) == "her" && c.d.bits(i+1)&(human|kin|friend) == 0 && c.d.kind(i+1) != text.Word {
		object = true
	}
	if !object || c.d.marks[s.last].clause != c.d.marks[i].clause || i-s.last > 4 {
		return false
	}
	for k := s.last + 1; k < i; k++ {
		if w := c.d.word(k); w == "and" || w == "that" || w == "but" || w == "when" || w == "i" || w == "we" || w == "because" {
			return false
		}
	}
	return true
}

// onlyIf reports whether an "if" stands shortly before token i.
func (d *draft) onlyIf(i int) bool {
	start, _ := d.sentence(i)
	for j := i - 1; j >= start && j >= i-5; j-- {
		if d.bits(j)&ifs != 0 {
			return true
		}
	}
	return false
}

// real reports whether a pronoun that looks back at somebody supposed tells of
// somebody met: "What has a patient asked you? I told her …".
func (c *cast) real(p int, n *noun) bool {
	s := &c.all[p]
	at := c.d.doc.Tokens[n.head].Sentence
	return s.open && s.Number == Hypothetical && n.bits&they == 0 && s.bits&(client|role|human) != 0 &&
		at > c.d.doc.Tokens[s.last].Sentence && at < len(c.d.told) && c.d.told[at] && !c.d.onlyIf(n.head)
}
