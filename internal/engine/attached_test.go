//go:build !wasip1

// The corpus and the public text lie outside the folder that a wasm test is given.

package engine

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/verdict"
)

func isAttached(f verdict.Finding) bool { return f.Rule == "image.attached" }

func TestAttached(t *testing.T) {
	e := baseline(t)
	for _, c := range []struct {
		name, draft string
		says        bool
	}{
		{"work", "Long shift at the shelter, here's the team", true},
		{"people served, many", "New posters in our dayroom, the residents love them", true},
		{"a client's name: two things to look at", "My client Marisol goes to court", true},
		{"nobody's work", "My dog in the park", false},
		{"a sigh", "TGIF", false},
		{"labour", "We are striking on Thursday for safe staffing on our ward", false},
		{"the draft says itself that there is a picture", "Got a selfie with my client after the hearing", false},
		{"a language that is not read", "Meine Klientin war heute sehr tapfer und ich bin so stolz auf sie", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := e.Check(c.draft, Context{Edit: -1, Attachments: 2})
			at := slices.IndexFunc(v.Findings, isAttached)
			require.Equal(t, c.says, at >= 0)
			if at >= 0 {
				require.Equal(t, verdict.Note, v.Findings[at].Level)
				require.Empty(t, v.Findings[at].Spans, "it is about the picture, not the words")
				require.Equal(t, len(v.Findings)-1, at, "what the words tell comes first")
			}
		})
	}
}

// TestAttachedAddsOneNote: on every shipped post, a picture adds that note or
// nothing, and on protected speech that is about no client, nothing.
func TestAttachedAddsOneNote(t *testing.T) {
	e := baseline(t)
	names, err := filepath.Glob("../../testdata/corpus/own-*.jsonl")
	require.NoError(t, err)
	said, clients, protected := 0, 0, 0
	for _, p := range posts(t, names...) {
		bare := e.Check(p.Text, Context{Edit: -1})
		with := e.Check(p.Text, Context{Edit: -1, Attachments: 1})
		require.False(t, slices.ContainsFunc(bare.Findings, isAttached), p.ID)
		at := slices.IndexFunc(with.Findings, isAttached)
		if slices.ContainsFunc(p.Labels, func(l string) bool { return l == "client-story" || l == "client-identifier" }) {
			clients++
			said += min(at+1, 1)
		}
		if p.Protected && len(p.Labels) == 0 && bare.Protected {
			protected++
			require.Negative(t, at, p.ID)
		}
		with.Findings = slices.DeleteFunc(with.Findings, isAttached)
		if len(with.Findings) == 0 {
			with.Level, with.Findings = verdict.Clear, bare.Findings
		}
		require.Equal(t, bare, with, p.ID)
	}
	require.Positive(t, protected)
	t.Logf("said on %d of %d posts of people served; on none of %d protected", said, clients, protected)
}

// TestAttachedIsSilentOnOrdinaryPosts holds promise 5: of ordinary public posts
// that are silent without a picture, fewer than 1 in 1,000 gets the note with one.
func TestAttachedIsSilentOnOrdinaryPosts(t *testing.T) {
	e := baseline(t)
	n, said := 0, 0
	for _, name := range []string{"text/goemotions.jsonl.gz", "names/tweets_ner.jsonl.gz"} {
		f, err := os.Open(filepath.Join(shared, name))
		if os.IsNotExist(err) {
			t.Skip("the public text is not beside this checkout")
		}
		require.NoError(t, err)
		z, err := gzip.NewReader(f)
		require.NoError(t, err)
		lines := bufio.NewScanner(z)
		lines.Buffer(nil, 1<<20)
		for at := 0; lines.Scan(); at++ {
			var p struct{ Text string }
			require.NoError(t, json.Unmarshal(lines.Bytes(), &p))
			if at%4 != 0 || len(p.Text) > 600 {
				continue
			}
			n++
			v := e.Check(p.Text, Context{Edit: -1, Attachments: 1})
			if len(v.Findings) == 1 && isAttached(v.Findings[0]) {
				said++
			}
		}
		require.NoError(t, lines.Err())
		require.NoError(t, f.Close())
	}
	t.Logf("%d of %d", said, n)
	require.Less(t, 1000*said, n)
}
