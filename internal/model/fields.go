package model

import (
	_ "embed"
	"errors"
	"slices"
	"sync"
)

// MaxFields is how many fields of words there can be.
const MaxFields = 48

// longestPhrase is how many words a phrase of a field has at most.
const longestPhrase = 4

//go:embed fields.bin
var fieldBytes []byte

// Fields knows, of words and short phrases, the fields of meaning they belong
// to, from the lists in fields/, which people wrote: whom a worker serves, what
// happens at work, pictures, contempt, secrets.
type Fields struct {
	ids []uint32 // hashes of phrases, ascending
	of  []uint64 // bits
}

// OurFields are those of this release.
var OurFields = sync.OnceValue(func() *Fields {
	f, err := OpenFields(fieldBytes)
	if err != nil {
		return &Fields{} // a test holds the embedded bytes: this does not happen
	}
	return f
})

// OpenFields reads how many, then for each phrase its hash in four bytes and its
// fields in six.
func OpenFields(b []byte) (*Fields, error) {
	if len(b) < 4 || uint64(len(b)-4) != uint64(little(b[:4]))*10 {
		return nil, errors.New("the fields are of another size")
	}
	f := &Fields{}
	for b = b[4:]; len(b) > 0; b = b[10:] {
		f.ids = append(f.ids, little(b[:4]))
		f.of = append(f.of, uint64(little(b[4:8]))|uint64(little(b[8:10]))<<32)
	}
	return f, nil
}

// PhraseID adds a word to the hash of a phrase; the first one's before is 0.
func PhraseID(before, word uint32) uint32 {
	h := (before ^ word*0x9E3779B1) * 0x85EBCA6B
	return h ^ h>>15
}

// mark sets the fields of the tokens of a sentence: the longest phrase that
// begins at a token, and all its tokens with it.
func (f *Fields) mark(tokens []Token) {
	for i := range tokens {
		h, found, length := uint32(0), uint64(0), 0
		for n := 0; n < longestPhrase && i+n < len(tokens); n++ {
			h = PhraseID(h, tokens[i+n].Word)
			if k, ok := slices.BinarySearch(f.ids, h); ok {
				found, length = f.of[k], n+1
			}
		}
		for k := i; k < i+length; k++ {
			tokens[k].Fields |= found
		}
	}
}
