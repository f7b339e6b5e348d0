package text

import _ "embed" // compose.bin

//go:generate go run compose_gen.go

// composeTables holds four lengths, the tables canon, compat, order and pairs,
// and the pool of decompositions that canon and compat point into; records are
// sorted by their first rune of three bytes. golang.org/x/text/unicode/norm
// says the same but brings fmt, os and time along: a tenth of the engine.
//
//go:embed compose.bin
var composeTables string

// The sizes of the records: rune, place and length in the pool; first rune,
// how many follow, combining class; two runes and what they compose to.
const (
	decomposition = 6
	markOrder     = 5
	composition   = 9
)

// tables cuts composeTables.
func tables() (canon, compat, order, pairs, pool string) {
	rest := composeTables[8:]
	for i, t := range [...]*string{&canon, &compat, &order, &pairs} {
		n := int(composeTables[2*i]) | int(composeTables[2*i+1])<<8
		*t, rest = rest[:n], rest[n:]
	}
	return canon, compat, order, pairs, rest
}

func rune24(s string, i int) rune { return rune(s[i]) | rune(s[i+1])<<8 | rune(s[i+2])<<16 }

// lastUpTo is where the last record of a table lies whose rune is r or less;
// -1 when there is none.
func lastUpTo(table string, size int, r rune) int {
	low, high := 0, len(table)/size
	for low < high {
		if mid := int(uint(low+high) >> 1); rune24(table, mid*size) <= r {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return (low - 1) * size
}

// compose gives the composed form of s, NFC; with compatible set, NFKC.
func compose(s string, compatible bool) string {
	if composedAlready(s, compatible) {
		return s
	}
	var room [64]rune
	runes := room[:0]
	for _, r := range s {
		runes = decompose(runes, r, compatible)
	}
	arrange(runes)
	return string(joinPairs(runes))
}

// composedAlready reports whether all of s is Latin without marks that has no
// compatible form.
func composedAlready(s string, compatible bool) bool {
	_, compat, _, _, _ := tables()
	for _, r := range s {
		if r >= 0x300 {
			return false
		}
		if r >= 0xa0 && compatible {
			if at := lastUpTo(compat, decomposition, r); at >= 0 && rune24(compat, at) == r {
				return false
			}
		}
	}
	return true
}

// decompose appends what r is made of.
func decompose(runes []rune, r rune, compatible bool) []rune {
	if r < 0xa0 {
		return append(runes, r)
	}
	if s := r - hangulBase; s >= 0 && s < hangulCount {
		runes = append(runes, leadBase+s/(vowels*tails), vowelBase+s%(vowels*tails)/tails)
		if s%tails != 0 {
			runes = append(runes, tailBase+s%tails)
		}
		return runes
	}
	if plain := mathLetter(r); compatible && plain != 0 {
		return append(runes, plain)
	}
	canon, compat, _, _, pool := tables()
	for _, table := range [...]string{compat, canon} {
		at := lastUpTo(table, decomposition, r)
		if compatible && at >= 0 && rune24(table, at) == r {
			from := int(table[at+3]) | int(table[at+4])<<8
			for _, part := range pool[from : from+int(table[at+5])] {
				runes = append(runes, part)
			}
			return runes
		}
		compatible = true
	}
	return append(runes, r)
}

// mathLetter is the Latin letter or digit that a letter of mathematics stands
// for, 0 for others.
func mathLetter(r rune) rune {
	switch {
	case r >= 0x1d400 && r < 0x1d6a4:
		if at := (r - 0x1d400) % 52; at < 26 {
			return 'A' + at
		} else {
			return 'a' + at - 26
		}
	case r >= 0x1d7ce && r <= 0x1d7ff:
		return '0' + (r-0x1d7ce)%10
	}
	return 0
}

// combining is a rune's canonical combining class, 0 for a starter.
func combining(r rune) uint8 {
	if r < 0x300 {
		return 0
	}
	_, _, order, _, _ := tables()
	at := lastUpTo(order, markOrder, r)
	if at < 0 || r > rune24(order, at)+rune(order[at+3]) {
		return 0
	}
	return order[at+4]
}

// arrange puts the marks after each starter in the order of their classes.
func arrange(runes []rune) {
	for i := 1; i < len(runes); i++ {
		c := combining(runes[i])
		for j := i; c > 0 && j > 0 && combining(runes[j-1]) > c; j-- {
			runes[j-1], runes[j] = runes[j], runes[j-1]
		}
	}
}

// joinPairs composes each starter with what follows, as far as no mark of the
// same class or a higher one stands between.
func joinPairs(runes []rune) []rune {
	out := runes[:0]
	starter, last := -1, uint8(0)
	for _, r := range runes {
		c := combining(r)
		if starter >= 0 && (last < c || last == 0 && len(out) == starter+1) {
			if both := pairOf(out[starter], r); both != 0 {
				out[starter] = both
				continue
			}
		}
		if c == 0 {
			starter = len(out)
		}
		last = c
		out = append(out, r)
	}
	return out
}

// The arithmetic of Hangul syllables (Unicode 3.12).
const (
	hangulBase, leadBase, vowelBase, tailBase = 0xac00, 0x1100, 0x1161, 0x11a7

	leads, vowels, tails = 19, 21, 28
	hangulCount          = leads * vowels * tails
)

// pairOf is what two runes compose to, 0 for nothing.
func pairOf(a, b rune) rune {
	if l, v := a-leadBase, b-vowelBase; l >= 0 && l < leads && v >= 0 && v < vowels {
		return hangulBase + (l*vowels+v)*tails
	}
	if s, t := a-hangulBase, b-tailBase; s >= 0 && s < hangulCount && s%tails == 0 && t > 0 && t < tails {
		return a + t
	}
	_, _, _, pairs, _ := tables()
	for at := lastUpTo(pairs, composition, a); at >= 0 && rune24(pairs, at) == a; at -= composition {
		if rune24(pairs, at+3) == b {
			return rune24(pairs, at+6)
		}
	}
	return 0
}
