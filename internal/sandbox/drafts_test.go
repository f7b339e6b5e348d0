package sandbox

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"secondlook/internal/engine"
)

// requests returns the requests of every file of testdata/drafts and
// testdata/corpus (any .jsonl with a "text" a line), each draft also
// disguised, and the rude ones made here.
func requests(t testing.TB) [][]byte {
	t.Helper()
	var all [][]byte
	for _, pattern := range []string{"../../testdata/drafts/*.jsonl", "../../testdata/corpus/*.jsonl"} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		slices.Sort(files)
		for _, name := range files {
			all = append(all, linesOf(t, name)...)
		}
	}
	require.GreaterOrEqual(t, len(all), 60)
	for i, line := range all[:60] {
		draft, ctx, err := engine.ParseRequest(line)
		require.NoError(t, err)
		for j := range disguises {
			ctx.Edit = i * j
			all = append(all, engine.AppendRequest(nil, disguises[j](draft), ctx))
		}
	}
	return append(all, rude()...)
}

func linesOf(t testing.TB, name string) [][]byte {
	t.Helper()
	file, err := os.Open(name)
	require.NoError(t, err)
	defer file.Close()
	var all [][]byte
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 4<<20)
	for lines.Scan() {
		if len(bytes.TrimSpace(lines.Bytes())) > 0 {
			all = append(all, bytes.Clone(lines.Bytes()))
		}
	}
	require.NoError(t, lines.Err())
	return all
}

// between puts mark after every character.
func between(mark string) func(string) string {
	return func(s string) string {
		var b strings.Builder
		for _, r := range s {
			b.WriteRune(r)
			b.WriteString(mark)
		}
		return b.String()
	}
}

func mapped(f func(rune) rune) func(string) string {
	return func(s string) string { return strings.Map(f, s) }
}

// disguises are what people and keyboards do to words.
var disguises = []func(string) string{
	strings.ToUpper,
	between("\u0301"),
	between("\u200b"),
	between(" "),
	func(s string) string { return "\u202e" + s + "\u202c" },
	func(s string) string { return strings.Repeat(s+"\n\n", 12) },
	mapped(func(r rune) rune { // full width
		if r > ' ' && r < 0x7f {
			return r + 0xfee0
		}
		return r
	}),
	mapped(func(r rune) rune { // look-alikes of Cyrillic
		if i := strings.IndexRune("aceopxy", r); i >= 0 {
			return []rune("асеорху")[i]
		}
		return r
	}),
	mapped(func(r rune) rune { // l33t
		if i := strings.IndexRune("aeiost", r); i >= 0 {
			return rune("431057"[i])
		}
		return unicode.ToLower(r)
	}),
}

// rude returns requests that no editor sends, some of them refused.
func rude() [][]byte {
	long := strings.Repeat("My client Denise came in today, she is 34. ", 600)
	drafts := []string{
		"", " ", "\n", "\x00", strings.Repeat("\x00", 500), "\ufeffMy client Mia", "\uFFFD\uFFFD",
		"a" + strings.Repeat("\u0301", 5000), strings.Repeat("ا", 300), "\u202eaiM tneilc ym\u202c",
		"👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇮🇪🇮", "ＭＹ　ＣＬＩＥＮＴ　ＭＩＡ", "Mу сlіеnt Міа", "m.y c-l-i-e-n-t", "𝓜𝔂 𝓬𝓵𝓲𝓮𝓷𝓽 𝓜𝓲𝓪",
		"ﷺﷺ ﬁﬂ ß ſ ı İ K Å", strings.Repeat("@", 300), strings.Repeat("#a", 300), strings.Repeat("1/", 300),
		strings.Repeat("'", 300) + strings.Repeat("’s", 300), "http://" + strings.Repeat("a.", 300), strings.Repeat("a@b.c ", 200),
		strings.Repeat("\U0010ffff", 100), "\u2028\u2029\u0085\v\f\r\r\n", strings.Repeat("na", 5000), long[:20_000], long[:20_001], long,
		"мой клиент Иван, ему 34 года", "私のクライアントの田中さんは", "عميلتي سارة عمرها ٣٤ سنة", "हमारी ग्राहक सीता", "내 고객 김민수",
	}
	var all [][]byte
	for i, d := range drafts {
		all = append(all, engine.AppendRequest(nil, d, engine.Context{Edit: -1, Explain: i%3 == 0}))
		all = append(all, engine.AppendRequest(nil, d, engine.Context{Edit: len(d) / 2, Account: "agency", Attachments: i % 2, Region: "IE", Setting: "shelter"}))
	}
	for _, raw := range []string{
		`{"text":"\ud83d"}`, `{"text":"\ude00 my client \ud83d Mia"}`, `{"text":"\ud83d\ud83d\ude00"}`, "{\"text\":\"My \xff client \xed\xa0\x80 Mia\"}",
		`{"text":"a","edit":1000000000}`, `{"text":"a","unknown":[{"text":"b"}]}`,
		``, `{}`, `[]`, `{"text":5}`, `{"text":"open`, `{"text":"a"} x`, "\x00", `null`, strings.Repeat("[", 5000),
	} {
		all = append(all, []byte(raw))
	}
	return all
}

// TestDraftsAreEnough: the house promises at least 300.
func TestDraftsAreEnough(t *testing.T) {
	all := requests(t)
	require.GreaterOrEqual(t, len(all), 300)
	valid := 0
	for _, r := range all {
		if json.Valid(r) {
			valid++
		}
	}
	require.GreaterOrEqual(t, valid, 300)
}
