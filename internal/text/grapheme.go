package text

import (
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// edges is a bit per byte of a text, set where a grapheme starts. nil stands
// for an ASCII text, where only a line feed after a carriage return is no edge.
type edges []uint64

// class is a rune's part in the rules of UAX #29.
type class uint8

const (
	plainClass class = iota
	controlClass
	extendClass
	joinerClass
	regionalClass
	pictureClass
	hangulL
	hangulV
	hangulT
	hangulLV
	hangulLVT
)

// graphemeEdges finds the edges of s in one pass; nil when s is ASCII.
func graphemeEdges(s string) edges {
	if isASCII(s) {
		return nil
	}
	e := make(edges, len(s)/64+1)
	before := controlClass
	regional := 0    // regional indicators just before, for flags
	picture := false // an emoji and only extenders came before
	joined := false  // … and the last one was a joiner
	for i, r := range s {
		now := classOf(r)
		if edgeBetween(before, now, regional, joined) && !(r == '\n' && i > 0 && s[i-1] == '\r') {
			e[i>>6] |= 1 << (i & 63)
		}
		joined = picture && now == joinerClass
		picture = now == pictureClass || picture && (now == extendClass || joined)
		if now == regionalClass {
			regional++
		} else {
			regional = 0
		}
		before = now
	}
	e[len(s)>>6] |= 1 << (len(s) & 63)
	return e
}

// edgeBetween reports whether a grapheme may end between two runes.
func edgeBetween(a, b class, regional int, joined bool) bool {
	switch {
	case a == controlClass || b == controlClass:
		return true
	case b == extendClass || b == joinerClass:
		return false
	case b == pictureClass:
		return !joined
	case b == regionalClass:
		return a != regionalClass || regional%2 == 0
	case a == hangulL:
		return b < hangulL || b == hangulT
	case a == hangulV || a == hangulLV:
		return b != hangulV && b != hangulT
	case a == hangulT || a == hangulLVT:
		return b != hangulT
	}
	return true
}

func classOf(r rune) class {
	switch {
	case r < 0x20 || r >= 0x7f && r < 0xa0:
		return controlClass
	case r < 0x300:
		if isPicture(r) {
			return pictureClass
		}
		if r == 0xad {
			return controlClass
		}
		return plainClass
	case r == zeroWidthJoiner:
		return joinerClass
	case r == 0x200c || isVariation(r) || isTag(r) || isSkinTone(r):
		return extendClass
	case r >= 0x1100 && r <= 0xd7fb && isHangul(r):
		return hangulClass(r)
	case r >= 0x1f1e6 && r <= 0x1f1ff:
		return regionalClass
	case isPicture(r):
		return pictureClass
	case unicode.Is(unicode.Cf, r) || r == 0x2028 || r == 0x2029:
		return controlClass
	case isMark(r):
		return extendClass
	}
	return plainClass
}

func isHangul(r rune) bool {
	return r <= 0x11ff || r >= 0xa960 && r <= 0xa97c || r >= 0xac00
}

func hangulClass(r rune) class {
	switch {
	case r <= 0x115f || r >= 0xa960 && r <= 0xa97c:
		return hangulL
	case r <= 0x11a7:
		return hangulV
	case r <= 0x11ff:
		return hangulT
	case r <= 0xd7a3:
		if (r-0xac00)%28 == 0 {
			return hangulLV
		}
		return hangulLVT
	case r >= 0xd7b0 && r <= 0xd7c6:
		return hangulV
	case r >= 0xd7cb:
		return hangulT
	}
	return plainClass
}

// floor is the last edge at or before byte i of s.
func (e edges) floor(s string, i int) int {
	switch {
	case i <= 0:
		return 0
	case i >= len(s):
		return len(s)
	case e == nil:
		if s[i] == '\n' && s[i-1] == '\r' {
			return i - 1
		}
		return i
	}
	w := i >> 6
	word := e[w] << (63 - i&63) >> (63 - i&63)
	for word == 0 {
		w--
		if w < 0 {
			return 0
		}
		word = e[w]
	}
	return w<<6 + 63 - bits.LeadingZeros64(word)
}

// ceil is the first edge at or after byte i of s.
func (e edges) ceil(s string, i int) int {
	switch {
	case i <= 0:
		return 0
	case i >= len(s):
		return len(s)
	case e == nil:
		if s[i] == '\n' && s[i-1] == '\r' {
			return i + 1
		}
		return i
	}
	w := i >> 6
	word := e[w] >> (i & 63) << (i & 63)
	for word == 0 {
		w++
		word = e[w] // the end of the text is always an edge
	}
	return w<<6 + bits.TrailingZeros64(word)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
