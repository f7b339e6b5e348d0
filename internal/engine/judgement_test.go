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
// measured: what was reached, less what a few posts more or less would move.
func TestJudgement(t *testing.T) {
	all := posts(t, shared+"/labelled/dev_posts.jsonl")
	e := baseline(t)
	for _, c := range []struct {
		name        string
		real        bool
		alert, hold float64
	}{{"hand-written", false, 0.75, 0.65}, {"real", true, 0.50, 0.35}} {
		s := tally(e, split(all, c.real))
		t.Logf("%s: alert F1 %.3f, hold F1 %.3f", c.name, s.Alert.F1(), s.Hold.F1())
		require.GreaterOrEqual(t, s.Alert.F1(), c.alert, c.name)
		require.GreaterOrEqual(t, s.Hold.F1(), c.hold, c.name)
		require.Zero(t, s.ProtectedAlerts, "alerts on protected posts labelled clear, %s", c.name)
	}
}

// TestEvidence logs what each kind of evidence is worth on the tune voices: the
// rules alone, then each step added. The last row is the engine: the scorer must
// be worth more than the counting before it, and labour speech be left alone.
func TestEvidence(t *testing.T) {
	all := tunePosts(t)
	ladder := []string{"identifiers", "referents", "combination", "model", "shield"}
	var scores []*corpus.Score
	for n := range len(ladder) + 1 {
		e := baseline(t)
		e.without = map[string]bool{}
		for _, s := range ladder[n:] {
			e.without[s] = true
		}
		if e.without["identifiers"] {
			e.without["records"] = true
		}
		s := tally(e, all)
		scores = append(scores, s)
		t.Logf("%-45s alert F1 %.3f, hold F1 %.3f; false alerts on clear %d, on protected %d",
			strings.Join(append([]string{"rules"}, ladder[:n]...), " + "), s.Alert.F1(), s.Hold.F1(), s.ClearAlerts, s.ProtectedAlerts)
	}
	engine, counting := scores[len(ladder)], scores[3]
	require.Greater(t, engine.Alert.F1(), counting.Alert.F1())
	require.Greater(t, engine.Hold.F1(), counting.Hold.F1())
	require.Zero(t, engine.ProtectedAlerts)
}

func tunePosts(t *testing.T) (tune []corpus.Post) {
	names, err := filepath.Glob("../../testdata/corpus/own-*.jsonl")
	require.NoError(t, err)
	for _, p := range posts(t, names...) {
		if p.Split == "tune" {
			tune = append(tune, p)
		}
	}
	return tune
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
		"talesfromtechsupport", "Parenting", "childfree", "casualiama", "self", "Assistance", "autism", "law",
	}},
}

// TestSilence counts alerts on ordinary posts of at most 600 bytes that neither
// weights nor threshold were learnt from (the figures take every second): a
// sample of them, and all in the soak, where together they are held to 3 in
// 1,000. Of a sample the 95 % interval may reach down to that.
func TestSilence(t *testing.T) {
	every := 6
	if os.Getenv("SECONDLOOK_SOAK") != "" {
		every = 1
	}
	e := baseline(t)
	all, alerts := 0, 0
	for _, source := range quiet {
		n, loud := 0, 0
		for k, text := range ordinaryPosts(t, source.file, source.subs) {
			if (k+1)%2 == 0 || k/2%every != 0 {
				continue
			}
			n++
			if e.Check(text, Context{Edit: -1}).Level >= verdict.Caution {
				loud++
			}
		}
		t.Logf("%s: %d alerts on %d posts, %.2f in 1,000", filepath.Base(source.file), loud, n, 1000*float64(loud)/float64(n))
		all, alerts = all+n, alerts+loud
	}
	least := corpus.Wilson(alerts, all).Low
	t.Logf("together %d alerts on %d posts, %.2f in 1,000", alerts, all, 1000*float64(alerts)/float64(all))
	if every == 1 {
		require.LessOrEqual(t, 1000*alerts, 3*all)
	}
	require.LessOrEqual(t, least, 0.003)
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
