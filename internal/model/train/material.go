package main

import (
	"os"
	"path/filepath"
	"slices"

	"secondlook/internal/corpus"
	"secondlook/internal/engine"
	"secondlook/internal/model"
	"secondlook/internal/referent"
)

// What posts count for when they are learnt from.
const (
	realWeight     = 4.0 // there are few of them, and they are what the scorer is for
	ordinaryWeight = 0.6 // less than one written to be learnt from
)

// material is what there is to learn from, and to choose by.
type material struct {
	words *model.Words
	train []*sample
	tune  []*sample // voices, real and ordinary posts that nothing is learnt from
}

// readMaterial reads the repository's posts and figures. Of the real posts every
// fifth is kept to choose by, and of the ordinary ones.
func readMaterial(e *engine.Engine, folder, figures string) (*material, error) {
	blob, err := os.ReadFile(filepath.Join(figures, "../words.bin"))
	if err != nil {
		return nil, err
	}
	words, err := model.OpenWords(blob)
	if err != nil {
		return nil, err
	}
	m := &material{words: words}
	if err := m.handSamples(e, folder, figures); err != nil {
		return nil, err
	}
	told, err := readPacked(filepath.Join(figures, realFile), realPost, realWeight)
	if err != nil {
		return nil, err
	}
	m.share(told, 5)
	calm, err := readPacked(filepath.Join(figures, ordinaryFile), ordinary, ordinaryWeight)
	if err != nil {
		return nil, err
	}
	m.share(calm, 5)
	return m, nil
}

// handSamples reads the train and tune voices. Who is spoken of in a train post
// is read by what was learnt of the other folds' posts: the parts that learn
// from it must see it as doubtful as it will be on posts nobody learnt from.
func (m *material) handSamples(e *engine.Engine, folder, figures string) error {
	posts, err := readPosts(folder)
	if err != nil {
		return err
	}
	people, err := readPeople(filepath.Join(figures, peopleFile))
	if err != nil {
		return err
	}
	train := of(posts, "train")
	whose := make([]*sample, len(train))
	for i := range train {
		whose[i] = &sample{kind: byHand, author: train[i].Author}
	}
	fold := foldsOf(whose)
	m.train = make([]*sample, len(train))
	for k := range folds {
		others := slices.Clone(people)
		for i := range train {
			if fold[i] != k {
				others = append(others, peopleOf(&train[i])...)
			}
		}
		e.Relate(referent.OpenRelations(fitRelations(others)))
		for i := range train {
			if fold[i] == k {
				m.train[i] = pointer(handSample(e, &train[i]))
			}
		}
	}
	e.Relate(referent.OpenRelations(fitRelations(append(peopleIn(train), people...))))
	tune := of(posts, "tune")
	for i := range tune {
		m.tune = append(m.tune, pointer(handSample(e, &tune[i])))
	}
	return nil
}

func of(posts []corpus.Post, split string) (some []corpus.Post) {
	for i := range posts {
		if posts[i].Split == split {
			some = append(some, posts[i])
		}
	}
	return some
}

func pointer(s sample) *sample { return &s }

// share keeps every nth for choosing.
func (m *material) share(all []sample, n int) {
	for i := range all {
		if i%n == n-1 {
			m.tune = append(m.tune, &all[i])
		} else {
			m.train = append(m.train, &all[i])
		}
	}
}

// readPosts reads the corpus, file by file in order of name.
func readPosts(folder string) ([]corpus.Post, error) {
	names, err := filepath.Glob(filepath.Join(folder, "own-*.jsonl"))
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
