package identify

import (
	"cmp"
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

// exclusive types leave room for no other: the words are a name or a code,
// and what they mean apart from that is chance.
func exclusive(t verdict.SpanType) bool { return rank[t] >= 3 && t != verdict.Age }

// resolve sorts the mentions and drops those that lose their words to another.
// live holds those that may still overlap what comes next: few, for no two of
// one type overlap.
func resolve(found []Mention) []Mention {
	slices.SortStableFunc(found, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(b.Sure, a.Sure))
	})
	lost := make([]bool, len(found))
	var live []int
	for i := range found {
		m := &found[i]
		live = slices.DeleteFunc(live, func(j int) bool { return lost[j] || found[j].End <= m.Start })
		for _, j := range live {
			if rival(found[j], *m) && !beats(*m, found[j]) {
				lost[i] = true
				break
			}
		}
		if lost[i] {
			continue
		}
		for _, j := range live {
			lost[j] = lost[j] || rival(found[j], *m)
		}
		live = append(live, i)
	}
	kept := found[:0]
	for i, m := range found {
		if !lost[i] {
			kept = append(kept, m)
		}
	}
	return kept
}

// rival reports whether only one of two overlapping mentions may stand.
func rival(a, b Mention) bool {
	if a.Type == b.Type || exclusive(a.Type) && exclusive(b.Type) {
		return true
	}
	if a.Part == b.Part && a.Part != verdict.NoPart {
		return true
	}
	return exclusive(a.Type) && a.Contains(b.Span) || exclusive(b.Type) && b.Contains(a.Span)
}

// beats reports whether m takes the words of old.
func beats(m, old Mention) bool {
	if m.Type != old.Type && rank[m.Type] != rank[old.Type] {
		return rank[m.Type] > rank[old.Type]
	}
	if m.End-m.Start != old.End-old.Start {
		return m.End-m.Start > old.End-old.Start
	}
	return m.Sure > old.Sure
}
