package text

import "strings"

// sigil cuts a handle, hashtag or l33t word that starts with the sign at byte
// i; it returns i where there is none.
func (s *scanner) sigil(i int) int {
	if i > 0 && s.endsWord(i) {
		return i
	}
	switch s.text[i] {
	case '@':
		return s.handle(i)
	case '#':
		return s.hashtag(i)
	}
	if i+1 < len(s.text) && isASCIILetter(s.text[i+1]) {
		return s.leet(i)
	}
	return i
}

// endsWord reports whether a token other than a mark, a break or a piece of a
// hashtag ends at byte i.
func (s *scanner) endsWord(i int) bool {
	n := len(s.cuts)
	if n == 0 || s.cuts[n-1].end != i {
		return false
	}
	t := &s.doc.Tokens[n-1]
	return t.Kind != Punct && t.Kind != Break && t.Kind != Emoji && !t.Has(Hashtag)
}

// hashtag cuts #ThreeSmallWords and #threesmallwords into words.
func (s *scanner) hashtag(i int) int {
	end, lettered := i+1, false
	for end < len(s.text) && (s.wordAt(end) || s.text[end] == '_') {
		lettered = lettered || !isASCIIDigit(s.text[end]) && s.text[end] != '_'
		end = s.pieceEnd(end)
	}
	if !lettered {
		return i
	}
	if s.oneCase(i+1, end) && s.segmented(i+1, end) {
		return end
	}
	for at := i + 1; at < end; {
		to := s.pieceEnd(at)
		switch piece := s.text[at:to]; {
		case piece == "_":
		case isASCIIDigit(piece[0]):
			s.emit(Number, at, to, "", Hashtag)
		case !s.segmented(at, to):
			s.emit(Word, at, to, "", Hashtag)
		}
		at = to
	}
	return end
}

// oneCase reports whether the capitals of [start,end) do not part it into
// known words, so that it is better read as a whole.
func (s *scanner) oneCase(start, end int) bool {
	if end-start > maxSegmented {
		return false
	}
	for at := start; at < end; at = s.pieceEnd(at) {
		if !isWord(strings.ToLower(s.text[at:s.pieceEnd(at)])) {
			return true
		}
	}
	return false
}

// segmented cuts one piece of a hashtag where known words cover it.
func (s *scanner) segmented(start, end int) bool {
	letters := strings.ToLower(s.text[start:end])
	if len(letters) != end-start || isWord(letters) {
		return false
	}
	var room [maxSegmented]int
	from := 0
	for _, to := range segment(letters, room[:0]) {
		s.emit(Word, start+from, start+to, "", Hashtag)
		from = to
	}
	return from > 0
}

// pieceEnd gives the end of the piece of a hashtag at byte i: an underscore,
// leading digits, or letters (with digits after them) up to a new capital.
func (s *scanner) pieceEnd(i int) int {
	t, start := s.text, i
	switch {
	case t[i] == '_':
		return i + 1
	case isASCIIDigit(t[i]):
		return s.digits(i)
	}
	for i < len(t) && s.wordAt(i) {
		if i > start && isASCIIUpper(t[i]) {
			lower := !isASCIIUpper(t[i-1])
			next := i+1 < len(t) && t[i+1] >= 'a' && t[i+1] <= 'z'
			if lower || next && !(t[i+1] == 's' && !s.wordAt(i+2)) {
				return i
			}
		}
		if i > start && isASCIIDigit(t[i-1]) && isASCIILetter(t[i]) {
			return i
		}
		i++
		for i < len(t) && t[i]&0xc0 == 0x80 {
			i++
		}
		i = s.marks(i)
	}
	return i
}
