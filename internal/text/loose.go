package text

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// buildLoose makes the loose view out of the tokens and fills Token.Word.
func (d *Doc) buildLoose(cuts []cut) {
	plain := d.Plain.Text
	if !changed(d.Tokens, cuts) && isASCII(plain) {
		d.Loose = View{Text: lowerASCII(plain), draft: d.Source, edge: d.Plain.edge, below: &d.Plain}
		for i, c := range cuts {
			d.Tokens[i].Word = d.Loose.Text[c.start:c.end]
			if c.loose != "" {
				d.Tokens[i].Word = c.loose
			}
		}
		return
	}
	var b viewBuilder
	b.text = make([]byte, 0, len(plain))
	at := make([]int, len(cuts))
	end := 0
	for i, c := range cuts {
		b.gap(plain, end, c.start, d.Tokens[i].Has(Hashtag))
		at[i] = len(b.text)
		b.token(plain, c, d.Tokens[i].Kind)
		end = c.end
	}
	b.gap(plain, end, len(plain), false)
	d.Loose = View{Text: string(b.text), parts: b.parts, draft: d.Source, edge: d.Plain.edge, below: &d.Plain}
	for i, c := range cuts {
		t := &d.Tokens[i]
		switch {
		case t.Kind == Punct || t.Kind == Break:
			t.Word = c.loose
		case i+1 < len(cuts):
			t.Word = d.Loose.Text[at[i] : at[i]+looseLen(plain, c)]
		default:
			t.Word = d.Loose.Text[at[i] : at[i]+looseLen(plain, c)]
		}
	}
}

// changed reports whether a token's loose form has other letters than a lower-case
// copy, or a hashtag was cut.
func changed(tokens []Token, cuts []cut) bool {
	for i, c := range cuts {
		k := tokens[i].Kind
		if c.loose != "" && k != Punct && k != Break && k != Clitic || tokens[i].Has(Hashtag) {
			return true
		}
	}
	return false
}

func looseLen(plain string, c cut) int {
	if c.loose != "" {
		return len(c.loose)
	}
	return len(lowerText(plain[c.start:c.end]))
}

// token appends a token's loose form. Marks keep the length they have.
func (b *viewBuilder) token(plain string, c cut, kind Kind) {
	loose := c.loose
	if loose == "" || kind == Punct || kind == Break {
		loose = lowerText(plain[c.start:c.end])
	}
	b.add(loose, c.start, c.end)
}

// gap appends what lies between two tokens. Before a piece of a hashtag the
// sign goes and a space comes in.
func (b *viewBuilder) gap(plain string, start, end int, hashtag bool) {
	if !hashtag {
		b.add(plain[start:end], start, end)
		return
	}
	if end > start && plain[end-1] == '#' {
		b.add(plain[start:end-1], start, end-1)
		return
	}
	b.add(" ", start, end)
}

// lowerText is the lower-case copy of s, without an allocation where it has
// no capitals.
func lowerText(s string) string { return strings.ToLower(s) }

func lowerASCII(s string) string { return strings.ToLower(s) }

// looseWord is the loose form of a word where it is more than a lower-case
// copy, else "".
func looseWord(plain string) string {
	loose := plain
	if !isASCII(plain) {
		loose = stripMarks(norm.NFKC.String(plain))
	}
	if strings.IndexByte(loose, '`') >= 0 {
		loose = strings.ReplaceAll(loose, "`", "'")
	}
	loose = shorten(loose)
	if loose == plain {
		return ""
	}
	return strings.ToLower(loose)
}

// stripMarks drops the marks that did not compose with an ASCII letter: lines
// drawn through and over a word.
func stripMarks(s string) string {
	var b []byte
	bare := false
	for i, r := range s {
		if isMark(r) && bare {
			if b == nil {
				b = append(make([]byte, 0, len(s)), s[:i]...)
			}
			continue
		}
		bare = r < utf8.RuneSelf
		if b != nil {
			b = utf8.AppendRune(b, r)
		}
	}
	if b == nil {
		return s
	}
	return string(b)
}
