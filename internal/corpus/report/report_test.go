//go:build !wasip1

package main

import (
	"bufio"
	"compress/gzip"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/corpus"
	"secondlook/internal/verdict"
)

// own is a corpus of three authors.
const own = `{"id":"t1","text":"My client Mia, 4, bit me on Monday","labels":["client-story"],"expected":"hold","spans":[{"text":"Mia","type":"PERSON"}],"author":"a","split":"train","pair":"p","about":[{"text":"My client","who":"served","number":"one"}]}
{"id":"t2","text":"My cat Mia, 4, bit me on Monday","labels":[],"expected":"clear","author":"a","split":"train","pair":"p"}
{"id":"u1","text":"My client left on Monday","labels":["client-story"],"expected":"caution","author":"b","split":"tune"}
{"id":"s1","text":"My patient on ward 4 died on Sunday, quokka","labels":["client-story"],"expected":"caution","author":"c","split":"test","about":[{"text":"My patient","who":"served","number":"one"}]}
{"id":"s2","text":"A lovely sunday with quokka","labels":[],"expected":"clear","protected":true,"author":"c","split":"test"}
`

func folder(t *testing.T, files map[string]string) string {
	dir := t.TempDir()
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	return dir
}

func TestReportWithoutThePublicText(t *testing.T) {
	dir := folder(t, map[string]string{
		"own-a.jsonl": own, "real_labels.jsonl": "", "compare.md": "# Designs\n\n```\n# no heading\n```\n",
		"second_labels.jsonl": `{"id":"s1","labels":["client-story"],"protected":false,"expected":"hold","n":2}` + "\n" +
			`{"id":"s2","labels":[],"protected":true,"expected":"clear","n":0}` + "\n" + `{"id":"x","labels":[],"expected":"clear"}` + "\n",
	})
	out := filepath.Join(dir, "REPORT.md")
	args := []string{dir, filepath.Join(dir, "nowhere"), filepath.Join(dir, "compare.md"), out}
	require.NoError(t, run(args))
	b, err := os.ReadFile(out)
	require.NoError(t, err)
	page := string(b)
	for _, want := range []string{
		"**The public text was not beside the checkout**", "| posts | 2 | 1 | 2 | 5 |", "| pairs whose levels differ | 1 | 0 | 0 | 1 |",
		"## Ordinary posts\n\nNot measured", "| test (2) | keywords |", "1 of the second labels are of posts that are not here",
		"| by hand (2) | second | protected, kappa | 1.000 |", "\n### Designs\n", "\n# no heading\n", "| test | resolver | served |",
	} {
		require.Contains(t, page, want)
	}
	for _, word := range []string{"quokka", "lovely", "Mia"} {
		require.NotContains(t, page, word, "a word of a draft")
	}
	require.NoError(t, run(args))
	again, err := os.ReadFile(out)
	require.NoError(t, err)
	require.Equal(t, page, string(again), "the same bytes each time")
	require.ErrorContains(t, run(args[1:]), "usage: report ")
}

func TestReportRefuses(t *testing.T) {
	second := func(line string) error {
		_, err := readSecond(filepath.Join(folder(t, map[string]string{"s": line}), "s"))
		return err
	}
	require.ErrorContains(t, second(`{"id":"a","labels":["story"],"expected":"clear"}`), `s:1: "a": unknown label "story"`)
	require.ErrorContains(t, second(`{"id":"a","expected":"loud"}`), "s:1: not a second label")
	require.ErrorContains(t, second("{\"id\":\"a\",\"expected\":\"clear\"}\n{\"id\":\"a\",\"expected\":\"clear\"}"), `s:2: "a": same id twice`)
	_, err := readRight(filepath.Join(folder(t, map[string]string{"r": `{"id":"a"}`}), "r"))
	require.ErrorContains(t, err, `r:1: want {"id","right"}`)
	require.ErrorContains(t, run([]string{t.TempDir(), "", "", ""}), "no own-*.jsonl")
}

func TestBaselines(t *testing.T) {
	require.Equal(t, verdict.Hold, keywords("my 4yo patient said").Level)
	require.Equal(t, verdict.Caution, keywords("one of my students").Level)
	require.Equal(t, verdict.Caution, keywords("the door code is 4").Level)
	require.Equal(t, verdict.Clear, keywords("my cat").Level)

	posts := func(words string, level verdict.Level) (some []corpus.Post) {
		for _, more := range []string{"today", "again", "at last"} {
			some = append(some, corpus.Post{Text: words + " " + more, Expected: corpus.Level{Level: level}})
		}
		return some
	}
	train := append(posts("the client wept", verdict.Caution), posts("the train came", verdict.Clear)...)
	b := trainBag(train, train)
	read := b.system("", b.alert.at).fresh()
	require.True(t, read("a client wept").Level.Alert())
	require.False(t, read("a train came").Level.Alert())
	require.Equal(t, b, trainBag(train, train), "the seed is fixed")
	calm := []calmPost{{text: "the train"}, {text: "the client wept"}, {text: "came"}}
	require.False(t, b.system("", b.quiet(calm)).fresh()("the client wept").Level.Alert(), "3 in 1,000 of three posts is none")
}

// TestUnseenIsUnseen holds what the report takes for passed over to what the
// trainer took: its figures hold as many posts, ordinary and real.
func TestUnseenIsUnseen(t *testing.T) {
	m, err := readMaterial("../../../testdata/corpus", "../../../../shared/data")
	require.NoError(t, err)
	if !m.public {
		t.Skip("the public text is not beside this checkout")
	}
	require.Equal(t, len(m.real), len(m.realRead))
	for name, n := range map[string]int{"ordinary": len(m.calmOf(learnt)) + len(m.calmOf(threshold)), "real": len(m.realRead)} {
		require.Equal(t, packed(t, "../../model/train/"+name+".bin.gz"), n, "%s: run make figures, or mend calm.go", name)
	}
}

// packed is how many posts the trainer's figures hold: numbers are varints; the
// first counts pairs, which stand before the posts' own count.
func packed(t *testing.T, name string) int {
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	in := bufio.NewReader(z)
	number := func() uint64 {
		n, err := binary.ReadUvarint(in)
		require.NoError(t, err)
		return n
	}
	for n := 2 * number(); n > 0; n-- {
		number()
	}
	return int(number())
}

func TestNested(t *testing.T) {
	require.Equal(t, "### a\n#### b\n", nested("# a\n## b\n"))
	require.Equal(t, 1, strings.Count(nested("```\n# a\n```\n"), "#"))
}
