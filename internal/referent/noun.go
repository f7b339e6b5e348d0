package referent

import (
	"secondlook/internal/identify"
	"secondlook/internal/text"
)

// noun is one place where somebody is spoken of, before it is known who.
type noun struct {
	first, last int   // tokens, determiner and age included
	head        int   // the token that decides
	reach       int   // end of what is said of the person right behind: "from Osterville"
	bits        class // of the head
	det         class // of the determiner, 0 for none
	many        bool
	one         bool // "one of my …", "… of mine"
	owner       int  // token of a possessor ("her" mother, "the patient"'s wife), or -1
	name        int  // index of a PERSON mention, or -1
	kind        kind
}

// kind is how a noun speaks of somebody.
type kind uint8

const (
	common  kind = iota // my client, a guy in group
	pronoun             // he, her
	author              // I
	proper              // Hope
	slot                // bed 4, my 2pm
	event               // a rough session
)

// nouns finds every place where somebody is spoken of, in order.
func (d *draft) nouns(mentions []identify.Mention) []noun {
	named := make([]int, len(d.marks))
	d.named = named
	for i := range mentions {
		m := &mentions[i]
		if m.First < 0 || m.First >= len(named) || m.Last > len(named) {
			continue
		}
		if isName(m) {
			named[m.First] = i + 1
		} else {
			d.personify(m)
		}
	}
	var out []noun
	for i := 0; i < len(d.marks); i++ {
		n, ok := d.nounAt(i, named, mentions)
		if !ok {
			continue
		}
		out = append(out, n)
		if n.head >= i && n.last-1 > i {
			i = n.last - 1
		}
	}
	return out
}

func (d *draft) nounAt(i int, named []int, mentions []identify.Mention) (noun, bool) {
	n := noun{first: i, last: i + 1, head: i, reach: i + 1, bits: d.marks[i].bits, owner: -1, name: -1}
	switch {
	case named[i] > 0 && d.isProper(i, mentions[named[i]-1]):
		n.name = named[i] - 1
		n.kind = proper
		n.last = max(mentions[n.name].Last, i+1)
		n.bits = 0
		d.behind(&n)
		return n, true
	case d.isReader(&n):
		return n, true
	case d.marks[i].length == 0 || d.has(i, text.Quoted) && n.bits&(nouns|client) == 0:
		return n, false
	case n.bits&pronouns != 0:
		n.kind = pronoun
		n.many = n.bits&they != 0
		return n, true
	case n.bits&first != 0 && n.bits&poss1 == 0:
		n.kind = author
		return n, true
	case d.isSlot(&n), d.isEvent(&n), d.isOneOf(&n), d.isFromWork(&n):
		return n, true
	case d.byRelative(i):
		n.bits |= human
	case n.bits&nouns == 0 || d.modifies(i):
		return n, false
	}
	n.last = i + d.marks[i].length
	n.many = n.bits&plural != 0
	if n.bits&nouns == colleague && d.formerly(i) {
		n.bits = n.bits&^colleague | human
	}
	if d.isAge(i) && d.headAfter(n.last) {
		return n, false
	}
	d.spread(&n)
	if n.bits&grade != 0 && n.det&(poss1|indef) == 0 && !n.one && !(n.many && n.det&def != 0) {
		return n, false // "in year 9", "this year 2 of us"
	}
	if n.det == 0 && !n.many && n.bits&(role|human) != 0 && (d.word(i-1) == "to" || d.bits(i-1)&modal != 0) {
		return n, false // a verb: "want to admit"
	}
	if n.det == 0 && n.bits&thing != 0 && d.word(i-1) != "new" && !d.clinical(&n) {
		return n, false // "gotta admit"
	}
	switch d.word(i) {
	case "oldest", "youngest", "eldest", "firstborn":
		return n, n.det&(poss1|poss3) != 0
	}
	return n, true
}

// modifies reports whether the noun at i is only the first half of a thing:
// "patient care", "student loans".
func (d *draft) modifies(i int) bool {
	next := i + d.marks[i].length
	b := d.bits(next)
	if d.word(i) == "couple" && b&(past|froms|present) == 0 && d.kind(next) == text.Word {
		return true // "a couple of days"
	}
	if d.kind(next) != text.Word || d.has(next, text.Opening) {
		return false
	}
	if b&compound != 0 {
		return true
	}
	// "patient family", "student nurse": the second decides.
	if d.word(i) == "fellow" && b&nouns != 0 {
		return true
	}
	return b&nouns != 0 && b&stop == 0 && d.marks[next].length > 0 && !d.has(next, text.Capital) && d.bits(i)&human == 0
}

// isAge reports whether the noun at i is an age: "4 year old", "10yo".
func (d *draft) isAge(i int) bool {
	switch d.word(i) {
	case "year", "yo", "y", "yr":
		return d.kind(i-1) == text.Number || d.has(i, text.Hyphen) || d.bits(i-1)&quant != 0
	}
	return false
}

// headAfter reports whether a noun for a person stands within two words.
func (d *draft) headAfter(i int) bool {
	for k := i; k < i+3; k++ {
		if d.kind(k) != text.Word || d.bits(k)&(stop|past) != 0 {
			return false
		}
		if d.bits(k)&nouns != 0 {
			return true
		}
	}
	return false
}
