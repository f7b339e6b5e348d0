package identify

import "secondlook/internal/text"

// mayName reports whether word i can be part of a name at all: a small word
// that is common and no name cannot, nor can a mask like [NAME].
func (n *namer) mayName(i int) bool {
	w := &n.words[i]
	if n.masked(i) {
		return false
	}
	if w.shape == shapeSmall && w.lex.name() == 0 && w.lex.lower() > 3 {
		return false
	}
	if w.cue == cueServed && w.lex.last() < 4 {
		return false
	}
	if w.cue == cueRank && w.lex.first() < 4 && i+1 < len(n.words) && n.words[i+1].shape == shapeCapital {
		return false
	}
	return w.shape != shapeLetter && w.cue != cuePolite && !n.headed(i)
}

// headed reports whether word i is the head of a place's or a law's name:
// General in Mercy General. A Hill after a first name stays a surname.
func (n *namer) headed(i int) bool {
	w := &n.words[i]
	if w.cue != cuePlace && w.cue != cueSickness && w.cue != cueLaw || i == 0 {
		return false
	}
	b := &n.words[i-1]
	if n.doc.Tokens[i-1].Kind == text.Clitic && i > 1 {
		b = &n.words[i-2]
	}
	if b.shape == shapeNone || b.cue == cuePolite || b.cue == cueRank || w.shape == shapeSmall && b.shape != shapeSmall {
		return false
	}
	return w.lex.last() < 5 || b.lex.first() < 4 || n.odds[i-1] < nameFloor
}

// masked reports whether word i stands alone in square brackets.
func (n *namer) masked(i int) bool {
	return i > 0 && n.doc.Tokens[i-1].Word == "[" && i+1 < len(n.words) && n.doc.Tokens[i+1].Word == "]"
}

// before is the index of the word before i, over a full stop that belongs to
// a title; -1 when there is none in the same line.
func (n *namer) before(i int) int {
	if i > 1 && n.doc.Tokens[i-1].Word == "." && n.doc.Tokens[i-1].Has(text.Glued) {
		i--
	}
	if i == 0 || n.words[i-1].shape == shapeNone {
		return -1
	}
	return i - 1
}

// tagged is what a cause before a name in one hashtag adds: #JusticeForMaria.
func (n *namer) tagged(i, b int) int {
	w := &n.words[i]
	switch n.doc.Tokens[b].Word {
	case "for", "team", "rip", "free", "find", "remember", "bring":
		if n.doc.Tokens[b].Has(text.Hashtag) && w.lex.first() > 2 && (w.lex.lower() < 8 || w.lex.upper() > w.lex.lower()) {
			return certain / 2
		}
	}
	return 0
}

// plainly is what a first name adds that is hardly ever anything else.
func (n *namer) plainly(i int) int {
	w := &n.words[i]
	if w.lex.first() < 4 || w.lex.other() > 0 || w.lex.lower() > 6 {
		return 0
	}
	if w.shape == shapeCapital && n.habit == mixedCase {
		return 16
	}
	return 6
}

// lean makes the first half of Min-jun a name where the second is one, and a
// surname that comes first: Nguyen Thi Lan.
func (n *namer) lean() {
	for i := len(n.words) - 2; i >= 0; i-- {
		w, next := &n.words[i], &n.doc.Tokens[i+1]
		if w.shape == shapeCapital && next.Has(text.Hyphen) && next.Kind == text.Word && n.words[i+1].lex.name() > 0 &&
			n.odds[i+1] >= nameFloor && w.lex.lower() < 8 {
			n.odds[i] = max(n.odds[i], nameFloor)
		}
		if w.shape == shapeCapital && n.words[i+1].shape == shapeCapital && w.lex.last() > 3 && w.lex.lower() < 6 &&
			n.odds[i+1] >= nameFloor && n.odds[i] >= joinFloor*2 {
			n.odds[i] = max(n.odds[i], nameFloor)
		}
		if s := &n.words[i+1]; w.shape == shapeCapital && w.lex.first() > 2 && s.shape == shapeCapital && s.lex.first() < 2 &&
			(s.lex.last() > 0 || !s.known) && n.odds[i+1] >= nameFloor && w.cue == noCue && n.habit == mixedCase {
			n.odds[i] = max(n.odds[i], nameFloor)
		}
	}
}

// cued is what a title or a word like "named" before word i adds.
func (n *namer) cued(i int) int {
	b := n.before(i)
	w, t := &n.words[i], &n.doc.Tokens[i]
	if b < 0 || t.Has(text.Opening) {
		return n.general(i) + n.belongs(i)
	}
	if t.Has(text.Hashtag) {
		return n.tagged(i, b)
	}
	dotted := b < i-1
	capital := w.shape == shapeCapital || w.shape == shapeShouted
	if w.shape == shapeSmall && !w.known && n.words[b].cue == noCue {
		return -16
	}
	if indefinite(n.doc.Tokens[b].Word) && (i+1 >= len(n.words) || n.words[i+1].shape != shapeCapital) && w.lex.first() > 0 && !t.Has(text.Hashtag) {
		return -40
	}
	nameless := w.lex.lower() > 5 && w.lex.name() < 3 || w.cue == cueRank
	switch n.words[b].cue {
	case cuePolite:
		if n.words[b].shape != shapeCapital && n.doc.Tokens[b].Word == "miss" {
			return 0
		}
		if capital && (n.habit == mixedCase || !nameless) || w.shape == shapeSmall && !nameless && w.lex.lower() < 8 {
			return certain
		}
	case cueRank:
		if !dotted && capital && n.habit == mixedCase && !nameless && !t.Has(text.Opening) {
			return 24
		}
	case cueNaming:
		if !dotted && capital && n.habit == mixedCase && w.lex.lower() < 9 {
			return 24
		}
	}
	return 0
}

// general is what an opening word loses that reads as a thing: Joy is
// contagious, June was rough.
func (n *namer) general(i int) int {
	w := &n.words[i]
	if w.lex.lower() < 7 && w.lex.other() < 2 || w.later || i+1 >= len(n.words) {
		return 0
	}
	if next := &n.words[i+1]; next.verb == being || n.doc.Tokens[i+1].Word == "and" {
		return -24
	}
	return 0
}

// belongs is what "from my group" after an opening first name adds.
func (n *namer) belongs(i int) int {
	w := &n.words[i]
	if w.shape < shapeCapital || w.lex.first() < 2 || i+2 >= len(n.words) || n.doc.Tokens[i+1].Word != "from" {
		return 0
	}
	switch n.doc.Tokens[i+2].Word {
	case "my", "our", "room", "group", "unit", "bed":
		return certain / 2
	}
	return 0
}
