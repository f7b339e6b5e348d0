package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"secondlook/internal/corpus"
	"secondlook/internal/verdict"
)

// report prints the figures of one corpus; where it mixes real posts (their
// ids start with "real-") and hand-written ones, of each alone too.
func (c *evaluateCommand) report(out io.Writer, name string, all []judged) {
	var real, hand []judged
	for _, j := range all {
		if strings.HasPrefix(j.Post.ID, "real-") {
			real = append(real, j)
		} else {
			hand = append(hand, j)
		}
	}
	c.part(out, name+", all", all)
	if len(real) > 0 && len(hand) > 0 {
		c.part(out, name+", hand-written", hand)
		c.part(out, name+", real", real)
	}
	if !c.Errors {
		return
	}
	fmt.Fprintf(out, "%s: levels that are wrong\n", name)
	for _, j := range all {
		if !j.Exact() {
			expected := j.Post.Expected.String()
			for _, l := range j.Post.AlsoOK {
				expected += "|" + l.String()
			}
			c.wrong(out, j.Post.ID, expected, j.Found, j.rules, j.Post.Text)
		}
	}
}

func (c *evaluateCommand) part(out io.Writer, title string, all []judged) {
	outcomes := make([]corpus.Outcome, len(all))
	for i := range all {
		outcomes[i] = all[i].Outcome
	}
	s := corpus.Tally(outcomes)
	fmt.Fprintf(out, "%s: %d posts\n", title, s.Posts)
	row := func(label string, figure func(*corpus.Score) float64, more string) {
		between := corpus.Bootstrap(outcomes, figure)
		fmt.Fprintf(out, "  %-18s %.3f (95 %%: %.3f to %.3f)%s\n", label, figure(s), between.Low, between.High, more)
	}
	row("level exact", func(s *corpus.Score) float64 { return float64(s.Exact) / float64(max(s.Posts, 1)) },
		fmt.Sprintf("   within one %.3f", float64(s.Near)/float64(max(s.Posts, 1))))
	row("alert F1", func(s *corpus.Score) float64 { return s.Alert.F1() }, detail(s.Alert))
	row("hold F1", func(s *corpus.Score) float64 { return s.Hold.F1() }, detail(s.Hold))
	fmt.Fprintf(out, "  %-18s %d on posts expected clear or note, %d on clear, %d on protected clear\n",
		"false alerts", s.FalseAlerts, s.ClearAlerts, s.ProtectedAlerts)
	fmt.Fprintf(out, "  %-18s %.3f%s\n", "protected F1", s.Protected.F1(), detail(s.Protected))
	categories(out, s)
	spans(out, s)
	confusion(out, s)
}

func detail(c corpus.Count) string {
	return fmt.Sprintf("   precision %s recall %s (%d right, %d extra, %d missed)",
		ratio(c.Right, c.Right+c.Extra), ratio(c.Right, c.Right+c.Missed), c.Right, c.Extra, c.Missed)
}

// ratio writes n of total, "-" where there is nothing to divide by.
func ratio(n, total int) string {
	if total == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", float64(n)/float64(total))
}

func categories(out io.Writer, s *corpus.Score) {
	fmt.Fprintf(out, "  %-18s %9s %9s %9s %6s %6s %6s\n", "category", "precision", "recall", "F1", "right", "extra", "missed")
	for c := verdict.Category(0); c < verdict.Categories; c++ {
		n := s.Category[c.String()]
		fmt.Fprintf(out, "  %-18s %9s %9s %9s %6d %6d %6d\n", c, ratio(n.Right, n.Right+n.Extra),
			ratio(n.Right, n.Right+n.Missed), ratio(2*n.Right, 2*n.Right+n.Extra+n.Missed), n.Right, n.Extra, n.Missed)
	}
}

func spans(out io.Writer, s *corpus.Score) {
	fmt.Fprintf(out, "  %-18s %9s %9s %6s %6s\n", "span", "precision", "recall", "found", "gold")
	types := slices.Sorted(maps.Keys(s.SpanFound))
	for t := range s.SpanGold {
		if !slices.Contains(types, t) {
			types = append(types, t)
		}
	}
	slices.Sort(types)
	var found, gold corpus.Count
	line := func(name string, f, g corpus.Count) {
		fmt.Fprintf(out, "  %-18s %9s %9s %6d %6d\n", name, ratio(f.Right, f.Right+f.Extra), ratio(g.Right, g.Right+g.Missed), f.Right+f.Extra, g.Right+g.Missed)
	}
	for _, t := range types {
		f, g := s.SpanFound[t], s.SpanGold[t]
		line(t, f, g)
		found.Right, found.Extra = found.Right+f.Right, found.Extra+f.Extra
		gold.Right, gold.Missed = gold.Right+g.Right, gold.Missed+g.Missed
	}
	line("all types", found, gold)
}

func confusion(out io.Writer, s *corpus.Score) {
	fmt.Fprintf(out, "  %-18s %9s %9s %9s %9s\n", "expected \\ found", "clear", "note", "caution", "hold")
	for want, row := range s.Confusion {
		fmt.Fprintf(out, "  %-18s %9d %9d %9d %9d\n", verdict.Level(want), row[0], row[1], row[2], row[3])
	}
	fmt.Fprintln(out)
}
