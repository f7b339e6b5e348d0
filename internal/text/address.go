package text

import "strings"

// address cuts a web or e-mail address at byte i; it returns i where there is
// none.
func (s *scanner) address(i int) int {
	if n := len(s.cuts); n > 0 && s.cuts[n-1].end == i && !s.hyphen {
		if k := s.doc.Tokens[n-1].Kind; k != Punct && k != Break {
			return i // in the middle of a word
		}
	}
	if end := s.site(i); end > i {
		s.emit(URL, i, end, "", 0)
		return end
	}
	if end := s.mail(i); end > i {
		s.emit(Email, i, end, "", 0)
		return end
	}
	return i
}

// handle cuts @name, @name.site.tld and @name@site.tld.
func (s *scanner) handle(i int) int {
	end := i + 1
	for end < len(s.text) {
		c := s.text[end]
		switch {
		case c == '_' || s.wordAt(end):
			end++
			for end < len(s.text) && s.text[end]&0xc0 == 0x80 {
				end++
			}
		case (c == '.' || c == '-' || c == '@') && end > i+1 && end+1 < len(s.text) && isLowerOrDigit(s.text[end+1]):
			end++
		default:
			if end == i+1 {
				return i
			}
			s.emit(Handle, i, end, "", 0)
			return end
		}
	}
	if end > i+1 {
		s.emit(Handle, i, end, "", 0)
		return end
	}
	return i
}

func isLowerOrDigit(c byte) bool { return c >= 'a' && c <= 'z' || isASCIIDigit(c) }

// mail gives the end of the e-mail address at byte i, or i.
func (s *scanner) mail(i int) int {
	if i < s.noMail {
		return i
	}
	at := i
	for at < len(s.text) && at-i <= 64 && isMailByte(s.text[at]) {
		at++
	}
	if at < len(s.text) && s.text[at] == '@' && at > i {
		if end, tld := s.domain(at + 1); tld != "" {
			return end
		}
	}
	s.noMail = at
	return i
}

func isMailByte(c byte) bool {
	return isASCIILetter(c) || isASCIIDigit(c) || strings.IndexByte("._%+-", c) >= 0
}

// domain gives the end of the host name at byte i and its last label, "" when
// it has no dot or its last label is no name.
func (s *scanner) domain(i int) (end int, tld string) {
	label, dots := i, 0
	for end = i; end < len(s.text) && end-i <= 253; end++ {
		c := s.text[end]
		if c == '.' && end > label && end+1 < len(s.text) && (isASCIILetter(s.text[end+1]) || isASCIIDigit(s.text[end+1])) {
			label = end + 1
			dots++
		} else if !isASCIILetter(c) && !isASCIIDigit(c) && c != '-' {
			break
		}
	}
	tld = s.text[min(label, len(s.text)):end]
	if dots == 0 || len(tld) < 2 || strings.IndexFunc(tld, func(r rune) bool { return !isLetter(r) }) >= 0 {
		return end, ""
	}
	return end, tld
}

// The last labels that make a bare name.tld an address, and those that do so
// only with a path, because they are words too.
const (
	sureTLDs  = " com org net edu gov mil info "
	pathTLDs  = " io co us uk ca au de fr me ly gg app dev social tv be gl it to news health care blog xyz link page "
	pathMarks = "/?#"
)

// site gives the end of the web address at byte i, or i.
func (s *scanner) site(i int) int {
	rest := s.text[i:]
	if hasPrefixFold(rest, "http://") || hasPrefixFold(rest, "https://") {
		return s.pathEnd(i)
	}
	if i < s.noSite {
		return i
	}
	end, tld := s.domain(i)
	if tld != "" && (end >= len(s.text) || s.text[end] != '@') {
		tld = " " + strings.ToLower(tld) + " "
		path := end < len(s.text) && strings.IndexByte(pathMarks, s.text[end]) >= 0
		if strings.Contains(sureTLDs, tld) || hasPrefixFold(rest, "www.") || path && strings.Contains(pathTLDs, tld) {
			return s.pathEnd(i)
		}
	}
	s.noSite = end
	return i
}

// pathEnd gives the end of the address at byte i: up to white space or a
// quotation mark, without closing punctuation.
func (s *scanner) pathEnd(i int) int {
	n := strings.IndexAny(s.text[i:], " \t\n\r\v\f\"<>")
	if n < 0 {
		n = len(s.text) - i
	}
	return i + len(strings.TrimRight(s.text[i:i+n], ".,!?:;)]}'*_…"))
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
