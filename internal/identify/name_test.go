package identify

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/text"
)

// bracketed takes the expected spans out of a line of testdata/names.txt.
func bracketed(line string) (draft string, want []string) {
	line = strings.NewReplacer(`\[`, "\x01", `\]`, "\x02").Replace(line)
	start := -1
	var b strings.Builder
	for _, c := range line {
		switch c {
		case '[':
			start = b.Len()
		case ']':
			want = append(want, b.String()[start:])
		case 1:
			b.WriteByte('[')
		case 2:
			b.WriteByte(']')
		default:
			b.WriteRune(c)
		}
	}
	return b.String(), want
}

func TestNamesFixture(t *testing.T) {
	file, err := os.ReadFile("testdata/names.txt")
	require.NoError(t, err)
	cases := 0
	for line := range strings.Lines(string(file)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' && line[1] == ' ' {
			continue
		}
		cases++
		draft, want := bracketed(line)
		var got []string
		for _, m := range names(text.Read(draft)) {
			require.Equal(t, draft[m.Start:m.End], text.Read(draft).Slice(m.Span))
			got = append(got, draft[m.Start:m.End])
		}
		if !equal(want, got) {
			t.Errorf("%s\n\twant %q\n\tgot  %q", draft, want, got)
		}
	}
	require.GreaterOrEqual(t, cases, 150)
}

func equal(a, b []string) bool { return strings.Join(a, "|") == strings.Join(b, "|") }

func TestNameTitles(t *testing.T) {
	for draft, title := range map[string]string{
		"Judge Ruiz ruled":                "judge",
		"Mr. Okafor fell":                 "mr",
		"Dr Singh signed":                 "dr",
		"I saw Officer Delgado yesterday": "officer",
		"Coach Ibarra said no":            "coach",
		"Deshawn passed":                  "",
	} {
		found := names(text.Read(draft))
		require.Len(t, found, 1, draft)
		require.Equal(t, title, found[0].Title, draft)
	}
}

func TestNameValues(t *testing.T) {
	for draft, value := range map[string]string{
		"Mr. Okafor fell":                    "okafor",
		"MARISOL IS FINALLY HOME":            "marisol",
		"Maria de la Cruz turned eighteen":   "maria de la cruz",
		"Okonjo, Amara is on the docket":     "amara okonjo",
		"surname Okonjo-Reid, got the file?": "okonjo-reid",
		"follow @Marisol_K today":            "marisol_k",
	} {
		found := names(text.Read(draft))
		require.Len(t, found, 1, draft)
		require.Equal(t, value, found[0].Value, draft)
	}
}
