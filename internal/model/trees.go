package model

// Depth is how many questions each tree asks.
const Depth = 5

// Tree asks the same Depth questions of every draft, whether an input is above
// a bound, and its answers choose a leaf.
type Tree struct {
	Input  [Depth]uint8
	Above  [Depth]int16
	Leaves [1 << Depth]int16 // thousandths of a logit
}

// Trees are summed; Base is what they start from.
type Trees struct {
	Base int32
	Of   []Tree
}

// Score returns thousandths of a logit.
func (t *Trees) Score(in *[Inputs]int16) int32 {
	z := t.Base
	for i := range t.Of {
		leaf := 0
		for d, n := range t.Of[i].Input {
			if in[n] > t.Of[i].Above[d] {
				leaf |= 1 << d
			}
		}
		z += int32(t.Of[i].Leaves[leaf])
	}
	return z
}
