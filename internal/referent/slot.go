package referent

import "secondlook/internal/text"

// isSlot reads "bed 4 …" and "my 2pm", "my ten o'clock".
func (d *draft) isSlot(n *noun) bool {
	i := n.head
	if n.bits&bed != 0 && (d.kind(i+1) == text.Number || d.bits(i+1)&quant != 0 && d.bits(i+1)&indef == 0 && len(d.word(i+1)) < 6) {
		if d.bits(i-1)&(froms|poss1|indef) != 0 || d.word(i-1) == "to" || d.word(i-1) == "of" || d.bits(i+2)&(nouns|compound) != 0 {
			return false
		}
		if d.kind(i+2) != text.Word && d.kind(i+2) != text.Clitic && !d.has(i, text.Opening) {
			return false // ", room 204, old office": a room
		}
		n.kind, n.last = slot, i+2
		n.reach = n.last
		return true
	}
	if n.bits&poss1 == 0 {
		return false
	}
	k := i + 1
	if w := d.word(k); w == "new" || w == "last" || w == "first" || w == "next" {
		k++
	}
	if d.kind(k) != text.Number && d.bits(k)&quant == 0 {
		return false
	}
	end := k + 1
	switch w := d.word(end); {
	case w == "o'clock" || w == "oclock" || w == "pm" || w == "am" || w == "p.m" || w == "a.m":
		end++
	case containsClock(d.word(k)):
	default:
		return false
	}
	if d.bits(end)&(meal|nouns|compound) != 0 {
		return false
	}
	n.kind, n.last, n.reach, n.det = slot, end, end, poss1
	return true
}

// containsClock reports whether a number is written as a time: 2:30, 2pm.
func containsClock(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] == ':' || w[i] == 'p' || w[i] == 'a' {
			return i > 0
		}
	}
	return false
}

// isEvent reads a session, a visit or a call that happened: with a word for
// how it was, or told by the author with no other noun.
func (d *draft) isEvent(n *noun) bool {
	i := n.head
	if n.bits&lone != 0 && d.word(i+d.marks[i].length) != "of" && d.bits(i+d.marks[i].length)&compound == 0 {
		n.kind, n.last = event, i+max(1, d.marks[i].length)
		n.reach = n.last
		return true
	}
	if n.bits&encounter == 0 || n.bits&plural != 0 || d.phoneCall(i) {
		return false
	}
	before := d.bits(i - 1)
	if d.marks[i].length > 1 && d.has(i, text.Opening) && d.kind(i+d.marks[i].length) == text.Punct {
		before = toll // "Airport arrival. I held the sign."
	}
	if before&toll == 0 && !(before&(indef|demo) != 0 && d.bits(i-2)&past != 0) {
		return false
	}
	if d.bits(i+1)&compound != 0 {
		return false
	}
	n.kind, n.last = event, i+max(1, d.marks[i].length)
	n.reach = n.last
	return true
}

// isOneOf reads "one of them", "one of mine".
func (d *draft) isOneOf(n *noun) bool {
	i := n.head
	if d.word(i) == "the" && d.word(i+1) == "one" && d.bits(i+2)&froms != 0 && d.word(i+2) != "who" { // the one in Unit 2
		n.kind, n.det, n.last, n.bits = slot, def, i+2, human
		d.behind(n)
		return true
	}
	if d.word(i) != "one" || d.word(i+1) != "of" {
		return false
	}
	switch d.word(i + 2) {
	case "mine", "ours", "oors":
		n.det = poss1
	case "them", "these", "those":
		n.det = def
	default:
		return false
	}
	n.one, n.kind, n.last, n.reach, n.bits = true, slot, i+3, i+3, human
	return true
}

// phoneCall reports whether the "call" at i is a mere one, or a decision: "a
// call about the interview", "good call".
func (d *draft) phoneCall(i int) bool {
	if d.word(i) != "call" {
		return false
	}
	switch d.word(i - 1) {
	case "good", "bad", "great", "best", "late", "beautiful", "lovely":
		return true
	case "a", "another":
		switch d.word(i - 2) {
		case "took", "ran", "had", "caught", "worked", "answered":
			return false
		}
		return true
	}
	return false
}

// isFromWork reads a name that no detector knew by where its bearer is met:
// "HOPE from my anxiety group".
func (d *draft) isFromWork(n *noun) bool {
	i := n.head
	if d.kind(i) != text.Word || len(d.word(i)) < 3 {
		return false
	}
	lies := d.bits(i+1)&froms != 0 && d.bedBehind(i+2) // "Donal in the top bunk"
	if !lies && (d.word(i+1) != "from" || d.bits(i+2)&poss1 == 0) {
		return false
	}
	if n.bits&(stop|nouns|past|present|be|compound|workplace) != 0 || !d.has(i, text.Capital) && !d.has(i, text.AllCaps) {
		return false
	}
	if !lies && !d.workBehind(i+2) {
		return false
	}
	n.kind, n.bits, n.det = slot, bed, 0
	d.behind(n)
	return true
}

// workBehind reports whether a place of the author's work follows: "my anxiety
// group", "room 12".
func (d *draft) workBehind(i int) bool {
	mine := false
	for k := i; k < i+6; k++ {
		b := d.bits(k)
		if d.kind(k) != text.Word {
			return false
		}
		mine = mine || b&(poss1|def|bed) != 0
		if b&workplace != 0 && mine || b&bed != 0 {
			return true
		}
	}
	return false
}
