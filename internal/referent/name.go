package referent

import (
	"secondlook/internal/identify"
	"secondlook/internal/text"
)

// castName reads a person's name by what stands around it.
func (c *cast) castName(n *noun, s *someone) {
	d, m := c.d, &c.mentions[n.name]
	s.value = m.Value
	if s.value == "" {
		s.value = d.doc.Source[m.Start:m.End]
	}
	s.said = d.word(n.head)
	s.Number = One
	here := d.scene(d.doc.Tokens[n.head].Sentence)
	prev := d.bits(m.First - 1)
	switch {
	case prev&(client|role) != 0 && prev&plural == 0:
		s.open, s.prior = true, 700
	case prev&(kin|friend) != 0 && prev&stop == 0:
		s.Who, s.Sure = Kin, 850
	case c.titled(m.First, m.Title):
		s.Who, s.Sure = Colleague, 850
	case d.bits(m.Last)&poss1 != 0 && d.servedSoon(m.Last+1): // Jaxon our year 3 legend
		s.open, s.prior = true, 640
	case d.word(m.Last) == "the" && d.byRole(m.Last+1), prev&colleague != 0, d.bits(m.Last)&colleague != 0 && d.bits(m.Last)&stop == 0, d.word(m.Last) == "," && d.byRole(m.Last+1):
		s.Who, s.Sure = Colleague, 750
	case c.author1(m.First, m.Last):
		s.Who, s.Sure = Public, 700
	case prev&public != 0:
		s.Who, s.Sure = Public, 750
	case d.bits(m.Last)&froms != 0 && d.bedBehind(m.Last+1):
		s.open, s.prior = true, 560
	case here[thanks] >= 300 && here[meet] < 240:
		s.Who, s.Sure = Colleague, 650
	case d.word(m.Last) == "from" && d.workBehind(m.Last+1):
		s.open, s.prior = true, 560
	default:
		s.open, s.prior = true, namePrior(m)
	}
}

// titled reports whether a name carries a title that only professionals have.
func (c *cast) titled(i int, given string) bool {
	if given == "" {
		given = c.d.word(i - 1)
		if given == "." {
			given = c.d.word(i - 2)
		}
	}
	e := words()[given]
	return e != nil && e.bits&title != 0
}

// byRole reports whether a role of a colleague follows: ", our director", ", a nurse".
func (d *draft) byRole(i int) bool {
	for k := i; k < i+4; k++ {
		if d.kind(k) != text.Word {
			return false
		}
		if d.bits(k)&colleague != 0 {
			return true
		}
	}
	return false
}

// servedSoon reports whether a word for somebody served follows at i, or after
// one word more.
func (d *draft) servedSoon(i int) bool {
	return d.bits(i)&(client|role|grade) != 0 || d.kind(i) == text.Word && d.bits(i)&(nouns|stop) == 0 && d.bits(i+1)&(client|role|grade) != 0
}

// author1 reports whether a name is that of a writer or a speaker quoted:
// "by …", "- …" at the end, "…'s book".
func (c *cast) author1(first, last int) bool {
	d := c.d
	if d.word(first-1) == "by" {
		return true
	}
	if (d.kind(first-1) == text.Punct && (d.word(first-1) == "-" || d.word(first-1) == "—" || d.word(first-1) == "~")) && (d.kind(last) == text.Break) {
		return true
	}
	if d.kind(last) == text.Clitic {
		switch d.word(last + 1) {
		case "book", "novel", "album", "song", "film", "movie", "podcast", "memoir", "poem", "article", "talk", "show":
			return true
		}
	}
	return false
}

// bedBehind reports whether a place to lie or to be locked in follows at i:
// "in the end bunk", "in room 12".
func (d *draft) bedBehind(i int) bool {
	for k := i; k < i+4 && d.kind(k) != text.Punct && d.kind(k) != text.Break; k++ {
		if d.bits(k)&bed != 0 {
			w := d.word(k)
			wide := w == "room" || w == "rm" || w == "chair" || w == "booth" // a tea room is nobody's
			return d.bits(i)&(def|poss1) != 0 && k > i && !wide || d.kind(k+1) == text.Number || d.word(k-1) == "side"
		}
	}
	return false
}

// namePrior is low: most names in a post are of nobody served. A first name
// alone is likelier a client's than a full one.
func namePrior(m *identify.Mention) int {
	p := 150
	if m.Last-m.First > 1 {
		p = 80
	}
	if m.Sure < 600 {
		p /= 2
	}
	return p
}
