//go:build !wasip1

// The public text lies outside the folder that a wasm test is given.

package corpus

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"secondlook/internal/verdict"
)

const shipped = "../../testdata/corpus"

func shippedPosts(t *testing.T) (posts []Post) {
	names, err := filepath.Glob(filepath.Join(shipped, "own-*.jsonl"))
	require.NoError(t, err)
	r := NewReader()
	for _, name := range names {
		f, err := os.Open(name)
		require.NoError(t, err)
		some, err := r.Read(filepath.Base(name), f)
		require.NoError(t, err, "a line that breaks the guide: mend it, or take it out")
		require.NoError(t, f.Close())
		posts = append(posts, some...)
	}
	return posts
}

// TestShippedPosts holds the corpus to its size and spread.
func TestShippedPosts(t *testing.T) {
	posts := shippedPosts(t)
	authors, pairs := map[string]int{}, map[string][]verdict.Level{}
	categories, splits := map[string]int{}, map[string]int{}
	clear, protected, withClient := 0, 0, 0
	for i := range posts {
		p := &posts[i]
		require.NotEmpty(t, p.Author, p.ID)
		require.NotEmpty(t, p.Sector, p.ID)
		require.Contains(t, []string{"train", "tune", "test"}, p.Split, p.ID)
		authors[p.Author]++
		splits[p.Split]++
		for _, l := range p.Labels {
			categories[l]++
		}
		if p.Pair != "" {
			pairs[p.Pair] = append(pairs[p.Pair], p.Expected.Level)
		}
		if p.Expected.Level == verdict.Clear {
			clear++
		}
		if p.Protected {
			protected++
			if p.Expected.Level > verdict.Clear {
				withClient++
			}
		}
	}
	require.GreaterOrEqual(t, len(posts), 5000)
	require.GreaterOrEqual(t, len(authors), 40)
	for name, n := range authors {
		require.LessOrEqual(t, n, 150, "posts of author %s", name)
	}
	require.GreaterOrEqual(t, 10*clear, 4*len(posts), "clear posts")
	require.GreaterOrEqual(t, protected, 400, "protected posts")
	require.GreaterOrEqual(t, withClient, 100, "protected posts with a client's story or a secret")
	for c := range verdict.Categories {
		require.GreaterOrEqual(t, categories[c.String()], 250, c.String())
	}
	differ := 0
	for _, levels := range pairs {
		for _, l := range levels {
			if l != levels[0] {
				differ++
				break
			}
		}
	}
	require.GreaterOrEqual(t, differ, 800, "pairs whose level differs")
	t.Logf("%d posts, %d authors, %d pairs that differ, %d protected, %d clear, %v, %v",
		len(posts), len(authors), differ, protected, clear, splits, categories)
}

// TestTestVoicesAreFrozen: the posts that are only measured are those of the day
// they were written; a label that two readers settled anew changes the digest in
// the same commit, with its reason.
func TestTestVoicesAreFrozen(t *testing.T) {
	sum := sha256.New()
	for _, p := range shippedPosts(t) {
		if p.Split == "test" {
			sum.Write([]byte(p.ID + "\x00" + p.Text + "\x00" + p.Expected.String() + "\x00" + strings.Join(p.Labels, ",") + "\n"))
		}
	}
	want, err := os.ReadFile(filepath.Join(shipped, "test_split.sha256"))
	require.NoError(t, err)
	require.Equal(t, strings.TrimSpace(string(want)), hex.EncodeToString(sum.Sum(nil)))
}

// run is how many words in a row two posts may share before one is a copy.
const run = 8

func runs(s string) (out []string) {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > 0 && len(words) < run {
		return []string{strings.Join(words, " ")}
	}
	for i := 0; i+run <= len(words); i++ {
		out = append(out, strings.Join(words[i:i+run], " "))
	}
	return out
}

// TestNothingOverlapsTheDevPosts: what is learnt from shares no run of words with
// what is measured, neither a post by hand nor a labelled real one.
func TestNothingOverlapsTheDevPosts(t *testing.T) {
	const public = "../../../shared/data"
	f, err := os.Open(filepath.Join(public, "labelled/dev_posts.jsonl"))
	if os.IsNotExist(err) {
		t.Skip("the public text is not beside this checkout")
	}
	require.NoError(t, err)
	defer f.Close()
	dev, err := NewReader().Read("dev_posts.jsonl", f)
	require.NoError(t, err)
	measured := map[string]string{}
	ids := map[string]bool{}
	for i := range dev {
		ids[strings.TrimPrefix(dev[i].ID, "real-")] = true
		for _, r := range runs(dev[i].Text) {
			measured[r] = dev[i].ID
		}
	}
	overlap := func(id, text string) {
		for _, r := range runs(text) {
			require.Empty(t, measured[r], "%s shares words with this post of dev_posts", id)
		}
	}
	for _, p := range shippedPosts(t) {
		overlap(p.ID, p.Text)
	}
	real, err := ReadReal(filepath.Join(shipped, "real_labels.jsonl"))
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(real), 1500)
	known := map[string]*Real{}
	for i := range real {
		require.False(t, ids[real[i].ID], "%s is a post of dev_posts", real[i].ID)
		known[real[i].ID] = &real[i]
	}
	found := 0
	eachPublic(t, filepath.Join(public, "text/reddit_workers.jsonl.gz"), func(id, text string) {
		if known[id] == nil {
			return
		}
		found++
		_, err := known[id].Post(text)
		require.NoError(t, err)
		overlap(id, text)
	})
	require.Equal(t, len(real), found)
}

func eachPublic(t *testing.T, name string, do func(id, text string)) {
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		var post struct{ ID, Text string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &post))
		do(post.ID, post.Text)
	}
	require.NoError(t, lines.Err())
}
