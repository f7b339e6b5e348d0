package main

import (
	"cmp"
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
	for i := range all {
		if j := &all[i]; !j.Exact() {
			expected := j.Post.Expected.String()
			for _, l := range j.Post.AlsoOK {
				expected += "|" + l.String()
			}
			c.wrong(out, j.Post.ID, expected, j, j.Post.Text)
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
	between := corpus.BootstrapMacroF1(outcomes)
	fmt.Fprintf(out, "  %-18s %.3f (95 %%: %.3f to %.3f)   mean of the categories that are labelled or were found\n",
		"category macro F1", s.MacroF1(), between.Low, between.High)
	fmt.Fprintf(out, "  %-18s %d on posts expected clear or note, %d on clear, %d on protected clear\n",
		"false alerts", s.FalseAlerts, s.ClearAlerts, s.ProtectedAlerts)
	rate(out, "clear alerted", s.ClearAlerts, s.Clear, "of the posts expected clear")
	near, nearMisses := corpus.NearMisses(outcomes)
	rate(out, "near miss alerted", near, nearMisses, "of those whose pair is expected to alert")
	rate(out, "counting", s.Counted, s.Stories, "of the client stories expected at caution or hold: hold or not is right")
	fmt.Fprintf(out, "  %-18s %.3f%s\n", "protected F1", s.Protected.F1(), detail(s.Protected))
	categories(out, s)
	spans(out, s)
	calibration(out, s)
	confusion(out, s)
	cost(out, all)
	fmt.Fprintln(out)
}

// rate prints n of total with Wilson's interval.
func rate(out io.Writer, label string, n, total int, of string) {
	w := corpus.Wilson(n, total)
	fmt.Fprintf(out, "  %-18s %s (95 %%: %.3f to %.3f)   %d of %d %s\n", label, ratio(n, total), w.Low, w.High, n, total, of)
}

// calibration prints how sure alerts say they are beside how often they are right.
func calibration(out io.Writer, s *corpus.Score) {
	fmt.Fprintf(out, "  %-18s expected error %.3f\n", "calibration", s.Calibration.Error())
	fmt.Fprintf(out, "  %-18s %9s %9s %9s %6s\n", "highest score", "said", "right", "alerts", "right")
	for i, b := range s.Calibration {
		if b.Alerts > 0 {
			step := 1000 / corpus.Bins
			fmt.Fprintf(out, "  %-18s %9.3f %9.3f %9d %6d\n", fmt.Sprintf("%d to %d", i*step, (i+1)*step), b.Said(), b.Share(), b.Alerts, b.Right)
		}
	}
}

// cost names the post that took longest and the one with the largest verdict,
// the first of equals.
func cost(out io.Writer, all []judged) {
	if len(all) == 0 {
		return
	}
	slow := slices.MaxFunc(all, func(a, b judged) int { return cmp.Compare(a.took, b.took) })
	large := slices.MaxFunc(all, func(a, b judged) int { return cmp.Compare(a.size, b.size) })
	fmt.Fprintf(out, "  %-18s %.2f ms, %s\n", "slowest", float64(slow.took.Microseconds())/1000, slow.Post.ID)
	fmt.Fprintf(out, "  %-18s %d bytes, %s\n", "largest verdict", large.size, large.Post.ID)
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
	fmt.Fprintf(out, "  %-18s %9s %9s %9s %6s %6s\n", "span", "precision", "recall", "F1", "found", "gold")
	types := slices.Sorted(maps.Keys(s.SpanFound))
	for t := range s.SpanGold {
		if !slices.Contains(types, t) {
			types = append(types, t)
		}
	}
	slices.Sort(types)
	line := func(name string, of ...string) {
		f, g := s.Spans(of...)
		fmt.Fprintf(out, "  %-18s %9s %9s %9.3f %6d %6d\n", name, ratio(f.Right, f.Right+f.Extra), ratio(g.Right, g.Right+g.Missed),
			s.SpanF1(of...), f.Right+f.Extra, g.Right+g.Missed)
	}
	for _, t := range types {
		line(t, t)
	}
	line("all types")
}

func confusion(out io.Writer, s *corpus.Score) {
	fmt.Fprintf(out, "  %-18s %9s %9s %9s %9s\n", "expected \\ found", "clear", "note", "caution", "hold")
	for want, row := range s.Confusion {
		fmt.Fprintf(out, "  %-18s %9d %9d %9d %9d\n", verdict.Level(want), row[0], row[1], row[2], row[3])
	}
}
