package trust

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// attack alters a publisher, or what is sent of it, once a browser has its
// first release.
type attack struct {
	name string
	do   func(p *publisher, in *Input)
	want Reason
	part string
}

func replaced(note []byte, from, to string) []byte {
	return bytes.Replace(note, []byte(from), []byte(to), 1)
}

// onRelease alters the text of the next release; it is properly signed.
func onRelease(change func(*Release)) func(*publisher, *Input) {
	return func(p *publisher, in *Input) { p.publish(change); in.File = p.File }
}

// onText alters the next release's text in ways no Release has; it is
// properly signed.
func onText(from, to string) func(*publisher, *Input) {
	return func(p *publisher, in *Input) {
		p.publish()
		text := replaced(p.release.Text(), from, to)
		p.Releases[len(p.Releases)-1] = p.signed(text, p.by...)
		in.File = p.File
	}
}

// onHead alters the next head; it is properly signed.
func onHead(change func(*Head)) func(*publisher, *Input) {
	return func(p *publisher, in *Input) { p.tick(change); in.File = p.File }
}

// onRoot makes a next root, signed by names.
func onRoot(change func(*Root), names ...string) func(*publisher, *Input) {
	return func(p *publisher, in *Input) { p.newRoot(change, p.signers(names...)...); in.File = p.File }
}

var attacks = []attack{
	// what is not there, or too much
	{"no root", func(p *publisher, in *Input) { in.Roots = nil }, ReasonNoRoot, "root"},
	{"no release", func(p *publisher, in *Input) { in.Releases = nil }, ReasonNoRelease, "release"},
	{"no bundle", func(p *publisher, in *Input) { in.Blob = nil }, ReasonBlobSize, "bundle"},
	{"an empty root", func(p *publisher, in *Input) { in.Roots = [][]byte{nil} }, ReasonSize, "root"},
	{"root over size", func(p *publisher, in *Input) { in.Roots = [][]byte{make([]byte, maxRoot+1)} }, ReasonSize, "root"},
	{"release over size", func(p *publisher, in *Input) { in.Releases = [][]byte{make([]byte, maxRelease+1)} }, ReasonSize, "release"},
	{"head over size", func(p *publisher, in *Input) { in.Head = make([]byte, maxHead+1) }, ReasonSize, "head"},
	{"bundle over size", func(p *publisher, in *Input) { in.Blob = make([]byte, maxBlob+1) }, ReasonSize, "bundle"},
	{"too many roots", func(p *publisher, in *Input) { in.Roots = make([][]byte, maxRoots+1) }, ReasonSize, "root"},
	{"too many releases", func(p *publisher, in *Input) { in.Releases = make([][]byte, maxReleases+1) }, ReasonSize, "release"},

	// roots
	{"a foreign root", func(p *publisher, in *Input) {
		in.File = func() File { q := publisherOf(p.t, 1, "mallory"); return q.File }()
	}, ReasonForeignRoot, "root"},
	{"another agency's root", func(p *publisher, in *Input) {
		q := publisherOf(p.t, 1, "mallory")
		q.File, q.release = File{}, Release{}
		q.root.Version, q.root.Agency = 0, "oak"
		q.newRoot(nil, q.by...)
		q.publish()
		in.File = q.File
	}, ReasonAgency, "root"},
	{"a skipped root version", func(p *publisher, in *Input) {
		p.newRoot(nil, p.by...)
		p.newRoot(nil, p.by...)
		in.Roots = [][]byte{p.Roots[0], p.Roots[2]}
	}, ReasonSkippedRoot, "root"},
	{"roots that begin late", func(p *publisher, in *Input) {
		p.newRoot(nil, p.by...)
		in.Roots = p.Roots[1:]
	}, ReasonSkippedRoot, "root"},
	{"next root by K-1 of the old approvers", onRoot(func(r *Root) {}, "ann"), ReasonApprovals, "root"},
	{"next root by its own approvers alone", func(p *publisher, in *Input) {
		own := p.signers("mallory", "mildred")
		p.newRoot(func(r *Root) { r.Approvers = []Key{own[0].Key(), own[1].Key()} }, own...)
		in.File = p.File
	}, ReasonApprovals, "root"},
	{"next root by the old approvers alone", func(p *publisher, in *Input) {
		p.newRoot(func(r *Root) { r.Approvers = []Key{signer(p.t, "fay").Key(), signer(p.t, "gil").Key()} }, p.by...)
		in.File = p.File
	}, ReasonApprovals, "root"},
	{"next root by the head key", onRoot(func(r *Root) {}, "server", "ann"), ReasonUnknownSigner, "root"},
	{"next root by the recovery key alone", onRoot(func(r *Root) {}, "paper"), ReasonApprovals, "root"},
	{"next root of another agency", onRoot(func(r *Root) { r.Agency = "oak" }, "ann", "ben"), ReasonAgency, "root"},
	{"next root that follows from another", onRoot(func(r *Root) { r.Previous = strings.Repeat("0", 64) }, "ann", "ben"), ReasonForeignRoot, "root"},
	{"a root with one key twice", onRoot(func(r *Root) { r.Approvers[2] = r.Approvers[0] }, "ann", "ben"), ReasonKeyTwice, "root"},
	{"a root with one key under two names", onRoot(func(r *Root) {
		r.Approvers[2] = r.Approvers[0]
		r.Approvers[2].name = "zoe"
	}, "ann", "ben"), ReasonKeyTwice, "root"},
	{"a root with one name over two keys", onRoot(func(r *Root) {
		r.Approvers[2].name = "ann"
	}, "ann", "ben"), ReasonKeyTwice, "root"},
	{"a root whose head key approves", onRoot(func(r *Root) { r.Approvers[2] = r.Head }, "ann", "ben"), ReasonKeyTwice, "root"},
	{"a root that needs more than it has", onRoot(func(r *Root) { r.Need = 4 }, "ann", "ben"), ReasonMalformed, "root"},
	{"a root that needs nobody", onRoot(func(r *Root) { r.Need = 0 }, "ann", "ben"), ReasonMalformed, "root"},

	// releases
	{"K-1 approvers", func(p *publisher, in *Input) { p.by = p.by[:1]; p.publish(); in.File = p.File }, ReasonApprovals, "release"},
	{"nobody approved", func(p *publisher, in *Input) { p.by = nil; p.publish(); in.File = p.File }, ReasonApprovals, "release"},
	{"one key twice", func(p *publisher, in *Input) {
		p.by = p.by[:1]
		p.publish()
		note := p.Releases[1]
		at := bytes.LastIndex(note[:len(note)-1], []byte("\n")) + 1
		p.Releases[1] = append(slices.Clone(note), note[at:]...)
		in.File = p.File
	}, ReasonKeyTwice, "release"},
	{"an approver nobody knows", func(p *publisher, in *Input) {
		p.by = append(p.by, signer(p.t, "mallory"))
		p.publish()
		in.File = p.File
	}, ReasonUnknownSigner, "release"},
	{"the server's key under a release", func(p *publisher, in *Input) {
		p.by = p.signers("ann", "server")
		p.publish()
		in.File = p.File
	}, ReasonUnknownSigner, "release"},
	{"another agency's release", onRelease(func(r *Release) { r.Agency = "oak" }), ReasonAgency, "release"},
	{"a release of a root that is not there", onRelease(func(r *Release) { r.Root = 2 }), ReasonRoot, "release"},
	{"an older seq", func(p *publisher, in *Input) {
		older := p.File
		p.publish()
		in.Pins = p.accepted(in.Pins).Pins
		in.File = older
	}, ReasonOldSeq, "release"},
	{"same seq, other bytes", func(p *publisher, in *Input) {
		p.release.Author = "Mallory"
		p.resign(p.by...)
		p.tick(nil)
		in.File = p.File
	}, ReasonFork, "release"},
	{"a next release of another past", onRelease(func(r *Release) { r.Previous = strings.Repeat("0", 64) }), ReasonHistory, "release"},
	{"a next release of another past, alone", func(p *publisher, in *Input) {
		p.publish(func(r *Release) { r.Previous = strings.Repeat("0", 64) })
		p.Releases = p.Releases[1:]
		in.File = p.File
	}, ReasonFork, "release"},
	{"a release in between left out", func(p *publisher, in *Input) {
		p.publish()
		p.publish()
		in.File = p.File
		in.Releases = p.Releases[2:]
	}, ReasonHistory, "release"},
	{"a seq left out", onRelease(func(r *Release) { r.Seq = 9 }), ReasonHistory, "release"},
	{"a revoked approver", func(p *publisher, in *Input) {
		p.newRoot(func(r *Root) { r.Approvers = r.Approvers[1:] }, p.signers("ann", "ben", "cai")...)
		p.publish(func(r *Release) { r.Root = 1 }) // by ann, who has no say now, and ben
		in.File = p.File
	}, ReasonApprovals, "release"},
	{"a newer schema", onRelease(func(r *Release) { r.Schema = 2 }), ReasonSchema, "release"},
	{"an unknown field", onText("author ", "colour red\nauthor "), ReasonUnknownField, "release"},
	{"an unknown field at the end", func(p *publisher, in *Input) {
		p.publish()
		p.Releases[1] = p.signed(append(p.release.Text(), "colour red\n"...), p.by...)
		in.File = p.File
	}, ReasonUnknownField, "release"},
	{"an unknown version", onText("release v1", "release v2"), ReasonVersion, "release"},
	{"a field left out", onText("raises no\n", ""), ReasonMalformed, "release"},
	{"a field twice", onText("raises no\n", "raises no\nraises no\n"), ReasonMalformed, "release"},
	{"a number in another spelling", onText("schema 1\n", "schema 01\n"), ReasonMalformed, "release"},
	{"a number too large", onText("schema 1\n", "schema 9007199254740992\n"), ReasonMalformed, "release"},
	{"writing turned round", onText("Dee Ortiz", "Dee\u202e Ortiz"), ReasonMalformed, "release"},
	{"a head in the place of a release", func(p *publisher, in *Input) { in.Releases = [][]byte{in.Head} }, ReasonMalformed, "release"},
	{"CRLF", func(p *publisher, in *Input) {
		in.Releases = [][]byte{bytes.ReplaceAll(in.Releases[0], []byte("\n"), []byte("\r\n"))}
	}, ReasonTruncated, "release"},
	{"a signature in another spelling", func(p *publisher, in *Input) {
		in.Releases = [][]byte{replaced(in.Releases[0], "=\n", "\r=\n")}
	}, ReasonMalformed, "release"},
	{"a truncated release", func(p *publisher, in *Input) {
		in.Releases = [][]byte{in.Releases[0][:len(in.Releases[0])-1]}
	}, ReasonTruncated, "release"},
	{"a release without its last signature", func(p *publisher, in *Input) {
		note := in.Releases[0]
		in.Releases = [][]byte{note[:bytes.LastIndex(note, []byte("— "))]}
	}, ReasonApprovals, "release"},
	{"something after a release", func(p *publisher, in *Input) {
		in.Releases = [][]byte{append(slices.Clone(in.Releases[0]), "more\n"...)}
	}, ReasonMalformed, "release"},
	{"a bit of a release", func(p *publisher, in *Input) {
		in.Releases = [][]byte{replaced(in.Releases[0], "Dee", "Lee")}
	}, ReasonSignature, "release"},
	{"a bit of a root", func(p *publisher, in *Input) {
		in.Roots = [][]byte{replaced(in.Roots[0], "need 2", "need 1")}
	}, ReasonSignature, "root"},

	// heads
	{"a head by an approver", func(p *publisher, in *Input) { p.head = signer(p.t, "ann"); p.tick(nil); in.File = p.File }, ReasonUnknownSigner, "head"},
	{"a head nobody signed", onHeadNote(func(p *publisher, note []byte) []byte { return note[:bytes.Index(note, []byte("\n\n"))+2] }), ReasonApprovals, "head"},
	{"another agency's head", onHead(func(h *Head) { h.Agency = "oak" }), ReasonAgency, "head"},
	{"a head of another release", onHead(func(h *Head) { h.Release = strings.Repeat("0", 64) }), ReasonHeadMismatch, "head"},
	{"a head of a release held back", onHead(func(h *Head) { h.Seq = 2 }), ReasonHeadMismatch, "head"},
	{"an older head", onHead(func(h *Head) { h.Issued -= 2 * hour }), ReasonOldHead, "head"},
	{"a head that was stale before it was issued", onHead(func(h *Head) { h.Stale = h.Issued - 1 }), ReasonMalformed, "head"},
	{"a head of the key a root took away", func(p *publisher, in *Input) {
		p.newRoot(func(r *Root) { r.Head = signer(p.t, "new-server").Key() }, p.by...)
		p.tick(nil)
		in.File = p.File
	}, ReasonUnknownSigner, "head"},

	// bundles
	{"another bundle", func(p *publisher, in *Input) { in.Blob = []byte("the rules of seq X") }, ReasonBlobHash, "bundle"},
	{"a truncated bundle", func(p *publisher, in *Input) { in.Blob = in.Blob[1:] }, ReasonBlobSize, "bundle"},
	{"something after the bundle", func(p *publisher, in *Input) { in.Blob = append(slices.Clone(in.Blob), 0) }, ReasonBlobSize, "bundle"},

	// pins
	{"a browser that has seen a newer root", func(p *publisher, in *Input) {
		before := p.File
		p.newRoot(nil, p.by...)
		in.File = p.File
		r, err := Verify(*in)
		require.NoError(p.t, err)
		in.Pins, in.File = r.Pins, before
	}, ReasonOldRoot, "root"},
	{"a code with another fingerprint", func(p *publisher, in *Input) {
		in.Pins = Pins{Agency: "maple", Root: Fingerprint("another")}
	}, ReasonForeignRoot, "root"},
	{"no pins and no person to ask", func(p *publisher, in *Input) { in.Pins = Pins{} }, ReasonForeignRoot, "root"},
}

func onHeadNote(change func(*publisher, []byte) []byte) func(*publisher, *Input) {
	return func(p *publisher, in *Input) { in.Head = change(p, in.Head) }
}

// TestAttacks: after each, the reason is the expected one and the pins a
// browser has still verify what they verified before.
func TestAttacks(t *testing.T) {
	require.GreaterOrEqual(t, len(attacks), 40)
	seen := map[Reason]bool{}
	for _, a := range attacks {
		t.Run(a.name, func(t *testing.T) {
			p := newPublisher(t)
			pins := browser(p)
			good := p.input(pins)
			in := good
			a.do(p, &in)
			before := in.Pins
			r, err := Verify(in)
			require.Nil(t, r)
			var refused *Refusal
			require.True(t, errors.As(err, &refused), "%v", err)
			require.Equal(t, a.want.String(), refused.Reason.String())
			require.Equal(t, a.part, refused.Part)
			require.Equal(t, before, in.Pins)
			again, err := Verify(good)
			require.NoError(t, err)
			require.Equal(t, pins, again.Pins, "what served still serves")
			seen[a.want] = true
		})
	}
	for _, r := range Reasons() {
		if r != ReasonTrailing { // only a file has it: TestFileIsExact
			require.True(t, seen[r], "no attack meets %s", r)
		}
	}
}

func TestForkKeepsTheEvidence(t *testing.T) {
	p := newPublisher(t)
	pins := browser(p)
	p.release.Author = "Mallory"
	p.resign(p.by...)
	p.tick(nil)
	_, err := Verify(p.input(pins))
	require.Equal(t, &Refusal{Reason: ReasonFork, Part: "release", Number: 1, Have: pins.Release, Got: p.release.Hash()}, err)
	require.NotEqual(t, pins.Release, p.release.Hash())
}
