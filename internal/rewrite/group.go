package rewrite

import (
	"slices"
	"strings"

	"secondlook/internal/identify"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// order is which kinds come first: what names a person, then what a stranger
// could look up, then what only those near could know.
var order = [...]verdict.Part{
	verdict.NoPart, verdict.PartTime, verdict.PartPlace, verdict.PartOwn, verdict.PartEvent, verdict.PartTie,
	verdict.PartAge, verdict.PartFamily, verdict.PartEthnic, verdict.PartWork, verdict.PartHealth, verdict.PartSex,
}

// direct are the types that name or reach a person.
func direct(t verdict.SpanType) bool {
	switch t {
	case verdict.Person, verdict.Phone, verdict.Email, verdict.URL, verdict.Handle, verdict.SSN, verdict.RecordID, verdict.Address:
		return true
	}
	return false
}

func partOf(m *identify.Mention) verdict.Part {
	if direct(m.Type) {
		return verdict.NoPart
	}
	return m.Part
}

// groups gathers the wanted mentions, by index: those of one name, those of one
// kind of number, those that count as one part.
func groups(doc *text.Doc, mentions []identify.Mention, wanted []verdict.Span) [][]int {
	var out [][]int
	for _, part := range order {
		from := len(out)
		for m := range mentions {
			if partOf(&mentions[m]) != part || !want(doc, mentions, m, wanted) {
				continue
			}
			at := from
			for at < len(out) && !together(&mentions[out[at][0]], &mentions[m]) {
				at++
			}
			if at == len(out) {
				out = append(out, nil)
			}
			out[at] = append(out[at], m)
		}
	}
	return out
}

func want(doc *text.Doc, mentions []identify.Mention, m int, wanted []verdict.Span) bool {
	mention := &mentions[m]
	if !direct(mention.Type) && mention.Part == verdict.NoPart {
		return false
	}
	for _, w := range wanted {
		if w.Type != mention.Type {
			continue
		}
		if w.Overlaps(mention.Span) {
			return true
		}
		if w.Type == verdict.Person && sameName(strings.ToLower(doc.Slice(w.Span)), mention.Value) {
			return true
		}
	}
	return false
}

func together(a, b *identify.Mention) bool {
	if direct(a.Type) || direct(b.Type) {
		return a.Type == b.Type && (a.Type != verdict.Person || sameName(a.Value, b.Value))
	}
	return a.Part == b.Part
}

// sameName reports whether two names share a word of more than one letter.
func sameName(a, b string) bool {
	other := strings.Fields(strings.ToLower(b))
	for _, w := range strings.Fields(strings.ToLower(a)) {
		if len(w) > 1 && slices.Contains(other, w) {
			return true
		}
	}
	return false
}
