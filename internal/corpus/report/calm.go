package main

import (
	"path/filepath"
	"slices"
)

// use is what the trainer did with an ordinary post.
type use uint8

const (
	unseen    use = iota // passed over: what the report measures on
	learnt               // trained on
	threshold            // set the alert threshold
)

// calmPost is an ordinary post, where an alert is most likely false.
type calmPost struct {
	id, text, source string
	use              use
}

// calmSources and longestCalm are what internal/model/train (figures.go) takes
// its ordinary posts from and how; a test holds the two counts together.
var calmSources = []struct {
	name, file string
	every      int
	groups     []string
}{
	{"goemotions", "text/goemotions.jsonl.gz", 2, nil},
	{"tweets_ner", "names/tweets_ner.jsonl.gz", 2, nil},
	{"reddit_workers, not serving", "text/reddit_workers.jsonl.gz", 2, []string{
		"TalesFromRetail", "TalesFromThePizzaGuy", "TalesFromYourServer", "jobs", "talesfromcallcenters",
		"talesfromtechsupport", "Parenting", "childfree", "casualiama", "self", "Assistance", "autism", "law",
	}},
}

const longestCalm = 600 // bytes

// readCalm reads the ordinary posts as the trainer goes through them: of each
// source every nth is taken, of all that are taken every second sets the
// threshold. Posts with labels are no ordinary ones.
func (m *material) readCalm(public string) error {
	known := m.known()
	taken := 0
	for _, source := range calmSources {
		m.sources = append(m.sources, source.name)
		n := 0
		err := eachPost(filepath.Join(public, source.file), func(p *publicPost) error {
			if len(p.Text) > longestCalm || source.groups != nil && !slices.Contains(source.groups, p.Sub) {
				return nil
			}
			n++
			if known[p.ID] != nil {
				return nil
			}
			c := calmPost{id: p.ID, text: p.Text, source: source.name}
			if n%source.every == 0 {
				c.use = learnt
				if taken%2 == 1 {
					c.use = threshold
				}
				taken++
			}
			m.calm = append(m.calm, c)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// calmOf are the ordinary posts of one use.
func (m *material) calmOf(u use) (some []calmPost) {
	for _, c := range m.calm {
		if c.use == u {
			some = append(some, c)
		}
	}
	return some
}
