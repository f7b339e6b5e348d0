package admin_test

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"secondlook/internal/policy"
	"secondlook/internal/trust"
)

// file is the text of a working file.
func (b *browser) file(agency, path string) string {
	b.t.Helper()
	f, err := b.desk.Store.WorkingFile(b.t.Context(), agency, path)
	require.NoError(b.t, err)
	return f.Text
}

// A rule of any sort is edited where it stands: its neighbours and the notes of
// the file stay.
func TestRuleForms(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple")
	before := b.file("maple", "rules/visits.yaml")
	b.get("/admin/rules").want(200, `href="/admin/rule?path=rules%2fvisits.yaml&amp;id=visits.court-house"`)
	b.get("/admin/rule?path=rules/visits.yaml&id=visits.court-house").want(200, "docket", "1 note (a line with #) stands", `name="within" min="1" max="99" value="6"`)
	near := func(more ...string) []string {
		return append([]string{"path", "rules/visits.yaml", "was", "visits.court-house", "revision", "1", "id", "visits.court-house", "kind", "near", "category", "client-story",
			"level", "note", "authority", "agency", "message", "Is anyone in that hearing\r\na person we serve?", "why", "One court.", "words", "hearing", "second", "docket", "within", "4",
			"flag", "[hearing on the docket]\n[docket, hearing]\n[hearing docket]", "pass", "a\nb\nc"}, more...)
	}
	b.post("/admin/rule", near()...).want(200, "Saved.", "Is anyone in that hearing a person we serve?")
	after := b.file("maple", "rules/visits.yaml")
	require.Contains(t, after, "within: 4")
	for _, kept := range strings.SplitAfter(before, "rules:")[:1] {
		require.True(t, strings.HasPrefix(after, kept), "the notes above")
	}
	require.Contains(t, after, before[strings.Index(before, "  - id: visits.sunday-group"):], "the rule below")
	b.post("/admin/rule", near()...).want(409, "Somebody else has changed this rule")
	b.post("/admin/rule", near("revision", "x")...).want(409)
	b.get("/admin/rule?path=rules/visits.yaml&id=no.such").want(404)
	b.get("/admin/rule?path=agency.yaml").want(200, "agency.yaml") // as text: no rules are in it

}

// The lists of another sort of rule are not dropped in silence.
func TestRuleFormWants(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple")
	with := func(pairs ...string) []string { // the first of two values counts
		return append(pairs, ruleFields()...)
	}
	b.post("/admin/rule", with("second", "x")...).want(422, "no such further list", ">x</textarea>")
	b.post("/admin/rule", with("kind", "near", "second", "x")...).want(422, "how many words")
	b.post("/admin/rule", with("kind", "near", "second", "x", "within", "3", "third", "y")...).want(422, "no such further list")
	b.post("/admin/rule", with("kind", "set")...).want(422, "two lists or three")
	b.post("/admin/rule", with("kind", "regex")...).want(422, "Choose what it looks for")
	b.post("/admin/rule", with("kind", "set", "second", "cried", "third", "court")...).want(200, "Saved.")
	require.Contains(t, b.file("maple", "rules/visits-school.yaml"), "    sets:\n      - [\"school visit\", \"school visits\"]\n      - [\"cried\"]\n      - [\"court\"]\n")
	b.post("/admin/rule/remove", "path", "rules/visits.yaml", "was", "visits.court-house", "revision", "1").want(200, "Removed.", "!visits.court-house", "visits.transport")
	b.post("/admin/rule/remove", "path", "rules/visits-school.yaml", "was", "visits.school", "revision", "1").want(200, "Removed.", "!visits-school.yaml")
	b.post("/admin/rule/remove", "path", "agency.yaml", "was", "x", "revision", "1").want(404)
}

// Words, facts and practice posts have forms that write the same files.
func TestOtherForms(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple")
	b.get("/admin/words").want(200, "guest; guests", "Riverbend House; the Bend", "Fresh Start Mornings", "story.detail")
	b.post("/admin/words", "revision", "1", "clients", "guest; guests\nmember; members", "places", "Riverbend House; the Bend", "telling-programs", "Fresh Start Mornings",
		"rule0", "story.detail", "level0", "hold", "why0", "Families read it.", "rule2", "story.general", "level2", "caution", "why2", "Two.").want(200, "Saved.")
	words := b.file("maple", "words.yaml")
	require.Contains(t, words, `- { one: "member", many: "members" }`)
	require.Contains(t, words, "# Public names of your buildings")
	require.Contains(t, words, `rule: "story.general"`)
	b.post("/admin/words", "revision", "1").want(409, "Somebody else")
	b.post("/admin/words", "revision", "2", "rule0", "story.detail", "level0", "hold").want(422, "needs the level and why")

	b.get("/admin/policy/form").want(200, "county counsel", "Not covered: own phones at work")
	fields := func(more ...string) []string {
		return append([]string{"revision", "1", "agency", "Agency maple", "drafted", "2026-03-01", "reviewed", "2026-03-01", "next", "2027-02-01", "jurisdictions", "US, US-OR", "settings", "shelter",
			"by.hr", "head of personnel", "on.hr", "2026-03-01", "cite.vawa_12291", "2026-03-01", "area.phones", "after-work", "contact", "ask@maple.test", "rights_notice", "Pay, hours, caseloads, staffing and unions are yours."}, more...)
	}
	b.post("/admin/policy/form", fields()...).want(200, "ask@maple.test", "US-OR", "!own phones at work (phones)", "Nobody is named who read it for the law")
	agency := b.file("maple", "agency.yaml")
	require.Contains(t, agency, "# When it was written, when it was last read through")
	require.Contains(t, agency, `jurisdiction: ["US", "US-OR"]`)
	b.post("/admin/policy/form", fields()...).want(409, "Somebody else", "ask@maple.test")
	b.post("/admin/policy/form", "revision", "2", "agency", "").want(422, "Give your agency&#39;s name")

	b.get("/admin/practice").want(200, "/admin/practice/post?path=practice%2fposts.yaml&amp;at=1")
	b.get("/admin/practice/post?path=practice/posts.yaml&at=1").want(200, "Finally closed HC-2024-118")
	b.get("/admin/practice/post?path=practice/posts.yaml&at=9").want(404)
	b.post("/admin/practice/post", "path", "practice/posts.yaml", "revision", "1", "at", "3", "new", "yes", "draft", "Tea\r\nand cake", "expect", "clear", "why", "Nobody is in it.").want(200, "Saved.", "Tea\nand cake")
	b.post("/admin/practice/post", "path", "practice/posts.yaml", "revision", "2", "at", "0", "draft", "x", "expect", "loud", "why", "x").want(422, "Write the post")
	b.post("/admin/practice/remove", "path", "practice/posts.yaml", "revision", "2", "at", "0").want(200, "Removed.", "!Caseload of 41")
	b.post("/admin/practice/remove", "path", "practice/posts.yaml", "revision", "2", "at", "0").want(409)
	b.post("/admin/practice/post", "path", "rules/visits.yaml", "revision", "1", "at", "0", "draft", "x", "expect", "note", "why", "x").want(404)
}

// HTML that is pasted into guidance is gone before it is shown or kept.
func TestGuidanceIsCleaned(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple")
	hostile := "# A page\r\n\r\nHello <b onclick=\"x()\">you</b><script>steal()</script> <a href=\"javascript:y()\">press</a>\r\n\r\n<iframe src=\"//evil.example\"></iframe>\r\n"
	looked := b.post("/admin/guidance/page", "path", "guidance/after-work.md", "revision", "1", "do", "look", "text", hostile).want(200, "Hello <strong>you</strong>", "Hello **you**",
		"Nothing is saved yet", "!steal", "!onclick", "!iframe", "!javascript:")
	require.Contains(t, looked.body, "</article>")
	require.Contains(t, b.file("maple", "guidance/after-work.md"), "Posting after work", "looking keeps nothing")
	b.post("/admin/guidance/page", "path", "guidance/after-work.md", "revision", "1", "do", "save", "text", hostile).want(200, "HTML that was in the text was taken out")
	require.Equal(t, "# A page\n\nHello **you** press\n", b.file("maple", "guidance/after-work.md"))
	b.post("/admin/guidance/page", "path", "guidance/after-work.md", "revision", "1", "do", "save", "text", "x").want(409, "Somebody else")
	b.post("/admin/file", "path", "guidance/friend-requests.md", "revision", "1", "text", hostile).want(200, "HTML that was in the text was taken out")
	require.Equal(t, "# A page\n\nHello **you** press\n", b.file("maple", "guidance/friend-requests.md"), "as text too")
	b.post("/admin/guidance/page", "path", "agency.yaml", "revision", "1", "do", "save", "text", "x").want(404)
	b.post("/admin/guidance/page", "path", "guidance/after-work.md", "revision", "2", "do", "look", "text", "# x\n\n[a](http://plain.example)").want(200, "is not an https:// address")
}

// The preview's bundle is the working copy's, with what a form holds and nothing
// kept; what cannot be tried is said.
func TestPreviewRules(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple")
	bundle := func() *policy.Bundle {
		t.Helper()
		require.Equal(t, 200, b.status, b.body)
		got, err := policy.OpenBundle([]byte(b.body))
		require.NoError(t, err)
		return got
	}
	b.get("/admin/preview.rules")
	require.Len(t, bundle().Rules, 4)
	b.post("/admin/preview.rules", ruleFields("flag", "")...)
	got := bundle()
	require.Len(t, got.Rules, 5)
	b.post("/admin/preview.rules", "kind", "phrase", "category", "client-story", "level", "note", "authority", "agency", "words", "x")
	require.Len(t, bundle().Rules, 5, "from the first wording on")
	b.post("/admin/preview.rules", "path", "rules/visits.yaml", "text", "rules: []\n")
	require.Len(t, bundle().Rules, 1)
	b.get("/admin/rules").want(200, "!visits.school", "visits.transport")
	b.post("/admin/preview.rules", "path", "words.yaml", "text", "x: [").want(422, "words.yaml")
	require.Contains(t, b.header.Get("Content-Type"), "text/plain")
	b.post("/admin/preview.rules", "id", "x.y", "kind", "phrase").want(422, "Choose what it is about")
	b.post("/admin/preview.rules", "path", "../x", "text", "x").want(404)
	b.post("/admin/preview.rules", "path", "words.yaml", "text", strings.Repeat("x", 220<<10)).want(404)
	b.post("/admin/preview.rules", "path", "words.yaml", "text", strings.Repeat("x", 300<<10)).want(413)
}

// Where scripts were built, only the pages that have one may run it, and none may
// reach another place; the worker of the preview reaches nothing.
func TestScriptPolicies(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple")
	_, err := os.Stat("script/preview.js")
	built := err == nil
	for path, scripted := range map[string]bool{"rules": true, "rule": true, "file?path=words.yaml": true, "": false, "members": false, "words": false, "policy/form": false, "guidance/page?path=guidance/after-work.md": false, "proof": false} {
		policy := b.get("/admin/" + path).want(200).header.Get("Content-Security-Policy")
		require.Contains(t, policy, "default-src 'none'")
		require.Equal(t, scripted && built, strings.Contains(policy, "script-src 'self'"), path)
		require.Equal(t, scripted && built, strings.Contains(b.body, "<script defer src="), path)
		for _, never := range []string{"unsafe-inline", "unsafe-eval'", "http:", "https:", "*"} {
			require.NotContains(t, policy, never, path)
		}
	}
	b.get("/admin/script/nothing.js").want(404)
	b.get("/admin/script/.keep").want(404)
	b.get("/admin/engine.wasm").want(404) // this site was given none
	if !built {
		t.Log("the scripts are not built: make extension")
		return
	}
	require.Equal(t, "default-src 'none'; script-src 'wasm-unsafe-eval'", b.get("/admin/script/worker.js").want(200).header.Get("Content-Security-Policy"))
	require.NotRegexp(t, regexp.MustCompile(`\bimportScripts\(`), b.body)
}

// Every new field that a person can fill comes back as text.
func TestStoredScriptInForms(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple")
	script := func(paths ...string) {
		t.Helper()
		for _, p := range paths {
			b.get("/admin/"+p).want(200, "!<script>alert", "!<img src=x")
		}
	}
	b.post("/admin/rule", append([]string{"kind", "near", "within", "2", "second", hostile}, ruleFields()...)...).want(200, "!<script>alert")
	b.post("/admin/words", "revision", "1", "clients", hostile+"; "+hostile, "places", hostile, "telling-places", hostile, "programs", hostile, "telling-programs", hostile,
		"rule0", hostile, "level0", "hold", "why0", hostile).want(200, "!<script>alert")
	b.post("/admin/policy/form", "revision", "1", "agency", hostile, "drafted", hostile, "reviewed", hostile, "next", hostile, "jurisdictions", hostile, "settings", hostile, "by.hr", hostile, "on.hr", hostile, "how.hr", hostile,
		"cite.vawa_12291", hostile, "area.phones", hostile, "contact", hostile, "consequences", hostile, "training", hostile, "rights_notice", hostile).want(200, "!<script>alert")
	b.post("/admin/practice/post", "path", "practice/posts.yaml", "revision", "1", "at", "0", "draft", hostile, "expect", "note", "why", hostile).want(200, "!<script>alert")
	b.post("/admin/guidance/page", "path", "guidance/after-work.md", "revision", "1", "text", "# "+hostile+"\n\n"+hostile).want(200, "!<script>alert", "!<img src=x")
	script("rules", "rule?path=rules/visits-school.yaml", "words", "policy", "policy/form", "practice", "practice/post?path=practice/posts.yaml&at=0", "guidance", "guidance/page?path=guidance/after-work.md", "proof", "file?path=words.yaml")
	b.post("/admin/policy/form", "revision", hostile, "agency", hostile).want(409, "!<script>alert")
	b.get("/admin/practice/post?path="+urlEscape(hostile)).want(404, "!<script>alert")
	b.get("/admin/rule?path=rules/visits.yaml&id="+urlEscape(hostile)).want(404, "!<script>alert")
}

// Too much for each new form is refused, and a body that trickles in holds nobody
// up.
func TestFormBounds(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple")
	large := strings.Repeat("x ", 150<<10)
	for path, field := range map[string]string{"rule": "why", "words": "clients", "policy/form": "contact", "guidance/page": "text", "practice/post": "draft", "preview.rules": "text"} {
		b.post("/admin/"+path, field, large).want(413, "more than fits")
	}
	b.post("/admin/guidance/page", "path", "guidance/after-work.md", "revision", "1", "text", strings.Repeat("x", 220<<10)).want(422, "too long")
	for _, path := range []string{"rule", "words", "policy/form", "guidance/page", "practice/post", "preview.rules"} {
		c, err := net.DialTimeout("tcp", strings.TrimPrefix(s.URL, "http://"), time.Minute)
		require.NoError(t, err)
		cookies := ""
		for _, k := range b.client.Jar.Cookies(mustURL(t, s.URL)) {
			cookies += k.Name + "=" + k.Value + "; "
		}
		fmt.Fprintf(c, "POST /admin/%s HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nCookie: %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ntext=", path, cookies)
		b.get("/admin/rules").want(200)
		require.NoError(t, c.(*net.TCPConn).CloseWrite())
		answer, err := http.ReadResponse(bufio.NewReader(c), nil)
		require.NoError(t, err)
		require.Equal(t, 400, answer.StatusCode, path)
		answer.Body.Close()
		c.Close()
	}
	b.post("/admin/words", "revision", "1", "clients", "a\x00b").want(400)
}

// What a fleet's policy says is what the extension's schema takes, and the file
// in it is one that a browser believes under the fingerprint beside it.
func TestPolicySnippets(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple")
	a := b.rooted("maple", "ann")
	path := b.proposed()
	b.post(path+"/review", "approves", "yes").want(200)
	draft, err := trust.OpenFile([]byte(b.get(path + "/release.rbundle").body))
	require.NoError(t, err)
	b.upload(path+"/signed", a.Sign(draft).Bytes()).want(200, "Published.")
	page := b.get("/admin/enrol").want(200, "Chrome", "Edge", "Firefox", "QR code", `class="qr"`).body
	schema, err := os.ReadFile("../../extension/build/managed.go")
	require.NoError(t, err)
	found := regexp.MustCompile(`(?s)<pre>(.*?)</pre>`).FindAllStringSubmatch(page, -1)
	require.Len(t, found, 3)
	for _, m := range found {
		var tree map[string]any
		require.NoError(t, json.Unmarshal([]byte(unescape(m[1])), &tree))
		values := deepest(tree)
		require.Len(t, values, 2)
		for key := range values {
			require.Regexp(t, `"`+key+`": +{Type: "string"`, string(schema))
		}
		file, err := base64.StdEncoding.DecodeString(values["rules"].(string))
		require.NoError(t, err)
		f, err := trust.OpenFile(file)
		require.NoError(t, err)
		_, err = trust.Verify(trust.Input{Now: s.clock.now().Unix(), Schema: policy.BundleSchema, Pins: trust.Pins{Root: values["root"].(string)}, File: *f})
		require.NoError(t, err)
	}
}

// deepest is the innermost object of one that holds one each.
func deepest(m map[string]any) map[string]any {
	for _, v := range m {
		if inner, ok := v.(map[string]any); ok {
			return deepest(inner)
		}
	}
	return m
}
