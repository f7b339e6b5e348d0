package identify

import (
	"strings"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// handleAt reads the handle at token i: @name, u/name, or a name after the
// word for a network and a colon ("snap: mari_x").
func (n *namer) handleAt(i int) (Mention, bool) {
	t := &n.doc.Tokens[i]
	first, last, sure := i, i+1, 980
	switch {
	case t.Kind == text.Handle:
	case t.Word == "u" && i+2 < len(n.words) && n.doc.Tokens[i+1].Word == "/" && n.doc.Tokens[i+2].Has(text.Glued) && n.doc.Tokens[i+2].Kind == text.Word:
		last, sure = n.run(i+2), 900
	default:
		first = n.account(i)
		if first < 0 {
			return Mention{}, false
		}
		last, sure = n.run(first), 800
	}
	m := Mention{First: first, Last: last, Type: verdict.Handle, Sure: sure}
	m.Span = n.doc.Cover(first, last)
	m.Value = strings.TrimPrefix(strings.ToLower(n.doc.Slice(m.Span)), "@")
	return m, true
}

// account gives the first token of a bare account name after a network's word
// at i and a colon, -1 when there is none.
func (n *namer) account(i int) int {
	switch n.doc.Tokens[i].Word {
	case "ig", "insta", "instagram", "snap", "snapchat", "tiktok", "twitter", "kik", "venmo", "cashapp", "discord",
		"telegram", "handle", "username", "screenname":
	default:
		return -1
	}
	j := i + 1
	if j+1 >= len(n.words) || n.doc.Tokens[j].Word != ":" || n.doc.Tokens[j+1].Kind != text.Word {
		return -1
	}
	if n.run(j+1) == j+2 && n.words[j+1].lex.lower() > 4 && !strings.ContainsAny(n.doc.Tokens[j+1].Plain, "0123456789") {
		return -1
	}
	return j + 1
}

// run is the end of the tokens that hang together from i on without a space.
func (n *namer) run(i int) int {
	last := i + 1
	for last < len(n.words) {
		t := &n.doc.Tokens[last]
		joined := t.Has(text.Hyphen) || t.Has(text.Glued) && (t.Kind != text.Punct || t.Word == "." || t.Word == "_")
		if !joined || t.Kind == text.Clitic {
			break
		}
		last++
	}
	if n.doc.Tokens[last-1].Word == "." {
		last--
	}
	return last
}
