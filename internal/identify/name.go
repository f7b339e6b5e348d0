package identify

import (
	"strings"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// A word is part of a name when its log-odds, in sixteenths, reach nameFloor;
// beside one that is, a word with a capital needs only joinFloor.
const (
	nameFloor = -10
	joinFloor = -24

	surnameFloor = -48 // after a first name
	certain      = 96  // what a title or a form like J.R. is worth
	never        = -4096
	longest      = 9 // tokens of one name; more is a list without commas
)

// names finds the people a draft names, and the handles in it. Mentions are in
// order and do not overlap. A first name counts nothing by itself: whether it
// is a client's is for the rules.
func names(doc *text.Doc) []Mention {
	n := newNamer(doc)
	var found []Mention
	for i := 0; i < len(n.words); {
		if m, ok := n.handleAt(i); ok {
			found = append(found, m)
			i = m.Last
			continue
		}
		m, ok := n.nameAt(i)
		if ok {
			found = append(found, m)
		}
		i = max(i+1, m.Last)
	}
	return found
}

// namer is one draft, with what each word is worth as a name.
type namer struct {
	doc   *text.Doc
	words []nameWord
	habit habit
	odds  []int // log-odds in sixteenths; never for what cannot be a name
}

func newNamer(doc *text.Doc) *namer {
	words, h := readWords(doc)
	n := &namer{doc: doc, words: words, habit: h, odds: make([]int, len(words))}
	s := scorer{words: words, doc: doc, habit: h}
	for i := range words {
		n.odds[i] = never
		if words[i].shape != shapeNone && n.mayName(i) {
			n.odds[i] = s.score(i) + n.cued(i) + n.plainly(i)
		}
	}
	n.lean()
	n.initials()
	return n
}

// nameAt reads the name that starts at token i. Last of the mention is how far
// it looked even when ok is false.
func (n *namer) nameAt(i int) (m Mention, ok bool) {
	if n.odds[i] < nameFloor {
		return m, false
	}
	if i+1 < len(n.words) && n.words[i].lex.lower() > 8 && n.doc.Tokens[i].Has(text.Opening) && n.words[i+1].lex.first() > 4 &&
		n.words[i+1].shape == shapeCapital {
		return m, false // "Will Colin go"
	}
	first, last := i, n.extend(i)
	best := never
	for j := first; j < last; j++ {
		best = max(best, n.odds[j])
	}
	m.Last = last
	value := n.value(first, last)
	if n.elsewhere(first, last) || invented(value) {
		return m, false
	}
	if end := n.turned(first, last); end > last {
		value = n.value(last+1, end) + " " + value
		last = end
	}
	if n.dot(last) && n.words[last-1].shape == shapeLetter && n.dotted(last-1) {
		last++
	}
	title, at := n.title(first)
	m = Mention{First: at, Last: last, Type: verdict.Person, Value: value, Sure: sureOf(best), Title: title}
	m.Span = n.doc.Cover(m.First, m.Last)
	return m, true
}

// turned is the end of a name written surname first, as in "Okonjo, Amara";
// last when it is not.
func (n *namer) turned(first, last int) int {
	if last != first+1 || last+1 >= len(n.words) || n.doc.Tokens[last].Word != "," {
		return last
	}
	w, g := &n.words[first], &n.words[last+1]
	if w.lex.last() == 0 || w.lex.first() > 1 || g.lex.first() == 0 || w.shape == shapeSmall || n.odds[last+1] < nameFloor {
		return last
	}
	end := last + 2
	if end < len(n.words) && (n.doc.Tokens[end].Word == "," || n.doc.Tokens[end].Word == "and" || n.words[end].lex.last() > 0 && n.words[end].shape == shapeCapital) {
		return last
	}
	return end
}

// extend finds the end of the name that starts at token i.
func (n *namer) extend(i int) int {
	last := i + 1
	for {
		next := n.link(last)
		if next == last || next > i+longest {
			return last
		}
		last = next
	}
}

// link is where the part of a name that goes on at token i ends, i when none
// does: another name word, with particles (de la Cruz), a full stop after an
// initial, a hyphen.
func (n *namer) link(i int) int {
	j := i
	if j < len(n.words) && n.doc.Tokens[j].Word == "." && n.words[j-1].shape == shapeLetter && n.doc.Tokens[j].Has(text.Glued) {
		j++
		if j >= len(n.words) || n.odds[j] < joinFloor || n.words[j].shape < shapeCapital {
			return i
		}
	}
	for j < len(n.words) && j < i+3 && n.words[j].cue == cueParticle && n.words[j].lex.first() < 3 {
		j++
	}
	if j >= len(n.words) || n.words[j].shape == shapeNone || n.doc.Tokens[j].Has(text.Hashtag) && !n.doc.Tokens[j-1].Has(text.Hashtag) {
		return i
	}
	t, w := &n.doc.Tokens[j], &n.words[j]
	floor := nameFloor
	switch {
	case w.shape == shapeLetter && t.Plain != "I" || w.cue == cueSuffix:
		if w.cue == cueSuffix || n.odds[j] >= nameFloor || n.habit == mixedCase && n.words[i-1].shape == shapeCapital {
			return j + 1
		}
		return i
	case w.shape == shapeCapital && n.habit == mixedCase || t.Has(text.Hyphen):
		floor = joinFloor
	}
	if j > i {
		floor = joinFloor - 16
	}
	if b := &n.words[i-1]; j == i && b.shape == w.shape && b.lex.first() > 2 && w.lex.lower() < 5 && w.cue == noCue &&
		!t.Has(text.Opening) && n.habit != titleCase {
		floor = surnameFloor
		if w.lex.last() == 0 && w.shape == shapeSmall {
			floor = joinFloor
		}
	}
	if n.odds[j] < floor {
		return i
	}
	return j + 1
}

// elsewhere reports whether what follows or precedes [first,last) makes it the
// name of a place, an illness or a law.
func (n *namer) elsewhere(first, last int) bool {
	if b := n.before(first); b >= 0 && (n.doc.Tokens[b].Word == "st" || n.doc.Tokens[b].Word == "saint") {
		return true
	}
	i := last
	if i < len(n.words) && n.doc.Tokens[i].Kind == text.Clitic {
		i++
	}
	if i >= len(n.words) || n.words[i].shape == shapeNone {
		return false
	}
	written := n.words[i].shape != shapeSmall || n.words[first].shape == shapeSmall
	switch n.words[i].cue {
	case cuePlace:
		if i == last && n.words[i].lex.last() >= 5 && n.words[last-1].lex.first() >= 4 {
			return false
		}
		return written && i == last && (n.words[i].shape != shapeSmall || strongHead(n.doc.Tokens[i].Word))
	case cueSickness:
		return n.words[first].lex.other() == 2 || n.words[i].shape == shapeSmall && strongHead(n.doc.Tokens[i].Word)
	case cueLaw:
		return written && (n.words[i].shape != shapeSmall || n.words[first].lex.other() > 0) || n.doc.Tokens[i].Word == "principle"
	}
	return false
}

// title gives the title before a name and where the mention starts: with Mr
// and its like, after a Judge or a Coach.
func (n *namer) title(first int) (string, int) {
	b := n.before(first)
	if b < 0 {
		return "", first
	}
	switch n.words[b].cue {
	case cuePolite:
		if n.doc.Tokens[b].Word == "miss" && n.words[b].shape != shapeCapital {
			return "", first
		}
		return titleOf(n.doc.Tokens[b].Word), b
	case cueLittle, cueKin:
		if word := n.doc.Tokens[b].Word; n.words[b].shape == shapeCapital && b == first-1 && byname(word) || word == "lil" {
			return "", b
		}
		fallthrough
	case cueRank:
		if n.words[b].cue != cueLittle && (b == first-1 || len(n.doc.Tokens[b].Word) < 5) {
			return titleOf(n.doc.Tokens[b].Word), first
		}
	}
	return "", first
}

// value is the name in small letters, its words a space apart.
func (n *namer) value(first, last int) string {
	if last == first+1 {
		return strings.ToLower(n.doc.Tokens[first].Plain)
	}
	var b strings.Builder
	for i := first; i < last; i++ {
		t := &n.doc.Tokens[i]
		if n.words[i].shape == shapeNone {
			continue
		}
		if b.Len() > 0 {
			if t.Has(text.Hyphen) {
				b.WriteByte('-')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(strings.ToLower(t.Plain))
	}
	return b.String()
}

// sureOf maps log-odds in sixteenths to thousandths: 500 for what just passes.
func sureOf(odds int) int {
	curve := [...]int{500, 562, 622, 679, 731, 777, 818, 852, 881, 905, 924, 940, 953, 963, 971, 977, 982, 989, 993, 996}
	return curve[min(max(odds-nameFloor, 0)/4, len(curve)-1)]
}
