package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many combining marks one grapheme keeps; the rest is zalgo.
const maxMarks = 8

// folder makes the plain view of a draft.
type folder struct {
	viewBuilder
	draft   string
	hidden  []int // bytes of the draft where something was disguised, ascending
	wordEnd int   // end of the word last looked at
	mixed   bool  // that word mixes Latin with Cyrillic or Greek
	marks   [4 * (maxMarks + 2)]byte
}

// foldPlain gives the plain view, and the offsets of look-alike letters and
// invisible marks it undid.
func foldPlain(draft string, e edges) (View, []int) {
	v := View{Text: draft, draft: draft, edge: e}
	if e == nil && strings.IndexFunc(draft, isInvisible) < 0 {
		return v, nil
	}
	f := folder{draft: draft}
	f.text = make([]byte, 0, len(draft))
	for i := 0; i < len(draft); {
		end := e.ceil(draft, i+1)
		f.grapheme(i, end)
		i = end
	}
	v.Text, v.parts = string(f.text), f.parts
	if v.parts == nil {
		v.parts = []part{{}} // everything was dropped
	}
	return v, f.hidden
}

// grapheme folds the grapheme at bytes [start,end).
func (f *folder) grapheme(start, end int) {
	r, size := utf8.DecodeRuneInString(f.draft[start:])
	if start >= f.wordEnd && isLetter(foldFancy(r)) {
		f.wordEnd, f.mixed = scriptsMix(f.draft, start)
	}
	switch {
	case start+size == end:
		f.single(r, start, end)
	case r == '\r':
		f.add(f.draft[start:end], start, end)
	case isEmoji(r):
		f.emoji(start, end)
	default:
		f.cluster(start, end)
	}
}

func (f *folder) single(r rune, start, end int) {
	if r < utf8.RuneSelf && !isInvisible(r) {
		f.add(f.draft[start:end], start, end)
		return
	}
	folded, drop := f.rune(r, start)
	switch {
	case drop:
	case folded == r:
		f.add(f.draft[start:end], start, end)
	default:
		f.add(string(folded), start, end)
	}
}

// rune folds one rune and notes where that undid a disguise.
func (f *folder) rune(r rune, at int) (rune, bool) {
	if isVariation(r) || r == 0x20e3 { // the frame of a keycap
		return 0, true
	}
	if isInvisible(r) {
		f.hidden = append(f.hidden, at)
		return 0, true
	}
	if folded := foldFancy(r); folded != r {
		f.hidden = append(f.hidden, at)
		r = folded
	}
	if f.mixed && at < f.wordEnd {
		if latin := lookAlike(r); latin != r {
			f.hidden = append(f.hidden, at)
			return latin, false
		}
	}
	return foldMark(r), false
}

// emoji keeps the joiners of an emoji, drops its variation marks and tags.
func (f *folder) emoji(start, end int) {
	var b []byte
	for i, r := range f.draft[start:end] {
		last := start+i+utf8.RuneLen(r) == end
		switch {
		case isVariation(r) || isTag(r):
		case r == zeroWidthJoiner && last:
		case isMark(r) && len(b) > 64:
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	f.add(string(b), start, end)
}

// cluster folds a base with its marks, composes it, and cuts a long tail.
func (f *folder) cluster(start, end int) {
	b := f.marks[:0]
	marks := 0
	for i, r := range f.draft[start:end] {
		if marks > maxMarks {
			break
		}
		folded, drop := f.rune(r, start+i)
		if drop {
			continue
		}
		if isMark(folded) {
			if marks++; marks > maxMarks {
				break
			}
		}
		b = utf8.AppendRune(b, folded)
	}
	f.add(compose(string(b), false), start, end)
}

// scriptsMix looks at the word at byte start: where it ends, and whether it
// mixes Latin letters with Cyrillic or Greek ones.
func scriptsMix(s string, start int) (end int, mixed bool) {
	latin, other := false, false
	for i, r := range s[start:] {
		r = foldFancy(r)
		switch {
		case r < utf8.RuneSelf && isASCIILetter(byte(r)):
			latin = true
		case unicode.In(r, unicode.Cyrillic, unicode.Greek):
			other = other || isLetter(r)
		case isLetter(r):
			latin = latin || unicode.Is(unicode.Latin, r)
		case isDigit(r) || isMark(r) || isInvisible(r):
		default:
			return start + i, latin && other
		}
	}
	return len(s), latin && other
}
