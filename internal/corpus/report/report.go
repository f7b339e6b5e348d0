package main

import (
	"secondlook/internal/corpus"
	"secondlook/internal/policy"
)

// set is labelled posts that are reported apart, and what each system finds in
// them, in the order of report.systems.
type set struct {
	name     string
	posts    []corpus.Post
	outcomes [][]corpus.Outcome
	scores   []*corpus.Score
}

// engine are the outcomes and the score of the engine, which is the first system.
func (s *set) engine() ([]corpus.Outcome, *corpus.Score) { return s.outcomes[0], s.scores[0] }

// Names of the sets.
const (
	setTest    = "test"
	setDevHand = "dev_posts, by hand"
	setDevReal = "dev_posts, real"
)

// bagBest is the last of the systems.
const bagBest = "bag of words, best on tune"

// report is the page and what it is written from.
type report struct {
	*material
	page    page
	policy  *policy.Policy
	systems []system
	sets    []*set
	unseen  []calmPost
	alerts  [][]bool // of each system on each of unseen
}

func newReport(m *material) (*report, error) {
	p, err := policy.Baseline()
	if err != nil {
		return nil, err
	}
	r := &report{material: m, policy: p, unseen: m.calmOf(unseen)}
	r.systems = append(r.systems, engineSystem("engine", p, 0), keywordSystem())
	r.systems = append(r.systems, bags(m)...)
	for _, s := range []*set{
		{name: setTest, posts: m.split("test")},
		{name: setDevHand, posts: m.devPosts(false)},
		{name: setDevReal, posts: m.devPosts(true)},
		{name: "tune (sets thresholds)", posts: m.split("tune")},
		{name: "real_labels, every fifth (sets thresholds)", posts: m.realPosts(true)},
		{name: "real_labels, the others (learnt from)", posts: m.realPosts(false)},
		{name: "train (learnt from)", posts: m.split("train")},
	} {
		if len(s.posts) == 0 {
			continue
		}
		for _, y := range r.systems {
			s.outcomes = append(s.outcomes, y.posts(s.posts))
			s.scores = append(s.scores, corpus.Tally(s.outcomes[len(s.outcomes)-1]))
		}
		r.sets = append(r.sets, s)
	}
	for _, y := range r.systems {
		r.alerts = append(r.alerts, y.alerts(r.unseen))
	}
	return r, nil
}

// bags are the bag of words at the threshold that the tune split likes best
// and, where ordinary posts are at hand, at the one they allow.
func bags(m *material) (all []system) {
	b := trainBag(m.split("train"), m.split("tune"))
	if calm := m.calmOf(threshold); len(calm) > 0 {
		all = append(all, b.system("bag of words, 3 in 1,000", b.quiet(calm)))
	}
	return append(all, b.system(bagBest, b.alert.at))
}

// set returns the set of that name, nil where it is not there.
func (r *report) set(name string) *set {
	for _, s := range r.sets {
		if s.name == name {
			return s
		}
	}
	return nil
}

// measured are the sets that nothing was learnt from or chosen on.
func (r *report) measured() (some []*set) {
	for _, name := range []string{setTest, setDevHand, setDevReal} {
		if s := r.set(name); s != nil {
			some = append(some, s)
		}
	}
	return some
}
