package referent

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// shared is where the public text to measure on lies; it is no part of the
// repository and tests that want it are skipped without it.
const shared = "../../../shared/data/"

func openShared(t *testing.T, name string) io.Reader {
	f, err := os.Open(shared + name)
	if err != nil {
		t.Skip("no shared data: " + name)
	}
	t.Cleanup(func() { f.Close() })
	if name[len(name)-3:] != ".gz" {
		return f
	}
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	return z
}

type labelled struct {
	Text      string
	Labels    []string
	Protected bool
	Expected  string
}

func eachShared(t *testing.T, name string, do func(p *labelled)) {
	lines := bufio.NewScanner(openShared(t, name))
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var p labelled
		require.NoError(t, json.Unmarshal(lines.Bytes(), &p))
		do(&p)
	}
	require.NoError(t, lines.Err())
}

// surest is how sure the reading is of its surest one person served.
func surest(draft string) int {
	_, r := read(draft, Hint{})
	if s := r.Served(); len(s) > 0 {
		return r.People[s[0]].Sure
	}
	return 0
}

// Of labelled posts that tell of a person served such a one is found, and of
// clear posts none, at these least shares in percent.
const (
	toldFound  = 82
	clearFree  = 91
	falseFirm  = 10 // in 1,000 comments, at Sure of 700 and more
	everyNinth = 9  // a sample of the comments is read
)

func TestLabelledPosts(t *testing.T) {
	told, found, clear, free := 0, 0, 0, 0
	eachShared(t, "labelled/dev_posts.jsonl", func(p *labelled) {
		story := false
		for _, l := range p.Labels {
			story = story || l == "client-story" || l == "client-identifier"
		}
		at := surest(p.Text)
		switch {
		case story:
			told++
			if at >= believed {
				found++
			}
		case p.Expected == "clear":
			clear++
			if at < believed {
				free++
			}
		}
	})
	t.Logf("told %d of %d, clear %d of %d", found, told, free, clear)
	require.GreaterOrEqual(t, 100*found, toldFound*told)
	require.GreaterOrEqual(t, 100*free, clearFree*clear)
}

func TestComments(t *testing.T) {
	n, firm, soft := 0, 0, 0
	eachShared(t, "text/goemotions.jsonl.gz", func(p *labelled) {
		if n++; n%everyNinth != 0 {
			return
		}
		if at := surest(p.Text); at >= 700 {
			firm++
		} else if at >= believed {
			soft++
		}
	})
	n /= everyNinth
	t.Logf("of %d comments %d firm, %d soft", n, firm, soft)
	require.LessOrEqual(t, 1000*firm, falseFirm*n)
}
