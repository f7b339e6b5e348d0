package engine

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestParseRequest(t *testing.T) {
	none := Context{Edit: -1}
	cases := []struct {
		name, in, draft string
		ctx             Context
	}{
		{"text alone", `{"text":"hi"}`, "hi", none},
		{"every key", ` { "text" : "a" , "site":"x","account":"agency","audience":"private","attachments":2,"locale":"en-IE",` +
			`"region":"IE","setting":"shelter","edit":7,"explain":true } `, "a",
			Context{Site: "x", Account: "agency", Audience: "private", Attachments: 2, Locale: "en-IE", Region: "IE", Setting: "shelter", Edit: 7, Explain: true}},
		{"null is absent", `{"text":"a","site":null,"edit":null,"explain":null}`, "a", none},
		{"last stands", `{"text":"a","text":"b"}`, "b", none},
		{"unknown keys", `{"id":[1,-0.5e+3,{"x":[null,true,false,"\u0041"]},{},[]],"text":"a"}`, "a", none},
		{"edit minus one", `{"text":"a","edit":-1}`, "a", none},
		{"escapes", `{"text":"\"\\\/\b\f\n\r\t\u0000\u00e9\u00E9"}`, "\"\\/\b\f\n\r\t\x00éé", none},
		{"pair", `{"text":"\ud83d\ude00"}`, "😀", none},
		{"lone high", `{"text":"\ud83dx"}`, "\uFFFDx", none},
		{"lone low", `{"text":"\ude00"}`, "\uFFFD", none},
		{"two highs", `{"text":"\ud83d\ud83d\ude00"}`, "\uFFFD😀", none},
		{"high, other escape", `{"text":"\ud83d\u0041"}`, "\uFFFDA", none},
		{"high at the end", `{"text":"\ud83d\u"}`, "", none},
		{"invalid byte", "{\"text\":\"a\xffb\"}", "a\uFFFDb", none},
		{"escaped key", `{"te\u0078t":"a"}`, "a", none},
		{"empty text", `{"text":""}`, "", none},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			draft, ctx, err := ParseRequest([]byte(c.in))
			if c.name == "high at the end" {
				require.EqualError(t, err, `request: key "text": want four hexadecimal digits after \u at byte 15`)
				return
			}
			require.NoError(t, err)
			require.Equal(t, c.draft, draft)
			require.Equal(t, c.ctx, ctx)
		})
	}
}

func TestParseRequestRefuses(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"empty", ``, `request: want an object at byte 0`},
		{"array", `[]`, `request: want an object at byte 0`},
		{"no text", `{}`, `request: key "text": missing at byte 2`},
		{"null text", `{"text":"a","text":null}`, `request: key "text": missing at byte 24`},
		{"number for text", `{"text":5}`, `request: key "text": want a string at byte 8`},
		{"open string", `{"text":"secret`, `request: key "text": string without an end at byte 15`},
		{"open escape", `{"text":"secret\`, `request: key "text": string without an end at byte 15`},
		{"bad escape", `{"text":"secret\x"}`, `request: key "text": unknown escape at byte 15`},
		{"raw newline", "{\"text\":\"secret\n\"}", `request: key "text": control character in a string at byte 15`},
		{"no colon", `{"text" "a"}`, `request: want a colon at byte 8`},
		{"no comma", `{"text":"a" "b":1}`, `request: want , or } at byte 12`},
		{"trailing comma", `{"text":"a",}`, `request: want a string at byte 12`},
		{"after the end", `{"text":"a"}x`, `request: something after the request at byte 12`},
		{"fraction", `{"text":"a","attachments":1.5}`, `request: key "attachments": want a whole number, 0 or more at byte 27`},
		{"negative", `{"text":"a","attachments":-1}`, `request: key "attachments": want a whole number, 0 or more at byte 26`},
		{"huge", `{"text":"a","edit":99999999999999999999}`, `request: key "edit": number too large at byte 28`},
		{"not a flag", `{"text":"a","explain":1}`, `request: key "explain": want true or false at byte 22`},
		{"unknown key never named", `{"text":"a","secret":tru}`, `request: want a value at byte 21`},
		{"bad number", `{"n":-}`, `request: not a number at byte 6`},
		{"open array", `{"n":[1`, `request: want , or ] at byte 7`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := ParseRequest([]byte(c.in))
			require.EqualError(t, err, c.want)
		})
	}
}

func TestParseRequestBounds(t *testing.T) {
	_, _, err := ParseRequest([]byte(`{"n":` + strings.Repeat("[", 100_000) + `}`))
	require.ErrorContains(t, err, "nested too deep")
	_, _, err = ParseRequest([]byte(`{"site":"` + strings.Repeat("x", 2000) + `","text":"a"}`))
	require.ErrorContains(t, err, `key "site": string too long`)
	_, _, err = ParseRequest(make([]byte, MaxRequest+1))
	require.EqualError(t, err, "request: longer than 32 MB at byte 33554432")
}

func TestRequestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draft := rapid.String().Draw(t, "draft")
		ctx := Context{
			Site: rapid.StringN(0, 20, 80).Draw(t, "site"), Account: "agency", Audience: "private",
			Attachments: rapid.IntRange(0, 9).Draw(t, "n"), Edit: rapid.IntRange(-1, 1<<20).Draw(t, "edit"),
			Explain: rapid.Bool().Draw(t, "explain"),
		}
		gotDraft, gotCtx, err := ParseRequest(AppendRequest(nil, draft, ctx))
		require.NoError(t, err)
		require.Equal(t, draft, gotDraft)
		require.Equal(t, ctx, gotCtx)
	})
}

// Whatever the bytes: no panic, a valid draft, the same answer as
// encoding/json where both accept, and no word of the request in an error.
func FuzzParseRequest(f *testing.F) {
	for _, s := range []string{
		`{"text":"a","site":"x","edit":3,"explain":true}`, `{"text":"\ud83d\ude00\ud83d"}`,
		`{"x":[1,{"y":-0.5e3}],"text":""}`, "{\"text\":\"\xff\"}", `{"text":"a","attachments":01}`, `{"text":null}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		draft, _, err := ParseRequest(b)
		if err != nil {
			require.Less(t, len(err.Error()), 120)
			require.True(t, utf8.ValidString(err.Error()))
			return
		}
		require.True(t, utf8.ValidString(draft))
		var want map[string]any // unlike a struct's, a map's keys are matched by the letter
		require.NoError(t, json.Unmarshal(b, &want))
		require.Equal(t, want["text"], draft)
	})
}
