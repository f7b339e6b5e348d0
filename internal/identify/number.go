package identify

import (
	"strings"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// run is a chain of groups of digits that people write as one number, in the
// plain view: "(415) 555-0134", "2 1 9 - 0 9 - 9 9 9 9", "+44 7700 900123".
type run struct {
	start, end int // bytes of the plain view, the brackets and the plus included
	groups     []group
	plus       bool // it begins with a plus
	open       bool // it begins with a bracket
	spread     bool // every digit stood by itself
}

type group struct {
	start, end int
	before     byte // the mark before it: one of " -./)" or 0
}

// shape reports whether the groups have these lengths.
//
//go:noinline
func (n *run) shape(lengths ...int) bool {
	if len(n.groups) != len(lengths) {
		return false
	}
	for k, l := range lengths {
		if n.length(k) != l {
			return false
		}
	}
	return true
}

// value is the digits alone.
func (n *run) value(s string) string {
	var b strings.Builder
	for _, g := range n.groups {
		for i := g.start; i < g.end; i++ {
			if s[i] != ' ' {
				b.WriteByte(s[i])
			}
		}
	}
	return b.String()
}

// numbers reads every chain of digits of the plain view once and asks what
// its shape says.
func (r *reader) numbers() {
	s := r.doc.Plain.Text
	var groups [24]group
	for i := 0; i < len(s); {
		if !digit(s[i]) {
			i++
			continue
		}
		n := chain(s, i, groups[:0])
		i = max(n.end, n.groups[len(n.groups)-1].end)
		if boundedLeft(s, n.start) && boundedRight(s, n.end) {
			r.numeral(s, &n)
		}
	}
}

// numeral reports what a chain of digits is.
func (r *reader) numeral(s string, n *run) {
	if r.ssn(s, n) {
		return
	}
	r.phone(s, n)
}

func digit(c byte) bool  { return c >= '0' && c <= '9' }
func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func boundedLeft(s string, i int) bool {
	return i == 0 || !letter(s[i-1]) && s[i-1] != '$' && s[i-1] < 0x80 && !(s[i-1] == '-' && i > 1 && (letter(s[i-2]) || digit(s[i-2]))) || i > 0 && s[i-1] >= 0x80 && !currency(s[:i])
}

func boundedRight(s string, i int) bool {
	if i+1 < len(s) && s[i] == 'x' && digit(s[i+1]) {
		return true // an extension
	}
	return i >= len(s) || !letter(s[i]) && s[i] != '%' && !(s[i] == '-' && i+1 < len(s) && letter(s[i+1]))
}

func currency(s string) bool {
	return strings.HasSuffix(s, "£") || strings.HasSuffix(s, "€") || strings.HasSuffix(s, "¥")
}

// chain reads the groups that begin with the digit at byte i. At most
// cap(groups) are joined, so that a long row of digits stays linear.
func chain(s string, i int, groups []group) run {
	n := run{start: i}
	if i > 0 && s[i-1] == '(' {
		n.start, n.open = i-1, true
	}
	if n.start > 0 && s[n.start-1] == '+' {
		n.start, n.plus = n.start-1, true
	}
	mark := byte(0)
	for len(groups) < cap(groups) {
		end := i
		for end < len(s) && digit(s[end]) {
			end++
		}
		groups = append(groups, group{i, end, mark})
		n.end = end
		var next int
		if next, mark = joint(s, end); next == 0 {
			break
		}
		i = next
	}
	n.groups = gather(groups, &n)
	return n
}

// joint gives where the next group begins and the mark between, 0 where the
// number ends at byte i.
func joint(s string, i int) (int, byte) {
	mark, at := byte(0), i
	for at < len(s) && at < i+4 {
		switch c := s[at]; {
		case digit(c):
			return at, mark
		case c == ' ':
			mark = max(mark, ' ')
		case (c == '-' || c == '.' || c == '/' || c == ')' || c == '(') && mark <= ' ':
			mark = max(c, '!')
		case c == '-' && mark == ')' || c == '(' && mark <= ' ':
		default:
			if strings.HasPrefix(s[at:], "–") || strings.HasPrefix(s[at:], "‑") || strings.HasPrefix(s[at:], "‐") {
				mark, at = '-', at+2
				break
			}
			return 0, 0
		}
		at++
	}
	return 0, 0
}

// gather joins digits that stand one by one: "2 1 9 - 0 9" is 219-09.
func gather(groups []group, n *run) []group {
	if len(groups) < 7 {
		return groups
	}
	for _, g := range groups {
		if g.end-g.start != 1 {
			return groups
		}
	}
	n.spread = true
	out := groups[:1]
	for _, g := range groups[1:] {
		if g.before == ' ' {
			out[len(out)-1].end = g.end
		} else {
			out = append(out, g)
		}
	}
	return out
}

// length is the number of digits of group k.
func (n *run) length(k int) int {
	l := n.groups[k].end - n.groups[k].start
	if n.spread {
		return (l + 1) / 2
	}
	return l
}

// ssn reports a chain of the form 3-2-4 and nine digits after a word for it.
func (r *reader) ssn(s string, n *run) bool {
	said := r.said(n.start, ssnWordClass, 5)
	nine := n.digits() == 9 && said
	form := n.shape(3, 2, 4) && n.groups[1].before == n.groups[2].before && n.groups[1].before != '/' && !n.plus
	v := n.value(s)
	if !nine && !form || strings.HasPrefix(v, "000") {
		if n.digits() == 4 && (said || r.said(n.start, lastFourClass, 4) && r.said(n.start, ssnWordClass, 9)) {
			r.emitBytes(n.start, n.end, verdict.SSN, verdict.NoPart, v, 800).Direct = true
			return true
		}
		return false
	}
	r.emitBytes(n.groups[0].start, n.end, verdict.SSN, verdict.NoPart, v, 950).Direct = true
	return true
}

// digits counts the digits.
func (n *run) digits() int {
	sum := 0
	for k := range n.groups {
		sum += n.length(k)
	}
	return sum
}

// said reports whether a word of the class stands in the few tokens before
// byte at of the plain view: in the same line, or under it where that line
// ends with a colon.
func (r *reader) said(at int, c class, within int) bool {
	i := r.tokenAt(r.doc.Plain.Span(at, at+1).Start)
	for k := 1; k <= within && r.in(i-k); k++ {
		if r.tok[i-k].Kind == text.Break && !r.is(i-k-1, ":") {
			return false
		}
		if _, e := r.match(i-k, c); e != nil {
			return true
		}
	}
	return false
}
