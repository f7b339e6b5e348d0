package referent

import (
	"strings"

	"secondlook/internal/text"
)

// mark is what the lexicon says of one token.
type mark struct {
	bits   class
	length int // tokens of the entry that starts here; 0 where an entry before covers it
	clause int // number of the clause
}

// scene is what one sentence, or the whole draft, is about: a weight a frame.
type scene [frames]int

// add joins evidence without ever reaching 1000.
func join(a, b int) int { return a + (1000-a)*b/1000 }

// draft is a document under reading.
type draft struct {
	doc    *text.Doc
	hint   Hint
	marks  []mark
	scenes []scene
	health []bool // tokens of an illness, an injury, a treatment
	aged   []bool // tokens where an age begins
	named  []int  // tokens where a name begins: its mention, counted from 1
	told   []bool // sentences in which the author tells of something past
	whole  scene
}

// annotate looks every token up.
func annotate(doc *text.Doc, hint Hint) *draft {
	d := &draft{doc: doc, hint: hint, marks: make([]mark, len(doc.Tokens)), scenes: make([]scene, len(doc.Sentences)), health: make([]bool, len(doc.Tokens)), aged: make([]bool, len(doc.Tokens))}
	l := words()
	var taken [frames]int // a frame's entries do not overlap
	seen := map[*phrase]bool{}
	clause, covered := 0, 0
	for i := range doc.Tokens {
		m, t := &d.marks[i], &doc.Tokens[i]
		if boundary(t) {
			clause++
		}
		m.clause = clause
		m.length = 1
		if i < covered {
			m.length = 0
		}
		if t.Kind == text.Number && len(t.Word) == 4 && t.Word[0] == '1' && i > 0 && doc.Tokens[i-1].Word == "in" && t.Sentence < len(d.scenes) {
			d.scenes[t.Sentence][inPrint] = join(d.scenes[t.Sentence][inPrint], 600) // history
		}
		e := l[t.Word]
		if e == nil || t.Kind == text.Punct || t.Kind == text.Break || d.misleads(i) {
			continue
		}
		m.bits |= e.bits
		if t.Plain == "US" {
			m.bits &^= first
		}
		for k := range e.phrases {
			p := &e.phrases[k]
			if !d.follows(i, p.words) {
				continue
			}
			if p.weight == 0 {
				if i >= covered {
					m.bits = p.bits | e.bits&determiners
					m.length = len(p.words)
					covered = i + len(p.words)
				}
				continue
			}
			if i < taken[p.frame] {
				continue
			}
			taken[p.frame] = i + len(p.words)
			s := t.Sentence
			if s >= 0 && s < len(d.scenes) {
				d.scenes[s][p.frame] = join(d.scenes[s][p.frame], p.weight)
			}
			if !seen[p] {
				seen[p] = true
				d.whole[p.frame] = join(d.whole[p.frame], p.weight)
			}
		}
	}
	d.agencyWords()
	d.tell()
	return d
}

// tell marks the sentences with an "I" and a verb of the past.
func (d *draft) tell() {
	d.told = make([]bool, len(d.doc.Sentences))
	for s := range d.doc.Sentences {
		me, was := false, false
		for k := d.doc.Sentences[s].First; k < d.doc.Sentences[s].Last && k < len(d.marks); k++ {
			me = me || d.marks[k].bits&first != 0
			was = was || d.isPast(k)
		}
		d.told[s] = me && was
	}
}

// agencyWords makes clients of what the agency calls them.
func (d *draft) agencyWords() {
	for _, w := range d.hint.Clients {
		one, many, irregular := strings.Cut(w, "~")
		if !irregular {
			many = inMany(one)
		}
		for i := range d.marks {
			switch d.doc.Tokens[i].Word {
			case one:
				d.marks[i].bits = d.marks[i].bits&^nouns | client
			case many:
				d.marks[i].bits = d.marks[i].bits&^nouns | client | plural
			}
		}
	}
}

// follows reports whether the tokens from i on are these words.
func (d *draft) follows(i int, ws []string) bool {
	if i+len(ws) > len(d.doc.Tokens) {
		return false
	}
	for k := len(ws) - 1; k > 0; k-- {
		if d.doc.Tokens[i+k].Word != ws[k] {
			return false
		}
	}
	return true
}

// boundary reports whether the token parts two clauses.
func boundary(t *text.Token) bool {
	if t.Kind == text.Break {
		return true
	}
	if t.Kind != text.Punct {
		return false
	}
	switch t.Word {
	case ",", ".", "!", "?", ";", ":", "(", ")", "—", "–", "…", "-", "[", "]", "•":
		return true
	}
	return false
}

// misleads reports whether the word at i is another than the one it looks:
// "be patient", "so patient with me", "in case".
func (d *draft) misleads(i int) bool {
	switch d.doc.Tokens[i].Word {
	case "case", "cases":
		return d.word(i-2) == "in" || d.word(i-2) == "just" || d.bits(i-1)&(poss1|indef|demo|toll) == 0
	case "patient":
	default:
		return false
	}
	if d.word(i+1) == "with" && d.bits(i-1)&(indef|def|demo|poss1) == 0 {
		return true
	}
	switch d.word(i - 1) {
	case "so", "very", "too", "more", "less", "how", "really", "most", "pretty", "extremely", "incredibly", "just", "please", "keep", "keeping", "remain", "stay", "staying":
		return true
	}
	return d.bits(i-1)&be != 0
}

// word is the loose word of token i, "" outside the draft.
func (d *draft) word(i int) string {
	if i < 0 || i >= len(d.doc.Tokens) {
		return ""
	}
	return d.doc.Tokens[i].Word
}

// bits are the classes of token i, none outside the draft.
func (d *draft) bits(i int) class {
	if i < 0 || i >= len(d.marks) {
		return 0
	}
	return d.marks[i].bits
}

// has reports whether token i is written so.
func (d *draft) has(i int, f text.Flags) bool {
	return i >= 0 && i < len(d.doc.Tokens) && d.doc.Tokens[i].Has(f)
}

// kind is the kind of token i, Break outside the draft.
func (d *draft) kind(i int) text.Kind {
	if i < 0 || i >= len(d.doc.Tokens) {
		return text.Break
	}
	return d.doc.Tokens[i].Kind
}

// sentence is the tokens of the sentence of token i.
func (d *draft) sentence(i int) (first, last int) {
	s := d.doc.Tokens[i].Sentence
	if s < 0 || s >= len(d.doc.Sentences) {
		return i, i + 1
	}
	return d.doc.Sentences[s].First, d.doc.Sentences[s].Last
}

// scene is what sentence s is about; nothing outside the draft.
func (d *draft) scene(s int) *scene {
	if s < 0 || s >= len(d.scenes) {
		return &scene{}
	}
	return &d.scenes[s]
}
