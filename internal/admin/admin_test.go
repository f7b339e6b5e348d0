package admin_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"html"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"
	"github.com/stretchr/testify/require"

	"secondlook/internal/admin"
	"secondlook/internal/issue"
	"secondlook/internal/issue/issuetest"
	"secondlook/internal/seal"
	"secondlook/internal/store"
	"secondlook/internal/trust"
)

const password = "four odd words here"

// clock is a machine's clock that tests move on.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// site is a server with the pages, on a new database.
type site struct {
	t *testing.T
	*httptest.Server
	desk  *issue.Desk
	admin *admin.Admin
	clock *clock
}

func newSite(t *testing.T) *site {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "s.db"))
	require.NoError(t, err)
	t.Cleanup(func() { s.Close() })
	sealed, err := seal.New(seal.Fresh())
	require.NoError(t, err)
	c := &clock{at: issuetest.Start.Add(time.Hour)}
	d := &issue.Desk{Store: s, Seal: sealed, Prover: issuetest.Proves{}, Engine: "e", Now: c.now, Stale: issue.Stale, Renew: issue.Renew}
	a, err := admin.New(admin.Config{Desk: d, Origin: "http://rules.test", Log: slog.New(slog.NewTextHandler(t.Output(), nil))})
	require.NoError(t, err)
	server := httptest.NewServer(a)
	t.Cleanup(server.Close)
	return &site{t, server, d, a, c}
}

// browser is one person's.
type browser struct {
	*site
	client *http.Client
	totp   string
	status int
	body   string
	at     string // path of the page that is shown
	header http.Header
}

func (s *site) browser() *browser {
	jar, err := cookiejar.New(nil)
	require.NoError(s.t, err)
	return &browser{site: s, client: &http.Client{Jar: jar, Transport: s.Client().Transport}}
}

func (b *browser) do(r *http.Request) *browser {
	b.t.Helper()
	answer, err := b.client.Do(r)
	require.NoError(b.t, err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	require.NoError(b.t, err)
	b.status, b.body, b.at, b.header = answer.StatusCode, string(body), answer.Request.URL.Path, answer.Header
	return b
}

func (b *browser) get(path string) *browser {
	b.t.Helper()
	r, err := http.NewRequest("GET", b.URL+path, nil)
	require.NoError(b.t, err)
	return b.do(r)
}

// post sends a form of names and values by turns.
func (b *browser) post(path string, pairs ...string) *browser {
	b.t.Helper()
	form := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		form.Add(pairs[i], pairs[i+1])
	}
	r, err := http.NewRequest("POST", b.URL+path, strings.NewReader(form.Encode()))
	require.NoError(b.t, err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return b.do(r)
}

func (b *browser) upload(path string, file []byte) *browser {
	b.t.Helper()
	var body bytes.Buffer
	m := multipart.NewWriter(&body)
	part, err := m.CreateFormFile("file", "x")
	require.NoError(b.t, err)
	_, err = part.Write(file)
	require.NoError(b.t, err)
	require.NoError(b.t, m.Close())
	r, err := http.NewRequest("POST", b.URL+path, &body)
	require.NoError(b.t, err)
	r.Header.Set("Content-Type", m.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return b.do(r)
}

// want asks for the status, what must be on the page and, after "!", what must not.
func (b *browser) want(status int, parts ...string) *browser {
	b.t.Helper()
	require.Equal(b.t, status, b.status, b.body)
	for _, p := range parts {
		if not, ok := strings.CutPrefix(p, "!"); ok {
			require.NotContains(b.t, b.body, not)
		} else {
			require.Contains(b.t, b.body, p)
		}
	}
	return b
}

func (b *browser) find(pattern string) string {
	b.t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(b.body)
	require.NotNil(b.t, m, "%s in %s", pattern, b.body)
	return html.UnescapeString(m[1])
}

// code is the one that the phone shows now. Time goes on first, because a code
// works once.
func (b *browser) code() string {
	b.t.Helper()
	b.clock.pass(31 * time.Second)
	code, err := totp.GenerateCode(b.totp, b.clock.now())
	require.NoError(b.t, err)
	return code
}

// second sets the second factor up.
func (b *browser) second() *browser {
	b.t.Helper()
	require.Equal(b.t, "/admin/second", b.at, b.body)
	b.totp = strings.ReplaceAll(b.find(`<code class="key">([^<]*)`), " ", "")
	sealed := b.find(`name="sealed" value="([^"]*)"`)
	b.post("/admin/second", "sealed", sealed, "code", b.code()).want(200, "Sign out")
	require.Equal(b.t, "/admin/", b.at)
	return b
}

// first is the one-time token of a server that has just started.
func (s *site) first() string {
	s.t.Helper()
	sum := sha256.Sum256([]byte("first"))
	now := s.clock.now().Unix()
	require.NoError(s.t, s.desk.Store.AddToken(s.t.Context(), store.Token{Hash: hex.EncodeToString(sum[:]), Purpose: "first", Role: "administrator", Created: now, Expires: now + 3600}))
	return "first"
}

// founded is an agency's first administrator, signed in.
func (s *site) founded(id string) *browser {
	s.t.Helper()
	b := s.browser()
	all, err := s.desk.Store.Agencies(s.t.Context())
	require.NoError(s.t, err)
	if len(all) > 0 { // the command line founds the next, and invites
		_, err := s.desk.Found(s.t.Context(), id, "Agency "+id)
		require.NoError(s.t, err)
		code, err := s.admin.Invite(s.t.Context(), id, "administrator", "")
		require.NoError(s.t, err)
		return b.joins(code, "admin@"+id+".test")
	}
	token := s.first()
	return b.post("/admin/begin", "token", token, "id", id, "agency", "Agency "+id, "login", "admin@"+id+".test", "name", "Ada "+id,
		"password", password, "repeat", password).second()
}

func (b *browser) joins(code, login string) *browser {
	b.t.Helper()
	return b.post("/admin/join", "code", code, "login", login, "name", "Name of "+login, "password", password, "repeat", password).second()
}

// invited is a new member of the agency of an administrator, signed in.
func (b *browser) invited(role, login string) *browser {
	b.t.Helper()
	code := b.post("/admin/members", "role", role).want(200, "It works once").find(`code=([^<]*)<`)
	return b.site.browser().joins(code, login)
}

// rooted makes and brings the root of an agency.
func (b *browser) rooted(id string, approvers ...string) *issuetest.Agency {
	b.t.Helper()
	key, err := trust.ParseKey(strings.TrimSpace(b.get("/admin/head.pub").want(200).body))
	require.NoError(b.t, err)
	a := issuetest.New(b.t, id, key, approvers...)
	b.upload("/admin/approvers", (&trust.File{Roots: a.File.Roots}).Bytes()).want(200, "Fingerprint", a.Root.Fingerprint())
	return a
}

// proposed is the path of a proposal of the rules as they stand.
func (b *browser) proposed() string {
	b.t.Helper()
	b.post("/admin/proof").want(200, "Nothing speaks against")
	return strings.TrimSuffix(b.post("/admin/proposals", "changes", "Case numbers are a hold.").want(200, "Case numbers are a hold.").at, "/")
}

func mustURL(t *testing.T, s string) *url.URL {
	t.Helper()
	u, err := url.Parse(s)
	require.NoError(t, err)
	return u
}

func urlEscape(s string) string { return url.QueryEscape(s) }

func unescape(s string) string { return html.UnescapeString(s) }
