//go:build !wasip1

// The public text lies outside the folder that a wasm test is given.

package engine

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/corpus"
	"secondlook/internal/verdict"
)

// shared is the public text that stands beside a checkout and is not part of it.
const shared = "../../../shared/data"

func posts(t *testing.T, names ...string) []corpus.Post {
	var out []corpus.Post
	r := corpus.NewReader()
	for _, name := range names {
		f, err := os.Open(name)
		if os.IsNotExist(err) {
			t.Skipf("%s is not beside this checkout", filepath.Base(name))
		}
		require.NoError(t, err)
		p, err := r.Read(filepath.Base(name), f)
		require.NoError(t, err)
		require.NoError(t, f.Close())
		out = append(out, p...)
	}
	return out
}

// tally runs the engine over posts and scores it.
func tally(e *Engine, posts []corpus.Post) *corpus.Score {
	outcomes := make([]corpus.Outcome, len(posts))
	for i := range posts {
		v := e.Check(posts[i].Text, Context{Edit: -1})
		o := corpus.Outcome{Post: &posts[i], Found: corpus.Found{Level: v.Level, Protected: v.Protected}}
		for _, f := range v.Findings {
			o.Categories = append(o.Categories, f.Category.String())
			for _, s := range f.Spans {
				o.Spans = append(o.Spans, corpus.FoundSpan{Start: s.Start, End: s.End, Type: s.Type.String()})
			}
		}
		outcomes[i] = o
	}
	return corpus.Tally(outcomes)
}

// split keeps the hand-written posts, or the real ones.
func split(all []corpus.Post, real bool) (out []corpus.Post) {
	for _, p := range all {
		if strings.HasPrefix(p.ID, "real-") == real {
			out = append(out, p)
		}
	}
	return out
}

// TestJudgement holds the floors of this release on posts that are only ever
// measured: a list of keywords reaches an alert F1 of 0.20.
func TestJudgement(t *testing.T) {
	all := posts(t, shared+"/labelled/dev_posts.jsonl")
	e := baseline(t)
	for _, c := range []struct {
		name  string
		real  bool
		alert float64
	}{{"hand-written", false, 0.55}, {"real", true, 0.40}} {
		s := tally(e, split(all, c.real))
		t.Logf("%s: alert F1 %.3f, hold F1 %.3f", c.name, s.Alert.F1(), s.Hold.F1())
		require.GreaterOrEqual(t, s.Alert.F1(), c.alert, c.name)
		require.Zero(t, s.ProtectedAlerts, "alerts on protected posts labelled clear, %s", c.name)
	}
}

// TestEvidence logs what each kind of evidence is worth: the rules alone, then
// each step added. The last row is the engine; it must be the best of them.
func TestEvidence(t *testing.T) {
	all := posts(t, shared+"/labelled/dev_posts.jsonl")
	ladder := []string{"identifiers", "referents", "combination", "model", "shield"}
	best := 0.0
	for n := range len(ladder) + 1 {
		e := baseline(t)
		e.without = map[string]bool{}
		for _, s := range ladder[n:] {
			e.without[s] = true
		}
		if e.without["identifiers"] {
			e.without["records"] = true
		}
		hand, real := tally(e, split(all, false)), tally(e, split(all, true))
		t.Logf("%-45s alert F1 hand-written %.3f real %.3f; false alerts on clear %d, on protected %d",
			strings.Join(append([]string{"rules"}, ladder[:n]...), " + "), hand.Alert.F1(), real.Alert.F1(),
			hand.ClearAlerts+real.ClearAlerts, hand.ProtectedAlerts+real.ProtectedAlerts)
		if n < len(ladder) {
			best = max(best, hand.Alert.F1()+real.Alert.F1())
		} else {
			require.GreaterOrEqual(t, hand.Alert.F1()+real.Alert.F1(), best-0.02)
		}
	}
}

// quiet are the sources of posts in which an alert is most likely false: what
// strangers write to each other, tweets, and talk of customers, jobs and family.
var quiet = []struct {
	file string
	subs []string
}{
	{"text/goemotions.jsonl.gz", nil},
	{"names/tweets_ner.jsonl.gz", nil},
	{"text/reddit_workers.jsonl.gz", []string{
		"TalesFromRetail", "TalesFromThePizzaGuy", "TalesFromYourServer", "jobs", "talesfromcallcenters",
		"talesfromtechsupport", "Parenting", "childfree", "casualiama", "self", "Assistance", "autism",
	}},
}

// TestSilence counts alerts on ordinary posts of at most 600 bytes that neither
// weights nor threshold were learnt from (the figures take every fifth or
// fourth): a sample of them, and all in the soak. What strangers comment is held
// to 3 in 1,000; tweets (news among them) and tales of customers and children
// are not that quiet yet and are logged.
func TestSilence(t *testing.T) {
	every := 6
	if os.Getenv("SECONDLOOK_SOAK") != "" {
		every = 1
	}
	e := baseline(t)
	for i, source := range quiet {
		n, alerts := 0, 0
		for k, text := range ordinaryPosts(t, source.file, source.subs) {
			if (k+1)%5 == 0 || (k+1)%4 == 0 || k%every != 0 {
				continue
			}
			n++
			if e.Check(text, Context{Edit: -1}).Level >= verdict.Caution {
				alerts++
			}
		}
		t.Logf("%s: %d alerts on %d posts, %.2f in 1,000", filepath.Base(source.file), alerts, n, 1000*float64(alerts)/float64(n))
		if i == 0 {
			require.LessOrEqual(t, 1000*alerts, 3*n)
		}
	}
}

func ordinaryPosts(t *testing.T, file string, subs []string) (out []string) {
	f, err := os.Open(filepath.Join(shared, file))
	if os.IsNotExist(err) {
		t.Skipf("%s is not beside this checkout", filepath.Base(file))
	}
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var post struct{ Text, Sub string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &post))
		if len(post.Text) <= 600 && (subs == nil || slices.Contains(subs, post.Sub)) {
			out = append(out, post.Text)
		}
	}
	require.NoError(t, lines.Err())
	return out
}

// TestNothingAddsUpWithoutAStory: a story that was withheld or fell leaves no
// parts of itself in the verdict.
func TestNothingAddsUpWithoutAStory(t *testing.T) {
	e := baseline(t)
	for _, post := range posts(t, "../../testdata/corpus/own-g.jsonl", "../../testdata/corpus/own-c.jsonl") {
		v := e.Check(post.Text, Context{Edit: -1})
		told := slices.ContainsFunc(v.Findings, func(f verdict.Finding) bool { return f.Category == verdict.ClientStory })
		require.True(t, told || len(v.Combination) == 0, post.ID)
	}
}
