package text

import (
	"strings"
	"unicode/utf8"
)

// word cuts what starts with a letter or digit at byte i: an address, a word
// or a number.
func (s *scanner) word(i int) int {
	if end := s.ordinary(i); end > i {
		s.emit(Word, i, end, "", 0)
		return s.clitic(end)
	}
	if end := s.address(i); end > i {
		return end
	}
	if end := s.undisguise(i); end > i {
		return end
	}
	if c := s.text[i]; isASCIIDigit(c) || c >= utf8.RuneSelf && isDigit(firstRune(s.text[i:])) {
		return s.number(i)
	}
	end := s.letters(i)
	s.emit(Word, i, end, "", 0)
	return s.clitic(end)
}

// ordinary gives the end of a word at byte i of two ASCII letters or more with
// nothing after it that could make it an address, l33t or spaced letters; i
// where it takes a closer look.
func (s *scanner) ordinary(i int) int {
	end := i
	for end < len(s.text) && isASCIILetter(s.text[end]) {
		end++
	}
	if end < i+2 {
		return i
	}
	if end == len(s.text) {
		return end
	}
	switch s.text[end] {
	case ' ', '\n', ',', ';', ')', '"', '?':
		return end
	}
	return i
}

// letters finds the end of the word at byte i: letters, marks, digits, and
// apostrophes between letters unless they begin a clitic.
func (s *scanner) letters(i int) int {
	for i < len(s.text) {
		c := s.text[i]
		switch {
		case isASCIILetter(c) || isASCIIDigit(c):
			i++
		case c == '\'' || c == '`':
			if i+1 >= len(s.text) || !isLetter(firstRune(s.text[i+1:])) || s.cliticAt(i) > i {
				return i
			}
			i++
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(s.text[i:])
			if !isLetter(r) && !isDigit(r) && !isMark(r) {
				return i
			}
			i += size
		default:
			return i
		}
	}
	return i
}

// cliticAt gives the end of the clitic at byte i, or i where none is.
func (s *scanner) cliticAt(i int) int {
	if i >= len(s.text) || s.text[i] != '\'' && s.text[i] != '`' {
		return i
	}
	if i+1 < len(s.text) && s.text[i+1]|0x20 == 's' && !s.wordAt(i+2) && s.marks(i+2) == i+2 {
		return i + 2
	}
	if s.text[i] == '\'' && i > 0 && s.text[i-1]|0x20 == 's' && !s.wordAt(i+1) && !s.single {
		return i + 1
	}
	return i
}

// clitic cuts the clitic after the word that ended at byte i.
func (s *scanner) clitic(i int) int {
	end := s.cliticAt(i)
	if end > i {
		loose := "'"
		if end > i+1 {
			loose = "'s"
		}
		s.emit(Clitic, i, end, loose, 0)
	}
	return end
}

// apostrophe cuts a mark that is no part of a word, and follows whether a
// single quotation is open.
func (s *scanner) apostrophe(i int) int {
	if n := len(s.cuts); n > 0 && s.cuts[n-1].end == i && s.doc.Tokens[n-1].Kind != Punct {
		s.single = false
	} else if s.wordAt(i + 1) {
		s.single = true
	}
	s.emit(Punct, i, s.marks(i+1), "'", 0)
	return s.marks(i + 1)
}

// number cuts a number with its inner marks and ordinal ending, and the unit
// that is glued to it; digits and letters in any other mix are one word.
func (s *scanner) number(i int) int {
	end := s.digits(i)
	for end+1 < len(s.text) && strings.IndexByte(".,:/", s.text[end]) >= 0 && s.digits(end+1) > end+1 {
		end = s.digits(end + 1)
	}
	tail := s.letters(end)
	rest := s.text[end:tail]
	switch {
	case rest == "":
	case isOrdinal(rest):
		end = tail
	case isUnit(rest) || wordCost(strings.ToLower(rest)) > 0:
		s.emit(Number, i, end, "", 0)
		return s.unit(end, tail)
	case strings.IndexByte(s.text[i:end], '.') < 0 && strings.IndexByte(s.text[i:end], ',') < 0:
		s.emit(Word, i, tail, "", 0)
		return s.clitic(tail)
	default:
		s.emit(Number, i, end, "", 0)
		s.emit(Word, end, tail, "", 0)
		return s.clitic(tail)
	}
	end = s.marks(end)
	s.emit(Number, i, end, "", 0)
	return s.clitic(end)
}

// unit cuts the word [start,end) that is glued to a number; y/o is one word.
func (s *scanner) unit(start, end int) int {
	loose := ""
	if oldEnd := s.yearsOld(start); oldEnd > start {
		end, loose = oldEnd, "yo"
	}
	s.emit(Word, start, end, loose, 0)
	return s.clitic(end)
}

// yearsOld gives the end of y/o or y.o. at byte i, or i.
func (s *scanner) yearsOld(i int) int {
	if !hasPrefixFold(s.text[i:], "y/o") && !hasPrefixFold(s.text[i:], "y.o") || s.wordAt(i+3) {
		return i
	}
	if end := i + 4; s.text[i+1] == '.' && end <= len(s.text) && s.text[end-1] == '.' && !s.endsThere(end) {
		return end
	}
	return i + 3
}

func (s *scanner) digits(i int) int {
	for i < len(s.text) {
		if isASCIIDigit(s.text[i]) {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if r < utf8.RuneSelf || !isDigit(r) {
			break
		}
		i += size
	}
	return i
}

func isOrdinal(s string) bool {
	return len(s) == 2 && strings.Contains(" st nd rd th ", " "+strings.ToLower(s)+" ")
}

// units are the endings written onto a number in posts and notes.
const units = " yo yof yom y yr yrs year years old mo mos month months wk wks week weeks d day days " +
	"h hr hrs hour hours m min mins minute minutes s sec secs f am pm a p ish x k th " +
	"mg mcg ug g gm kg lb lbs oz ml cc l cm mm km mi ft in bpm mph "

func isUnit(s string) bool {
	return len(s) <= 7 && strings.Contains(units, " "+strings.ToLower(s)+" ")
}
