package rules

import (
	"slices"
	"strings"

	"secondlook/internal/policy"
	"secondlook/internal/text"
)

// Masks finds numbers by their form: HC-####-###. It is immutable.
type Masks struct {
	masks []mask // sorted by their first byte, '#' and '@' among them
}

type mask struct {
	rule int    // index into Bundle.Rules
	form []byte // '#', '@', small letters, digits, and ' ' for any mark that may stand there or not
}

// NewMasks collects the mask rules of b.
func NewMasks(b *policy.Bundle) *Masks {
	m := &Masks{}
	for i := range b.Rules {
		if b.Rules[i].Kind != policy.MaskList {
			continue
		}
		for _, s := range b.Rules[i].Lists[0] {
			m.masks = append(m.masks, mask{i, form(s)})
		}
	}
	slices.SortStableFunc(m.masks, func(a, b mask) int { return int(a.form[0]) - int(b.form[0]) })
	return m
}

func form(s string) []byte {
	f := []byte(strings.ToLower(s))
	for i, c := range f {
		if strings.IndexByte("-/.", c) >= 0 {
			f[i] = ' '
		}
	}
	return f
}

// Code is a number that fits a mask.
type Code struct {
	Rule int // index into Bundle.Rules
	text.Span
}

// Find returns the codes of a draft, in order of their place. A code begins and
// ends where no letter and no digit is its neighbour.
func (m *Masks) Find(doc *text.Doc, b *Budget) (out []Code) {
	if len(m.masks) == 0 {
		return nil
	}
	s := doc.Plain.Text
	for i := 0; i < len(s) && *b > 0; i++ {
		if !alnum(s[i]) || i > 0 && alnum(s[i-1]) {
			continue
		}
		for _, first := range [...]byte{low(s[i]), class(s[i])} {
			at, _ := slices.BinarySearchFunc(m.masks, first, func(k mask, c byte) int { return int(k.form[0]) - int(c) })
			for ; at < len(m.masks) && m.masks[at].form[0] == first; at++ {
				if end := fits(s, i, m.masks[at].form, b); end > 0 {
					out = append(out, Code{m.masks[at].rule, doc.Plain.Span(i, end)})
				}
			}
		}
	}
	return out
}

// fits returns where the code that begins at i ends, 0 where there is none.
func fits(s string, i int, form []byte, b *Budget) int {
	for _, f := range form {
		*b--
		if f == ' ' {
			i += mark(s, i)
			continue
		}
		if i >= len(s) || low(s[i]) != f && class(s[i]) != f {
			return 0
		}
		i++
	}
	if i < len(s) && alnum(s[i]) {
		return 0
	}
	return i
}

// mark is how many bytes the mark between two parts of a code has, 0 for none.
func mark(s string, i int) int {
	if i < len(s) && strings.IndexByte(" -/.:_", s[i]) >= 0 {
		return 1
	}
	for _, dash := range [...]string{"‐", "‑", "–", "—", "−"} {
		if strings.HasPrefix(s[i:], dash) {
			return len(dash)
		}
	}
	return 0
}

func low(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// class is the sign of a mask that stands for c.
func class(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return '#'
	case alnum(c):
		return '@'
	}
	return 0
}

func alnum(c byte) bool {
	c = low(c)
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80
}
