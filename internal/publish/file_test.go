package publish

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// TestRudeFiles: whatever stands where a director's file should, the answer
// names it and says what to do.
func TestRudeFiles(t *testing.T) {
	good := starterFiles(t, nil, nil)
	utf16 := []byte("\xff\xfes\x00c\x00h\x00")
	agency := string(good["agency.yaml"].Data)
	for name, c := range map[string]struct {
		file string
		put  *fstest.MapFile
		says string
	}{
		"empty":          {"agency.yaml", &fstest.MapFile{}, "agency.yaml: is empty; `secondlook bundle new`"},
		"missing":        {"agency.yaml", nil, "agency.yaml: is missing; `secondlook bundle new`"},
		"a folder":       {"words.yaml", &fstest.MapFile{Mode: fs.ModeDir}, "words.yaml: is a folder"},
		"a pipe":         {"words.yaml", &fstest.MapFile{Mode: fs.ModeNamedPipe}, "words.yaml: is no ordinary file"},
		"ten megabytes":  {"words.yaml", &fstest.MapFile{Data: make([]byte, 10<<20)}, "words.yaml: has 10485760 bytes; a whole bundle has at most 1048576"},
		"UTF-16":         {"agency.yaml", &fstest.MapFile{Data: utf16}, "agency.yaml: is saved as UTF-16"},
		"an old coding":  {"words.yaml", &fstest.MapFile{Data: []byte("clients:\n  - { one: hu\xe9sped }\n")}, "words.yaml:2: holds letters in an old coding"},
		"a zero byte":    {"words.yaml", &fstest.MapFile{Data: []byte("clients: []\n\x00\n")}, "words.yaml:2: holds a mark that cannot be seen (U+0000)"},
		"a turned line":  {"guidance/after-work.md", &fstest.MapFile{Data: []byte("# A\n\nYou may \u202eton\u202c post\n")}, "guidance/after-work.md:3: holds a mark that cannot be seen (U+202E)"},
		"a terminal's":   {"words.yaml", &fstest.MapFile{Data: []byte("clients: [] # \x1b[2J\n")}, "words.yaml:1: holds a mark that cannot be seen (U+001B)"},
		"a tab":          {"agency.yaml", &fstest.MapFile{Data: []byte(strings.Replace(agency, "  drafted_on", "\tdrafted_on", 1))}, "a line begins with a tab; use spaces"},
		"a text there":   {"agency.yaml", &fstest.MapFile{Data: []byte(strings.Replace(agency, "schema: 1", "schema: one", 1))}, "agency.yaml:11: a whole number has to stand here\n"},
		"no list":        {"agency.yaml", &fstest.MapFile{Data: []byte(strings.Replace(agency, "languages: [en]", "languages: en", 1))}, "agency.yaml:14: a list, [in brackets]"},
		"a flat policy":  {"agency.yaml", &fstest.MapFile{Data: []byte("schema: 1\npolicy: yes\n")}, "agency.yaml:2: a block of names and colons"},
		"too deep":       {"words.yaml", &fstest.MapFile{Data: []byte("clients: " + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000))}, "brackets stand in brackets too many times"},
		"twice":          {"agency.yaml", &fstest.MapFile{Data: []byte(agency + "\nid: other\n")}, "the same word stands twice before a colon"},
		"a bomb":         {"words.yaml", &fstest.MapFile{Data: []byte("a: &a [x, x]\nb: [*a, *a]\n")}, "words.yaml:2: repeats another part by a sign"},
		"guidance empty": {"guidance/after-work.md", &fstest.MapFile{Mode: fs.ModeNamedPipe}, "guidance/after-work.md: is no ordinary file"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := starterFiles(t, nil, nil)
			delete(dir, c.file)
			if c.put != nil {
				dir[c.file] = c.put
			}
			_, err := ReadAgency(dir)
			require.ErrorContains(t, err, c.says)
			require.NotContains(t, err.Error(), "Go struct")
			report := Unread(err)
			require.False(t, report.OK)
			require.Equal(t, "read", report.Refused[0].Code)
			require.NotEmpty(t, report.Refused[0].Place)
		})
	}
}

// What Windows writes is read as it was meant.
func TestWindowsFiles(t *testing.T) {
	want, err := ReadAgency(starterFiles(t, nil, nil))
	require.NoError(t, err)
	dir := starterFiles(t, nil, nil)
	for name, f := range dir {
		f.Data = []byte("\ufeff" + strings.ReplaceAll(string(f.Data), "\n", "\r\n"))
		dir[name] = f
	}
	got, err := ReadAgency(dir)
	require.NoError(t, err)
	require.Equal(t, want.Bundle.Rules, got.Bundle.Rules)
	require.Equal(t, want.Bundle.Pages, got.Bundle.Pages)
	require.Equal(t, want.Bundle.Agency, got.Bundle.Agency)
}

// Whatever stands in a director's files, reading them ends with a bundle or with
// faults that name a file.
func FuzzReadAgency(f *testing.F) {
	start := starterFiles(f, nil, nil)
	for name, file := range start {
		f.Add(name, string(file.Data))
	}
	f.Add("words.yaml", "clients: [{ one: \"\\u202e\" }]\nlevels: &a [*a]\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		if start[name] == nil || len(text) > 1<<14 {
			t.Skip("no file of the starter, or a long one")
		}
		dir := fstest.MapFS{}
		for n, file := range start {
			dir[n] = file
		}
		dir[name] = &fstest.MapFile{Data: []byte(text)}
		source, err := ReadAgency(dir)
		if err != nil {
			for _, fault := range Unread(err).Refused {
				require.NotEmpty(t, fault.Why)
			}
			return
		}
		source.Bundle.Admit()
	})
}
