package identify

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// A fixture file is named for a type: testdata/age.txt. Each line is a draft
// in which every mention of that type that counts as found (Sure 500 or more)
// is in brackets: "my [[4yo|AGE]] patient". Lines under "# none" have none. A
// third part asks for the kind it counts as: [[ward 7|FACILITY|place]].
func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		if types := typesOf(name); types != nil { // names.txt has a form and a test of its own
			t.Run(name, func(t *testing.T) { walkFixture(t, file, types) })
		}
	}
}

// typesOf gives the types a fixture file is about.
func typesOf(name string) map[verdict.SpanType]bool {
	types := map[verdict.SpanType]bool{}
	for word := range strings.SplitSeq(name, "-") {
		typ, ok := verdict.ParseSpanType(strings.ToUpper(word))
		if !ok {
			return nil
		}
		types[typ] = true
	}
	return types
}

func walkFixture(t *testing.T, file string, types map[verdict.SpanType]bool) {
	raw, err := os.ReadFile(file)
	require.NoError(t, err)
	lines := 0
	for i, line := range strings.Split(string(raw), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		lines++
		draft, want := unbracket(t, strings.ReplaceAll(line, `\n`, "\n"))
		t.Run(strconv.Itoa(i+1), func(t *testing.T) {
			require.Equal(t, want, found(draft, types, want), "%s:%d: %s", file, i+1, draft)
		})
	}
	require.GreaterOrEqual(t, lines, 40, "%s: lines", file)
}

// found lists what is found of the types, told as the brackets tell it.
func found(draft string, types map[verdict.SpanType]bool, want []string) []string {
	got := []string{}
	for _, m := range Find(text.Read(draft)) {
		if !types[m.Type] || m.Sure < 500 {
			continue
		}
		s := strconv.Itoa(m.Start) + " " + draft[m.Start:m.End] + "|" + m.Type.String()
		if k := len(got); k < len(want) && strings.Count(want[k], "|") == 2 {
			s += "|" + m.Part.String()
		}
		got = append(got, s)
	}
	return got
}

// unbracket takes the brackets out of a line.
func unbracket(t *testing.T, line string) (draft string, want []string) {
	var b strings.Builder
	want = []string{}
	for {
		before, rest, ok := strings.Cut(line, "[[")
		b.WriteString(before)
		if !ok {
			return b.String(), want
		}
		inside, after, ok := strings.Cut(rest, "]]")
		require.True(t, ok, line)
		words, _, ok := strings.Cut(inside, "|")
		require.True(t, ok, line)
		want = append(want, strconv.Itoa(b.Len())+" "+inside)
		b.WriteString(words)
		line = after
	}
}
