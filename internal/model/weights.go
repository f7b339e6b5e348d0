package model

import (
	_ "embed"
	"errors"
	"sync"
)

//go:embed weights.bin
var trained []byte

// Weights are Heads signed bytes for each bucket, and what one of them is
// worth.
type Weights struct {
	unit int // thousandths of a logit
	of   []byte
}

// Trained returns the weights of this release; the value is shared and not
// changed.
var Trained = sync.OnceValue(func() *Weights {
	w, err := Open(trained)
	if err != nil {
		return &Weights{} // a test holds the embedded bytes: this does not happen
	}
	return w
})

// Open reads weights: the unit in two bytes, little endian, then Heads bytes for
// each bucket. No bytes at all are weights that score nothing.
func Open(blob []byte) (*Weights, error) {
	if len(blob) == 0 {
		return &Weights{}, nil
	}
	if len(blob) != 2+Buckets*Heads {
		return nil, errors.New("the weights are of another size")
	}
	return &Weights{unit: int(blob[0]) | int(blob[1])<<8, of: blob[2:]}, nil
}

func (w *Weights) add(to *Scores, feature uint16) {
	row := w.of[int(feature)*Heads:][:Heads]
	for h := range to {
		to[h] += int(int8(row[h]))
	}
}
