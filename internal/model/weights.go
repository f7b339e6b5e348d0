package model

import (
	_ "embed"
	"errors"
	"sync"

	"secondlook/internal/hashed"
)

//go:embed weights.bin
var trained []byte

//go:embed words.bin
var words []byte

// Trained returns the scorer of this release; the value is shared and not
// changed.
var Trained = sync.OnceValue(func() *Scorer {
	w, err := OpenWords(words)
	if err != nil {
		w = &Words{} // a test holds the embedded bytes: this does not happen
	}
	s, err := Open(w, trained)
	if err != nil {
		return &Scorer{Words: w, Linear: &Linear{}, Tagger: &Tagger{}}
	}
	return s
})

// Open reads weights, numbers little endian: the linear part's unit in two
// bytes and its weights, the tagger's the same, then for each output its
// threshold and its base in four bytes each, how many trees in one, and the trees.
func Open(w *Words, blob []byte) (*Scorer, error) {
	r := reader{blob: blob}
	s := &Scorer{Words: w, Linear: r.linear(), Tagger: r.tagger()}
	for i := range s.Trees {
		t := &s.Trees[i]
		s.At[i] = int32(r.number(4))
		t.Base = int32(r.number(4))
		t.Of = make([]Tree, r.number(1))
		for n := range t.Of {
			r.tree(&t.Of[n])
		}
	}
	if r.short || len(r.blob) != 0 {
		return nil, errors.New("the weights are of another size")
	}
	return s, nil
}

type reader struct {
	blob  []byte
	short bool
}

func (r *reader) take(n int) []byte {
	if len(r.blob) < n {
		r.short = true
		r.blob = nil
		return make([]byte, n)
	}
	b := r.blob[:n]
	r.blob = r.blob[n:]
	return b
}

func (r *reader) number(bytes int) uint32 {
	return little(r.take(bytes))
}

func (r *reader) tree(t *Tree) {
	for d := range Depth {
		t.Input[d] = uint8(r.number(1))
		t.Above[d] = int16(r.number(2))
		r.short = r.short || int(t.Input[d]) >= Inputs
	}
	for i := range t.Leaves {
		t.Leaves[i] = int16(r.number(2))
	}
}

// OpenLinear opens a linear part by itself, for the trainer.
func OpenLinear(blob []byte) *Linear {
	r := reader{blob: blob}
	return r.linear()
}

// OpenTagger opens a tagger by itself, for the trainer.
func OpenTagger(blob []byte) *Tagger {
	r := reader{blob: blob}
	return r.tagger()
}

func (r *reader) linear() *Linear {
	return &Linear{unit: int32(r.number(2)), of: r.table(LinearSlots, Heads), vectors: r.take(Dims * Heads)}
}

func (r *reader) tagger() *Tagger {
	return &Tagger{unit: int32(r.number(2)), signs: r.take(TagSlots), rows: packLanes(r.take(TagSlots * TagWidth))}
}

// table reads a sign for each slot, then the rows.
func (r *reader) table(slots, width int) hashed.Table {
	return hashed.Table{Signs: r.take(slots), Rows: r.take(slots * width), Width: width}
}
