package text

import "strings"

// spaced cuts single letters that are s p a c e d, d-a-s-h-e-d or d.o.t.t.e.d
// into the words they spell; it returns i where there are none.
func (s *scanner) spaced(i int) int {
	end, n := s.letterRun(i)
	if n < 2 {
		return i
	}
	sep := s.text[i+1]
	if n == 2 {
		if sep != '-' && sep != '*' && sep != '_' || !s.besideRun(i, end, sep) {
			return i
		}
		s.emitLetters(i, end, Disguised)
		return end
	}
	run := s.text[i:end]
	letters := strings.ToLower(strings.ReplaceAll(run, run[1:2], ""))
	flags := Disguised
	switch sep {
	case ' ':
		if !spells(run, letters) {
			return i
		}
	case '.':
		if run == strings.ToUpper(run) {
			flags = 0 // an acronym: U.S.A.
			if n == 3 && s.nameAfter(end) {
				return i // initials: J.R.R. Tolkien
			}
		}
	}
	s.emitLetters(i, end, flags)
	return end
}

// letterRun gives the end of the single ASCII letters at byte i that one and
// the same separator keeps apart, and their number.
func (s *scanner) letterRun(i int) (end, n int) {
	t := s.text
	if !isASCIILetter(t[i]) || i+2 >= len(t) || strings.IndexByte(" -.*_", t[i+1]) < 0 || i > 0 && t[i-1] == '\'' {
		return i, 0
	}
	sep := t[i+1]
	for i < len(t) && isASCIILetter(t[i]) && !s.wordAt(i+1) && !s.apostropheAt(i+1) {
		n++
		end = i + 1
		if end >= len(t) || t[end] != sep {
			break
		}
		i = end + 1
	}
	return end, n
}

func (s *scanner) apostropheAt(i int) bool {
	return i < len(s.text) && s.text[i] == '\'' && s.wordAt(i+1)
}

// besideRun reports whether a run of three or more letters with the same
// separator stands one space before or after [start,end): m-y c-l-i-e-n-t.
func (s *scanner) besideRun(start, end int, sep byte) bool {
	if start > 0 && s.joined == start-1 && s.text[start-1] == ' ' {
		return true
	}
	if end+1 >= len(s.text) || s.text[end] != ' ' {
		return false
	}
	next := s.text[end+1:]
	return len(next) >= 5 && isASCIILetter(next[0]) && next[1] == sep && isASCIILetter(next[2]) && next[3] == sep &&
		isASCIILetter(next[4]) && !s.wordAt(end+6)
}

// nameAfter reports whether a capitalised word follows, maybe after a stop.
func (s *scanner) nameAfter(i int) bool {
	rest := strings.TrimLeft(s.text[min(i, len(s.text)):min(i+3, len(s.text))], ". ")
	at := min(i+3, len(s.text)) - len(rest)
	return rest != "" && isASCIIUpper(rest[0]) && at+1 < len(s.text) && s.text[at+1] >= 'a' && s.text[at+1] <= 'z'
}

// spells reports whether letters with spaces between are meant as one word,
// rather than a list of letters (a b c) or short forms (y r u).
func spells(run, letters string) bool {
	if strings.Contains("abcdefghijklmnopqrstuvwxyz", letters) || hasLongRun(letters) && len(letters) < 5 {
		return false
	}
	return len(letters) > 3 || wordCost(letters) > 0 || run == strings.ToUpper(run)
}

// emitLetters cuts [start,end), letters with a separator after each but the
// last, into known words, or else makes them one word.
func (s *scanner) emitLetters(start, end int, flags Flags) {
	run := s.text[start:end]
	letters := strings.ToLower(strings.ReplaceAll(run, run[1:2], ""))
	var room [maxSegmented]int
	ends := segment(letters, room[:0])
	if ends == nil || flags == 0 {
		ends = append(room[:0], len(letters))
	}
	from := 0
	for _, to := range ends {
		s.emit(Word, start+2*from, start+2*to-1, letters[from:to], flags)
		from = to
	}
	s.joined = end
}

// dots are the two-letter abbreviations that are one word with their stops.
const dots = " a.m p.m e.g i.e u.s u.k d.c m.d r.n e.r i.d l.a p.o "

// dotted cuts a two-letter abbreviation with its stops: p.m.
func (s *scanner) dotted(i int) int {
	t := s.text
	if i+3 > len(t) || t[i+1] != '.' || !isASCIILetter(t[i+2]) || s.wordAt(i+3) || s.apostropheAt(i+3) {
		return i
	}
	pair := strings.ToLower(t[i : i+3])
	if !strings.Contains(dots, " "+pair+" ") {
		return i
	}
	end := i + 3
	if end < len(t) && t[end] == '.' && !s.wordAt(end+1) && !s.endsThere(end+1) {
		end++
	}
	s.emit(Word, i, end, pair[:1]+pair[2:], 0)
	return end
}

// endsThere reports whether a sentence seems to end before byte i: the text
// does, or a capitalised word or a new line follows.
func (s *scanner) endsThere(i int) bool {
	for i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t') {
		i++
	}
	return i >= len(s.text) || isNewline(s.text[i]) || isASCIIUpper(s.text[i])
}
