package spanish

import (
	"slices"

	"secondlook/internal/identify"
	"secondlook/internal/referent"
	"secondlook/internal/verdict"
)

// Whole reports whether the draft is in Spanish, not only words of it.
func (r *Draft) Whole() bool { return r.whole }

// Reading is what the Spanish of a draft tells.
type Reading struct {
	Mentions []identify.Mention // in order of the draft, those of the English steps among them that hold
	People   []referent.Person  // persons served, each with what is told of it
	Work     int                // 0 to 1000, as referent.Reading has it
}

// Read reads the Spanish of a draft; nil where there is none that it could
// read. seen are the mentions that the English detectors found: in a Spanish
// draft those alone stand that are what they are by their form.
func (r *Draft) Read(seen []identify.Mention) *Reading {
	found := r.people()
	if !r.whole && len(found) == 0 {
		return nil
	}
	out := &Reading{}
	names := r.names(found, seen)
	mentions := append(r.kept(seen, found), names...)
	if len(found) > 0 || r.whole {
		mentions = append(mentions, r.details()...)
	}
	out.Mentions = resolve(mentions)
	out.People = r.own(found, out.Mentions)
	if r.atWork() {
		out.Work = workWord
	}
	return out
}

// Join puts the people of a Spanish reading behind those that another step
// read. A mention that was somebody's stays so, unless a client's words stand
// beside it.
func (s *Reading) Join(with referent.Reading) referent.Reading {
	owner := make([]int, len(s.Mentions))
	for m := range owner {
		owner[m] = -1
		if m < len(with.Owner) {
			owner[m] = with.Owner[m]
		}
	}
	for i := range s.People {
		for _, m := range s.People[i].Owns {
			owner[m] = len(with.People) + i
		}
	}
	with.People = append(with.People, s.People...)
	with.Owner = owner
	with.Work = max(with.Work, s.Work)
	return with
}

// kept are the mentions of other steps that hold in Spanish too: of a mixed
// draft all, of a Spanish one what no language changes.
func (r *Draft) kept(seen []identify.Mention, found []person) []identify.Mention {
	return slices.DeleteFunc(slices.Clone(seen), func(m identify.Mention) bool {
		if r.whole {
			return !m.Direct
		}
		// To English names, "mi paciente jose" is one long name.
		return m.Type == verdict.Person && slices.ContainsFunc(found, func(p person) bool {
			return slices.ContainsFunc(p.Refs, func(ref referent.Ref) bool { return ref.Overlaps(m.Span) })
		})
	})
}

// resolve orders mentions and keeps of those that overlap the longest.
func resolve(all []identify.Mention) []identify.Mention {
	slices.SortStableFunc(all, func(a, b identify.Mention) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return (b.End - b.Start) - (a.End - a.Start)
	})
	out := all[:0]
	for _, m := range all {
		if n := len(out); n > 0 && out[n-1].Overlaps(m.Span) && (out[n-1].Type == m.Type || out[n-1].Direct || m.Type != out[n-1].Type && out[n-1].Contains(m.Span) && out[n-1].Sure >= m.Sure) {
			continue
		}
		out = append(out, m)
	}
	return out
}

// workWord is the Work of a draft with a word of service work in it: over what
// the engine asks for, and no more.
const workWord = 400

// atWork reports whether the draft speaks of service work: a word of it, or a
// numbered bed or room.
func (r *Draft) atWork() bool {
	return slices.ContainsFunc(r.is, func(k class) bool { return k&(work|serving) != 0 }) || r.numbered()
}

func (r *Draft) numbered() bool {
	for i := range r.is {
		if r.has(i, room) && r.digits(i+1) {
			return true
		}
	}
	return false
}

// has1 reports whether any word of the draft is of c.
func (r *Draft) has1(c class) bool {
	return slices.ContainsFunc(r.is, func(k class) bool { return k&c != 0 })
}

// own gives each detail to the person it stands nearest to, within a sentence.
func (r *Draft) own(found []person, mentions []identify.Mention) []referent.Person {
	people := make([]referent.Person, len(found))
	for i, p := range found {
		people[i] = p.Person
		people[i].Owns = nil
	}
	for m := range mentions {
		best, least := -1, 2
		s := r.doc.Tokens[mentions[m].First].Sentence
		for i := range found {
			if found[i].Number != referent.One {
				continue
			}
			d := s - r.doc.Tokens[found[i].head].Sentence
			if d < 0 {
				d = -d
			}
			if d < least {
				best, least = i, d
			}
		}
		if best >= 0 {
			people[best].Owns = append(people[best].Owns, m)
		}
	}
	return people
}
