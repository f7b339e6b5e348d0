package admin_test

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"secondlook/internal/admin"
)

// Every route, asked by everybody: who may not is told so, and nothing is done.
func TestEveryRouteAndRole(t *testing.T) {
	s := newSite(t)
	ada := s.founded("maple")
	who := map[string]*browser{"": s.browser(), "administrator": ada, "reviewer": ada.invited("reviewer", "r@maple.test"), "author": ada.invited("author", "a@maple.test")}
	half := s.browser()
	half.post("/admin/join", "code", ada.post("/admin/members", "role", "administrator").find(`code=([^<]*)<`),
		"login", "half@maple.test", "name", "H", "password", password, "repeat", password)
	who["half"] = half
	rank := map[string]int{"": 0, "half": 1, "author": 2, "reviewer": 3, "administrator": 4}
	for _, r := range admin.Routes() {
		for name, b := range who {
			if rank[name] >= r.Rank { // what they may is in the other tests; some of it ends the session
				continue
			}
			t.Run(r.Method+" "+r.Path+" by "+name, func(t *testing.T) {
				path := strings.NewReplacer("{n}", "1", "{id}", "m-1", "{$}", "").Replace(r.Path)
				if r.Method == "GET" {
					b.get(path)
				} else {
					b.post(path)
				}
				switch name {
				case "":
					require.Equal(t, "/admin/sign-in", b.at)
				case "half":
					require.Equal(t, "/admin/second", b.at)
				default:
					b.want(403, "Your role does not include this")
				}
				require.NotContains(t, b.body, "visits.transport")
			})
		}
	}
	require.Len(t, admin.Routes(), 56, "a route more or less: look at who may ask for it, then count anew")
}

// Two agencies on one server: whatever one of them names is not there for the other.
func TestTenants(t *testing.T) {
	s := newSite(t)
	ada, eve := s.founded("maple"), s.founded("elm")
	ada.rooted("maple", "ann")
	eve.rooted("elm", "ann")
	ada.post("/admin/rule", ruleFields("id", "x.x")...).want(200)
	path := ada.proposed()
	ada.post(path+"/review", "approves", "yes", "note", "maple's own").want(200)
	members, err := s.desk.Store.Members(t.Context(), "maple")
	require.NoError(t, err)

	for _, p := range []string{path, path + "/release.rbundle", "/admin/file?path=rules/visits-school.yaml", "/admin/rule?path=rules/visits-school.yaml"} {
		eve.get(p).want(404, "!maple")
	}
	for _, p := range []string{path + "/review", path + "/withdraw", path + "/anew", "/admin/members/" + members[0].ID + "/role", "/admin/members/" + members[0].ID + "/active", "/admin/members/" + members[0].ID + "/reset"} {
		eve.post(p, "role", "author", "active", "no", "approves", "no").want(404, "!maple")
	}
	eve.upload(path+"/signed", []byte("x")).want(404)
	for _, p := range []string{"", "rules", "policy", "guidance", "practice", "proof", "proposals", "history", "enrol", "approvers", "members", "log"} {
		eve.get("/admin/"+p).want(200, "!maple", "!visits.school")
	}
	// an edit of a path that the other has too stays at home
	eve.post("/admin/file", "path", "words.yaml", "revision", "1", "text", "clients: []\n").want(200, "Saved.")
	ada.get("/admin/file?path=words.yaml").want(200, "Riverbend House")
	// a root of the other is refused
	eve.upload("/admin/approvers", []byte(exported(t, s, "maple"))).want(422)
}

func exported(t *testing.T, s *site, agency string) string {
	roots, err := s.desk.Store.Roots(t.Context(), agency)
	require.NoError(t, err)
	out := "secondlook rbundle v1\n"
	for _, r := range roots {
		out += fmt.Sprintf("root %d\n%s", len(r), r)
	}
	return out
}

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>`

// What a person can fill comes back as text, on every page that shows it.
func TestStoredScript(t *testing.T) {
	s := newSite(t)
	b := s.browser()
	b.post("/admin/begin", "token", s.first(), "id", "maple", "agency", `<script>alert(3)</script>`, "login", "a@maple.test", "name", hostile,
		"password", password, "repeat", password).second()
	b.rooted("maple", "ann")
	b.post("/admin/rule", "revision", "0", "id", hostile).want(422, "!<script>alert")
	b.post("/admin/rule", ruleFields("revision", "0")...).want(200)
	revision := "1"
	for _, field := range []string{"message", "why", "words", "unless", "flag", "pass"} {
		values := ruleFields("path", "rules/visits-school.yaml")
		for i := 0; i < len(values); i += 2 {
			if values[i] == field {
				values[i+1] += " " + hostile
			}
			if values[i] == "revision" {
				values[i+1] = revision
			}
		}
		b.post("/admin/rule", values...).want(200, "!<script>alert", "!<img src=x")
		revision = b.get("/admin/rule?path=rules/visits-school.yaml").want(200, "!<script>alert").find(`name="revision" value="(\d+)"`)
	}
	b.post("/admin/guidance", "name", "hostile").want(200)
	b.post("/admin/file", "path", "guidance/hostile.md", "revision", "1", "text",
		"# "+hostile+"\n\n"+hostile+" <a href=\"javascript:alert(4)\">x</a> [y](javascript:alert(5)) <iframe src=//evil.example></iframe>\n").want(200)
	b.post("/admin/file", "path", "practice/posts.yaml", "revision", "1", "text", "practice:\n  - draft: '"+hostile+"'\n    expect: clear\n    why: '"+hostile+"'\n").want(200)
	b.post("/admin/file", "path", "rules/broken.yaml", "revision", "0", "text", "rules: "+hostile).want(200)
	visit := func() {
		for _, p := range []string{"", "rules", "policy", "guidance", "practice", "proof", "proposals", "history", "enrol", "approvers", "members", "log",
			"file?path=guidance/hostile.md", "file?path=rules/broken.yaml", "rule?path=rules/visits-school.yaml", "nowhere/" + "%3Cscript%3Ealert(6)"} {
			b.get("/admin/"+p).want(b.status, "!<script>alert", "!<img src=x", "!javascript:alert(5)\"", "!<iframe")
			require.Contains(t, b.header.Get("Content-Security-Policy"), "default-src 'none'")
		}
		b.get("/admin/guidance").want(200, "!javascript:")
	}
	visit()
	b.post("/admin/file/remove", "path", "rules/broken.yaml", "revision", "1").want(200, "Removed.")
	b.post("/admin/proof").want(200)
	path := b.post("/admin/proposals", "changes", hostile).want(200, "!<script>alert").at
	b.post(path+"/review", "approves", "no", "note", hostile).want(200, "!<script>alert")
	visit()
	b.get("/admin/sign-in?done=<script>").want(200, "!<script>")
	s.browser().get("/admin/join?code="+"%22%3E%3Cscript%3Ealert(7)").want(200, "!<script>alert")
}

// Another site cannot send a form here, whatever it names.
func TestForeignForms(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple")
	for _, header := range [][2]string{{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "https://evil.example"}} {
		r, err := http.NewRequest("POST", s.URL+"/admin/members", strings.NewReader("role=administrator"))
		require.NoError(t, err)
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set(header[0], header[1])
		b.do(r).want(403, "another site", "!code=")
	}
}

// A session's secret is new at every sign-in, and the one brought along is over.
func TestSessions(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple")
	cookie := func() string {
		for _, c := range b.client.Jar.Cookies(mustURL(t, s.URL)) {
			if c.Name == "secondlook" {
				return c.Value
			}
		}
		return ""
	}
	first := cookie()
	old := s.browser()
	old.client.Jar.SetCookies(mustURL(t, s.URL), []*http.Cookie{{Name: "secondlook", Value: first}})
	require.Equal(t, "/admin/", old.get("/admin/").at)
	code := b.code()
	b.post("/admin/sign-in", "login", "admin@maple.test", "password", password, "code", code).want(200)
	require.Equal(t, "/admin/", b.at)
	require.NotEqual(t, first, cookie())
	require.Equal(t, "/admin/sign-in", old.get("/admin/").at, "the planted one")
	// a code works once
	s.browser().post("/admin/sign-in", "login", "admin@maple.test", "password", password, "code", code).want(422, "do not fit")
	// idle
	s.clock.pass(3 * time.Hour)
	require.Equal(t, "/admin/sign-in", b.get("/admin/").at)
	b.post("/admin/sign-in", "login", "admin@maple.test", "password", password, "code", b.code()).want(200)
	second := cookie()
	b.post("/admin/sign-out").want(200, "signed out")
	old.client.Jar.SetCookies(mustURL(t, s.URL), []*http.Cookie{{Name: "secondlook", Value: second}})
	require.Equal(t, "/admin/sign-in", old.get("/admin/").at)
}

// Who has an account cannot be told from answers; who guesses waits, and nobody
// else does.
func TestGuesses(t *testing.T) {
	s := newSite(t)
	ada := s.founded("maple")
	a := s.browser().post("/admin/sign-in", "login", "admin@maple.test", "password", "wrong password", "code", "000000").want(422, "do not fit").body
	b := s.browser().post("/admin/sign-in", "login", "nobody@maple.test", "password", "wrong password", "code", "000000").want(422).body
	require.Equal(t, a, b)
	for range 4 {
		s.browser().post("/admin/sign-in", "login", "admin@maple.test", "password", "wrong password").want(422)
	}
	g := s.browser().post("/admin/sign-in", "login", "x@maple.test", "password", "wrong password").want(422, "!many tries")
	for range 6 {
		g.post("/admin/sign-in", "login", "x@maple.test", "password", "wrong password")
	}
	g.want(429, "Nobody else is kept waiting")
	require.NotEmpty(t, g.header.Get("Retry-After"))
	s.clock.pass(time.Hour)
	s.browser().post("/admin/sign-in", "login", "admin@maple.test", "password", password, "code", ada.code()).want(200, "Sign out")
}

// Tokens work once, for what they are for, and within their time.
func TestTokens(t *testing.T) {
	s := newSite(t)
	s.browser().post("/admin/begin", "token", "guess", "id", "maple").want(422, "not known")
	ada := s.founded("maple")
	s.browser().post("/admin/begin", "token", "first", "id", "birch").want(422, "not known")
	code := ada.post("/admin/members", "role", "author").find(`code=([^<]*)<`)
	s.browser().post("/admin/begin", "token", code, "id", "birch", "agency", "B", "login", "b@b.test", "name", "B", "password", password, "repeat", password).want(422, "not known")
	s.browser().post("/admin/join", "code", code, "login", "admin@maple.test", "name", "B", "password", password, "repeat", password).want(422, "another address")
	s.browser().post("/admin/join", "code", code, "login", "b@maple.test", "name", "B", "password", "short", "repeat", "short").want(422, "too short")
	bob := s.browser().joins(code, "b@maple.test")
	s.browser().post("/admin/join", "code", code, "login", "c@maple.test", "name", "C", "password", password, "repeat", password).want(422, "not known")
	late := ada.post("/admin/members", "role", "author").find(`code=([^<]*)<`)
	members, err := s.desk.Store.Members(t.Context(), "maple")
	require.NoError(t, err)

	// a reset takes both factors anew and ends every session; one that came before it is over
	lost := ada.post("/admin/members/" + members[1].ID + "/reset").want(200).find(`code=([^<]*)<`)
	reset := ada.post("/admin/members/"+members[1].ID+"/reset").want(200, "for Name of b@maple.test").find(`code=([^<]*)<`)
	fresh := s.browser().post("/admin/join", "code", reset, "password", password+"!", "repeat", password+"!").second()
	s.browser().post("/admin/join", "code", lost, "password", password, "repeat", password).want(422, "not known")
	require.Equal(t, "/admin/sign-in", bob.get("/admin/").at)
	fresh.get("/admin/rules").want(200)
	// who is shut out is out at once
	ada.post("/admin/members/"+members[1].ID+"/active", "active", "no").want(200, "shut out")
	require.Equal(t, "/admin/sign-in", fresh.get("/admin/rules").at)
	ada.post("/admin/members/"+members[0].ID+"/role", "role", "author").want(422, "Somebody has to be administrator")
	ada.post("/admin/members/"+members[0].ID+"/active", "active", "no").want(422, "Somebody has to be administrator")
	s.clock.pass(8 * 24 * time.Hour)
	s.browser().post("/admin/join", "code", late, "login", "d@maple.test", "name", "D", "password", password, "repeat", password).want(422, "not known")
}

// Too much, too slow, and names that reach for other places.
func TestBounds(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple")
	b.post("/admin/file", "path", "words.yaml", "revision", "1", "text", strings.Repeat("x", 300<<10)).want(413)
	b.post("/admin/file", "path", "words.yaml", "revision", "1", "text", strings.Repeat("x", 220<<10)).want(422, "too long")
	b.upload("/admin/approvers", make([]byte, 9<<20)).want(413)
	b.post("/admin/file", "path", "words.yaml", "revision", "1", "text", "a\x00b").want(400)
	b.post("/admin/file", "path", "words.yaml", "revision", "1", "text", "\xff\xfe").want(400)
	for _, path := range []string{"../agency.yaml", "rules/../../x.yaml", "/etc/passwd", "rules/x.yaml\x00", "rules/X.yaml", "rules/a/b.yaml", "guidance/x.html", "rules/.yaml", "README.md", ""} {
		b.post("/admin/file", "path", path, "revision", "0", "text", "x").want(b.status, "!Saved")
		require.GreaterOrEqual(t, b.status, 400, path)
		b.get("/admin/file?path=" + urlEscape(path)).want(404)
		b.post("/admin/rule", ruleFields("path", path)...) // its own name, whatever path says
	}
	for _, path := range []string{"/admin/../../etc/passwd", "/admin/%2e%2e/x", "/admin/pages/layout.html", "/admin/proposals/0", "/admin/proposals/-1", "/admin/proposals/x", "/admin/proposals/99999999999999999999", "/admin/style.css/x", "/"} {
		b.get(path).want(404)
	}
	// the same edit twice: the second is told
	b.post("/admin/file", "path", "words.yaml", "revision", "1", "text", "clients: []\n").want(200)
	b.post("/admin/file", "path", "words.yaml", "revision", "1", "text", "clients: []\n").want(409, "Somebody else")
	b.post("/admin/file/remove", "path", "agency.yaml", "revision", "1").want(422)
	b.post("/admin/file", "path", "agency.yaml", "revision", "1", "text", "schema: 1\nagency: X\nid: elm\n").want(200, "the id has to be maple")
	b.post("/admin/proof").want(422, "cannot be read")
}

// A body that trickles in does not hold others up, and its connection answers
// nothing else.
func TestSlowBody(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple")
	c, err := net.Dial("tcp", strings.TrimPrefix(s.URL, "http://"))
	require.NoError(t, err)
	defer c.Close()
	fmt.Fprintf(c, "POST /admin/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nlogin=")
	b.get("/admin/rules").want(200)
	fmt.Fprintf(c, "x")
	c.(*net.TCPConn).CloseWrite()
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	require.NoError(t, err)
	defer answer.Body.Close()
	require.Equal(t, 400, answer.StatusCode)
}
