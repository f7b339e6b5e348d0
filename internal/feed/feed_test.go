package feed_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"

	"secondlook/internal/feed"
	"secondlook/internal/issue"
	"secondlook/internal/issue/issuetest"
	"secondlook/internal/policy"
	"secondlook/internal/seal"
	"secondlook/internal/store"
	"secondlook/internal/trust"
)

// site is a server with two agencies: maple has published twice, oak never.
type site struct {
	store   *store.Store
	desk    *issue.Desk
	feed    *feed.Feed
	maple   *issuetest.Agency
	address string // of maple's feed, without the host
	oak     string
	old     *trust.File // maple's first release
	draft   string      // hash of a bundle that maple has not published
}

func newSite(t *testing.T) *site {
	t.Helper()
	ctx := t.Context()
	s, err := store.Open(ctx, filepath.Join(t.TempDir(), "s.db"))
	require.NoError(t, err)
	t.Cleanup(func() { s.Close() })
	sealed, err := seal.New(seal.Fresh())
	require.NoError(t, err)
	now := issuetest.Start.Add(time.Hour)
	d := &issue.Desk{Store: s, Seal: sealed, Prover: issuetest.Proves{}, Now: func() time.Time { return now }, Stale: issue.Stale, Renew: issue.Renew}
	e := &site{store: s, desk: d, feed: feed.New(s)}
	a, err := d.Found(ctx, "maple", "Maple")
	require.NoError(t, err)
	o, err := d.Found(ctx, "oak", "Oak")
	require.NoError(t, err)
	e.address, e.oak = "/v1/a/"+a.Capability, "/v1/a/"+o.Capability
	head, err := d.HeadKey(ctx, "maple")
	require.NoError(t, err)
	e.maple = issuetest.New(t, "maple", head)
	_, err = d.AddRoots(ctx, "maple", e.maple.File.Roots, "")
	require.NoError(t, err)
	e.old = e.publish(t, "one")
	e.publish(t, "two")
	draft := []byte("a draft of rules")
	e.draft = trust.BundleHash(draft)
	_, err = s.AddProposal(ctx, store.Proposal{Agency: "maple", Bundle: e.draft}, draft)
	require.NoError(t, err)
	require.NoError(t, e.feed.Look(ctx))
	return e
}

func (e *site) publish(t *testing.T, word string) *trust.File {
	t.Helper()
	f := e.maple.Release(issuetest.Bundle(t, "maple", word))
	_, err := e.desk.Publish(t.Context(), issue.Submission{Agency: "maple", File: f})
	require.NoError(t, err)
	return f
}

// ask asks the feed. headers are "Name: value".
func (e *site) ask(method, path string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, path, nil)
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		r.Header.Add(name, value)
	}
	w := httptest.NewRecorder()
	e.feed.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) []byte {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	return b
}

// A browser that enrols finds everything, and trust takes it; one that saw the
// first release is led to the second.
func TestABrowserReads(t *testing.T) {
	e := newSite(t)
	get := func(path string) []byte {
		r := e.ask("GET", e.address+path)
		require.Equal(t, 200, r.StatusCode, path)
		return body(t, r)
	}
	whole, err := trust.OpenFile(get("/export.rbundle"))
	require.NoError(t, err)
	now := issuetest.Start.Add(time.Hour).Unix()
	r, err := trust.Verify(trust.Input{Now: now, Schema: policy.BundleSchema, FirstUse: true, File: *whole})
	require.NoError(t, err)
	require.Equal(t, int64(2), r.Pins.Seq)

	first, err := trust.Verify(trust.Input{Now: now, Schema: policy.BundleSchema, FirstUse: true, File: *e.old})
	require.NoError(t, err)
	head, err := trust.ReadHead(get("/head"))
	require.NoError(t, err)
	newest := get("/release/" + head.Release)
	release, _, err := trust.ReadRelease(newest)
	require.NoError(t, err)
	f := trust.File{Roots: [][]byte{get("/root/1")}, Releases: [][]byte{get("/release/" + release.Previous), newest},
		Head: get("/head"), Blob: get("/blob/" + release.Bundle)}
	after, err := trust.Verify(trust.Input{Now: now, Schema: policy.BundleSchema, Pins: first.Pins, File: f})
	require.NoError(t, err)
	require.Equal(t, int64(2), after.Pins.Seq)
	require.Equal(t, e.old.Blob, get("/blob/"+trust.BundleHash(e.old.Blob)), "an older bundle, to roll back to")
}

func TestScenarios(t *testing.T) {
	e := newSite(t)
	h := body(t, e.ask("GET", e.address+"/head"))
	tag := e.ask("GET", e.address+"/head").Header.Get("ETag")
	newest := trust.BundleHash(e.maple.File.Blob)
	blob := e.address + "/blob/" + newest
	for _, c := range []struct {
		name, method, path string
		headers            []string
		status             int
		has, hasNot        string // in the body
		header             []string
		noHeader           []string
	}{
		{"head", "GET", e.address + "/head", nil, 200, "secondlook head v1\nagency maple\nseq 2\n", "secondlook release",
			[]string{"Cache-Control: public, max-age=5", "Content-Type: text/plain; charset=utf-8", "X-Content-Type-Options: nosniff"}, []string{"Set-Cookie", "Server", "Last-Modified"}},
		{"head of the head", "HEAD", e.address + "/head", nil, 200, "", "secondlook", []string{"Content-Length: " + fmt.Sprint(len(h)), "ETag: " + tag}, nil},
		{"known", "GET", e.address + "/head", []string{"If-None-Match: " + tag}, 304, "", "secondlook", []string{"ETag: " + tag}, []string{"Content-Length", "Content-Type"}},
		{"known, weakly, among others", "GET", e.address + "/head", []string{`If-None-Match: "x", W/` + tag}, 304, "", "secondlook", nil, nil},
		{"known once", "GET", e.address + "/head", []string{`If-None-Match: "0123"`}, 200, "seq 2", "", nil, nil},
		{"no tag at all", "GET", e.address + "/head", []string{`If-None-Match: `}, 200, "seq 2", "", nil, nil},
		{"root", "GET", e.address + "/root/1", nil, 200, "secondlook root v1", "", []string{"Cache-Control: public, max-age=31536000, immutable"}, nil},
		{"bundle", "GET", blob, nil, 200, "", "", []string{"Content-Type: application/octet-stream", "Vary: Accept-Encoding"}, []string{"Content-Encoding"}},
		{"bundle, range", "GET", blob, []string{"Range: bytes=0-9", "Accept-Encoding: gzip"}, 206, string(e.maple.File.Blob[:10]), "", []string{"Content-Length: 10"}, []string{"Content-Encoding"}},
		{"bundle, range beyond", "GET", blob, []string{"Range: bytes=99999999-"}, 416, "", "secondlook", nil, nil},
		{"gzip ruled out", "GET", blob, []string{"Accept-Encoding: gzip;q=0, zstd; q=0.0"}, 200, "", "", nil, []string{"Content-Encoding"}},

		{"no such agency", "GET", "/v1/a/aaaaaaaaaaaaaaaaaaaaaaaaaa/head", nil, 404, "Not Found\n", "maple", nil, nil},
		{"nothing published", "GET", e.oak + "/head", nil, 404, "Not Found\n", "oak", nil, nil},
		{"no such root", "GET", e.address + "/root/2", nil, 404, "Not Found\n", "", []string{"Cache-Control: no-store"}, nil},
		{"root written otherwise", "GET", e.address + "/root/01", nil, 404, "Not Found\n", "", nil, nil},
		{"a draft", "GET", e.address + "/blob/" + e.draft, nil, 404, "Not Found\n", "draft", nil, nil},
		{"an agency by its name", "GET", "/v1/a/maple/head", nil, 404, "Not Found\n", "", nil, nil},
		{"of another agency", "GET", e.oak + "/blob/" + newest, nil, 404, "Not Found\n", "", nil, nil},
		{"upwards", "GET", e.address + "/blob/../head", nil, 404, "Not Found\n", "secondlook", nil, nil},
		{"upwards, hidden", "GET", e.address + "/blob/%2e%2e%2fhead", nil, 404, "Not Found\n", "secondlook", nil, nil},
		{"zero byte", "GET", e.address + "/blob/" + strings.Repeat("a", 63) + "%00", nil, 404, "Not Found\n", "", nil, nil},
		{"no part", "GET", e.address, nil, 404, "Not Found\n", "", nil, nil},
		{"long", "GET", e.address + "/" + strings.Repeat("a", 4000), nil, 404, "Not Found\n", "", nil, nil},
		{"post", "POST", e.address + "/head", nil, 405, "Method Not Allowed\n", "secondlook", []string{"Allow: GET, HEAD"}, nil},
		{"delete of nobody", "DELETE", "/v1/a/x/head", nil, 405, "Method Not Allowed\n", "", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := e.ask(c.method, c.path, c.headers...)
			require.Equal(t, c.status, r.StatusCode)
			got := string(body(t, r))
			require.Contains(t, got, c.has)
			if c.hasNot != "" {
				require.NotContains(t, got, c.hasNot)
			}
			for _, h := range c.header {
				name, value, _ := strings.Cut(h, ": ")
				require.Equal(t, value, r.Header.Get(name), name)
			}
			for _, name := range c.noHeader {
				require.Empty(t, r.Header.Get(name), name)
			}
			if c.method == "HEAD" || r.StatusCode == 304 {
				require.Empty(t, got)
			}
		})
	}
}

// What is not there looks the same whatever the reason.
func TestNothingIsTold(t *testing.T) {
	e := newSite(t)
	shape := func(path string) string {
		r := e.ask("GET", path)
		r.Header.Del("Date")
		return fmt.Sprint(r.StatusCode, r.Header, string(body(t, r)))
	}
	want := shape("/v1/a/nobody/head")
	for _, path := range []string{e.oak + "/head", e.address + "/blob/" + e.draft, e.address + "/blob/" + strings.Repeat("0", 64), e.address + "/x", "/v1/a/"} {
		require.Equal(t, want, shape(path), path)
	}
}

func TestCompressed(t *testing.T) {
	e := newSite(t)
	path := e.address + "/blob/" + trust.BundleHash(e.maple.File.Blob)
	tags := map[string]bool{}
	for encoding, open := range map[string]func(io.Reader) (io.Reader, error){
		"gzip": func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) },
		"zstd": func(r io.Reader) (io.Reader, error) { return zstd.NewReader(r) },
	} {
		r := e.ask("GET", path, "Accept-Encoding: br, "+encoding)
		require.Equal(t, encoding, r.Header.Get("Content-Encoding"))
		packed := body(t, r)
		require.Equal(t, fmt.Sprint(len(packed)), r.Header.Get("Content-Length"))
		in, err := open(bytes.NewReader(packed))
		require.NoError(t, err)
		plain, err := io.ReadAll(in)
		require.NoError(t, err)
		require.Equal(t, e.maple.File.Blob, plain)
		tag := r.Header.Get("ETag")
		tags[tag] = true
		require.Equal(t, 304, e.ask("GET", path, "If-None-Match: "+tag, "Accept-Encoding: "+encoding).StatusCode)
	}
	require.Len(t, tags, 2, "each encoding has its own tag")
}

// A thousand reads of every sort leave the database as it was, byte for byte.
func TestNoRecordOfWhoReads(t *testing.T) {
	e := newSite(t)
	before, err := e.store.Digest(t.Context())
	require.NoError(t, err)
	paths := []string{e.address + "/head", e.address + "/root/1", e.address + "/export.rbundle", e.address + "/nothing",
		e.address + "/blob/" + trust.BundleHash(e.old.Blob), e.address + "/blob/" + strings.Repeat("1", 64), e.oak + "/head", "/v1/a/nobody/head"}
	for i := range 1000 {
		e.ask([]string{"GET", "HEAD", "POST"}[i%3], paths[i%len(paths)], "User-Agent: someone", "X-Forwarded-For: 192.0.2.7")
	}
	require.NoError(t, e.feed.Look(t.Context()))
	after, err := e.store.Digest(t.Context())
	require.NoError(t, err)
	require.Equal(t, before, after)
}

// The database goes away: what is in force is still served, what is not at hand
// is asked for again later, and the fault is reported.
func TestWithoutTheDatabase(t *testing.T) {
	e := newSite(t)
	require.NoError(t, e.store.Close())
	require.Error(t, e.feed.Look(t.Context()))
	for _, path := range []string{"/head", "/root/1", "/export.rbundle", "/blob/" + trust.BundleHash(e.maple.File.Blob)} {
		require.Equal(t, 200, e.ask("GET", e.address+path).StatusCode, path)
	}
	r := e.ask("GET", e.address+"/blob/"+trust.BundleHash(e.old.Blob))
	require.Equal(t, 503, r.StatusCode)
	require.Equal(t, "15", r.Header.Get("Retry-After"))
	require.NotContains(t, string(body(t, r)), "sql")
}

// Before the first look nothing is known, and browsers come back.
func TestBeforeTheFirstLook(t *testing.T) {
	e := newSite(t)
	e.feed = feed.New(e.store)
	r := e.ask("GET", e.address+"/head")
	require.Equal(t, 503, r.StatusCode)
	require.NotEmpty(t, r.Header.Get("Retry-After"))
	require.NoError(t, e.feed.Look(t.Context()))
	require.Equal(t, 200, e.ask("GET", e.address+"/head").StatusCode)
}

// A new release and a new head change the tag.
func TestHeadMoves(t *testing.T) {
	e := newSite(t)
	one := e.ask("GET", e.address+"/head").Header.Get("ETag")
	e.publish(t, "three")
	require.Equal(t, 304, e.ask("GET", e.address+"/head", "If-None-Match: "+one).StatusCode, "not looked yet")
	require.NoError(t, e.feed.Look(t.Context()))
	r := e.ask("GET", e.address+"/head", "If-None-Match: "+one)
	require.Equal(t, 200, r.StatusCode)
	require.Contains(t, string(body(t, r)), "seq 3\n")
}
