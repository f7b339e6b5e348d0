package referent

import (
	"sort"

	"secondlook/internal/hashed"
	"secondlook/internal/identify"
	"secondlook/internal/text"
)

// Read tells who is spoken of in doc, and whose each of the mentions is, by the
// words and by what was learnt. Time and memory grow linearly with the draft.
func Read(doc *text.Doc, mentions []identify.Mention, hint Hint) Reading {
	return Learnt().Read(doc, mentions, hint)
}

// Read is the package's Read by other weights; a nil r reads by the words alone.
func (r *Relations) Read(doc *text.Doc, mentions []identify.Mention, hint Hint) Reading {
	c, work := look(doc, mentions, hint)
	c.relate(r, work)
	return c.reading(work)
}

// Studied is a person as the words alone say, with what is true of the person:
// what Relations is learnt from.
type Studied struct {
	Person
	Features []hashed.Feature
}

// Study reads by the words alone.
func Study(doc *text.Doc, mentions []identify.Mention, hint Hint) []Studied {
	c, work := look(doc, mentions, hint)
	out := make([]Studied, 0, len(c.all))
	for i := range c.all {
		if i != c.self {
			out = append(out, Studied{c.all[i].Person, c.features(i, work)})
		}
	}
	return out
}

// look finds the people and weighs the words for them.
func look(doc *text.Doc, mentions []identify.Mention, hint Hint) (*cast, int) {
	c := gather(annotate(doc, hint), mentions)
	work := c.work()
	c.weigh(work)
	return c, work
}

func (c *cast) reading(work int) Reading {
	r := Reading{Work: work}
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
