// Package hashed keeps what was learnt of features that are known by a hash
// alone: no word can be read from a table.
package hashed

// Feature is one thing that is true of a draft, a token or a person.
type Feature = uint32

// Bias is the feature that is always there.
const Bias Feature = 1

// Of mixes a kind of feature and two numbers.
func Of(kind byte, a, b uint32) Feature {
	h := (a ^ uint32(kind)*0x9E3779B1) * 0x85EBCA6B
	h ^= h >> 13
	h = (h ^ b) * 0xC2B2AE35
	return h ^ h>>16
}

// Word is FNV-1a folded to 24 bits, never 0.
func Word(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return max(1, (h^h>>24)&0xFFFFFF)
}

// Table holds a row of signed bytes for each of the features it knows. A feature
// has one slot, which it owns or not: what was learnt of one feature is never
// read as another's, but for one in 256 that bears the owner's sign.
type Table struct {
	Signs []byte // 0 for a slot without owner
	Rows  []byte
	Width int
}

// Slot returns where a feature would stand in a table of that many slots, which
// are a power of two, and its sign there.
func Slot(f Feature, slots int) (slot int, sign byte) {
	return int(f) & (slots - 1), byte(f>>24) | 1
}

// Row returns a feature's row, or nil.
func (t *Table) Row(f Feature) []byte {
	slot, sign := Slot(f, len(t.Signs))
	if t.Signs[slot] != sign {
		return nil
	}
	return t.Rows[slot*t.Width:][:t.Width]
}
