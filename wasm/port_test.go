package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/engine"
	"secondlook/internal/policy"
	"secondlook/internal/verdict"
)

// send is what a host does: alloc, write, check.
func send(p *port, request string) string {
	copy(p.alloc(int32(len(request))), request)
	return string(p.answer(int32(len(request))))
}

func TestAnswer(t *testing.T) {
	p := newPort()
	for range 3 { // an answer leaves the port as it was
		var v struct{ Level, Offsets string }
		require.NoError(t, json.Unmarshal([]byte(send(p, `{"text":"hello"}`)), &v))
		require.Equal(t, "utf16", v.Offsets)
		_, ok := verdict.ParseLevel(v.Level)
		require.True(t, ok)
		require.Equal(t, `{"error":"request","reason":"request: key \"text\": want a string at byte 8"}`, send(p, `{"text":7}`))
		require.Equal(t, `{"error":"request","reason":"request: want an object at byte 0"}`, send(p, ``))
	}
}

func TestSuggest(t *testing.T) {
	p := newPort()
	request := `{"text":"😀 My client Sarah is so funny"}`
	copy(p.alloc(int32(len(request))), request)
	require.Equal(t, `{"level":"hold","count":1,"offsets":"utf16","rewrites":[{"type":"PERSON","part":"","rules":["identifier.name"],`+
		`"level":"clear","count":0,"edits":[{"start":12,"end":18,"with":""}]}],"least":{"level":"clear","steps":[{"type":"PERSON","part":""}]}}`,
		string(p.suggest(int32(len(request)))))
	require.Contains(t, string(p.suggest(int32(len(request)+1))), `{"error":"memory"`)
	copy(p.alloc(2), "{}")
	require.Contains(t, string(p.suggest(2)), `{"error":"request"`)
}

func TestAnswerRefusesSizesAndBuffers(t *testing.T) {
	p := newPort()
	require.Nil(t, p.alloc(0))
	require.Nil(t, p.alloc(-1))
	require.Nil(t, p.alloc(engine.MaxRequest+1))
	require.Equal(t, `{"error":"size","reason":"request longer than 32 MB"}`, string(p.answer(engine.MaxRequest+1)))
	require.Equal(t, `{"error":"size","reason":"request longer than 32 MB"}`, string(p.answer(-1)))
	p.alloc(3)
	require.Contains(t, string(p.answer(4)), `{"error":"memory"`)
}

func TestPanicIsAnErrorWithoutText(t *testing.T) {
	p := newPort()
	check := p.check
	p.check = func(_ *engine.Engine, draft string, _ engine.Context) verdict.Verdict { panic(draft) }
	require.Equal(t, `{"error":"engine"}`, send(p, `{"text":"secret"}`))
	require.Nil(t, p.engine, "the engine starts afresh")
	p.check = check
	require.Contains(t, send(p, `{"text":"secret"}`), `{"level":`)
}

func TestLoad(t *testing.T) {
	p := newPort()
	ok := `{"ok":true,"engine":"` + engine.Revision + `","rules":"built-in"}`
	require.Equal(t, ok, string(p.load(0)))
	rules := policy.BaselineBytes()
	copy(p.alloc(int32(len(rules))), rules)
	require.Equal(t, ok, string(p.load(int32(len(rules)))))
	copy(p.alloc(5), "rules")
	before := p.engine
	require.Equal(t, `{"ok":false,"reason":"these bytes are no bundle: the header is missing"}`, string(p.load(5)))
	require.Equal(t, `{"ok":false,"reason":"not the buffer of the latest alloc"}`, string(p.load(6)))
	require.Same(t, before, p.engine, "a refusal changes nothing")
}

func TestLargeBuffersAreNotKept(t *testing.T) {
	p := newPort()
	send(p, `{"text":"`+strings.Repeat("a ", keep)+`"}`)
	p.settle()
	send(p, `{"text":"a"}`)
	require.LessOrEqual(t, cap(p.in), keep)
	require.LessOrEqual(t, cap(p.out), keep)
}

// Whatever a host writes, the port answers with JSON and goes on working.
func FuzzAnswer(f *testing.F) {
	f.Add([]byte(`{"text":"My client Mia, 4, bit me","edit":3,"explain":true}`))
	f.Add([]byte(`{"text":"\ud83d\u0000é̂️‍","account":"agency"}`))
	f.Add([]byte("{\"text\":\"\xff\xfe\"}"))
	p := newPort()
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 1<<16 {
			t.Skip("long drafts are for soak")
		}
		answer := send(p, string(b))
		require.True(t, json.Valid([]byte(answer)))
		require.NotEqual(t, `{"error":"engine"}`, answer)
	})
}
