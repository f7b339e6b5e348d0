package sandbox

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// enginePath is where `make wasm` leaves the engine.
const enginePath = "../../bin/engine.wasm"

func engineBytes(t testing.TB) []byte {
	t.Helper()
	b, err := os.ReadFile(enginePath)
	require.NoError(t, err, "run make wasm first")
	return b
}

// codeDir keeps compiled code between runs of the tests.
func codeDir(t testing.TB) string {
	t.Helper()
	dir, err := filepath.Abs("../../.cache/wazero-code")
	require.NoError(t, err)
	return dir
}

func open(t testing.TB) *Sandbox {
	t.Helper()
	s, err := Open(context.Background(), engineBytes(t), codeDir(t), Own)
	require.NoError(t, err)
	t.Cleanup(func() { s.Close(context.Background()) })
	return s
}

func TestCheck(t *testing.T) {
	s := open(t)
	out, err := s.Check(t.Context(), []byte(`{"text":"hello"}`))
	require.NoError(t, err)
	require.True(t, json.Valid(out))
	require.True(t, strings.HasPrefix(string(out), `{"level":"`))
	again, err := s.Check(t.Context(), []byte(`{"text":"hello"}`))
	require.NoError(t, err)
	require.Equal(t, string(out), string(again))
}

func TestRefusals(t *testing.T) {
	s := open(t)
	for request, want := range map[string]Refusal{
		`{"text":3}`:                {"request", `request: key "text": want a string at byte 8`},
		``:                          {"request", `request: want an object at byte 0`},
		strings.Repeat(" ", 33<<20): {"size", `request longer than 32 MB`},
	} {
		_, err := s.Check(t.Context(), []byte(request))
		var got *Refusal
		require.ErrorAs(t, err, &got)
		require.Equal(t, want, *got)
	}
	_, err := s.Check(t.Context(), []byte(`{"text":"still here"}`))
	require.NoError(t, err)
}

func TestLoad(t *testing.T) {
	s := open(t)
	out, err := s.Load(t.Context(), nil)
	require.NoError(t, err)
	require.Contains(t, string(out), `{"ok":true,`)
	out, err = s.Load(t.Context(), []byte("not the built-in rules"))
	require.NoError(t, err)
	require.Equal(t, `{"ok":false,"reason":"these bytes are no bundle: the header is missing"}`, string(out))
}

func TestForeignFiles(t *testing.T) {
	wasm := engineBytes(t)
	for name, b := range map[string][]byte{
		"empty":       {},
		"text":        []byte("not wasm at all"),
		"truncated":   wasm[:len(wasm)/2],
		"cut at the":  wasm[:len(wasm)-1],
		"no exports":  {0, 'a', 's', 'm', 1, 0, 0, 0},
		"wrong magic": append([]byte{1}, wasm[1:]...),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Open(t.Context(), b, "", Own)
			require.ErrorContains(t, err, "not an engine, or part of one")
		})
	}
}

func TestOtherABI(t *testing.T) {
	_, err := Open(t.Context(), fake(9, nothing, nothing), "", Foreign)
	require.EqualError(t, err, "the engine speaks version 9, this program 1")
}

func TestTrapThenFreshInstance(t *testing.T) {
	s, err := Open(t.Context(), fake(1, trap, nothing), "", Foreign)
	require.NoError(t, err)
	defer s.Close(t.Context())
	for range 2 {
		_, err = s.Check(t.Context(), []byte(`{"text":"secret"}`))
		require.ErrorIs(t, err, ErrTrapped)
		require.NotContains(t, err.Error(), "secret")
		require.Zero(t, s.Memory(), "a broken instance is not kept")
	}
	_, err = s.Load(t.Context(), nil) // load of the fake returns (0,0): no bytes
	require.NoError(t, err)
	require.NotZero(t, s.Memory())
}

func TestHangIsStopped(t *testing.T) {
	limits := Foreign
	limits.Base = 100 * time.Millisecond
	s, err := Open(t.Context(), fake(1, hang, nothing), "", limits)
	require.NoError(t, err)
	defer s.Close(t.Context())
	_, err = s.Check(t.Context(), []byte(`{}`))
	require.ErrorIs(t, err, ErrTime)
	_, err = s.Load(t.Context(), nil)
	require.NoError(t, err, "the next call has a fresh instance")
}

// An engine that eats memory gets no more than its bound, ends in an error that
// says so without a word of the draft, and the next call has a fresh instance.
func TestMemoryIsBounded(t *testing.T) {
	limits := Foreign
	limits.Pages = 64
	s, err := Open(t.Context(), fake(1, eat, nothing), "", limits)
	require.NoError(t, err)
	defer s.Close(t.Context())
	for range 2 {
		_, err = s.Check(t.Context(), []byte(`{"text":"secret"}`))
		require.ErrorIs(t, err, ErrTrapped)
		require.NotContains(t, err.Error(), "secret")
		require.Zero(t, s.Memory(), "what was eaten is given back")
	}
	_, err = s.Load(t.Context(), nil)
	require.NoError(t, err)
	require.LessOrEqual(t, s.Memory(), 64*page)

	greedy := bytes.Replace(fake(1, nothing, nothing), []byte{5, 3, 1, 0, 1}, []byte{5, 3, 1, 0, 127}, 1) // 127 pages to begin with
	_, err = Open(t.Context(), greedy, "", limits)
	require.ErrorContains(t, err, "memory")
}

// The engine that ships, with less memory than it wants for a draft: an error, no
// verdict made up, and smaller drafts go on.
func TestTooLittleMemory(t *testing.T) {
	limits := Own
	limits.Pages = 24 << 20 / page
	s, err := Open(t.Context(), engineBytes(t), codeDir(t), limits)
	require.NoError(t, err)
	defer s.Close(t.Context())
	_, err = s.Check(t.Context(), []byte(`{"text":"`+strings.Repeat("A home visit with the twins. ", 200_000)+`"}`))
	require.Error(t, err)
	_, err = s.Check(t.Context(), []byte(`{"text":"Tea."}`))
	require.NoError(t, err)
}

func TestCancelled(t *testing.T) {
	s, err := Open(t.Context(), fake(1, hang, nothing), "", Foreign)
	require.NoError(t, err)
	defer s.Close(context.Background())
	ctx, cancel := context.WithCancel(t.Context())
	go cancel() // it hangs until then
	_, err = s.Check(ctx, []byte(`{}`))
	require.ErrorIs(t, err, context.Canceled)
}

func TestAnswerOutsideMemory(t *testing.T) {
	s, err := Open(t.Context(), fake(1, beyond, nothing), "", Foreign)
	require.NoError(t, err)
	defer s.Close(t.Context())
	_, err = s.Check(t.Context(), []byte(`{}`))
	require.ErrorIs(t, err, ErrTrapped)
}

func TestUnusableCacheIsNoReasonToFail(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	s, err := Open(t.Context(), fake(1, nothing, nothing), file, Foreign)
	require.NoError(t, err)
	require.NoError(t, s.Close(t.Context()))
}

func TestBrokenCacheIsNoReasonToFail(t *testing.T) {
	dir := t.TempDir()
	s, err := Open(t.Context(), fake(1, nothing, nothing), dir, Foreign)
	require.NoError(t, err)
	require.NoError(t, s.Close(t.Context()))
	broken := 0
	require.NoError(t, filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		broken++
		return os.WriteFile(path, []byte("not machine code"), 0o600)
	}))
	require.NotZero(t, broken)
	s, err = Open(t.Context(), fake(1, nothing, nothing), dir, Foreign)
	require.NoError(t, err)
	require.NoError(t, s.Close(t.Context()))
}

// Over many drafts the memory does not grow: what the first half of them took
// is enough for the second.
func TestMemoryIsFlat(t *testing.T) {
	s := open(t)
	request := []byte(`{"text":"` + strings.Repeat("Home visit with the twins at St Jude's this morning. ", 2) + `"}`)
	n := 10_000
	if os.Getenv("SECONDLOOK_SOAK") != "" {
		n = 500_000
	}
	settled := 0
	for i := range n {
		_, err := s.Check(t.Context(), request)
		require.NoError(t, err)
		if i == n/2 {
			settled = s.Memory()
		}
	}
	require.LessOrEqual(t, s.Memory(), settled+1<<20, "one step of the heap at most")
	require.LessOrEqual(t, s.Memory(), roomiest)
}

// 1 MB of text, and what no editor would send.
func TestRudeDrafts(t *testing.T) {
	s := open(t)
	for name, text := range map[string]string{
		"1 MB":            strings.Repeat("My client came in today. ", 42_000),
		"combining marks": "a" + strings.Repeat("\u0301", 100_000),
		"NUL":             strings.Repeat("\x00", 20_001),
		"one word":        strings.Repeat("a", 200_000),
		"newlines":        strings.Repeat("\n", 200_000),
		"emoji":           strings.Repeat("👩‍👩‍👧‍👦", 5_000),
		"digits":          strings.Repeat("1-", 50_000),
		"at signs":        strings.Repeat("@", 50_000),
	} {
		t.Run(name, func(t *testing.T) {
			request, err := json.Marshal(map[string]string{"text": text})
			require.NoError(t, err)
			out, err := s.Check(t.Context(), request)
			require.NoError(t, err)
			require.True(t, json.Valid(out))
			require.LessOrEqual(t, s.Memory(), roomiest)
		})
	}
}
