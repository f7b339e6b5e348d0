package text

import "strings"

// maxLeet is the longest word that l33t is looked for in, in bytes.
const maxLeet = 40

// undisguise cuts a word written as l33t or as s p a c e d letters, or a
// dotted abbreviation, at byte i; it returns i where there is none.
func (s *scanner) undisguise(i int) int {
	if end := s.yearsOld(i); end > i {
		s.emit(Word, i, end, "yo", 0)
		return end
	}
	if end := s.spaced(i); end > i {
		return end
	}
	if end := s.dotted(i); end > i {
		return end
	}
	return s.leet(i)
}

// leet cuts a word at byte i in which digits and signs stand for letters.
func (s *scanner) leet(i int) int {
	end, letters, signs := s.leetEnd(i)
	if letters == 0 || signs == 0 || end-i < 3 || end-i > maxLeet {
		return i
	}
	word, ok := unleet(s.text[i:end], letters)
	if !ok {
		return i
	}
	s.emit(Word, i, end, word, Disguised)
	return s.clitic(end)
}

// leetEnd gives the end of the letters, digits and signs at byte i and counts
// the ASCII letters and the rest; no letters when it cannot be l33t.
func (s *scanner) leetEnd(i int) (end, letters, signs int) {
	end = i
	for end < len(s.text) && end-i <= maxLeet {
		c := s.text[end]
		switch {
		case isASCIILetter(c):
			letters++
		case isASCIIDigit(c):
			signs++
		case c == '$' && (end+1 >= len(s.text) || !isASCIIDigit(s.text[end+1])):
			signs++
		case (c == '@' || c == '!') && end > i && s.wordAt(end+1):
			signs++
		default:
			if s.wordAt(end) {
				return end, 0, 0 // goes on in another script
			}
			return end, letters, signs
		}
		end++
	}
	return end, letters, signs
}

// unleet gives the lower-case word that a l33t word stands for. It must be a
// known word, or long, in lower case and with single signs between letters,
// so that 4yo, MS3, covid19 and CW104 are left alone.
func unleet(plain string, letters int) (string, bool) {
	rest := strings.TrimLeft(plain, "0123456789")
	if isUnit(rest) || len(rest) < len(plain) && (wordCost(strings.ToLower(rest)) > 0 || len(rest) == 2 && isASCIIDigit(rest[1])) {
		return "", false // 4yo, 4West, 3v3
	}
	var in, out [maxLeet]byte
	n, single, capitals := 0, true, 0
	for ; n < len(plain); n++ {
		c := plain[n]
		in[n] = c
		if isASCIIUpper(c) {
			capitals++
			c |= 0x20
		}
		if out[n] = c; isASCIILetter(c) {
			continue
		}
		if out[n] = leetLetter(c); out[n] == 0 {
			return "", false
		}
		if n == 0 || n+1 == len(plain) || !isASCIILetter(plain[n-1]) || !isASCIILetter(plain[n+1]) || c == '!' || c == '@' {
			single = false
		}
	}
	if n == 3 && capitals > 1 {
		return "", false
	}
	word := string(out[:n])
	if isWord(word) {
		return word, true
	}
	if other, ok := withL(in[:n], out[:n]); ok {
		return other, true
	}
	if short := shorten(word); short != word && isWord(short) {
		return short, true
	}
	return word, single && letters >= 4 && capitals <= 1 && (n-letters)*2 <= letters
}

// withL reads each 1 and ! as an l instead of an i.
func withL(in, out []byte) (string, bool) {
	found := false
	for i, c := range in {
		if c == '1' || c == '!' {
			out[i], found = 'l', true
		}
	}
	return string(out), found && isWord(string(out))
}

// leetLetter is the letter a digit or sign stands for, or 0.
func leetLetter(c byte) byte {
	switch c {
	case '0':
		return 'o'
	case '1', '!':
		return 'i'
	case '3':
		return 'e'
	case '4', '@':
		return 'a'
	case '5', '$':
		return 's'
	case '7':
		return 't'
	}
	return 0
}

// shorten cuts each run of three or more of a letter to one (soooo, so), or
// to two where that alone is a known word or the more frequent one (goood,
// good). A word of one letter only (zzz, III) stays. The result keeps its case.
func shorten(s string) string {
	if !hasLongRun(s) {
		return s
	}
	one, two := cutRuns(s, 1), cutRuns(s, 2)
	if len(one) < 2 {
		return s
	}
	a, b := wordCost(strings.ToLower(one)), wordCost(strings.ToLower(two))
	if b > 0 && (a == 0 || b < a) {
		return two
	}
	return one
}

func hasLongRun(s string) bool {
	for i := 2; i < len(s); i++ {
		if s[i]|0x20 == s[i-1]|0x20 && s[i]|0x20 == s[i-2]|0x20 && isASCIILetter(s[i]) {
			return true
		}
	}
	return false
}

// cutRuns cuts runs of three or more of an ASCII letter to keep of them.
func cutRuns(s string, keep int) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		j := i + 1
		for isASCIILetter(s[i]) && j < len(s) && s[j]|0x20 == s[i]|0x20 {
			j++
		}
		n := j - i
		if n > 2 {
			n = keep
		}
		b = append(b, s[i:i+n]...)
		i = j
	}
	return string(b)
}
