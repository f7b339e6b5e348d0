package main

import (
	"fmt"
	"strings"

	"secondlook/internal/corpus"
)

// page is Markdown being written.
type page struct{ strings.Builder }

func (p *page) heading(s string) { fmt.Fprintf(p, "\n## %s\n", s) }

func (p *page) say(format string, args ...any) { fmt.Fprintf(p, "\n"+format+"\n", args...) }

// table opens a table; its rows follow at once.
func (p *page) table(columns ...string) {
	p.WriteString("\n")
	p.row(columns...)
	p.WriteString("|" + strings.Repeat("---|", len(columns)) + "\n")
}

func (p *page) row(cells ...string) { p.WriteString("| " + strings.Join(cells, " | ") + " |\n") }

// figure writes a share with three decimals.
func figure(x float64) string { return fmt.Sprintf("%.3f", x) }

// ratio writes n of total, "–" where there is nothing to divide by.
func ratio(n, total int) string {
	if total == 0 {
		return "–"
	}
	return figure(float64(n) / float64(total))
}

// f1 writes precision, recall and F1.
func f1(c corpus.Count) []string {
	return []string{
		ratio(c.Right, c.Right+c.Extra), ratio(c.Right, c.Right+c.Missed),
		ratio(2*c.Right, 2*c.Right+c.Extra+c.Missed),
	}
}

// within writes a figure and its interval.
func within(x float64, w corpus.Interval) string {
	return fmt.Sprintf("%.3f (%.3f–%.3f)", x, w.Low, w.High)
}

// perThousand writes a rate in 1,000 and Wilson's interval.
func perThousand(n, total int) string {
	if total == 0 {
		return "–"
	}
	w := corpus.Wilson(n, total)
	return fmt.Sprintf("%.2f (%.2f–%.2f)", 1000*float64(n)/float64(total), 1000*w.Low, 1000*w.High)
}

// share writes n of total with Wilson's interval.
func share(n, total int) string {
	if total == 0 {
		return "– (0)"
	}
	w := corpus.Wilson(n, total)
	return fmt.Sprintf("%.3f (%.3f–%.3f), %d of %d", float64(n)/float64(total), w.Low, w.High, n, total)
}

func number(n int) string { return fmt.Sprint(n) }
