package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"secondlook/internal/corpus"
	"secondlook/internal/verdict"
)

// second is what a second reader, who had not seen the first labels, says of a
// post. N, the details he counted, is not scored: the first did not write his down.
type second struct {
	ID        string       `json:"id"`
	Labels    []string     `json:"labels"`
	Protected bool         `json:"protected"`
	Expected  corpus.Level `json:"expected"`
	N         *int         `json:"n"`
}

// readSecond reads second_labels.jsonl; none where there is no file.
func readSecond(name string) (all []second, err error) {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	seen := map[string]bool{}
	for n := 1; lines.Scan(); n++ {
		var l second
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil || l.ID == "" {
			return nil, fmt.Errorf("%s:%d: not a second label", name, n)
		}
		for _, c := range l.Labels {
			if _, ok := verdict.ParseCategory(c); !ok {
				return nil, fmt.Errorf("%s:%d: %q: unknown label %q", name, n, l.ID, c)
			}
		}
		if seen[l.ID] {
			return nil, fmt.Errorf("%s:%d: %q: same id twice", name, n, l.ID)
		}
		seen[l.ID] = true
		all = append(all, l)
	}
	return all, lines.Err()
}

// agreement holds the second reader, and the engine, against the first.
func (r *report) agreement() error {
	p := &r.page
	p.heading("Two readers")
	all, err := readSecond(filepath.Join(r.folder, "second_labels.jsonl"))
	if err != nil {
		return err
	}
	if len(all) == 0 {
		p.say("No second labelling yet: `second_labels.jsonl` is not there.")
		return nil
	}
	hand, real, unknown := r.matched(all)
	p.say("Posts that were labelled a second time, blind; kappa is Cohen's. The engine is held against the first reader on the same posts.")
	if unknown > 0 {
		p.say("%d of the second labels are of posts that are not here.", unknown)
	}
	p.table("posts", "reader", "figure", "value")
	for _, part := range []struct {
		name string
		both []twice
	}{{"by hand", hand}, {"real", real}} {
		if len(part.both) > 0 {
			r.agree(part.name+" ("+number(len(part.both))+")", part.both)
		}
	}
	return nil
}

// twice is a post with both labels.
type twice struct {
	first  corpus.Post
	second *second
}

func (r *report) matched(all []second) (hand, real []twice, unknown int) {
	own, public := map[string]*corpus.Post{}, map[string]*corpus.Post{}
	for i := range r.own {
		own[r.own[i].ID] = &r.own[i]
	}
	for i := range r.realRead {
		public[r.realRead[i].post.ID] = &r.realRead[i].post
	}
	for i := range all {
		switch s := &all[i]; {
		case own[s.ID] != nil:
			hand = append(hand, twice{*own[s.ID], s})
		case public[s.ID] != nil:
			real = append(real, twice{*public[s.ID], s})
		default:
			unknown++
		}
	}
	return hand, real, unknown
}

// agree writes the figures of one part.
func (r *report) agree(name string, both []twice) {
	p := &r.page
	posts, outcomes := make([]corpus.Post, len(both)), make([]corpus.Outcome, len(both))
	table := [][]int{make([]int, 4), make([]int, 4), make([]int, 4), make([]int, 4)}
	var categories [verdict.Categories]corpus.Count
	var protected corpus.Count
	for i, b := range both {
		posts[i] = b.first
		outcomes[i] = corpus.Outcome{Post: &posts[i], Found: corpus.Found{Level: b.second.Expected.Level}}
		table[b.first.Expected.Level][b.second.Expected.Level]++
		protected.Add(b.first.Protected, b.second.Protected)
		for c := range verdict.Categories {
			categories[c].Add(has(b.first.Labels, c), slices.Contains(b.second.Labels, c.String()))
		}
	}
	row := func(reader, what, value string) { p.row(name, reader, what, value) }
	row("second", "level, kappa", figure(corpus.Kappa(table, false)))
	row("second", "level, kappa, linear weights", figure(corpus.Kappa(table, true)))
	row("second", "protected, kappa", figure(protected.Kappa(len(both))))
	for c := range verdict.Categories {
		row("second", c.String()+", kappa", figure(categories[c].Kappa(len(both)))+" ("+number(categories[c].Right+categories[c].Missed)+" by the first)")
	}
	for _, reader := range []struct {
		name string
		out  []corpus.Outcome
	}{{"second", outcomes}, {"engine", r.systems[0].posts(posts)}} {
		s := corpus.Tally(reader.out)
		row(reader.name, "level exact", ratio(s.Exact, s.Posts))
		row(reader.name, "alert F1", within(s.Alert.F1(), corpus.Bootstrap(reader.out, func(s *corpus.Score) float64 { return s.Alert.F1() })))
		row(reader.name, "hold F1", within(s.Hold.F1(), corpus.Bootstrap(reader.out, func(s *corpus.Score) float64 { return s.Hold.F1() })))
	}
}
