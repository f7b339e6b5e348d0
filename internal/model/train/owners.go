package main

import (
	"secondlook/internal/hashed"
	"secondlook/internal/model"
)

// owners says which feature has each slot of a table: the most frequent of those
// that want it, if it was met at least a few times.
type owners struct {
	of []model.Feature
	is []bool
}

// seldom is how often a feature is met that is not worth a slot.
const seldom = 1

// ownersOf takes how often each feature was met, in order of first meeting.
func ownersOf(slots int, order []model.Feature, counts map[model.Feature]int) *owners {
	o := &owners{make([]model.Feature, slots), make([]bool, slots)}
	for _, f := range order {
		if counts[f] <= seldom {
			continue
		}
		s, _ := hashed.Slot(f, slots)
		if !o.is[s] || counts[f] > counts[o.of[s]] {
			o.of[s], o.is[s] = f, true
		}
	}
	return o
}

// slot returns a feature's slot, or -1.
func (o *owners) slot(f model.Feature) int32 {
	if s, _ := hashed.Slot(f, len(o.of)); o.is[s] && o.of[s] == f {
		return int32(s)
	}
	return -1
}

// known maps features to their slots and drops the others.
func (o *owners) known(in []model.Feature, out []int32) []int32 {
	for _, f := range in {
		if s := o.slot(f); s >= 0 {
			out = append(out, s)
		}
	}
	return out
}

// signs are those of a table.
func (o *owners) signs() []byte {
	out := make([]byte, len(o.of))
	for i, f := range o.of {
		if o.is[i] {
			_, out[i] = hashed.Slot(f, len(o.of))
		}
	}
	return out
}

// counter counts features in order of first meeting.
type counter struct {
	order  []model.Feature
	counts map[model.Feature]int
}

func (c *counter) add(in []model.Feature) {
	for _, f := range in {
		if c.counts[f]++; c.counts[f] == 1 {
			c.order = append(c.order, f)
		}
	}
}
