package model

import (
	"errors"
	"slices"
)

// Dims is how many numbers tell what a word means.
const Dims = 48

// Words is word knowledge learnt from public text: for each known word a class
// of words that are used alike, and a vector. No word can be read from it.
type Words struct {
	ids     []uint32 // hashes, ascending
	classes []uint8
	vectors []int8 // Dims for each id
}

// OpenWords reads how many, then the ids in four bytes each, the classes, the
// vectors.
func OpenWords(b []byte) (*Words, error) {
	if len(b) < 4 {
		return nil, errors.New("the words are cut off")
	}
	n := int(little(b[:4]))
	b = b[4:]
	if n < 0 || n > 1<<16 || len(b) != n*(5+Dims) {
		return nil, errors.New("the words are of another size")
	}
	w := &Words{ids: make([]uint32, n), classes: b[4*n : 5*n], vectors: make([]int8, n*Dims)}
	for i := range w.ids {
		w.ids[i] = little(b[4*i:][:4])
	}
	for i, x := range b[5*n:] {
		w.vectors[i] = int8(x)
	}
	return w, nil
}

// find returns the row of a word, or -1.
func (w *Words) find(id uint32) int {
	if i, ok := slices.BinarySearch(w.ids, id); ok {
		return i
	}
	return -1
}
