package main

import (
	"strings"

	"secondlook/internal/corpus"
	"secondlook/internal/verdict"
)

// summary opens the page: the figures that the work is held to.
func (r *report) summary() {
	p := &r.page
	p.WriteString("# What the engine does, in figures\n")
	p.say("Written by `make report`; do not edit. Intervals are of 95 %%: of rates Wilson's, of F1 by 1,000 resamplings of the posts. " +
		"An alert is `caution` or `hold`; levels are held against `expected` alone, and `also_ok` counts for exact and within one. " +
		"The test split is of authors nobody trained on; `dev_posts` is never trained on. No word of a post is here, only ids.")
	if !r.public {
		p.say("**The public text was not beside the checkout**: what needs it (`dev_posts`, real posts, ordinary posts, the threshold of 3 in 1,000 of the bag of words) is missing below.")
	}
	p.table("figure", "aim", "engine")
	test := r.set(setTest)
	line := func(name, aim string, s *set, of func(*corpus.Score) float64) {
		if s != nil {
			out, score := s.engine()
			p.row(name, aim, within(of(score), corpus.Bootstrap(out, of)))
		}
	}
	alert := func(s *corpus.Score) float64 { return s.Alert.F1() }
	hold := func(s *corpus.Score) float64 { return s.Hold.F1() }
	line("test: alert F1", "≥ 0.85", test, alert)
	line("test: hold F1", "≥ 0.80", test, hold)
	if test != nil {
		out, s := test.engine()
		p.row("test: category macro F1", "≥ 0.70", within(s.MacroF1(), corpus.BootstrapMacroF1(out)))
		p.row("test: clear posts alerted", "≤ 0.05", share(s.ClearAlerts, s.Clear))
		near, of := corpus.NearMisses(out)
		p.row("test: clear posts alerted whose pair is expected to alert", "≤ 0.05", share(near, of))
		p.row("test: quasi-identifiers, span F1 of the verdict", "≥ 0.80", figure(s.SpanF1(quasi...)))
		p.row("test: stories, hold or not is right", "≥ 0.85", share(s.Counted, s.Stories))
	}
	line("dev_posts by hand: alert F1", "≥ 0.75", r.set(setDevHand), alert)
	line("dev_posts by hand: hold F1", "≥ 0.65", r.set(setDevHand), hold)
	line("dev_posts real: alert F1", "≥ 0.58", r.set(setDevReal), alert)
	protected := 0
	for _, s := range r.measured() {
		protected += s.scores[0].ProtectedAlerts
	}
	p.row("alerts on protected posts labelled clear, all three", "0", number(protected))
	if len(r.unseen) > 0 {
		p.row("unseen ordinary posts: alerts in 1,000", "≤ 3", perThousand(count(r.alerts[0]), len(r.unseen)))
	}
}

func count(yes []bool) (n int) {
	for _, y := range yes {
		if y {
			n++
		}
	}
	return n
}

// counts tells how large the corpus is.
func (r *report) counts() {
	p := &r.page
	p.heading("The corpus")
	p.table("", "train", "tune", "test", "all")
	parts := [][]corpus.Post{r.split("train"), r.split("tune"), r.split("test"), r.own}
	line := func(name string, of func([]corpus.Post) int) {
		cells := []string{name}
		for _, posts := range parts {
			cells = append(cells, number(of(posts)))
		}
		p.row(cells...)
	}
	those := func(is func(*corpus.Post) bool) func([]corpus.Post) int {
		return func(posts []corpus.Post) (n int) {
			for i := range posts {
				if is(&posts[i]) {
					n++
				}
			}
			return n
		}
	}
	line("posts", func(posts []corpus.Post) int { return len(posts) })
	line("authors", authors)
	line("pairs whose levels differ", corpus.DifferingPairs)
	for l := verdict.Clear; l <= verdict.Hold; l++ {
		line("`"+l.String()+"`", those(func(p *corpus.Post) bool { return p.Expected.Level == l }))
	}
	line("protected", those(func(p *corpus.Post) bool { return p.Protected }))
	line("protected, not clear", those(func(p *corpus.Post) bool { return p.Protected && p.Expected.Level > verdict.Clear }))
	for c := range verdict.Categories {
		line(c.String(), those(func(p *corpus.Post) bool { return has(p.Labels, c) }))
	}
	p.say("%d labels of real posts (`real_labels.jsonl`), joined with %d texts. Ordinary posts: %s.", len(r.real), len(r.realRead), r.calmCounts())
}

func has(labels []string, c verdict.Category) bool {
	for _, l := range labels {
		if l == c.String() {
			return true
		}
	}
	return false
}

func authors(posts []corpus.Post) int {
	seen := map[string]bool{}
	for i := range posts {
		seen[posts[i].Author] = true
	}
	return len(seen)
}

// calmCounts says what became of the ordinary posts.
func (r *report) calmCounts() string {
	if len(r.calm) == 0 {
		return "none at hand"
	}
	return strings.Join([]string{
		number(len(r.calmOf(learnt))) + " learnt from",
		number(len(r.calmOf(threshold))) + " set the threshold",
		number(len(r.unseen)) + " unseen",
	}, ", ")
}
