package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cut is where a token lies in the plain view, in bytes, and its loose form
// where that is more than a lower-case copy.
type cut struct {
	start, end int
	loose      string
}

// scanner cuts the plain view into tokens. Every look ahead is either bounded
// or remembered, so that a scan is linear.
type scanner struct {
	doc    *Doc
	text   string
	cuts   []cut
	hidden []int // bytes of the draft with a disguise undone, ascending
	hyphen bool  // the next token hangs on a hyphen
	single bool  // a single quotation mark is open in this paragraph
	noMail int   // no e-mail address starts before this byte
	noSite int   // no web address starts before this byte
	joined int   // where the last run of s p a c e d letters ended
}

func (s *scanner) scan() {
	s.doc.Tokens = make([]Token, 0, len(s.text)/4+4)
	s.cuts = make([]cut, 0, len(s.text)/4+4)
	for i := 0; i < len(s.text); {
		i = s.next(i)
	}
}

// next cuts what starts at byte i and returns where it ends.
func (s *scanner) next(i int) int {
	c := s.text[i]
	switch {
	case c == ' ' || c == '\t':
		return i + 1
	case isNewline(c):
		return s.newlines(i)
	case isASCIILetter(c) || isASCIIDigit(c):
		return s.word(i)
	case c >= utf8.RuneSelf:
		return s.beyond(i)
	case c == '@' || c == '#' || c == '$':
		if end := s.sigil(i); end > i {
			return end
		}
	case c == '-' || c == '_':
		if s.joins(i) {
			s.hyphen = true
			return i + 1
		}
	case c == '\'':
		return s.apostrophe(i)
	}
	return s.punct(i)
}

// beyond cuts what starts with a rune outside ASCII.
func (s *scanner) beyond(i int) int {
	r, size := utf8.DecodeRuneInString(s.text[i:])
	switch {
	case isLetter(r) || isDigit(r):
		return s.word(i)
	case isEmoji(r):
		return s.emojis(i)
	case isMark(r) || r == zeroWidthJoiner || unicode.IsSpace(r):
		return i + size
	}
	return s.punct(i)
}

func (s *scanner) newlines(i int) int {
	end := i
	for j := i; j < len(s.text); j++ {
		if isNewline(s.text[j]) {
			end = j + 1
		} else if s.text[j] != ' ' && s.text[j] != '\t' {
			break
		}
	}
	s.single = false
	s.emit(Break, i, end, "\n", 0)
	return end
}

// joins reports whether the hyphen at i ties two words together.
func (s *scanner) joins(i int) bool {
	n := len(s.cuts)
	if n == 0 || s.cuts[n-1].end != i || !s.wordAt(i+1) {
		return false
	}
	k := s.doc.Tokens[n-1].Kind
	return k == Word || k == Number || k == Clitic
}

// wordAt reports whether a letter or digit starts at byte i.
func (s *scanner) wordAt(i int) bool {
	if i >= len(s.text) {
		return false
	}
	if c := s.text[i]; c < utf8.RuneSelf {
		return isASCIILetter(c) || isASCIIDigit(c)
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	return isLetter(r) || isDigit(r)
}

// punct cuts one mark, or a run of a mark that people repeat.
func (s *scanner) punct(i int) int {
	_, size := utf8.DecodeRuneInString(s.text[i:])
	mark := s.text[i : i+size]
	end := i + size
	if strings.Contains(".!?-_*~=•—…,", mark) {
		for strings.HasPrefix(s.text[end:], mark) {
			end += size
		}
	}
	if mark == "." && end-i > 1 {
		mark = "…"
	}
	end = s.marks(end)
	s.emit(Punct, i, end, mark, 0)
	return end
}

// marks skips the combining marks and joiners that hang on what ended at i.
func (s *scanner) marks(i int) int {
	for i < len(s.text) && s.text[i] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if !isMark(r) && r != zeroWidthJoiner {
			break
		}
		i += size
	}
	return i
}

// emojis cuts one emoji: a grapheme of the plain view.
func (s *scanner) emojis(i int) int {
	_, size := utf8.DecodeRuneInString(s.text[i:])
	end := i + size
	regional := classOf(firstRune(s.text[i:])) == regionalClass
	for end < len(s.text) && s.text[end] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s.text[end:])
		k := classOf(r)
		if regional && k == regionalClass {
			regional = false
		} else if k == joinerClass {
			next, more := utf8.DecodeRuneInString(s.text[end+size:])
			if classOf(next) == pictureClass {
				size += more
			}
		} else if k != extendClass {
			break
		}
		end += size
	}
	s.emit(Emoji, i, end, s.text[i:end], 0)
	return end
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// emit appends a token. loose is its loose form, "" for a lower-case copy.
func (s *scanner) emit(kind Kind, start, end int, loose string, flags Flags) {
	span := s.doc.Plain.Span(start, end)
	n := len(s.cuts)
	if n > 0 {
		last := &s.doc.Tokens[n-1]
		if span.Start < last.End { // one grapheme on both sides: the first has it
			last.End = max(last.End, span.End)
			s.hyphen = false
			return
		}
		if s.hyphen {
			flags |= Hyphen
		} else if s.cuts[n-1].end == start && flags&Hashtag == 0 && kind != Break && last.Kind != Break {
			flags |= Glued
		}
	}
	s.hyphen = false
	plain := s.text[start:end]
	if kind == Word {
		flags |= caseOf(plain)
	}
	if loose == "" && (kind == Word || kind == Number && !isASCII(plain)) {
		bared := false
		if loose, bared = looseWord(plain); bared {
			flags |= Disguised
		}
	}
	for len(s.hidden) > 0 && s.hidden[0] < span.Start {
		s.hidden = s.hidden[1:]
	}
	if len(s.hidden) > 0 && s.hidden[0] < span.End && kind != Break {
		flags |= Disguised
	}
	s.doc.Tokens = append(s.doc.Tokens, Token{Span: span, Plain: plain, Kind: kind, Flags: flags})
	s.cuts = append(s.cuts, cut{start, end, loose})
}

// caseOf gives Capital or AllCaps.
func caseOf(word string) Flags {
	letters, upper, first := 0, 0, false
	for _, r := range word {
		if !isLetter(r) {
			continue
		}
		up := r < utf8.RuneSelf && isASCIIUpper(byte(r)) || r >= utf8.RuneSelf && unicode.IsUpper(r)
		if up {
			upper++
			first = first || letters == 0
		}
		letters++
	}
	switch {
	case letters > 1 && upper == letters:
		return AllCaps
	case first:
		return Capital
	}
	return 0
}
