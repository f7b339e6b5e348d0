package admin_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/trust"
)

func ruleFields(more ...string) []string {
	return append([]string{"id", "visits.school", "kind", "phrase", "category", "client-story", "level", "note", "authority", "agency",
		"message", "Could this be known?", "why", "It was, once.", "words", "school visit\nschool visits", "unless", "",
		"flag", "A [school visit] again\n[School visits] all day\nOne more [school visit]", "pass", "School is out\nVisit us\nTea", "revision", "0"}, more...)
}

// The first ten minutes of somebody who is alone, from the token on the console
// to what browsers fetch.
func TestFirstMinutes(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple").want(200, "The first ten minutes", "Agency maple")
	b.get("/admin/rules").want(200, "visits.transport", "Could a parent tell")
	b.get("/admin/enrol").want(200, "First somebody has to speak")
	a := b.rooted("maple", "ann")

	b.get("/admin/").want(200, "<li><b>Rules.</b>")
	b.post("/admin/rule", ruleFields()...).want(200, "Saved.", "visits.school", "/admin/rule?path=rules%2fvisits-school.yaml")
	b.get("/admin/").want(200, `<li class="ok"><b>Rules.</b>`)
	b.get("/admin/rule?path=rules/visits-school.yaml").want(200, "school visits", "One more [school visit]")
	path := b.proposed()
	b.get(path).want(200, "New rule visits.school")
	b.post(path+"/review", "approves", "yes").want(200, "0 of 1 have signed", "a day after it is published")

	draft, err := trust.OpenFile([]byte(b.get(path + "/release.rbundle").want(200).body))
	require.NoError(t, err)
	b.upload(path+"/signed", a.Sign(draft).Bytes()).want(200, "Published.")
	b.get("/admin/").want(200, "In force: release 1", "levels that it raises begin")
	root := a.Root.Fingerprint()
	agency, err := s.desk.Store.Agency(t.Context(), "maple")
	require.NoError(t, err)
	b.get("/admin/enrol").want(200, "http://rules.test/v1/a/"+agency.Capability+"#", root, "3rdparty", "!Nothing is published")
	head, err := s.desk.Store.Head(t.Context(), "maple")
	require.NoError(t, err)
	require.Equal(t, int64(1), head.Seq)
	b.get("/admin/log").want(200, "publish", "release 1", "edit", "rules/visits-school.yaml", "Ada maple")
}

// Where there are two, who edited last does not approve, and both sign.
func TestTwoPeople(t *testing.T) {
	s := newSite(t)
	ada := s.founded("maple")
	a := ada.rooted("maple")
	bea := ada.invited("reviewer", "bea@maple.test")
	bea.post("/admin/rule", ruleFields()...).want(200, "Saved.")
	path := bea.proposed()
	bea.get(path).want(200, "somebody else has to approve", "!value=\"yes\"")
	bea.post(path+"/review", "approves", "yes").want(403, "somebody else")
	bea.get(path + "/release.rbundle").want(404)
	ada.post(path+"/review", "approves", "no", "note", "Why?").want(200, "asks for a change", "Why?")
	ada.post(path+"/review", "approves", "yes").want(200, "0 of 2 have signed")

	draft, err := trust.OpenFile([]byte(bea.get(path + "/release.rbundle").body))
	require.NoError(t, err)
	bea.upload(path+"/signed", draft.Bytes()).want(422, "release: approvals")
	half := *draft
	last := len(draft.Releases) - 1
	note, err := a.Approver[0].Sign(draft.Releases[last])
	require.NoError(t, err)
	half.Releases = append(draft.Releases[:last:last], note)
	bea.upload(path+"/signed", half.Bytes()).want(200, "1 of 2 have signed: ann", "waits for the next approver")
	again, err := trust.OpenFile([]byte(ada.get(path + "/release.rbundle").body))
	require.NoError(t, err)
	note, err = a.Approver[1].Sign(again.Releases[last])
	require.NoError(t, err)
	again.Releases[last] = note
	ada.upload(path+"/signed", again.Bytes()).want(200, "Published.")
	ada.upload(path+"/signed", again.Bytes()).want(422, "not one that waits")

	// pause, and back: each a proposal like every other
	next := func(b *browser, path string) {
		b.post(path+"/review", "approves", "yes").want(200)
		f, err := trust.OpenFile([]byte(b.get(path + "/release.rbundle").want(200).body))
		require.NoError(t, err)
		b.upload(path+"/signed", a.Sign(f).Bytes()).want(200, "Published.")
	}
	paused := bea.post("/admin/pause").want(200, "Our own rules pause", "Rule visits.school is gone.").at
	bea.post(paused+"/review", "approves", "yes").want(403)
	next(ada, paused)
	ada.get("/admin/history").want(200, "Release 2", "Go back to these rules")
	next(bea, ada.post("/admin/back", "seq", "1").want(200, "rules of release 1").at)
	ada.get("/admin/history").want(200, "Release 3")
	ada.post("/admin/back", "seq", "9").want(404)
}

// Whoever is invited, in the pages or by the command line, the log says so.
func TestInvitationsAreLogged(t *testing.T) {
	s := newSite(t)
	b := s.founded("maple")
	b.get("/admin/log").want(200, "!invite")
	_, err := s.admin.Invite(t.Context(), "maple", "author", "")
	require.NoError(t, err)
	b.get("/admin/log").want(200, "<td>the server<td>invite<td>a new author")
	b.post("/admin/members", "role", "reviewer").want(200)
	b.get("/admin/log").want(200, "<td>Ada maple<td>invite<td>a new reviewer")
}

// Two who take the file at the same time and sign it each for themselves have
// both signed it.
func TestSignedApart(t *testing.T) {
	s := newSite(t)
	ada := s.founded("maple")
	a := ada.rooted("maple")
	bea := ada.invited("reviewer", "bea@maple.test")
	path := ada.proposed()
	bea.post(path+"/review", "approves", "yes").want(200, "0 of 2 have signed")
	taken := bea.get(path + "/release.rbundle").want(200).body
	alone := func(approver int) []byte {
		f, err := trust.OpenFile([]byte(taken))
		require.NoError(t, err)
		last := len(f.Releases) - 1
		f.Releases[last], err = a.Approver[approver].Sign(f.Releases[last])
		require.NoError(t, err)
		return f.Bytes()
	}
	ada.upload(path+"/signed", alone(0)).want(200, "1 of 2 have signed: ann")
	ada.upload(path+"/signed", alone(0)).want(200, "1 of 2 have signed: ann")
	bea.upload(path+"/signed", alone(1)).want(200, "Published.")
}

// A signed file of something else, or of another agency, is no answer.
func TestForeignReleases(t *testing.T) {
	s := newSite(t)
	ada := s.founded("maple")
	a := ada.rooted("maple", "ann")
	first, second := ada.proposed(), ""
	ada.post(first+"/review", "approves", "yes").want(200)
	ada.post("/admin/rule", ruleFields()...).want(200)
	second = ada.proposed()
	ada.post(second+"/review", "approves", "yes").want(200)
	f, err := trust.OpenFile([]byte(ada.get(second + "/release.rbundle").body))
	require.NoError(t, err)
	ada.upload(first+"/signed", a.Sign(f).Bytes()).want(422, "another release")
	ada.upload(first+"/signed", []byte("nonsense")).want(422, "not a release file")
	ada.upload(second+"/signed", a.Sign(f).Bytes()).want(200, "Published.")
	g, err := trust.OpenFile([]byte(ada.get(first + "/release.rbundle").body))
	require.NoError(t, err)
	ada.upload(first+"/signed", a.Sign(g).Bytes()).want(422)
	ada.post(first+"/anew").want(200, "made anew")
	h, err := trust.OpenFile([]byte(ada.get(first + "/release.rbundle").body))
	require.NoError(t, err)
	ada.upload(first+"/signed", a.Sign(h).Bytes()).want(200, "Published.")
}
