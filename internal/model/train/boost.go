package main

import (
	"encoding/binary"
	"math"
	"slices"

	"secondlook/internal/model"
)

// How the trees are grown; chosen on the tune voices.
const (
	trees   = 80
	learn   = 0.15
	ridge   = 8.0 // keeps leaves of few posts small
	bins    = 32
	leastIn = 10.0 // posts, by weight, on each side of a question
)

// grower holds the inputs of all posts, put into bins.
type grower struct {
	bounds [model.Inputs][]int16 // upper bounds of the bins but the last
	bin    [][model.Inputs]uint8
}

func newGrower(in []*[model.Inputs]int16) *grower {
	g := &grower{bin: make([][model.Inputs]uint8, len(in))}
	column := make([]int16, len(in))
	for f := range model.Inputs {
		for i := range in {
			column[i] = in[i][f]
		}
		slices.Sort(column)
		for b := 1; b < bins; b++ {
			at := column[b*len(column)/bins]
			if n := len(g.bounds[f]); (n == 0 || g.bounds[f][n-1] < at) && at < column[len(column)-1] {
				g.bounds[f] = append(g.bounds[f], at)
			}
		}
		for i := range in {
			n, _ := slices.BinarySearch(g.bounds[f], in[i][f])
			g.bin[i][f] = uint8(n)
		}
	}
	return g
}

// grow boosts trees for one output by logistic loss.
func (g *grower) grow(y []bool, weight []float64) model.Trees {
	n := len(y)
	pos, all := 0.0, 0.0
	for i := range y {
		all += weight[i]
		if y[i] {
			pos += weight[i]
		}
	}
	base := math.Log((pos + 0.5) / (all - pos + 0.5))
	out := model.Trees{Base: int32(math.Round(base * 1000))}
	score := make([]float64, n)
	for i := range score {
		score[i] = base
	}
	grad, hess := make([]float64, n), make([]float64, n)
	leaf := make([]uint8, n)
	for range trees {
		for i := range score {
			p := 1 / (1 + math.Exp(-score[i]))
			want := 0.0
			if y[i] {
				want = 1
			}
			grad[i], hess[i] = weight[i]*(want-p), weight[i]*max(p*(1-p), 1e-4)
			leaf[i] = 0
		}
		var t model.Tree
		for d := range model.Depth {
			f, b := g.question(grad, hess, weight, leaf, 1<<d)
			t.Input[d], t.Above[d] = uint8(f), 32767
			if len(g.bounds[f]) > b {
				t.Above[d] = g.bounds[f][b]
			}
			for i := range leaf {
				if int(g.bin[i][f]) > b {
					leaf[i] |= 1 << d
				}
			}
		}
		var sg, sh [1 << model.Depth]float64
		for i, l := range leaf {
			sg[l] += grad[i]
			sh[l] += hess[i]
		}
		for l := range t.Leaves {
			t.Leaves[l] = int16(math.Round(1000 * learn * sg[l] / (sh[l] + ridge)))
		}
		for i, l := range leaf {
			score[i] += float64(t.Leaves[l]) / 1000
		}
		out.Of = append(out.Of, t)
	}
	return out
}

// question returns the input and the bin whose bound, asked of every leaf,
// gains most.
func (g *grower) question(grad, hess, weight []float64, leaf []uint8, leaves int) (input, bin int) {
	best := -1.0
	type cell struct{ g, h, w float64 }
	for f := range model.Inputs {
		if len(g.bounds[f]) == 0 {
			continue
		}
		var hist [1 << model.Depth][bins]cell
		for i, l := range leaf {
			c := &hist[l][g.bin[i][f]]
			c.g += grad[i]
			c.h += hess[i]
			c.w += weight[i]
		}
		var total [1 << model.Depth]cell
		for l := range leaves {
			for _, c := range hist[l] {
				total[l].g += c.g
				total[l].h += c.h
				total[l].w += c.w
			}
		}
		var left [1 << model.Depth]cell
		for b := range g.bounds[f] {
			gain, lw, rw := 0.0, 0.0, 0.0
			for l := range leaves {
				left[l].g += hist[l][b].g
				left[l].h += hist[l][b].h
				left[l].w += hist[l][b].w
				rg, rh := total[l].g-left[l].g, total[l].h-left[l].h
				gain += left[l].g*left[l].g/(left[l].h+ridge) + rg*rg/(rh+ridge)
				lw += left[l].w
				rw += total[l].w - left[l].w
			}
			if lw >= leastIn && rw >= leastIn && gain > best {
				best, input, bin = gain, f, b
			}
		}
	}
	return input, bin
}

// packTrees writes trees as model.Open reads them.
func packTrees(at int32, t *model.Trees) []byte {
	b := binary.LittleEndian.AppendUint32(nil, uint32(at))
	b = binary.LittleEndian.AppendUint32(b, uint32(t.Base))
	b = append(b, byte(len(t.Of)))
	for i := range t.Of {
		for d := range model.Depth {
			b = append(b, t.Of[i].Input[d])
			b = binary.LittleEndian.AppendUint16(b, uint16(t.Of[i].Above[d]))
		}
		for _, l := range t.Of[i].Leaves {
			b = binary.LittleEndian.AppendUint16(b, uint16(l))
		}
	}
	return b
}
