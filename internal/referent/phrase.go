package referent

import (
	"secondlook/internal/identify"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// isName reports whether the mention names somebody, by name or handle.
func isName(m *identify.Mention) bool { return m.Type == verdict.Person }

// isProper reports whether a name at i is to be read as one: not inside a
// noun of the lexicon that says more.
func (d *draft) isProper(i int, m identify.Mention) bool {
	return m.Last > i && d.bits(i)&(first|pronouns) == 0
}

// spread finds the edges of the noun phrase around n.last: its determiner to
// the left, what is said of the person right behind it.
func (d *draft) spread(n *noun) {
	d.leftEdge(n)
	if w := d.word(n.last); w == "of" && (d.word(n.last+1) == "mine" || d.word(n.last+1) == "ours") {
		n.det |= poss1
		n.one = n.det&(indef|demo|generic) != 0
		n.last += 2
	}
	// "10yo M", "66 y/o f"
	if d.isAge(n.head) && (d.word(n.last) == "m" || d.word(n.last) == "f") {
		n.last++
	}
	d.behind(n)
}

// behind finds the end of what is said of the person right behind the noun:
// "a boy | from Osterville".
func (d *draft) behind(n *noun) {
	n.reach = n.last
	if d.bits(n.last)&froms == 0 {
		return
	}
	for k := n.last + 1; k < n.last+7; k++ {
		if d.kind(k) != text.Word && d.kind(k) != text.Number || d.bits(k)&(past|first|pronouns|present) != 0 && d.bits(k)&poss1 == 0 {
			break
		}
		n.reach = k + 1
	}
}

// leftEdge walks back over adjectives and ages to the determiner.
func (d *draft) leftEdge(n *noun) {
	start, _ := d.sentence(n.head)
	for j := n.head - 1; j >= start && j >= n.head-7; j-- {
		k := d.kind(j)
		if k == text.Clitic {
			n.det, n.owner, n.first = poss3, j, j+1
			return
		}
		if k != text.Word && k != text.Number {
			if k == text.Punct && d.word(j) == "/" || d.word(j) == "\"" {
				continue
			}
			return
		}
		b := d.marks[j].bits
		if b&determiners == 0 {
			if b&stop != 0 || b&past != 0 && b&nouns == 0 && j == n.head-1 && b&perfect == 0 {
				return
			}
			if b&nouns != 0 && b&(role|client) == 0 && !d.isAge(j) && k == text.Word && d.marks[j].length > 0 {
				return // another person: "told mom kids"
			}
			continue
		}
		if b&quant != 0 && k == text.Number && !n.many {
			continue // an age
		}
		n.first, n.det = j, b&determiners
		if b&poss3 != 0 {
			n.owner = j
		}
		d.beforeDeterminer(n)
		return
	}
}

// beforeDeterminer reads "one of my …", "two of our …", "a couple of …".
func (d *draft) beforeDeterminer(n *noun) {
	j := n.first - 1
	if d.word(j) == "of" {
		b := d.bits(j - 1)
		switch {
		case d.word(j-1) == "one" || d.word(j-1) == "another":
			n.one, n.many, n.first = true, false, j-1
		case b&quant != 0:
			n.many, n.first = true, j-1
		}
		return
	}
	if d.bits(j)&quant != 0 && d.bits(j)&indef == 0 || d.bits(j)&generic != 0 {
		n.det |= d.bits(j) & (quant | generic)
		n.first = j
	}
	// "this one kid", "the two boys": the first of two determiners counts too.
	if b := d.bits(j); b&(poss1|poss3|def|demo) != 0 && n.det&(indef|quant) != 0 && d.word(n.first) != "a" && d.word(n.first) != "an" {
		n.det = n.det&^indef | b&determiners
		n.first = j
		if b&poss3 != 0 {
			n.owner = j
		}
	}
}
