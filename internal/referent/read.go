package referent

import (
	"sort"

	"secondlook/internal/identify"
	"secondlook/internal/text"
)

// Read tells who is spoken of in doc, and whose each of the mentions is. Time
// and memory grow linearly with the draft.
func Read(doc *text.Doc, mentions []identify.Mention, hint Hint) Reading {
	d := annotate(doc, hint)
	c := gather(d, mentions)
	r := Reading{Work: c.work()}
	c.weigh(r.Work)
	r.People = make([]Person, len(c.all))
	r.Owner = c.own()
	for i := range c.all {
		r.People[i] = c.all[i].Person
	}
	for m, p := range r.Owner {
		if p >= 0 {
			r.People[p].Owns = append(r.People[p].Owns, m)
		}
	}
	return r
}

// work is how much the draft speaks from the author's own service work.
func (c *cast) work() int {
	w := join(c.d.whole[work], c.d.whole[meet]/4)
	if c.d.hint.Setting != "" {
		w = join(w, 60)
	}
	against := c.d.whole[own]/2 + c.d.whole[inPrint]/4
	return max(0, w-w*min(against, 800)/1000)
}

// Served is the indexes of the persons served of whom one is spoken of, the
// surest first.
func (r Reading) Served() []int {
	var out []int
	for i := range r.People {
		if p := &r.People[i]; p.Who == Served && p.Number == One {
			out = append(out, i)
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return r.People[out[a]].Sure > r.People[out[b]].Sure })
	return out
}
