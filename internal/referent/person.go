package referent

import (
	"secondlook/internal/identify"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// believable is the least certainty at which a mention tells of a person.
const believable = 450

// personify makes somebody of what an identifier found: a man by his trade ("a
// rancher"), a patient by age and sex ("54M").
func (d *draft) personify(m *identify.Mention) {
	if m.Sure < believable {
		return
	}
	head := &d.marks[m.Last-1]
	switch m.Type {
	case verdict.Diagnosis:
		for k := m.First; k < m.Last; k++ {
			d.health[k] = true
		}
	case verdict.Occupation:
		if head.bits&(nouns|stop|compound) == 0 && d.kind(m.Last-1) == text.Word {
			head.bits |= human | thing // none without a determiner: "nurse life"
			head.length = max(head.length, 1)
		}
	case verdict.Age:
		d.aged[m.First] = true
		if w := d.word(m.Last); (w == "m" || w == "f") && d.doc.Tokens[m.Last].Start == m.End && head.bits&nouns == 0 {
			d.marks[m.Last].bits |= client
		}
	}
}

// byRelative makes somebody of a word no lexicon knows, by the "who" behind
// it, or by what is done for him: "a mamá who only speaks …".
func (d *draft) byRelative(i int) bool {
	if d.word(i+1) != "who" && !(d.bits(i+1)&be != 0 && d.servedBy(i+1) > 0) || d.kind(i) != text.Word || d.marks[i].length == 0 || len(d.word(i)) < 3 {
		return false
	}
	b := d.bits(i)
	return b&(nouns|stop|past|pronouns|first|you|present|determiners|compound|day|be|workplace) == 0 &&
		d.bits(i-1)&(indef|def|demo|poss1) != 0
}

// formerly reports whether the noun at i tells what somebody was, not what he
// is to the author: "the retired judge".
func (d *draft) formerly(i int) bool {
	switch d.word(i - 1) {
	case "retired", "former", "ex", "old":
		return true
	}
	return false
}

// ill reports whether what is said of the noun right behind is an illness:
// "the lady with the broken jaw".
func (d *draft) ill(n *noun) bool {
	if w := d.word(n.last); w != "with" && w != "w" && w != "wi" {
		return false
	}
	for k := n.last + 1; k < n.last+5 && k < len(d.health); k++ {
		if d.health[k] {
			return true
		}
	}
	return false
}

// isReader reads "you" as somebody served in an answer to a review.
func (d *draft) isReader(n *noun) bool {
	if n.bits&you == 0 || d.whole[reply] < 400 || n.bits&(generic|plural|poss2) != 0 {
		return false
	}
	switch d.word(n.head) {
	case "you", "u", "you'd", "you're", "you've":
		n.kind, n.det = slot, demo
		n.bits = human
		return true
	}
	return false
}

// consults reports whether help is looked for somebody: "a therapist who could
// see a sixteen year old". Those have a name, though the sentence asks.
func (d *draft) consults(n *noun) bool {
	if d.scene(d.doc.Tokens[n.head].Sentence)[consult] < 300 || n.det&(indef|quant) == 0 || n.many {
		return false
	}
	return n.bits&client != 0 || d.isAge(n.head) || n.bits&(human|role) != 0 && n.bits&vague == 0
}
