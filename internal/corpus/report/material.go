package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"secondlook/internal/corpus"
)

// material is all that is measured on.
type material struct {
	folder   string
	own      []corpus.Post
	real     []corpus.Real
	realRead []realPost // those whose text is there, in the order of the public text
	dev      []corpus.Post
	public   bool // the public text is there
	calm     []calmPost
	sources  []string
}

// realPost is a labelled public post; tuned is that its labels set thresholds,
// else they were learnt from.
type realPost struct {
	labels *corpus.Real
	post   corpus.Post
	tuned  bool
}

func readMaterial(folder, public string) (*material, error) {
	m := &material{folder: folder}
	names, err := filepath.Glob(filepath.Join(folder, "own-*.jsonl"))
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: no own-*.jsonl", folder)
	}
	if m.own, err = readPosts(names...); err != nil {
		return nil, err
	}
	if m.real, err = corpus.ReadReal(filepath.Join(folder, "real_labels.jsonl")); err != nil {
		return nil, err
	}
	m.dev, err = readPosts(filepath.Join(public, "labelled/dev_posts.jsonl"))
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return nil, err
	}
	m.public = true
	if err := m.readReal(public); err != nil {
		return nil, err
	}
	return m, m.readCalm(public)
}

// readPosts reads files in order.
func readPosts(names ...string) (all []corpus.Post, err error) {
	r := corpus.NewReader()
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		some, err := r.Read(filepath.Base(name), f)
		f.Close()
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// readReal joins the labels of real posts with their texts. As in the trainer
// every fifth sets thresholds.
func (m *material) readReal(public string) error {
	known := m.known()
	return eachPost(filepath.Join(public, "text/reddit_workers.jsonl.gz"), func(p *publicPost) error {
		l := known[p.ID]
		if l == nil {
			return nil
		}
		post, err := l.Post(p.Text)
		if err == nil {
			m.realRead = append(m.realRead, realPost{l, *post, len(m.realRead)%5 == 4})
		}
		return err
	})
}

func (m *material) known() map[string]*corpus.Real {
	known := map[string]*corpus.Real{}
	for i := range m.real {
		known[m.real[i].ID] = &m.real[i]
	}
	return known
}

type publicPost struct{ ID, Text, Sub string }

// eachPost reads a gzipped file of public posts.
func eachPost(name string, do func(*publicPost) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 4<<20)
	for n := 1; lines.Scan(); n++ {
		var p publicPost
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			return fmt.Errorf("%s:%d: not a post", name, n)
		}
		if err := do(&p); err != nil {
			return err
		}
	}
	return lines.Err()
}

// split are the posts of one split, in order.
func (m *material) split(name string) (some []corpus.Post) {
	for _, p := range m.own {
		if p.Split == name {
			some = append(some, p)
		}
	}
	return some
}

// devPosts are the hand-written posts of dev_posts, or the real ones.
func (m *material) devPosts(real bool) (some []corpus.Post) {
	for _, p := range m.dev {
		if strings.HasPrefix(p.ID, "real-") == real {
			some = append(some, p)
		}
	}
	return some
}

// realPosts are the labelled real posts that were learnt from, or those that
// set thresholds.
func (m *material) realPosts(tuned bool) (some []corpus.Post) {
	for _, p := range m.realRead {
		if p.tuned == tuned {
			some = append(some, p.post)
		}
	}
	return some
}
