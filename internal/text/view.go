package text

import "slices"

// View is a rewriting of a draft with a map back to it.
type View struct {
	Text string

	draft string // the original
	edge  edges  // of the original
	parts []part // where Text came from; nil: byte for byte
	below *View  // the view Text was made from; nil: the original itself
}

// part says that Text from byte at, up to the next part, came from bytes
// [from,to) below. Of equal lengths it maps byte for byte, else as a whole.
// What was dropped lies between parts.
type part struct{ at, from, to uint32 }

// Span maps bytes [start,end) of the view to the original draft, widened to
// grapheme edges. Offsets outside the view are clamped.
func (v *View) Span(start, end int) Span {
	start = min(max(start, 0), len(v.Text))
	end = min(max(end, start), len(v.Text))
	start, end = v.source(start, end)
	if v.below != nil {
		return v.below.Span(start, end)
	}
	if start >= end {
		at := v.edge.floor(v.draft, start)
		return Span{at, at}
	}
	return Span{v.edge.floor(v.draft, start), v.edge.ceil(v.draft, end)}
}

// source maps [start,end) of the view to bytes of what it was made from.
func (v *View) source(start, end int) (int, int) {
	if v.parts == nil {
		return start, end
	}
	from, _ := v.point(start)
	if start >= end {
		return from, from
	}
	_, to := v.point(end - 1)
	return from, to
}

// point gives the bytes below that the byte at i of the view came from.
func (v *View) point(i int) (from, to int) {
	n, found := slices.BinarySearchFunc(v.parts, uint32(i), func(p part, at uint32) int {
		return int(p.at) - int(at)
	})
	if !found {
		n--
	}
	if n < 0 {
		return 0, 0
	}
	p, next := v.parts[n], len(v.Text)
	if n+1 < len(v.parts) {
		next = int(v.parts[n+1].at)
	}
	if i >= next {
		return int(p.to), int(p.to)
	}
	if next-int(p.at) == int(p.to-p.from) {
		at := int(p.from) + i - int(p.at)
		return at, at + 1
	}
	return int(p.from), int(p.to)
}

// viewBuilder collects a view piece by piece, in order.
type viewBuilder struct {
	text  []byte
	parts []part
}

// add appends s, which came from bytes [from,to) below.
func (b *viewBuilder) add(s string, from, to int) {
	if s == "" {
		return
	}
	if n := len(b.parts); n > 0 && len(s) == to-from {
		last := &b.parts[n-1]
		if int(last.to) == from && len(b.text)-int(last.at) == int(last.to-last.from) {
			last.to = uint32(to)
			b.text = append(b.text, s...)
			return
		}
	}
	b.parts = append(b.parts, part{uint32(len(b.text)), uint32(from), uint32(to)})
	b.text = append(b.text, s...)
}
