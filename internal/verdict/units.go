package verdict

import "unicode/utf8"

// stride is how many bytes of the draft lie between two entries of a units
// table: a look-up reads at most that many, and a table costs 1/16 of its draft.
const stride = 64

// units turns byte offsets of one draft into UTF-16 units. Building it reads
// the draft once; each look-up is then bounded, however many spans there are.
type units struct {
	source string
	marks  []int32 // marks[i] = units before the first rune edge at or after i*stride
	edges  []int32 // edges[i] = that rune edge, in bytes
}

// newUnits reads source; a draft that is ASCII throughout needs no table.
func newUnits(source string) units {
	u := units{source: source}
	if ascii(source) {
		return u
	}
	n := 0
	for i, r := range source {
		if i >= len(u.marks)*stride {
			u.marks = append(u.marks, int32(n))
			u.edges = append(u.edges, int32(i))
		}
		n += width(r)
	}
	return u
}

// at returns how many UTF-16 units lie before byte offset b. An offset past
// the end is the end; one inside a rune is the rune's start.
func (u *units) at(b int) int {
	b = clamp(b, len(u.source))
	if u.marks == nil {
		return b
	}
	k := min(b/stride, len(u.marks)-1)
	for k > 0 && int(u.edges[k]) > b {
		k--
	}
	n, i := int(u.marks[k]), int(u.edges[k])
	for i < b {
		r, size := utf8.DecodeRuneInString(u.source[i:])
		if i+size > b {
			break
		}
		n += width(r)
		i += size
	}
	return n
}

func width(r rune) int {
	if r >= 0x10000 {
		return 2
	}
	return 1
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func clamp(i, n int) int { return max(0, min(i, n)) }
