package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// buildLoose makes the loose view out of the tokens and fills Token.Word.
func (d *Doc) buildLoose(cuts []cut) {
	plain := d.Plain.Text
	if !changed(d.Tokens, cuts) && isASCII(plain) {
		d.Loose = View{Text: strings.ToLower(plain), draft: d.Source, edge: d.Plain.edge, below: &d.Plain}
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
	at := make([]Span, len(cuts)) // in the loose view
	end := 0
	for i, c := range cuts {
		b.gap(plain, end, c.start, d.Tokens[i].Has(Hashtag))
		at[i].Start = len(b.text)
		b.token(plain, c, d.Tokens[i].Kind)
		at[i].End = len(b.text)
		end = c.end
	}
	b.gap(plain, end, len(plain), false)
	d.Loose = View{Text: string(b.text), parts: b.parts, draft: d.Source, edge: d.Plain.edge, below: &d.Plain}
	for i, c := range cuts {
		t := &d.Tokens[i]
		if t.Kind == Punct || t.Kind == Break {
			t.Word = c.loose
			continue
		}
		t.Word = d.Loose.Text[at[i].Start:at[i].End]
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

// token appends a token's loose form. Marks keep the length they have.
func (b *viewBuilder) token(plain string, c cut, kind Kind) {
	loose := c.loose
	if loose == "" || kind == Punct || kind == Break {
		loose = strings.ToLower(plain[c.start:c.end])
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

// looseWord is the loose form of a word where it is more than a lower-case
// copy, else "", and whether lines drawn through the word were taken off.
func looseWord(plain string) (loose string, bared bool) {
	if isSettled(plain) {
		return "", false
	}
	loose = plain
	if !isASCII(plain) {
		composed := compose(plain, true)
		loose = stripMarks(composed)
		bared = len(loose) < len(composed)
	}
	if strings.IndexByte(loose, '`') >= 0 {
		loose = strings.ReplaceAll(loose, "`", "'")
	}
	loose = shorten(loose)
	if loose == plain {
		return "", false
	}
	return strings.ToLower(loose), bared
}

// isSettled reports whether looseWord has nothing to do: all ASCII, no grave
// accent, no letter three times in a row.
func isSettled(word string) bool {
	var before, last byte
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf || c == '`' || c|0x20 == last && last == before {
			return false
		}
		before, last = last, c|0x20
	}
	return true
}

// stripMarks drops the marks that did not compose with a Latin letter: lines
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
		bare = r < utf8.RuneSelf || unicode.Is(unicode.Latin, r)
		if b != nil {
			b = utf8.AppendRune(b, r)
		}
	}
	if b == nil {
		return s
	}
	return string(b)
}
