package referent

import (
	"sort"

	"secondlook/internal/identify"
	"secondlook/internal/verdict"
)

// own gives every mention its person, or -1.
func (c *cast) own() []int {
	out := make([]int, len(c.mentions))
	for i := range c.mentions {
		out[i] = c.owner(i)
	}
	return out
}

// owner is whose mention m is: the person in whose noun phrase it stands, or
// of whom its clause speaks, or whom the encounter it dates or places was with.
func (c *cast) owner(m int) int {
	t := &c.mentions[m]
	if t.First < 0 || t.First >= len(c.d.marks) || t.Last <= t.First {
		return -1
	}
	if t.First == 0 && t.Type == verdict.Handle {
		return -1 // whom the draft answers
	}
	at := sort.Search(len(c.nouns), func(i int) bool { return c.nouns[i].first > t.First })
	for i := at - 1; i >= 0 && i >= at-4; i-- { // inside a noun phrase
		n := &c.nouns[i]
		if c.of[i] >= 0 && n.kind != author && n.kind != pronoun && n.first <= t.First && t.First < n.reach {
			return c.of[i]
		}
		if n.name == m {
			return c.of[i]
		}
	}
	if at < len(c.nouns) && c.nouns[at].first < t.Last && c.of[at] >= 0 { // around one: "a nine-year-old girl"
		return c.of[at]
	}
	if c.aboutSelf(t, at) {
		return c.self
	}
	if p := c.inSentence(t, at); p >= 0 {
		return p
	}
	return c.besides(t, at)
}

// aboutSelf reports whether the mention says something of the author: "I'm 34,
// a nurse in Leeds", "my diagnosis".
func (c *cast) aboutSelf(t *identify.Mention, at int) bool {
	if c.self < 0 {
		return false
	}
	if b := c.d.bits(t.First - 1); b&poss1 != 0 && t.Type != verdict.Person && t.Type != verdict.Facility && t.Type != verdict.Date && t.Type != verdict.Time {
		return true
	}
	clause := c.d.marks[t.First].clause
	for k := t.First - 1; k >= 0 && k >= t.First-8 && clause-c.d.marks[k].clause <= 1; k-- {
		switch w := c.d.word(k); {
		case w == "i'm" || w == "im" || w == "am" && c.d.word(k-1) == "i" || w == "live" && c.d.word(k-1) == "i":
			return true
		case c.d.bits(k)&(he|she) != 0 || c.d.bits(k)&nouns != 0 && c.d.marks[k].length > 0 && c.d.bits(k)&colleague == 0:
			return false
		}
	}
	return false
}

// circumstance reports whether a detail is of the encounter rather than of
// the person: when and where it was.
func circumstance(t verdict.SpanType) bool {
	switch t {
	case verdict.Date, verdict.Time, verdict.Location, verdict.Facility, verdict.Organization, verdict.Address, verdict.Event:
		return true
	}
	return false
}

// inSentence finds the owner among the people of the mention's sentence: for
// when and where the surest one served, else the nearest before, else after.
func (c *cast) inSentence(t *identify.Mention, at int) int {
	s := c.d.doc.Tokens[t.First].Sentence
	best, score := -1, -1
	for step := 1; step >= -1; step -= 2 {
		i := at - 1
		if step < 0 {
			i = at
		}
		for k := 0; k < 8 && i >= 0 && i < len(c.nouns); k, i = k+1, i-step {
			n := &c.nouns[i]
			if c.d.doc.Tokens[n.head].Sentence != s {
				break
			}
			p := c.of[i]
			if p < 0 || p == c.self {
				continue
			}
			if v := c.pull(p, n, t, step); v > score {
				best, score = p, v
			}
		}
	}
	return best
}

// pull is how strongly person p, at noun n, draws the mention.
func (c *cast) pull(p int, n *noun, t *identify.Mention, step int) int {
	s := &c.all[p]
	far := t.First - n.head
	if far < 0 {
		far = -far
	}
	v := 500 - 8*min(far, 50)
	if step > 0 {
		v += 60
	}
	if c.d.marks[n.head].clause == c.d.marks[t.First].clause {
		v += 80
	}
	if s.Who == Unknown && s.Number == One && circumstance(t.Type) {
		v += 150
	}
	if s.Who == Served && s.Number == One {
		v += 40
		if circumstance(t.Type) {
			v += 300
		}
	}
	return max(v, 0)
}

// besides finds the owner in a neighbouring sentence: a subject left out, or a
// day and a place told before or after what happened.
func (c *cast) besides(t *identify.Mention, at int) int {
	s := c.d.doc.Tokens[t.First].Sentence
	best, score := -1, 0
	for i := max(0, at-12); i < len(c.nouns) && i < at+8; i++ {
		n, p := &c.nouns[i], c.of[i]
		if p < 0 || c.all[p].Who != Served && (c.all[p].Who != Unknown || !circumstance(t.Type)) || c.all[p].Number != One {
			continue
		}
		gap := 2 * (s - c.d.doc.Tokens[n.head].Sentence)
		if gap < 0 {
			gap = 1 - gap
		}
		v := 100 - 10*gap
		if c.all[p].Who == Unknown {
			v -= 40
		}
		if gap <= 5 && v >= score {
			best, score = p, v
		}
	}
	return best
}
