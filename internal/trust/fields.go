package trust

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
)

// maxNumber is the largest number in a note: JSON keeps whole numbers up to
// here in every browser.
const maxNumber = 1<<53 - 1

// fields reads the lines of a note's text, in the order the format has them.
// After the first fault it stands still.
type fields struct {
	part  string
	known []string // names this format has
	rest  []byte
	err   *Refusal
}

// open reads the first line, "secondlook part v1".
func (f *fields) open(text []byte) {
	f.rest = text
	line, _ := f.line()
	version, ok := strings.CutPrefix(line, "secondlook "+f.part+" v")
	n, number := parseNumber(version)
	switch {
	case !ok || !number:
		f.fail(ReasonMalformed)
	case n != 1:
		f.fail(ReasonVersion)
	}
}

func (f *fields) fail(r Reason) {
	if f.err == nil {
		f.err = refuse(f.part, r)
	}
}

// line returns the next line without its LF.
func (f *fields) line() (string, bool) {
	line, rest, ok := bytes.Cut(f.rest, []byte("\n"))
	if ok {
		f.rest = rest
	}
	return string(line), ok
}

// next reports whether the next line is name's.
func (f *fields) next(name string) bool {
	return f.err == nil && bytes.HasPrefix(f.rest, []byte(name+" "))
}

// text returns the value of the next line, which has to be name's.
func (f *fields) text(name string) string {
	if !f.next(name) {
		f.fail(f.unexpected())
		return ""
	}
	line, _ := f.line()
	value := line[len(name)+1:]
	if value == "" || len(value) > maxLine || value != strings.Trim(value, " ") {
		f.fail(ReasonMalformed)
	}
	return value
}

// unexpected says why the next line is not the one that was to come.
func (f *fields) unexpected() Reason {
	if len(f.rest) == 0 {
		return ReasonTruncated
	}
	line, _, _ := bytes.Cut(f.rest, []byte("\n"))
	name, _, _ := strings.Cut(string(line), " ")
	if slices.Contains(f.known, name) {
		return ReasonMalformed
	}
	return ReasonUnknownField
}

func (f *fields) number(name string, least, most int64) int64 {
	n, ok := parseNumber(f.text(name))
	if !ok || n < least || n > most {
		f.fail(ReasonMalformed)
	}
	return n
}

func (f *fields) hash(name string) string {
	s := f.text(name)
	if !validHash(s) {
		f.fail(ReasonMalformed)
	}
	return s
}

func (f *fields) agency() string {
	s := f.text("agency")
	if !ValidAgency(s) {
		f.fail(ReasonMalformed)
	}
	return s
}

func (f *fields) key(name string) Key {
	k, err := ParseKey(f.text(name))
	if err != nil {
		f.fail(ReasonMalformed)
	}
	return k
}

// end is after the last field.
func (f *fields) end() error {
	if f.err == nil && len(f.rest) > 0 {
		f.fail(f.unexpected())
	}
	if f.err != nil {
		return f.err
	}
	return nil
}

// parseNumber reads a whole number, 0 or more, without leading zeros.
func parseNumber(s string) (int64, bool) {
	if s == "" || (s[0] == '0' && len(s) > 1) {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
	}
	n, err := strconv.ParseInt(s, 10, 64)
	return n, err == nil && n <= maxNumber
}

func validHash(s string) bool {
	if len(s) != 64 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// ValidAgency reports whether s can be an agency's id: small letters, digits
// and dashes between them, at most 64.
func ValidAgency(s string) bool {
	if s == "" || len(s) > maxName || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

// ValidLine reports whether s can be the value of a line that people read:
// at most 500 bytes, one line, nothing hidden in it.
func ValidLine(s string) bool {
	return s != "" && len(s) <= maxLine && s == strings.Trim(s, " ") && !strings.Contains(s, "\n") && plainText([]byte(s))
}

// lines writes what fields reads.
type lines []byte

func begin(part string) lines { return lines("secondlook " + part + " v1\n") }

func (l *lines) text(name, value string) { *l = append(*l, name+" "+value+"\n"...) }
func (l *lines) number(name string, n int64) {
	l.text(name, strconv.FormatInt(n, 10))
}
