package identify

import (
	"secondlook/internal/policy"
	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// Own are the public names of an agency's buildings and programs. It is
// immutable.
type Own struct {
	byFirst map[string][]ownName
}

type ownName struct {
	words   []string
	capital []bool // the words that were written with a capital
	anyCase bool   // two telling words or more: the name is one however it is written
	mention verdict.SpanType
	part    verdict.Part
	value   string
}

// NewOwn reads names as drafts are read.
func NewOwn(names []policy.PublicName) *Own {
	o := &Own{byFirst: map[string][]ownName{}}
	for _, n := range names {
		name := ownName{mention: verdict.Facility, part: verdict.PartOwn}
		if n.Program {
			name.mention = verdict.Organization
		}
		if n.Reveals {
			name.part = verdict.PartHealth
		}
		telling := 0
		doc := text.Read(n.Text)
		for i := range doc.Tokens {
			t := &doc.Tokens[i]
			if t.Kind > text.Clitic {
				continue
			}
			capital := t.Has(text.Capital) || t.Has(text.AllCaps)
			name.words, name.capital = append(name.words, t.Word), append(name.capital, capital)
			if capital || t.Kind == text.Number {
				telling++
			}
			name.value += t.Word + " "
		}
		if len(name.words) == 0 {
			continue
		}
		name.anyCase = telling >= 2
		o.byFirst[name.words[0]] = append(o.byFirst[name.words[0]], name)
	}
	return o
}

// Add returns the mentions of a draft with those of the agency's own names. A
// name of one word counts only where it is written with its capital: "the Bend"
// is a house, the bend of a road is not.
func (o *Own) Add(doc *text.Doc, mentions []Mention) []Mention {
	if o == nil || len(o.byFirst) == 0 {
		return mentions
	}
	var own []Mention
	for i := range doc.Tokens {
		for k := range o.byFirst[doc.Tokens[i].Word] {
			n := &o.byFirst[doc.Tokens[i].Word][k]
			if last := n.at(doc, i); last > 0 {
				own = append(own, Mention{
					Span: doc.Cover(i, last), First: i, Last: last, Type: n.mention, Part: n.part, Value: n.value, Sure: 950,
				})
			}
		}
	}
	if len(own) == 0 {
		return mentions
	}
	return resolve(append(own, mentions...))
}

// at returns the token after the name that begins at token i, 0 for none.
func (n *ownName) at(doc *text.Doc, i int) int {
	for w := range n.words {
		for w > 0 && i < len(doc.Tokens) && doc.Tokens[i].Kind == text.Punct {
			i++
		}
		if i >= len(doc.Tokens) || doc.Tokens[i].Word != n.words[w] {
			return 0
		}
		if t := &doc.Tokens[i]; n.capital[w] && !n.anyCase && !t.Has(text.Capital) && !t.Has(text.AllCaps) {
			return 0
		}
		i++
	}
	return i
}
