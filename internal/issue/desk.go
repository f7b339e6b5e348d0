package issue

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"errors"
	"fmt"
	"strings"
	"time"

	"secondlook/internal/publish"
	"secondlook/internal/seal"
	"secondlook/internal/sign"
	"secondlook/internal/store"
	"secondlook/internal/trust"
)

// Errors that callers tell apart; a *trust.Refusal and an *Unproved are others.
var (
	ErrNoRoot  = errors.New("the agency has no root yet: nobody speaks for it")
	ErrHeadKey = errors.New("the root names another head key than this server's")
	ErrRaises  = errors.New("it raises a level and says that it does not: sign it anew with raises")
	ErrAgency  = errors.New("the bundle is another agency's than the release")
	ErrNotNext = store.ErrNotNext
)

// Prover proves a bundle.
type Prover interface {
	Prove(ctx context.Context, blob []byte) (*publish.Report, error)
}

// Desk publishes. Its fields are set once; it is safe for concurrent use, and
// several servers may have one each on one database.
type Desk struct {
	Store  *store.Store
	Seal   *seal.Seal
	Prover Prover
	Engine string           // hash of the engine.wasm that proves
	Now    func() time.Time // the machine's clock
	Stale  time.Duration    // after which a head is stale
	Renew  time.Duration    // after which it is issued anew; well below Stale
}

// Defaults of Stale and Renew: a server may be away for three days before staff
// are told.
const (
	Stale = 72 * time.Hour
	Renew = 6 * time.Hour
)

// Found makes an agency with a head key of its own and a capability. Nobody
// speaks for it until AddRoots.
func (d *Desk) Found(ctx context.Context, id, name string) (*store.Agency, error) {
	if !trust.ValidAgency(id) || len(id) > 50 {
		return nil, errors.New("an agency's id is of small letters, digits and dashes, at most 50")
	}
	if !trust.ValidLine(name) {
		return nil, errors.New("an agency's name is one line of at most 500 bytes")
	}
	head, err := sign.New(rand.Reader, id+"-head")
	if err != nil {
		return nil, err
	}
	a := store.Agency{ID: id, Name: name, Capability: capability(), HeadKey: d.sealed(id, head), Created: d.now()}
	return &a, d.Store.AddAgency(ctx, a)
}

// capability is 128 bits that nobody guesses, in small letters and digits.
func capability() string {
	var b [16]byte
	rand.Read(b[:])
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(b[:]))
}

func (d *Desk) now() int64 { return d.Now().Unix() }

func (d *Desk) sealed(agency string, key *sign.Signer) []byte {
	return d.Seal.Seal("head "+agency, []byte(key.Secret()))
}

// HeadKey returns the public head key of an agency, for its root to name.
func (d *Desk) HeadKey(ctx context.Context, agency string) (trust.Key, error) {
	s, err := d.headKey(ctx, agency)
	if err != nil {
		return trust.Key{}, err
	}
	return s.Key(), nil
}

func (d *Desk) headKey(ctx context.Context, agency string) (*sign.Signer, error) {
	a, err := d.Store.Agency(ctx, agency)
	if err != nil {
		return nil, err
	}
	secret, err := d.Seal.Open("head "+agency, a.HeadKey)
	if err != nil {
		return nil, fmt.Errorf("the head key of %s: %w", agency, err)
	}
	return sign.Parse(string(secret))
}

// SetHeadKey puts a head key in place of the one that Found made: the one that
// the agency's root names already.
func (d *Desk) SetHeadKey(ctx context.Context, agency string, key *sign.Signer) error {
	return d.Store.SetHeadKey(ctx, agency, d.sealed(agency, key))
}

// AddRoots takes roots of an agency, every one from version 1 on, and returns the
// newest. Where there is a release, it has to hold under them: else the roots
// come with the next release.
func (d *Desk) AddRoots(ctx context.Context, agency string, notes [][]byte, member string) (*trust.Root, error) {
	h, err := d.have(ctx, agency)
	if err != nil {
		return nil, err
	}
	roots, err := trust.CheckRoots(notes)
	if err != nil {
		return nil, err
	}
	newest := roots[len(roots)-1]
	if newest.Agency != agency {
		return nil, &trust.Refusal{Reason: trust.ReasonAgency, Part: "root"}
	}
	if err := d.ours(ctx, newest); err != nil {
		return nil, err
	}
	if err := h.extends(roots); err != nil {
		return nil, err
	}
	if h.newest != nil {
		if err := d.stillHolds(ctx, h, notes); err != nil {
			return nil, err
		}
	}
	added := h.fresh(notes)
	if len(added) == 0 {
		return newest, nil
	}
	entry := store.Entry{Agency: agency, At: d.now(), Member: member, What: "root", About: fmt.Sprintf("root %d, fingerprint %s", newest.Version, newest.Fingerprint())}
	if err := d.Store.AddRoots(ctx, agency, added, entry); err != nil {
		return nil, err
	}
	return newest, d.beat(ctx, agency, true)
}

// stillHolds reports whether the newest release would be taken by a new browser
// under these roots.
func (d *Desk) stillHolds(ctx context.Context, h *have, roots [][]byte) error {
	blob, err := d.Store.Blob(ctx, h.agency, h.newest.Bundle)
	if err != nil {
		return err
	}
	_, err = trust.Verify(trust.Input{Now: d.now(), Schema: schema, FirstUse: true,
		File: trust.File{Roots: roots, Releases: [][]byte{h.newest.Note}, Blob: blob}})
	return err
}

// ours reports whether a root names this server's head key.
func (d *Desk) ours(ctx context.Context, root *trust.Root) error {
	key, err := d.HeadKey(ctx, root.Agency)
	if err == nil && root.Head != key {
		err = ErrHeadKey
	}
	return err
}

// have is what an agency has published so far.
type have struct {
	agency string
	roots  [][]byte
	newest *store.Release // nil before the first
}

func (d *Desk) have(ctx context.Context, agency string) (*have, error) {
	h := &have{agency: agency}
	var err error
	if h.roots, err = d.Store.Roots(ctx, agency); err != nil {
		return nil, err
	}
	newest, err := d.Store.Newest(ctx, agency)
	if errors.Is(err, store.ErrNotFound) {
		return h, nil
	}
	h.newest = &newest
	return h, err
}

// pins are those of a browser that has seen all of it.
func (h *have) pins() (trust.Pins, error) {
	if len(h.roots) == 0 {
		return trust.Pins{}, ErrNoRoot
	}
	root, _, err := trust.ReadRoot(h.roots[len(h.roots)-1])
	if err != nil {
		return trust.Pins{}, err
	}
	p := trust.Pins{Agency: h.agency, Root: root.Fingerprint(), RootVersion: root.Version}
	if h.newest != nil {
		p.Seq, p.Release = h.newest.Seq, h.newest.Hash
	}
	return p, nil
}

// extends reports whether roots go on from those there are.
func (h *have) extends(roots []*trust.Root) error {
	for i, note := range h.roots {
		known, _, err := trust.ReadRoot(note)
		if err != nil {
			return err
		}
		if i >= len(roots) {
			return &trust.Refusal{Reason: trust.ReasonOldRoot, Part: "root", Number: int64(len(roots))}
		}
		if roots[i].Hash() != known.Hash() {
			return &trust.Refusal{Reason: trust.ReasonForeignRoot, Part: "root", Number: known.Version, Have: known.Fingerprint(), Got: roots[i].Fingerprint()}
		}
	}
	return nil
}

// fresh are the roots of a file that the agency does not have yet.
func (h *have) fresh(notes [][]byte) map[int64][]byte {
	out := map[int64][]byte{}
	for i, note := range notes {
		if i >= len(h.roots) {
			out[int64(i+1)] = note
		}
	}
	return out
}
