package policy

import (
	"slices"
	"strings"
)

// widest is how many tokens may lie between the words of a set rule: as far
// as a gap reaches.
const widest = 60

// Patterns returns the rules of b as patterns, the i-th of them being b's
// i-th rule. A mask rule has none: it is matched by its form.
func (b *Bundle) Patterns() *Policy {
	c := patterner{numbers: map[string]uint32{}}
	for i := range b.Rules {
		r := &b.Rules[i]
		out := Rule{ID: r.ID, Category: r.Category, Level: r.Level, Authority: r.Authority, Cite: r.Cite}
		switch r.Kind {
		case PhraseList:
			out.Patterns = c.list(r.Lists[0])
		case NearPair:
			out.Patterns = c.orders(r.Lists, uint32(r.Within))
		case WordSets:
			out.Patterns = c.orders(r.Lists, widest)
		}
		if len(r.Unless) > 0 && r.Kind != MaskList {
			out.Except = c.list(r.Unless)
		}
		c.p.Rules = append(c.p.Rules, out)
	}
	return &c.p
}

type patterner struct {
	p       Policy
	numbers map[string]uint32
}

func (c *patterner) word(w string) uint32 {
	n, ok := c.numbers[w]
	if !ok {
		n = uint32(len(c.p.Words))
		c.numbers[w] = n
		c.p.Words = append(c.p.Words, w)
	}
	return n
}

// list returns a pattern for each way a list can match: one for all its exact
// wordings, and one for each with an open end.
func (c *patterner) list(list []string) []Pattern {
	var out []Pattern
	set := Set{}
	for _, s := range list {
		stem, open := strings.CutSuffix(s, "*")
		words := strings.Fields(stem)
		if !open {
			phrase := make([]uint32, len(words))
			for i, w := range words {
				phrase[i] = c.word(w)
			}
			set.Phrases = append(set.Phrases, phrase)
			continue
		}
		p := make(Pattern, len(words))
		for i, w := range words {
			p[i] = Elem{Op: OpWords, Args: []uint32{c.word(w)}}
		}
		p[len(p)-1].Op = OpPrefix
		out = append(out, p)
	}
	if len(set.Phrases) > 0 {
		out = append(out, Pattern{{Op: OpSet, Args: []uint32{uint32(len(c.p.Sets))}}})
		c.p.Sets = append(c.p.Sets, set)
	}
	return out
}

// orders returns the patterns of one of each list, in every order, with up to
// gap tokens between.
func (c *patterner) orders(lists [][]string, gap uint32) []Pattern {
	ways := make([][]Pattern, len(lists))
	for i := range lists {
		ways[i] = c.list(lists[i])
	}
	var out []Pattern
	var extend func(p Pattern, left []int)
	extend = func(p Pattern, left []int) {
		if len(left) == 0 {
			out = append(out, slices.Clone(p))
			return
		}
		for i, next := range left {
			rest := slices.Delete(slices.Clone(left), i, i+1)
			for _, way := range ways[next] {
				longer := slices.Clone(p)
				if len(p) > 0 {
					longer = append(longer, Elem{Op: OpGap, Args: []uint32{gap}})
				}
				extend(append(longer, way...), rest)
			}
		}
	}
	all := make([]int, len(lists))
	for i := range all {
		all[i] = i
	}
	extend(nil, all)
	return out
}
