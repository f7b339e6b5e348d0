package trust

import "strings"

// alphabet is Crockford's base 32: no I, L, O, U, so that what is read aloud
// or copied from paper has one spelling.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// Fingerprint is what a person compares: the first 125 bits of SHA-256 of
// text as five groups of five characters, "4QK2M-…". 125 bits cannot be met
// on purpose. Why letters and digits and not words: words want a list in
// every language an agency speaks; these are read aloud in any of them, over
// a phone, in ten seconds.
func Fingerprint(text string) string {
	sum := sum256([]byte(text))
	out := make([]byte, 0, 29)
	for i := range 25 {
		if i > 0 && i%5 == 0 {
			out = append(out, '-')
		}
		bit := i * 5
		two := uint16(sum[bit/8])<<8 | uint16(sum[bit/8+1])
		out = append(out, alphabet[two>>(11-bit%8)&31])
	}
	return string(out)
}

// ParseFingerprint reads a fingerprint as people write it: in either case,
// with or without dashes and spaces, O for 0, I or L for 1. It returns the
// form Fingerprint writes, and false for what is none.
func ParseFingerprint(s string) (string, bool) {
	var out []byte
	for _, r := range strings.ToUpper(s) {
		switch r {
		case '-', ' ':
			continue
		case 'O':
			r = '0'
		case 'I', 'L':
			r = '1'
		}
		if r > 0x7f || strings.IndexByte(alphabet, byte(r)) < 0 || len(out) == 29 {
			return "", false
		}
		if len(out)%6 == 5 {
			out = append(out, '-')
		}
		out = append(out, byte(r))
	}
	return string(out), len(out) == 29
}
