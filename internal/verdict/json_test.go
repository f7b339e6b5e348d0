package verdict

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"secondlook/internal/text"
)

func TestAppendJSONForm(t *testing.T) {
	source := "é😀 Mia, \"4\""
	v := Verdict{
		Level: Hold, Coverage: Full, Read: []text.Span{{Start: 0, End: len(source)}},
		Findings: []Finding{{
			Rule: "story.combination", Category: ClientStory, Level: Hold, Score: 900,
			Message: "story_hold", Authority: "ethics", Cite: "nasw.1.07",
			Spans: []Span{{text.Span{Start: 7, End: 10}, Person}, {text.Span{Start: 12, End: 15}, Age}},
		}},
		Combination: []Counted{
			{text.Span{Start: 12, End: 15}, PartAge}, {text.Span{Start: 7, End: 10}, PartAge}, {text.Span{Start: 0, End: 2}, PartSex},
		},
		Engine: "1", Agency: "a", Seq: 3,
	}
	want := `{"level":"hold","protected":false,"coverage":"full","offsets":"utf16",` +
		`"read":[{"start":0,"end":12}],` +
		`"findings":[{"rule":"story.combination","category":"client-story","level":"hold","score":900,` +
		`"message":"story_hold","authority":"ethics","cite":"nasw.1.07",` +
		`"spans":[{"start":4,"end":7,"type":"PERSON","text":"Mia"},{"start":9,"end":12,"type":"AGE","text":"\"4\""}],"rewrites":[]}],` +
		`"combination":{"count":2,"parts":[{"kind":"age","start":9,"end":12},{"kind":"age","start":4,"end":7},{"kind":"sex","start":0,"end":1}]},` +
		`"engine":"1","bundle":{"agency":"a","seq":3}}`
	require.Equal(t, want, string(AppendJSON(nil, source, &v)))

	v = Verdict{Explain: []Step{{Step: "shield", Text: "pay", Span: text.Span{Start: 2, End: 6}}}}
	require.Equal(t, `{"level":"clear","protected":false,"coverage":"full","offsets":"utf16","read":[],"findings":[],`+
		`"combination":{"count":0,"parts":[]},"engine":"","bundle":{"agency":"","seq":0},`+
		`"explain":[{"step":"shield","text":"pay","start":1,"end":3}]}`, string(AppendJSON(nil, source, &v)))
}

// An agency's message is a map from language to text, a built-in one a key.
func TestAgencyMessage(t *testing.T) {
	v := Verdict{Findings: []Finding{{Rule: "harbor/a", Says: []Said{{"en", "Who \"could\" tell?"}, {"es", "¿Quién?"}}}}}
	require.Contains(t, string(AppendJSON(nil, "", &v)), `"message":{"en":"Who \"could\" tell?","es":"¿Quién?"},"authority"`)
}

func TestAppendQuotedIsJSON(t *testing.T) {
	require.Equal(t, `"a\u0000\n\t\r\u007f\"\\\u2028\u2029<&>`+"\uFFFD"+`"`,
		strings.Replace(string(AppendQuoted(nil, "a\x00\n\t\r\x7f\"\\\u2028\u2029<&>\xff")), "\x7f", `\u007f`, 1))
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"))
		q := AppendQuoted(nil, s)
		require.True(t, utf8.Valid(q))
		var back string
		require.NoError(t, json.Unmarshal(q, &back))
		require.Equal(t, string([]rune(s)), back)
	})
}

func TestUnitsAgreeWithUTF16(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Repeat(rapid.String().Draw(t, "s"), rapid.IntRange(1, 40).Draw(t, "times"))
		u := newUnits(s)
		for i := range s {
			require.Equal(t, len(utf16.Encode([]rune(s[:i]))), u.at(i), "at byte %d", i)
		}
		require.Equal(t, len(utf16.Encode([]rune(s))), u.at(len(s)))
		require.Equal(t, u.at(len(s)), u.at(len(s)+9))
		require.Equal(t, 0, u.at(-4))
	})
}

// A draft of rude bytes with spans anywhere still gives JSON with offsets
// inside the draft.
func FuzzAppendJSON(f *testing.F) {
	f.Add("plain", 0, 5)
	f.Add("e\u0301😀\x00", 3, 1)
	f.Add("\xff\xfe\xed\xa0\x80", -2, 99)
	f.Fuzz(func(t *testing.T, source string, start, end int) {
		s := text.Span{Start: start, End: end}
		v := Verdict{Read: []text.Span{s}, Findings: []Finding{{Spans: []Span{{Span: s}}}}}
		out := AppendJSON(nil, source, &v)
		require.True(t, utf8.Valid(out))
		var back struct {
			Read []struct{ Start, End int }
		}
		require.NoError(t, json.Unmarshal(out, &back))
		n := len(utf16.Encode([]rune(source)))
		require.GreaterOrEqual(t, back.Read[0].Start, 0)
		require.LessOrEqual(t, back.Read[0].End, n)
	})
}

func BenchmarkAppendJSONManySpans(b *testing.B) {
	source := strings.Repeat("é😀 Mia ", 100_000)
	v := Verdict{}
	for i := 0; i+10 < len(source); i += 20 {
		v.Read = append(v.Read, text.Span{Start: i, End: i + 10})
	}
	var dst []byte
	for b.Loop() {
		dst = AppendJSON(dst[:0], source, &v)
	}
}
