package identify

import (
	"slices"

	"secondlook/internal/verdict"
)

// rank says which type wins where two claim the same words: the higher, and of
// equals the longer, the surer, the earlier found.
var rank = [verdict.SpanTypes]int{
	verdict.Email: 9, verdict.URL: 9, verdict.SSN: 8, verdict.RecordID: 7, verdict.Address: 7,
	verdict.Phone: 6, verdict.Handle: 6, verdict.Facility: 5, verdict.Organization: 5,
	verdict.Person: 4, verdict.Date: 4, verdict.Time: 4, verdict.Age: 4, verdict.Location: 3,
	verdict.Event: 2, verdict.Diagnosis: 2, verdict.Family: 2, verdict.Demographic: 2,
	verdict.Occupation: 2,
}

// exclusive mentions leave room for no other: the words are a name or a code,
// and what they mean apart from that is chance.
func exclusive(m *Mention) bool { return weight(m) >= 3 && m.Type != verdict.Age }

// resolve sorts the mentions and drops those that lose their words to another.
// live holds those that may still overlap what comes next: few, for no two of
// one type overlap.
func resolve(found []Mention) []Mention {
	found = ordered(found)
	lost := make([]bool, len(found))
	var live []int
	for i := range found {
		m := &found[i]
		live = slices.DeleteFunc(live, func(j int) bool { return lost[j] || found[j].End <= m.Start })
		for _, j := range live {
			if rival(&found[j], m) && !beats(m, &found[j]) {
				lost[i] = true
				break
			}
		}
		if lost[i] {
			continue
		}
		for _, j := range live {
			lost[j] = lost[j] || rival(&found[j], m)
		}
		live = append(live, i)
	}
	kept := found[:0]
	for i := range found {
		if !lost[i] {
			kept = append(kept, found[i])
		}
	}
	return kept
}

// ordered gives the mentions by their start, the longer and then the surer
// first; the order they were found in decides the rest. What is sorted are
// packed keys: a mention is large to move.
func ordered(found []Mention) []Mention {
	keys := make([]int, len(found))
	for i := range found {
		keys[i] = found[i].Start<<32 | i // an int has 64 bits wherever we build
	}
	slices.Sort(keys)
	out := make([]Mention, len(found))
	for i, key := range keys {
		at := i
		m := &found[uint32(key)]
		for at > 0 && before(m, &out[at-1]) {
			out[at] = out[at-1]
			at--
		}
		out[at] = *m
	}
	return out
}

// before reports whether m, found later, comes before o.
func before(m, o *Mention) bool {
	return m.Start == o.Start && (m.End > o.End || m.End == o.End && m.Sure > o.Sure)
}

// rival reports whether only one of two overlapping mentions may stand.
func rival(a, b *Mention) bool {
	if a.Type == b.Type || exclusive(a) && exclusive(b) {
		return true
	}
	if a.Part == b.Part && a.Part != verdict.NoPart {
		return true
	}
	return exclusive(a) && a.Contains(b.Span) || exclusive(b) && b.Contains(a.Span)
}

// beats reports whether m takes the words of old.
func beats(m, old *Mention) bool {
	a, b := weight(m), weight(old)
	named := (m.Type == verdict.Person || old.Type == verdict.Person) && min(a, b) > 0 && max(a, b) < 5
	if m.Type != old.Type && a != b && !named { // a word may be a name or not: the longer or surer reading
		return a > b
	}
	if m.End-m.Start != old.End-old.Start {
		return m.End-m.Start > old.End-old.Start
	}
	return m.Sure > old.Sure
}

// weight is the rank of a mention's type; a department without a name gives
// way to all else.
func weight(m *Mention) int {
	if m.Type == verdict.Facility && m.Part == verdict.NoPart {
		return 0
	}
	return rank[m.Type]
}
