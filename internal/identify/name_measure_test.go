package identify

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// Floors stand a little under what the detector reaches.
const (
	tweetFloor    = 645 // exact F1 on unseen tweets, thousandths
	templateFloor = 650 // the same on synthetic forms
	falseCeiling  = 25  // names found per 1,000 posts whose names are masked
)

type annotated struct {
	ID, Text string
	Spans    []struct {
		Start, End int
		Type, Case string
		Handle     bool
	}
}

// eachPublic reads a file of the public data beside the repository, or skips
// the test where it is not there.
func eachPublic(t *testing.T, name string, do func(annotated)) {
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", name+".jsonl.gz"))
	if err != nil {
		t.Skip("no public data beside the repository: ", name)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	s := bufio.NewScanner(z)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		var a annotated
		require.NoError(t, json.Unmarshal(s.Bytes(), &a))
		do(a)
	}
	require.NoError(t, s.Err())
}

// unseen reports whether name_learn.go left the post out.
func unseen(id string) bool {
	h := fnv.New32a()
	h.Write([]byte(id))
	return h.Sum32()%10 >= 7
}

// tally counts exact agreement.
type tally struct{ hit, found, gold int }

func (c tally) f1() int { return 2000 * c.hit / max(1, c.found+c.gold) }

// compare counts the people found in a post against its annotation. Of a
// hashtag the mark is left out, as it is of our spans; a handle is skipped.
func compare(a annotated, all, low *tally) {
	var at []int
	for i := range a.Text {
		at = append(at, i)
	}
	at = append(at, len(a.Text))
	gold := map[text.Span]bool{}
	var handles []text.Span
	for _, s := range a.Spans {
		span := text.Span{Start: at[s.Start], End: at[s.End]}
		switch {
		case s.Handle:
			handles = append(handles, span)
		case s.Type == "PERSON":
			if a.Text[span.Start] == '#' {
				span.Start++
			}
			gold[span] = true
			all.gold++
			if isSmall(a.Text[span.Start:span.End]) {
				low.gold++
			}
		}
	}
	for _, m := range names(text.Read(a.Text)) {
		skip := m.Type != verdict.Person
		for _, h := range handles {
			skip = skip || h.Overlaps(m.Span)
		}
		if skip {
			continue
		}
		small := isSmall(a.Text[m.Start:m.End])
		all.found++
		if small {
			low.found++
		}
		if gold[m.Span] {
			all.hit++
			if small {
				low.hit++
			}
		}
		if os.Getenv("NAMES_SHOW") != "" && !gold[m.Span] {
			println("+", a.Text[m.Start:m.End], m.Sure, "|", strings.ReplaceAll(a.Text[max(0, m.Start-40):min(len(a.Text), m.End+30)], "\n", " "))
		}
		delete(gold, m.Span)
	}
	if os.Getenv("NAMES_SHOW") != "" {
		for s := range gold {
			println("-", a.Text[s.Start:s.End], "|", strings.ReplaceAll(a.Text[max(0, s.Start-40):min(len(a.Text), s.End+30)], "\n", " "))
		}
	}
}

func isSmall(s string) bool { return s == strings.ToLower(s) }

func TestNamesTweets(t *testing.T) {
	var all, low tally
	eachPublic(t, "names/tweets_ner", func(a annotated) {
		if unseen(a.ID) {
			compare(a, &all, &low)
		}
	})
	t.Logf("unseen tweets: F1 %d, precision %d, recall %d (thousandths; %d names)", all.f1(), 1000*all.hit/all.found, 1000*all.hit/all.gold, all.gold)
	t.Logf("in small letters: F1 %d, precision %d, recall %d (%d names)", low.f1(), 1000*low.hit/max(1, low.found), 1000*low.hit/low.gold, low.gold)
	require.Greater(t, all.f1(), tweetFloor)
}

func TestNamesTemplates(t *testing.T) {
	var all, low tally
	eachPublic(t, "names/pii_even_templates", func(a annotated) { compare(a, &all, &low) })
	t.Logf("synthetic forms: F1 %d, precision %d, recall %d (thousandths; %d names)", all.f1(), 1000*all.hit/all.found, 1000*all.hit/all.gold, all.gold)
	require.Greater(t, all.f1(), templateFloor)
}

func TestNamesMasked(t *testing.T) {
	posts, found, low := 0, 0, 0
	eachPublic(t, "text/goemotions", func(a annotated) {
		h := fnv.New32a()
		h.Write([]byte(a.ID))
		if h.Sum32()%10 < 3 {
			return
		}
		posts++
		for _, m := range names(text.Read(a.Text)) {
			if m.Type != verdict.Person {
				continue
			}
			found++
			if isSmall(a.Text[m.Start:m.End]) {
				low++
			}
			if os.Getenv("NAMES_SHOW") != "" {
				println("g", a.Text[m.Start:m.End], m.Sure, "|", a.Text)
			}
		}
	})
	t.Logf("names found in 1,000 posts whose names are masked: %d, of them in small letters %d (%d posts)", 1000*found/posts, 1000*low/posts, posts)
	require.Less(t, 1000*found/posts, falseCeiling)
}

func BenchmarkNames(b *testing.B) {
	draft := "So proud of Marisol today, she finally stood up to her dad in court. Judge Alvarez let Deshawn and his " +
		"sister go home with Aunt Pat, and Mr. Okonjo-Reid cried in the hallway. I have been doing this for nine years " +
		"and I still don't know what to say when a kid thanks you for that. Hope they sleep."
	doc := text.Read(draft[:280])
	b.ReportAllocs()
	for b.Loop() {
		names(doc)
	}
}
