package trust

import (
	"crypto/ed25519"
	"crypto/sha256"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

const start = 1_760_000_000 // some moment of October 2025

// testSigner is a private key. internal/sign has the real ones and imports
// this package.
type testSigner struct {
	key    Key
	secret ed25519.PrivateKey
}

func (s *testSigner) Key() Key                { return s.key }
func (s *testSigner) sign(text []byte) []byte { return ed25519.Sign(s.secret, text) }

// signer makes the key of name, the same in every run.
func signer(t testing.TB, name string) *testSigner {
	t.Helper()
	seed := sha256.Sum256([]byte(name))
	s := &testSigner{secret: ed25519.NewKeyFromSeed(seed[:])}
	var err error
	s.key, err = NewKey(name, s.secret.Public().(ed25519.PublicKey))
	require.NoError(t, err)
	return s
}

// publisher is an agency in memory: what it has signed so far, and the time.
// Its fields may be spoilt between two steps.
type publisher struct {
	t    testing.TB
	now  int64
	root Root
	File
	release Release
	blob    []byte
	by      []*testSigner // who signs releases
	head    *testSigner
}

// newPublisher is an agency of three approvers, two of whom have to sign,
// with its first release out.
func newPublisher(t testing.TB) *publisher { return publisherOf(t, 2, "ann", "ben", "cai") }

func publisherOf(t testing.TB, need int, approvers ...string) *publisher {
	t.Helper()
	p := &publisher{t: t, now: start, head: signer(t, "server"), blob: []byte("the rules of seq 1")}
	p.root = Root{Agency: "maple", Name: "Maple County Family Services", Issued: start, Need: need,
		Head: p.head.Key(), Recovery: signer(t, "paper").Key()}
	for _, name := range approvers {
		p.root.Approvers = append(p.root.Approvers, signer(t, name).Key())
	}
	p.by = p.signers(approvers[:need]...)
	p.newRoot(nil, p.by...)
	p.publish()
	return p
}

func (p *publisher) signers(names ...string) []*testSigner {
	var all []*testSigner
	for _, n := range names {
		all = append(all, signer(p.t, n))
	}
	return all
}

// signed signs a text by everyone of by. Sign would refuse to sign some of
// what is tried here.
func (p *publisher) signed(text []byte, by ...*testSigner) []byte {
	e := envelope{text: text}
	for _, s := range by {
		e.signatures = append(e.signatures, signature{s.key.name, s.key.ID(), s.sign(text)})
	}
	return e.sealed()
}

// newRoot appends the next root, changed by change.
func (p *publisher) newRoot(change func(*Root), by ...*testSigner) {
	p.t.Helper()
	next := p.root
	next.Approvers = slices.Clone(next.Approvers)
	if next.Version++; next.Version > 1 {
		next.Previous = p.root.Hash()
	}
	if change != nil {
		change(&next)
	}
	p.root = next
	p.Roots = append(slices.Clone(p.Roots), p.signed(next.Text(), by...))
}

// publish makes the next release of p.blob, an hour later, and its head.
func (p *publisher) publish(change ...func(*Release)) {
	p.t.Helper()
	p.now += hour
	next := Release{Agency: p.root.Agency, Root: p.root.Version, Seq: p.release.Seq + 1, Issued: p.now,
		Bundle: BundleHash(p.blob), Size: int64(len(p.blob)), Schema: 1, Author: "Dee Ortiz",
		Report: hashOf([]byte("report")), Changes: []string{"Case numbers are a hold.", "\"Guest\" is a word for a client."}}
	if p.release.Seq > 0 {
		next.Previous = p.release.Hash()
	}
	for _, c := range change {
		c(&next)
	}
	p.release = next
	p.Blob = p.blob
	p.Releases = append(slices.Clone(p.Releases), p.signed(next.Text(), p.by...))
	p.tick(nil)
}

// tick signs a head of the newest release, an hour later, good for a week.
func (p *publisher) tick(change func(*Head)) {
	p.t.Helper()
	p.now += hour
	h := Head{Agency: p.root.Agency, Seq: p.release.Seq, Release: p.release.Hash(), Issued: p.now, Stale: p.now + 7*Day}
	if change != nil {
		change(&h)
	}
	p.File.Head = p.signed(h.Text(), p.head)
}

// resign signs the last release again, as it is in p.release.
func (p *publisher) resign(by ...*testSigner) {
	p.t.Helper()
	p.Releases = slices.Clone(p.Releases)
	p.Releases[len(p.Releases)-1] = p.signed(p.release.Text(), by...)
}

func (p *publisher) input(pins Pins) Input {
	return Input{Now: p.now, Schema: 1, Pins: pins, File: p.File}
}

// enrolment is what a code holds.
func (p *publisher) enrolment() Pins {
	r, _, err := ReadRoot(p.Roots[0])
	require.NoError(p.t, err)
	return Pins{Agency: r.Agency, Root: r.Fingerprint()}
}

// accepted verifies what p has published, which has to be right.
func (p *publisher) accepted(pins Pins) *Result {
	p.t.Helper()
	r, err := Verify(p.input(pins))
	require.NoError(p.t, err)
	return r
}

// browser is a browser that has p's first release.
func browser(p *publisher) Pins { return p.accepted(p.enrolment()).Pins }
