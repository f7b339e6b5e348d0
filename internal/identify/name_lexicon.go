package identify

import (
	_ "embed"
	"unicode"
	"unicode/utf8"
)

//go:generate go run name_gen.go
//go:generate go run -tags learn name_learn.go

// nameTable holds, for some 25,000 words, what each is worth as a first name,
// a surname and a common word; name_gen.go says how it is laid out.
//
//go:embed name.bin
var nameTable string

const nameBuckets = 1 << 12

// nameStarts is where the records of each bucket begin; the table has their
// numbers alone, then all hashes, then all figures, for they pack best so. It
// is built once and never written again.
var nameStarts = func() (at [nameBuckets + 1]uint16) {
	for i := range nameBuckets {
		at[i+1] = at[i] + uint16(nameTable[i])
	}
	return at
}()

// lexeme is what the table says of a word; the zero value is an unknown word.
type lexeme uint16

func (l lexeme) first() int { return int(l & 7) }       // 0 no first name … 7 a very common one
func (l lexeme) last() int  { return int(l >> 3 & 7) }  // the same for surnames
func (l lexeme) lower() int { return int(l >> 6 & 15) } // logarithm of how often it is written small
func (l lexeme) upper() int { return int(l >> 10 & 15) }
func (l lexeme) other() int { return int(l >> 14) } // 1 a place, 2 another proper noun, 3 a name that is a common word

// name is the better of first and last.
func (l lexeme) name() int { return max(l.first(), l.last()) }

// lookWord finds a word, in any case and with or without accents. known is
// false for a word that the table does not have.
func lookWord(word string) (l lexeme, hash uint32, known bool) {
	hash = hashFolded(word)
	bucket := hash >> 20
	for i := int(nameStarts[bucket]); i < int(nameStarts[bucket+1]); i++ {
		if table16(nameBuckets+2*i) == int(hash&0xffff) {
			return lexeme(table16(nameBuckets + 2*(int(nameStarts[nameBuckets])+i))), hash, true
		}
	}
	return 0, hash, false
}

// lexemeOf is what the table says of a word.
func lexemeOf(word string) lexeme {
	l, _, _ := lookWord(word)
	return l
}

func table16(i int) int { return int(nameTable[i]) | int(nameTable[i+1])<<8 }

// hashFolded hashes the word's lower-case form without accents: FNV-1a, its
// high bits mixed down because the low ones tell records apart.
func hashFolded(word string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			h = (h ^ uint32(c)) * 16777619
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		for _, c := range []byte(plainLetter(r, word[i:i+size])) {
			h = (h ^ uint32(c)) * 16777619
		}
		i += size
	}
	return h ^ h>>15
}

const (
	latin1   = "aaaaaa\x00ceeeeiiiidnooooo\x00ouuuuy\x00y"
	extended = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll" +
		"nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
)

// plainLetter is the letter without its accent, "" for a combining mark, and
// the rune's own bytes for what has no plain form.
func plainLetter(r rune, own string) string {
	r = unicode.ToLower(r)
	switch {
	case r == '’' || r == 'ʻ' || r == 'ʼ':
		return "'"
	case r == 'ß':
		return "ss"
	case r == 'æ':
		return "ae"
	case r >= 0xe0 && r <= 0xff:
		if i := int(r - 0xe0); latin1[i] != 0 {
			return latin1[i : i+1]
		}
	case r >= 0x100 && r < 0x180:
		return extended[r-0x100 : r-0x100+1]
	case r >= 0x300 && r < 0x370:
		return ""
	}
	return own
}
