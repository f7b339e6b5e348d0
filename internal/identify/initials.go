package identify

import "secondlook/internal/text"

// initials marks people who are called by letters alone: J.R., client K, DT
// (14). Letters without such a detail are left: there are more wards than
// people called ER.
func (n *namer) initials() {
	for i := range n.words {
		switch n.words[i].shape {
		case shapeLetter:
			if n.dotted(i) || n.lettered(i) {
				n.odds[i] = certain
			}
		case shapeShouted:
			if len(n.doc.Tokens[i].Plain) <= 3 && n.habit != shoutedCase && n.coded(i) {
				n.odds[i] = max(n.odds[i], certain/2)
			}
		}
	}
}

// dotted reports whether letter i stands in a run like J.R. that is no
// shortening and not "the E.R.".
func (n *namer) dotted(i int) bool {
	first := i
	for first >= 2 && first > i-6 && n.dot(first-1) && n.words[first-2].shape == shapeLetter && n.doc.Tokens[first].Has(text.Glued) {
		first -= 2
	}
	last := i
	for last+2 < len(n.words) && last < i+6 && n.dot(last+1) && n.words[last+2].shape == shapeLetter && n.doc.Tokens[last+2].Has(text.Glued) {
		last += 2
	}
	if last-first < 2 || last-first > 4 {
		return false
	}
	run := ""
	for j := first; j <= last; j += 2 {
		run += n.doc.Tokens[j].Word
	}
	if shortening(run) {
		return false
	}
	return first == 0 || !article(n.doc.Tokens[first-1].Word)
}

func (n *namer) dot(i int) bool {
	return i < len(n.words) && n.doc.Tokens[i].Word == "." && n.doc.Tokens[i].Has(text.Glued)
}

// lettered reports whether the one letter i is called a client, a mister or
// "little": client K, Mr B, little M.
func (n *namer) lettered(i int) bool {
	b := n.before(i)
	if b < 0 || n.doc.Tokens[i].Plain == "I" || n.doc.Tokens[i].Has(text.Hyphen) || n.habit == shoutedCase {
		return false
	}
	if i+1 < len(n.words) && n.doc.Tokens[i+1].Has(text.Hyphen) || i+1 < len(n.words) && n.words[i+1].shape != shapeNone && n.doc.Tokens[i+1].Has(text.Glued) {
		return false
	}
	switch n.words[b].cue {
	case cueServed, cueLittle:
		return b == i-1 && (n.doc.Tokens[i].Plain != "A" || n.words[b].cue == cueServed)
	case cuePolite, cueKin:
		return true
	}
	return false
}

// coded reports whether two or three capitals are a person's: with an age in
// brackets or after a comma, or called a client.
func (n *namer) coded(i int) bool {
	t := &n.doc.Tokens[i]
	if shortening(t.Word) || n.words[i].lex.lower()+n.words[i].lex.upper() > 5 {
		return false
	}
	if b := n.before(i); b == i-1 && b >= 0 && (n.words[b].cue == cueServed || n.words[b].cue == cueNaming) && len(t.Plain) == 2 {
		return true
	}
	j := i + 1
	if j+2 >= len(n.words) || n.doc.Tokens[j].Word != "(" && n.doc.Tokens[j].Word != "," {
		return false
	}
	age := &n.doc.Tokens[j+1]
	if age.Kind != text.Number || len(age.Plain) > 2 {
		return false
	}
	after := &n.doc.Tokens[j+2]
	return after.Word == ")" || after.Word == "," || after.Has(text.Hyphen) || after.Has(text.Glued) && after.Kind == text.Word
}

func article(word string) bool { return listed("a @ # an at in the", word) }

// indefinite reports whether a word makes one of a kind of the name after it:
// a Karen, the average joe.
func indefinite(word string) bool {
	return listed("a an no such every plain total these those another average", word)
}

// shortening lists letters that are no one's initials.
func shortening(word string) bool {
	return listed("us uk dc ny la eu un ps am pm id er ed md rn ba ma bs ms tv pc ad bc eg ie ot pt or ob gp np pa iv im po bp hr "+
		"vs dv aa na oc iq ok hs st va tx ca fl oh mi nj ct co wa cw sw oz lb wk sp dx rx hx yo mo bf gf rt dm fb ig pe "+
		"ap ib ta ra rd al by of to no so he we me my it is if an at as be do go hi up in on usa nyc lpn cna phd aka "+
		"icu ssi rip cps dcf dhs lol omg wtf bpd gpa bsn msw ems emt ama dnr cpr gsw mva dka uti mri bff bpm iep ell "+
		"esl fbi nhs edt est pst cst gmt bst ptsd ct's tx's", word)
}
