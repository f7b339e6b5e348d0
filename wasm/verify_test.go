package main

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/sign"
	"secondlook/internal/trust"
)

// published is a small agency's .rbundle and its root's fingerprint.
func published(t testing.TB) (file []byte, fingerprint string) {
	t.Helper()
	key := func(name string) *sign.Signer {
		s, err := sign.New(strings.NewReader(strings.Repeat(name[:1], 32)), name)
		require.NoError(t, err)
		return s
	}
	signed := func(note []byte, err error) []byte {
		require.NoError(t, err)
		note, err = key("ann").Sign(note)
		require.NoError(t, err)
		return note
	}
	root := trust.Root{Agency: "maple", Name: "Maple \"County\"", Version: 1, Issued: 100, Need: 1,
		Approvers: []trust.Key{key("ann").Key()}, Head: key("head").Key(), Recovery: key("recovery").Key()}
	rules := []byte("the rules\n")
	release := trust.Release{Agency: "maple", Root: 1, Seq: 1, Issued: 200, Bundle: trust.BundleHash(rules), Size: int64(len(rules)),
		Schema: 1, Raises: true, Author: "Ann", Changes: []string{`Case numbers are a "hold".`}}
	f := trust.File{Roots: [][]byte{signed(root.Note())}, Releases: [][]byte{signed(release.Note())}, Blob: rules}
	return f.Bytes(), root.Fingerprint()
}

func ask(p *port, request string) string {
	copy(p.alloc(int32(len(request))), request)
	return string(p.verify(int32(len(request))))
}

func TestVerify(t *testing.T) {
	file, fingerprint := published(t)
	p := newPort()
	first := `{"now":300,"pins":{"agency":"maple","root":"` + fingerprint + `"}}` + "\n" + string(file)
	said := ask(p, first)
	var answer struct {
		OK          bool
		Pins        json.RawMessage
		Name        string
		Fingerprint string
		Freshness   string
		ActsFrom    int64 `json:"acts_from"`
		At          int   `json:"bundle_at"`
		Size        int   `json:"bundle_size"`
		Releases    []struct {
			Seq       int
			Approvers []string
			Changes   []string
		}
	}
	require.NoError(t, json.Unmarshal([]byte(said), &answer), said)
	require.True(t, answer.OK, said)
	require.Equal(t, `Maple "County"`, answer.Name)
	require.Equal(t, fingerprint, answer.Fingerprint)
	require.Equal(t, "unknown", answer.Freshness)
	require.Equal(t, int64(200+trust.Day), answer.ActsFrom)
	require.Equal(t, "the rules\n", first[answer.At:answer.At+answer.Size])
	require.Len(t, answer.Releases, 1)
	require.Equal(t, []string{"ann"}, answer.Releases[0].Approvers)
	require.Equal(t, []string{`Case numbers are a "hold".`}, answer.Releases[0].Changes)

	// the pins go back as they came
	again := ask(p, `{"now":300,"pins":`+string(answer.Pins)+"}\n"+string(file))
	said, _, _ = strings.Cut(said, `"bundle_at":`) // the line before the file is longer now
	require.True(t, strings.HasPrefix(again, said), again)
	require.Nil(t, p.engine, "no rules are loaded for it")

	require.Equal(t, `{"ok":false,"reason":"blob-hash","part":"bundle","number":0}`,
		ask(p, strings.Replace(first, "the rules\n", "the rulez\n", 1)))
	require.Equal(t, `{"ok":false,"reason":"foreign-root","part":"root","number":1,"have":"","got":"`+fingerprint+`"}`,
		ask(p, `{"now":300,"pins":{}}`+"\n"+string(file)))
	require.Contains(t, ask(p, `{"now":300,"first_use":true}`+"\n"+string(file)), `{"ok":true,`)
	require.Equal(t, `{"ok":false,"reason":"truncated","part":"file","number":0}`, ask(p, first[:len(first)-1]))
}

func TestVerifyRefusesRequests(t *testing.T) {
	file, _ := published(t)
	malformed := `{"ok":false,"reason":"malformed","part":"request"}`
	for _, line := range []string{``, `{}`, `{"now":1`, `{"now":-1}`, `{"now":01}`, `{"now":1.5}`, `{"now":"1"}`, `{"now":1,}`, `{"now":1}x`,
		`{"now":1,"now":1}`, `{"now":1,"colour":1}`, `{"now":1,"pins":{"colour":1}}`, `{"now":1,"pins":{"seq":1,"seq":2}}`,
		`{"now":1,"pins":{"agency":"\u0061"}}`, `{"now":1,"pins":null}`, `{"now":99999999999999999999}`,
		`{"now":1,"pins":{"agency":"` + strings.Repeat("a", maxVerifyLine) + `"}}`} {
		require.Equal(t, malformed, ask(newPort(), line+"\n"+string(file)), line)
	}
	require.Equal(t, malformed, ask(newPort(), `{"now":1}`), "no line end, no file")
	require.Equal(t, `{"ok":false,"reason":"size","part":"file","number":0}`, ask(newPort(), `{"now":1}`+"\n"))
	p := newPort()
	p.alloc(3)
	require.Equal(t, `{"ok":false,"reason":"memory","part":"request"}`, string(p.verify(4)))
	require.Equal(t, `{"ok":false,"reason":"size","part":"request"}`, string(p.verify(-1)))
}

// Whatever a host writes, the answer is JSON, and never one of a fault.
func FuzzVerify(f *testing.F) {
	file, fingerprint := published(f)
	f.Add([]byte(`{"now":300,"pins":{"agency":"maple","root":"` + fingerprint + `"}}` + "\n" + string(file)))
	f.Add([]byte(`{"now":300,"first_use":true,"pins":{"seq":` + strconv.Itoa(1<<53) + "}}\n" + string(file)))
	p := newPort()
	f.Fuzz(func(t *testing.T, b []byte) {
		answer := ask(p, string(b))
		require.True(t, json.Valid([]byte(answer)), answer)
		require.NotContains(t, answer, `"part":"engine"`)
	})
}
