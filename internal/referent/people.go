package referent

import (
	"secondlook/internal/identify"
	"secondlook/internal/text"
)

// someone is a person while the draft is being read.
type someone struct {
	Person
	open    bool  // Who is to be weighed; else it is settled
	prior   int   // what the words for the person say by themselves, 0 to 1000
	sex     class // male, female, 0 when not known
	bits    class // all classes of all words for the person
	det     class
	said    string // word of the head
	value   string // of a name
	last    int    // token of the last mention
	subject bool   // the last mention opened its sentence
	named   bool   // has a noun, not only pronouns
	kind    kind
	around  scene // what the sentences that speak of the person are about
	beside  scene // and their neighbours
	until   int   // sentence around was gathered up to, exclusive
	quoted  bool
}

// cast is everybody in a draft, in order of appearance.
type cast struct {
	d        *draft
	mentions []identify.Mention
	all      []someone
	self     int
	of       []int // person of each noun, -1 for none
	nouns    []noun
}

// How far back a pronoun looks, in people and in sentences.
const (
	recall      = 12
	nearby      = 3
	farSentence = 8
)

// gather links every noun to a person.
func gather(d *draft, mentions []identify.Mention) *cast {
	c := &cast{d: d, mentions: mentions, self: -1, nouns: d.nouns(mentions)}
	c.of = make([]int, len(c.nouns))
	for i := range c.nouns {
		c.of[i] = c.link(&c.nouns[i])
	}
	return c
}

// link finds or makes the person of a noun; -1 where there is none to be had.
func (c *cast) link(n *noun) int {
	switch n.kind {
	case author:
		return c.author(n)
	case pronoun:
		return c.chain(n)
	}
	if n.bits&(human|kin) != 0 && n.owner >= 0 && n.kind == common {
		if p := c.possessor(n); p >= 0 {
			return p // her mother, the patient's wife: told of with that person
		}
	}
	if p := c.subjectOf(n); p >= 0 {
		c.refer(p, n)
		return p
	}
	if p := c.ofThem(n); p >= 0 {
		return p
	}
	s := c.cast(n)
	if s.Who == Self && !s.open {
		if c.self < 0 {
			c.self = len(c.all)
			c.all = append(c.all, s)
		}
		c.refer(c.self, n)
		return c.self
	}
	if p := c.same(n, &s); p >= 0 {
		c.merge(p, n, &s)
		return p
	}
	c.all = append(c.all, s)
	p := len(c.all) - 1
	c.refer(p, n)
	return p
}

// subjectOf is the person of whom noun n is said: "he was a coach", "she's 83,
// was once a teacher", "worked as a welder". -1 where n is no predicate.
func (c *cast) subjectOf(n *noun) int {
	if n.kind != common || n.det&indef == 0 || n.bits&client != 0 {
		return -1
	}
	j := c.overAdverbs(n.first - 1)
	switch w := c.d.word(j); {
	case w == ",": // "my nephew, a sophomore,"
		return c.standing(n.first-2, func(s *someone) bool { return s.kind != pronoun })
	case w == "as" && workedAs(c.d.word(j-1)):
		j--
	case c.d.bits(j)&be != 0 || w == "s" || w == "'s" || w == "been" || w == "became":
	default:
		return -1
	}
	for j--; ; j-- {
		switch c.d.word(j) {
		case "had", "has", "have", "used", "to", "'d", "d", "would":
			continue
		}
		if k := c.overAdverbs(j); k != j {
			j = k + 1
			continue
		}
		break
	}
	if p := c.standing(j, func(*someone) bool { return true }); p >= 0 {
		return p
	}
	switch c.d.word(j) {
	case ",", "and", "but", "who", "that", ";", "—", "-": // the subject is left out
	default:
		if start, _ := c.d.sentence(n.head); j >= start {
			return -1
		}
	}
	return c.latest(n)
}

// overAdverbs steps back from token j over the words that may stand between a
// verb and what is said with it.
func (c *cast) overAdverbs(j int) int {
	for {
		switch c.d.word(j) {
		case "once", "also", "still", "really", "just", "actually", "apparently", "always", "only", "now", "already", "clearly", "obviously", "basically", "literally", "formerly", "even", "never", "not":
			j--
		default:
			return j
		}
	}
}

func workedAs(w string) bool {
	return w == "worked" || w == "works" || w == "work" || w == "retired" || w == "served" || w == "working" || w == "trained"
}

// standing is the person whose last mention ends at token j, -1 where there is
// none, or it is the author.
func (c *cast) standing(j int, fits func(*someone) bool) int {
	for i := len(c.all) - 1; i >= 0 && i >= len(c.all)-recall; i-- {
		if s := &c.all[i]; s.last == j && i != c.self && s.Number == One && s.kind != event && fits(s) {
			return i
		}
	}
	return -1
}

// latest is the person last spoken of in the sentence of noun n, -1 where that
// is the author or nobody.
func (c *cast) latest(n *noun) int {
	start, _ := c.d.sentence(n.head)
	best := -1
	for i := len(c.all) - 1; i >= 0 && i >= len(c.all)-recall; i-- {
		if s := &c.all[i]; s.last >= start && s.last < n.first && s.kind != event && (best < 0 || s.last > c.all[best].last) {
			best = i
		}
	}
	if best == c.self || best >= 0 && c.all[best].Number != One {
		return -1
	}
	return best
}

// ofThem is the group that "one of them" is out of, where they are colleagues
// or kin; -1 else.
func (c *cast) ofThem(n *noun) int {
	if n.kind != slot || c.d.word(n.last-1) != "them" {
		return -1
	}
	if p := c.antecedent(they, n.head); p >= 0 && !c.all[p].open {
		return p
	}
	return -1
}

// author adds a place where the author speaks of himself.
func (c *cast) author(n *noun) int {
	if c.d.has(n.head, text.Quoted) {
		return -1
	}
	if c.self < 0 {
		c.self = len(c.all)
		c.all = append(c.all, someone{Person: Person{Who: Self, Sure: 950}, kind: author})
	}
	c.refer(c.self, n)
	return c.self
}

// possessor is the person a relative belongs to.
func (c *cast) possessor(n *noun) int {
	if c.d.kind(n.owner) == text.Clitic {
		for i := len(c.all) - 1; i >= 0 && i >= len(c.all)-recall; i-- {
			if c.all[i].last == n.owner-1 {
				return i
			}
		}
		return -1
	}
	for i := len(c.all) - 1; i >= 0 && i >= len(c.all)-recall; i-- {
		if c.all[i].last == n.owner {
			return i // the pronoun was read just before
		}
	}
	return c.antecedent(c.d.bits(n.owner)&pronouns|theirs(c.d.word(n.owner)), n.owner)
}

// theirs is the pronoun class of a possessive.
func theirs(w string) class {
	switch w {
	case "his":
		return he
	case "her":
		return she
	case "their":
		return they
	}
	return 0
}

// refer records a mention of person p.
func (c *cast) refer(p int, n *noun) {
	s := &c.all[p]
	s.Refs = append(s.Refs, Ref{Span: c.span(n.first, n.last), First: n.first, Last: n.last, Pronoun: n.kind == pronoun || n.kind == author})
	s.last = n.last - 1
	start, _ := c.d.sentence(n.head)
	s.subject = n.first <= start+1
	if p == c.self {
		return
	}
	at := c.d.doc.Tokens[n.head].Sentence
	if s.until == at+1 {
		return
	}
	s.until = at + 1
	here, before, after := c.d.scene(at), c.d.scene(at-1), c.d.scene(at+1)
	for f := range here {
		s.around[f] = max(s.around[f], here[f])
		s.beside[f] = max(s.beside[f], before[f], after[f])
	}
}

// span is the bytes of tokens [first,last).
func (c *cast) span(first, last int) text.Span {
	return text.Span{Start: c.d.doc.Tokens[first].Start, End: c.d.doc.Tokens[last-1].End}
}

// same finds an earlier person that the noun speaks of again, or -1.
func (c *cast) same(n *noun, s *someone) int {
	if s.Number == Many {
		return -1
	}
	if s.Who == Kin && !s.open && s.value == "" {
		for i := len(c.all) - 1; i >= 0 && i >= len(c.all)-recall; i-- {
			if c.all[i].Who == Kin && c.all[i].said == s.said {
				return i
			}
		}
		return -1
	}
	for i := len(c.all) - 1; i >= 0 && i >= len(c.all)-recall; i-- {
		o := &c.all[i]
		if n.kind == proper {
			if o.value != "" && o.value == s.value {
				return i
			}
			// "my client Ana", "Ana, 14," and "my sister, Ana": side by side
			if o.named && o.value == "" && n.first-o.last <= 2 && n.first > o.last && o.Number == One && (n.first-o.last == 1 || c.d.word(n.first-1) == ",") && o.kind == common {
				return i
			}
			continue
		}
		if c.sameOther(n, o) {
			return i
		}
		if !o.open || !s.open || o.Number != s.Number || o.sex != 0 && s.sex != 0 && o.sex != s.sex {
			continue
		}
		if c.again(n, s, o) {
			return i
		}
	}
	return -1
}

// again reports whether noun n, read as s, takes person o up again.
func (c *cast) again(n *noun, s, o *someone) bool {
	far := c.d.doc.Tokens[n.head].Sentence - c.d.doc.Tokens[o.last].Sentence
	if far > farSentence || n.kind == event || n.kind == slot {
		return false
	}
	if !o.named { // "He was six. A boy …"
		return far <= nearby && n.bits&(human|client|role) != 0
	}
	fresh := n.det&indef != 0 || n.one
	switch {
	case fresh && !(far == 0 && c.d.bits(o.last+1)&be != 0 && o.last < n.first && n.first-o.last <= 3):
		return false // but: "my 4pm is a guy who …"
	case o.said == s.said:
		return true
	case o.kind == event || o.kind == slot:
		return n.det&(def|demo) != 0 && far <= nearby
	case n.det&(def|demo) != 0 || n.det == 0 && n.bits&client != 0:
		return far <= nearby && (n.bits|o.bits)&(client|role) != 0
	}
	return n.kind == common && o.kind == proper && (n.first-o.last == 1 || n.first-o.last == 2 && c.d.word(n.first-1) == ",")
}

// merge takes noun n, read as s, for person p.
func (c *cast) merge(p int, n *noun, s *someone) {
	o := &c.all[p]
	if o.sex == 0 {
		o.sex = s.sex
	}
	if o.open && s.open {
		o.prior = max(o.prior, s.prior)
	} else if o.open && !s.open && !o.named {
		o.open, o.Who, o.Sure = false, s.Who, s.Sure
	}
	if !o.named || o.said == "" {
		o.said, o.kind, o.named = s.said, s.kind, s.named
	}
	if s.value != "" {
		o.value = s.value
	}
	o.bits |= s.bits
	o.det |= s.det
	if o.Number == Hypothetical && s.Number == One && s.det&(poss1|demo) != 0 {
		o.Number = One
	}
	c.refer(p, n)
}

// sameOther reports whether "this guy" takes up a colleague or a friend just
// spoken of.
func (c *cast) sameOther(n *noun, o *someone) bool {
	if o.open || o.Who == Self || o.Number != One || n.det&demo == 0 || n.bits&human == 0 || n.bits&(kin|client|role) != 0 {
		return false
	}
	far := c.d.doc.Tokens[n.head].Sentence - c.d.doc.Tokens[o.last].Sentence
	return far <= 1 && (o.sex == 0 || n.bits&(male|female) == 0 || n.bits&o.sex != 0)
}
