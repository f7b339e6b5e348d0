package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"secondlook/internal/corpus"
	"secondlook/internal/model"
)

// design is one way to score a draft.
type design struct {
	name string
	// fit learns from posts and returns what it says of others: thousandths of
	// a logit, or of something alike.
	fit func(w *model.Words, train []*sample) func(*sample) (alert, hold int32)
}

var designs = []design{
	{"linear, hashed words and pairs", func(w *model.Words, train []*sample) func(*sample) (int32, int32) {
		return byLinear(w, fitLinear(examplesOf(w, train, true)))
	}},
	{"linear, with word knowledge, people and details", func(w *model.Words, train []*sample) func(*sample) (int32, int32) {
		return byLinear(w, fitLinear(examplesOf(w, train, false)))
	}},
	{"linear, tagger and trees", func(w *model.Words, train []*sample) func(*sample) (int32, int32) {
		s, err := model.Open(w, learnAll(w, train).pack([model.Outputs]int32{}))
		if err != nil {
			panic(err) // packed a line above
		}
		return func(x *sample) (int32, int32) {
			r := s.Read(x.figures)
			return r.Scores[model.Alert], r.Scores[model.Hold]
		}
	}},
	{"convolution net over words", func(w *model.Words, train []*sample) func(*sample) (int32, int32) {
		c := fitCrowd(w, train)
		return func(x *sample) (int32, int32) { return c.read(x.figures) }
	}},
}

func byLinear(w *model.Words, fitted *linearWeights) func(*sample) (int32, int32) {
	l := model.OpenLinear(fitted.pack())
	return func(x *sample) (int32, int32) {
		best := l.Read(w, x.figures).Best.Scores
		return best[model.Alert], best[model.Hold]
	}
}

// judgement is what a design says of a post that it had not learnt from.
type judgement struct {
	*sample
	alert, hold int32
}

// compared is how many of the folds the designs are held against each other on.
const compared = 3

// writeComparison holds the designs against each other and writes it down: every
// author is judged by weights that had not learnt from him. The curve learns from
// a part of the authors, and of the ordinary posts as many less.
func writeComparison(m *material, out string) error {
	file, err := os.Create(out)
	if err != nil {
		return err
	}
	defer file.Close()
	log := io.MultiWriter(file, os.Stdout)
	fmt.Fprintf(log, "Posts of authors that the weights had not learnt from, %d of %d folds. At 3 alerts in 1,000 ordinary\n"+
		"posts, each fold at its own threshold. A fold is a fifth of the authors and of the real posts.\n\n", compared, folds)
	fmt.Fprintln(log, "| design | part of the authors | by hand: AUC | alert F1 (P, R) | hold AUC | real: AUC | alert F1 (P, R) |")
	fmt.Fprintln(log, "|---|---|---|---|---|---|---|")
	for _, d := range designs {
		for _, part := range []int{4, 2, 1} {
			hand, real := d.across(m, part)
			fmt.Fprintf(log, "| %s | 1/%d | %s |\n", d.name, part, hand+" | "+real)
		}
	}
	return file.Close()
}

// across judges the folds by weights that learnt from one in part of the others.
func (d *design) across(m *material, part int) (hand, real string) {
	fold := foldsOf(m.train)
	var all []judgement
	for k := range compared {
		var train []*sample
		for i, s := range m.train {
			if fold[i] != k && partOf(s, i)%part == 0 {
				train = append(train, s)
			}
		}
		says := d.fit(m.words, train)
		var some []judgement
		see := func(s *sample) {
			alert, hold := says(s)
			some = append(some, judgement{s, alert, hold})
		}
		for i, s := range m.train {
			if fold[i] == k && s.kind != ordinary {
				see(s)
			}
		}
		for _, s := range m.tune {
			if s.kind == ordinary {
				see(s)
			}
		}
		level(some)
		all = append(all, some...)
	}
	return cell(all, byHand, true), cell(all, realPost, false)
}

// partOf numbers authors, and posts that have none.
func partOf(s *sample, i int) int {
	if s.kind != byHand {
		return i
	}
	return int(model.WordID(s.author))
}

// level puts the scores of one fold on the scale of the others: 0 is what
// perThousand of its ordinary posts are over.
func level(all []judgement) {
	var calm []int32
	for _, j := range all {
		if j.kind == ordinary {
			calm = append(calm, j.alert)
		}
	}
	slices.Sort(calm)
	at := quantile(calm)
	for i := range all {
		all[i].alert -= at
	}
}

func cell(all []judgement, k kind, hold bool) string {
	var c corpus.Count
	for _, j := range all {
		if j.kind == k {
			c.Add(j.is(model.Alert), j.alert > 0)
		}
	}
	out := fmt.Sprintf("%.3f | %.3f (%.2f, %.2f)", area(all, k, false), c.F1(), c.Precision(), c.Recall())
	if hold {
		out += fmt.Sprintf(" | %.3f", area(all, k, true))
	}
	return out
}

// area is that under the curve of alerts, or of holds.
func area(all []judgement, k kind, hold bool) float64 {
	var pos, neg []int32
	for _, j := range all {
		if j.kind != k {
			continue
		}
		z, yes := j.alert, j.is(model.Alert)
		if hold {
			z, yes = j.hold, j.is(model.Hold)
		}
		if yes {
			pos = append(pos, z)
		} else {
			neg = append(neg, z)
		}
	}
	slices.Sort(neg)
	sum := 0.0
	for _, z := range pos {
		lo, _ := slices.BinarySearch(neg, z)
		hi, _ := slices.BinarySearch(neg, z+1)
		sum += float64(lo+hi) / 2
	}
	return sum / float64(max(1, len(pos)*len(neg)))
}

// compare reads the repository's posts and figures and writes the comparison
// beside the figures.
func compare(m *material, figures string) error {
	return writeComparison(m, filepath.Join(figures, "COMPARE.md"))
}
