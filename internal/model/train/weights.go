package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"secondlook/internal/corpus"
	"secondlook/internal/engine"
	"secondlook/internal/model"
	"secondlook/internal/verdict"
)

// writeWeights trains, writes the weights to out and tells log how they do.
func writeWeights(e *engine.Engine, folder, figures, out string, log io.Writer) error {
	posts, err := readPosts(folder)
	if err != nil {
		return err
	}
	ordinary, err := readFigures(figures)
	if err != nil {
		return fmt.Errorf("%s: %w", figures, err)
	}
	var train []example
	var keep []*model.Figures // ordinary posts that set the threshold
	for i := range posts {
		if posts[i].Split == "train" {
			train = append(train, labelled(e, &posts[i]))
		}
	}
	hand := len(train)
	for i, f := range ordinary {
		if i%2 == 1 {
			keep = append(keep, f)
			continue
		}
		x := exampleOf(f)
		x.weight = ordinaryWeight
		train = append(train, x)
	}
	blob := quantise(fit(train))
	weights, err := model.Open(blob)
	if err != nil {
		return err
	}
	fmt.Fprintf(log, "%d posts by hand and %d ordinary ones learnt from\n", hand, len(train)-hand)
	report(log, e, weights, posts, keep)
	return os.WriteFile(out, blob, 0o644)
}

// readPosts reads the corpus, file by file in order of name.
func readPosts(folder string) ([]corpus.Post, error) {
	names, err := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	if err != nil {
		return nil, err
	}
	var all []corpus.Post
	r := corpus.NewReader()
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		posts, err := r.Read(filepath.Base(name), f)
		f.Close()
		if err != nil {
			return nil, err
		}
		all = append(all, posts...)
	}
	return all, nil
}

func labelled(e *engine.Engine, p *corpus.Post) example {
	x := exampleOf(e.Sample(p.Text).Figures())
	x.y[0] = p.Expected.Alert()
	for _, l := range p.Labels {
		if c, ok := verdict.ParseCategory(l); ok {
			x.y[1+int(c)] = true
		}
	}
	return x
}

// report prints what thresholds cost on ordinary posts, and what they find on
// the tune voices: to choose model.Threshold by.
func report(log io.Writer, e *engine.Engine, w *model.Weights, posts []corpus.Post, keep []*model.Figures) {
	var ordinary []int
	for _, f := range keep {
		ordinary = append(ordinary, w.Best(f).Scores[0])
	}
	slices.Sort(ordinary)
	for _, per := range []int{1, 2, 3, 5} {
		at := ordinary[len(ordinary)-1-per*len(ordinary)/1000]
		var c corpus.Count
		for i := range posts {
			if posts[i].Split != "tune" {
				continue
			}
			want := posts[i].Expected.Alert()
			switch got := w.Best(e.Sample(posts[i].Text).Figures()).Scores[0] > at; {
			case want && got:
				c.Right++
			case got:
				c.Extra++
			case want:
				c.Missed++
			}
		}
		fmt.Fprintf(log, "%d in 1,000 ordinary posts: threshold %d; alone on tune, alert F1 %.3f precision %.2f recall %.2f\n",
			per, at, c.F1(), c.Precision(), c.Recall())
	}
}
