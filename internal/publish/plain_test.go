package publish

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// notesOf are the notes that stand on lines of their own.
func notesOf(text string) (out []string) {
	for l := range strings.Lines(text) {
		if l = strings.TrimSpace(l); strings.HasPrefix(l, "#") {
			out = append(out, l)
		}
	}
	return out
}

// The policy's form writes what was changed and leaves every other line, and
// every note on a line of its own, as it was.
func TestFactsForm(t *testing.T) {
	files, err := StarterFiles("maple", "Maple County", today)
	require.NoError(t, err)
	before := files["agency.yaml"]
	facts, notes, err := ReadFacts(before)
	require.NoError(t, err)
	require.Positive(t, notes)
	unchanged, err := PutFacts(before, facts)
	require.NoError(t, err)
	require.Equal(t, before, unchanged)

	rapid.Check(t, func(t *rapid.T) {
		f, _, err := ReadFacts(before)
		require.NoError(t, err)
		f.Contact, f.Agency = odd.Draw(t, "contact"), odd.Draw(t, "agency")
		f.Sayings["training"] = Saying{"en": odd.Draw(t, "training")}
		f.Reviews = map[string]PlainReview{"hr": {By: odd.Draw(t, "by"), On: "2026-01-02"}}
		f.Basis = rapid.SampledFrom([]map[string]string{{}, {"42cfr2": "2026-01-02"}}).Draw(t, "basis")
		f.Jurisdictions = rapid.SliceOfN(odd, 0, 2).Draw(t, "where")
		after, err := PutFacts(before, f)
		require.NoError(t, err)
		require.Equal(t, notesOf(before), notesOf(after))
		require.Contains(t, after, "schema: 1                 # the version of this format; leave it")
		again, _, err := ReadFacts(after)
		require.NoError(t, err)
		require.True(t, same(*f, *again), after)
	})

	f, _, err := ReadFacts(before)
	require.NoError(t, err)
	f.Areas, f.Reviews, f.Sayings["benefits"] = map[string]string{"phones": "after-work"}, nil, Saying{}
	after, err := PutFacts(before, f)
	require.NoError(t, err)
	require.NotContains(t, after, "benefits:")
	require.NotContains(t, after, "reviewed_by:")
	require.Contains(t, after, "    phones: \"after-work\"\n    # phones: ")
}

func TestWordsForm(t *testing.T) {
	files, err := StarterFiles("maple", "Maple County", today)
	require.NoError(t, err)
	for _, before := range []string{files["words.yaml"], "", "# mine alone\n"} {
		rapid.Check(t, func(t *rapid.T) {
			w, _, err := ReadWords(before, []string{"en"})
			require.NoError(t, err)
			w.Clients = append(w.Clients, ClientWords{odd.Draw(t, "one"), odd.Draw(t, "many")})
			w.Programs = []NameWords{{Name: odd.Draw(t, "name"), Also: rapid.SliceOfN(odd, 0, 2).Draw(t, "also"), Reveals: true}}
			w.Levels = append(w.Levels, PlainLevel{"story.general", "caution", Saying{"en": odd.Draw(t, "why")}})
			after, err := PutWords(before, w, []string{"en"})
			require.NoError(t, err)
			require.Equal(t, notesOf(before), notesOf(after))
			again, _, err := ReadWords(after, []string{"en"})
			require.NoError(t, err)
			require.True(t, same(*w, *again), after)
		})
	}
}

func TestPracticeForm(t *testing.T) {
	files, err := StarterFiles("maple", "Maple County", today)
	require.NoError(t, err)
	before := files["practice/posts.yaml"]
	rapid.Check(t, func(t *rapid.T) {
		f, err := ReadPractice(before, []string{"en"})
		require.NoError(t, err)
		i := rapid.IntRange(0, len(f.Posts)).Draw(t, "at")
		p := PlainPractice{Draft: odd.Draw(t, "first line") + "\n" + odd.Draw(t, "second"), Expect: "note", Why: Saying{"en": odd.Draw(t, "why")}}
		after, err := f.Put(i, &p)
		require.NoError(t, err)
		require.Equal(t, notesOf(before), notesOf(after))
		again, err := ReadPractice(after, []string{"en"})
		require.NoError(t, err)
		require.True(t, same(p, again.Posts[i]), after)
		_, err = again.Drop(i)
		require.NoError(t, err)
	})
}

// What hostile HTML leaves is words; what is kept holds no HTML at all, and says
// the same page when it is read again.
func TestCleanPage(t *testing.T) {
	hostile := "# A <script>alert(1)</script>title\n\nHello <b onclick=x()>you</b> <img src=x onerror=y()> and [a site](https://help.example/a) <a href=\"javascript:z()\">press</a>\n\n" +
		"<div style=\"position:fixed\"><ul><li>one</li><li>two <i>three</i></li></ul></div>\n\n<iframe src=\"//evil.example\"></iframe>\n\n1. a\n   - b\n2. c < d & *e*\n"
	c := CleanPage(hostile)
	require.True(t, c.Taken)
	for _, gone := range []string{"script", "alert", "onclick", "onerror", "iframe", "javascript", "style", "<b", "<i"} {
		require.NotContains(t, c.Text, gone)
	}
	require.Contains(t, c.Text, "Hello **you**")
	require.Contains(t, c.Text, "[a site](<https://help.example/a>)")
	require.Contains(t, c.Text, "- two *three*")
	again := CleanPage(c.Text)
	require.False(t, again.Taken, c.Text)
	require.Equal(t, c.Page, again.Page, c.Text)

	plain := "# Title\n\nWith `<b>` as code, and 2 < 3.\n"
	require.Equal(t, plain, CleanPage(plain).Text)
}

// Whatever words stand in a page, writing it as Markdown and reading that gives
// the page again.
func TestCleanedSaysTheSame(t *testing.T) {
	word := rapid.StringMatching(`[a-z0-9*_<>&#.:()\[\]!~|+=-]{1,8}`)
	rapid.Check(t, func(t *rapid.T) {
		p := "<p>"
		for _, w := range rapid.SliceOfN(word, 1, 6).Draw(t, "words") {
			p += strings.NewReplacer("<", "&lt;", "&", "&amp;").Replace(w) + " "
		}
		first := CleanPage("<h1>Title</h1>" + p + "</p>")
		again := CleanPage(first.Text)
		require.False(t, again.Taken, first.Text)
		require.Equal(t, first.Page, again.Page, first.Text)
	})
}
