package text

import "unicode"

const zeroWidthJoiner = 0x200d

// isMark reports whether r combines with the rune before it.
func isMark(r rune) bool {
	return r >= 0x300 && unicode.In(r, unicode.Mn, unicode.Mc, unicode.Me)
}

func isVariation(r rune) bool {
	return r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0100 && r <= 0xe01ef || r >= 0x180b && r <= 0x180d
}

func isTag(r rune) bool { return r >= 0xe0000 && r <= 0xe007f }

func isSkinTone(r rune) bool { return r >= 0x1f3fb && r <= 0x1f3ff }

// isInvisible reports whether r shows nothing and so can hide inside a word:
// zero-width, bidirectional and soft-hyphen marks, fillers, tags, and control
// characters that are no white space.
func isInvisible(r rune) bool {
	switch {
	case r < 0x20:
		return r < '\t' || r > '\r'
	case r < 0x7f:
		return false
	case r < 0xa0:
		return r != 0x85
	case r == 0x34f || r == 0x115f || r == 0x1160 || r == 0x3164 || r == 0xffa0:
		return true
	}
	return isTag(r) || unicode.Is(unicode.Cf, r)
}

// isPicture approximates Extended_Pictographic of UTS #51.
func isPicture(r rune) bool {
	switch {
	case r < 0x2000:
		return r == 0xa9 || r == 0xae
	case r < 0x2600:
		return isOldPicture(r)
	case r <= 0x27bf:
		return true
	case r < 0x1f000:
		switch r {
		case 0x2934, 0x2935, 0x2b05, 0x2b06, 0x2b07, 0x2b1b, 0x2b1c, 0x2b50, 0x2b55, 0x3030, 0x303d, 0x3297, 0x3299:
			return true
		}
		return false
	case r <= 0x1f0ff:
		return true
	case r <= 0x1f1ff:
		return r >= 0x1f16c && r <= 0x1f171 || r == 0x1f17e || r == 0x1f17f || r == 0x1f18e || r >= 0x1f191 && r <= 0x1f19a
	}
	return r <= 0x1faff && !isSkinTone(r)
}

// isOldPicture lists the pictographs of the symbol blocks before U+2600.
func isOldPicture(r rune) bool {
	switch {
	case r == 0x203c, r == 0x2049, r == 0x2122, r == 0x2139, r == 0x231a, r == 0x231b, r == 0x2328, r == 0x23cf, r == 0x24c2:
		return true
	case r >= 0x2194 && r <= 0x2199, r == 0x21a9, r == 0x21aa, r >= 0x23e9 && r <= 0x23fa:
		return true
	}
	return r == 0x25aa || r == 0x25ab || r == 0x25b6 || r == 0x25c0 || r >= 0x25fb && r <= 0x25fe
}

// isEmoji reports whether a grapheme that starts with r is an emoji, rather
// than a sign that merely may be drawn as one (©, ™, ↔).
func isEmoji(r rune) bool {
	return r >= 0x1f1e6 && r <= 0x1f1ff || r >= 0x231a && isPicture(r)
}

func isLetter(r rune) bool {
	if r < 0x80 {
		return isASCIILetter(byte(r))
	}
	return unicode.IsLetter(r)
}

func isDigit(r rune) bool {
	if r < 0x80 {
		return isASCIIDigit(byte(r))
	}
	return unicode.IsNumber(r)
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isASCIIDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isASCIIUpper(c byte) bool  { return c >= 'A' && c <= 'Z' }
func isNewline(c byte) bool     { return c >= '\n' && c <= '\r' }
