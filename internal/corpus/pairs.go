package corpus

import "secondlook/internal/verdict"

// NearMisses counts the posts expected clear whose pair holds one expected to
// alert, so that a few words make the difference, and how many of them alert.
func NearMisses(outcomes []Outcome) (alerted, total int) {
	loud := map[string]bool{}
	for i := range outcomes {
		if p := outcomes[i].Post; p.Pair != "" && p.Expected.Alert() {
			loud[p.Pair] = true
		}
	}
	for i := range outcomes {
		o := &outcomes[i]
		if o.Post.Expected.Level != verdict.Clear || !loud[o.Post.Pair] {
			continue
		}
		total++
		if o.Level.Alert() {
			alerted++
		}
	}
	return alerted, total
}

// DifferingPairs counts the pairs whose posts are expected at different levels.
func DifferingPairs(posts []Post) (n int) {
	first, differ := map[string]verdict.Level{}, map[string]bool{}
	for i := range posts {
		p := &posts[i]
		if p.Pair == "" {
			continue
		}
		if l, ok := first[p.Pair]; !ok {
			first[p.Pair] = p.Expected.Level
		} else if l != p.Expected.Level && !differ[p.Pair] {
			differ[p.Pair] = true
			n++
		}
	}
	return n
}
