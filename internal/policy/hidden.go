package policy

import "unicode/utf8"

// HiddenMark returns where the first mark stands in s that an eye does not see
// and that could make a text read otherwise than it is: a control character
// that is no tab or line, or one that turns the direction of writing. -1 for
// none. What joins letters, as some scripts and emoji need, is none.
func HiddenMark(s string) int {
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case r == '\n', r == '\r', r == '\t':
		case r < 0x20, r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0xfeff, r == 0x2028, r == 0x2029:
			return i
		}
		i += n
	}
	return -1
}
