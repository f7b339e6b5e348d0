package store

import (
	"context"
	"errors"
)

// Release is a published release as it was signed.
type Release struct {
	Agency    string
	Seq       int64
	Hash      string
	Note      []byte
	Bundle    string // hash; its blob may be missing where the release came by restore
	Published int64
}

func (r *Release) columns() []any {
	return []any{&r.Agency, &r.Seq, &r.Hash, &r.Note, &r.Bundle, &r.Published}
}

const releaseColumns = `SELECT agency, seq, hash, note, bundle, published FROM release `

// Head is the newest head note of an agency.
type Head struct {
	Agency string
	Seq    int64
	Issued int64
	Note   []byte
}

func (h *Head) columns() []any { return []any{&h.Agency, &h.Seq, &h.Issued, &h.Note} }

// Publication is what is published together or not at all.
type Publication struct {
	Agency   string
	Roots    map[int64][]byte // notes that are new, by version
	Releases []Release        // new ones, each following the one before
	Previous string           // hash of the release that the first of them follows; "" of seq 1
	Blob     []byte           // the bundle of the last
	Head     Head             // no Note: none is put
	First    bool             // the agency has no release, and the first of these may have any seq: history that came from elsewhere
	Proposal int64            // that is published by it; 0 for none
	Entry    Entry            // of the audit log
}

// Publish adds releases in one transaction, which takes the first of them only
// if it follows the newest there is, else ErrNotNext.
func (s *Store) Publish(ctx context.Context, p Publication) error {
	err := s.within(ctx, func(t *tx) error {
		if err := t.next(ctx, p); err != nil {
			return err
		}
		for version, note := range p.Roots {
			if err := t.root(ctx, p.Agency, version, note); err != nil {
				return err
			}
		}
		last := p.Releases[len(p.Releases)-1]
		if err := t.blob(ctx, p.Agency, last.Bundle, p.Blob); err != nil {
			return err
		}
		for _, r := range p.Releases {
			if _, err := t.exec(ctx, `INSERT INTO release (agency, seq, hash, note, bundle, published) VALUES (?, ?, ?, ?, ?, ?)`,
				p.Agency, r.Seq, r.Hash, r.Note, r.Bundle, r.Published); err != nil {
				return err
			}
		}
		if p.Head.Note != nil {
			if err := t.head(ctx, p.Head); err != nil {
				return err
			}
		}
		if p.Proposal > 0 {
			if _, err := t.exec(ctx, `UPDATE proposal SET state = 'published' WHERE agency = ? AND number = ?`, p.Agency, p.Proposal); err != nil {
				return err
			}
		}
		return errors.Join(t.note(ctx, p.Entry), t.tell(ctx))
	})
	if errors.Is(err, ErrExists) { // another server was first by a hair
		return ErrNotNext
	}
	return err
}

// next reports whether the first release follows the newest.
func (t *tx) next(ctx context.Context, p Publication) error {
	var seq int64
	var hash string
	err := t.row(ctx, `SELECT seq, hash FROM release WHERE agency = ? ORDER BY seq DESC LIMIT 1`, p.Agency).Scan(&seq, &hash)
	if err = explain(err); err != nil && !errors.Is(err, ErrNotFound) {
		return err
	}
	if p.First && seq == 0 && len(p.Releases) > 0 {
		return nil
	}
	if len(p.Releases) == 0 || p.Releases[0].Seq != seq+1 || p.Previous != hash {
		return ErrNotNext
	}
	return nil
}

func (t *tx) blob(ctx context.Context, agency, hash string, b []byte) error {
	_, err := t.exec(ctx, `INSERT INTO blob (agency, hash, bytes) VALUES (?, ?, ?) ON CONFLICT (agency, hash) DO NOTHING`, agency, hash, bytesOf(b))
	return err
}

func (t *tx) root(ctx context.Context, agency string, version int64, note []byte) error {
	_, err := t.exec(ctx, `INSERT INTO root (agency, version, note) VALUES (?, ?, ?)`, agency, version, note)
	return err
}

func (t *tx) head(ctx context.Context, h Head) error {
	_, err := t.exec(ctx, `INSERT INTO head (agency, seq, issued, note) VALUES (?, ?, ?, ?)
		ON CONFLICT (agency) DO UPDATE SET seq = excluded.seq, issued = excluded.issued, note = excluded.note`, h.Agency, h.Seq, h.Issued, h.Note)
	return err
}

// PutHead replaces a head by one of the newest release, if the one that is there
// is still the one issued at was (0: there is none); else it does nothing:
// another server has issued one.
func (s *Store) PutHead(ctx context.Context, h Head, was int64) error {
	return s.within(ctx, func(t *tx) error {
		if was == 0 {
			_, err := t.exec(ctx, `INSERT INTO head (agency, seq, issued, note) VALUES (?, ?, ?, ?) ON CONFLICT (agency) DO NOTHING`,
				h.Agency, h.Seq, h.Issued, h.Note)
			return errors.Join(err, t.tell(ctx))
		}
		_, err := t.exec(ctx, `UPDATE head SET seq = ?, issued = ?, note = ? WHERE agency = ? AND issued = ?
			AND (SELECT MAX(seq) FROM release WHERE agency = ?) = ?`, h.Seq, h.Issued, h.Note, h.Agency, was, h.Agency, h.Seq)
		return errors.Join(err, t.tell(ctx))
	})
}

// AddRoots adds roots by version; ErrNotNext where one is there already.
func (s *Store) AddRoots(ctx context.Context, agency string, notes map[int64][]byte, e Entry) error {
	err := s.within(ctx, func(t *tx) error {
		for version, note := range notes {
			if err := t.root(ctx, agency, version, note); err != nil {
				return err
			}
		}
		return errors.Join(t.note(ctx, e), t.tell(ctx))
	})
	if errors.Is(err, ErrExists) {
		return ErrNotNext
	}
	return err
}

// Roots returns the notes of every root, from version 1 on.
func (s *Store) Roots(ctx context.Context, agency string) ([][]byte, error) {
	return list(ctx, s, func(b *[]byte) []any { return []any{b} }, `SELECT note FROM root WHERE agency = ? ORDER BY version`, agency)
}

// Newest returns the newest release.
func (s *Store) Newest(ctx context.Context, agency string) (r Release, err error) {
	err = s.get(ctx, r.columns(), releaseColumns+`WHERE agency = ? ORDER BY seq DESC LIMIT 1`, agency)
	return r, err
}

// Release returns one by its hash.
func (s *Store) Release(ctx context.Context, agency, hash string) (r Release, err error) {
	err = s.get(ctx, r.columns(), releaseColumns+`WHERE agency = ? AND hash = ?`, agency, hash)
	return r, err
}

// ReleaseBySeq returns one by its number.
func (s *Store) ReleaseBySeq(ctx context.Context, agency string, seq int64) (r Release, err error) {
	err = s.get(ctx, r.columns(), releaseColumns+`WHERE agency = ? AND seq = ?`, agency, seq)
	return r, err
}

// Releases returns the newest of an agency, the newest first.
func (s *Store) Releases(ctx context.Context, agency string, most int) ([]Release, error) {
	return list(ctx, s, (*Release).columns, releaseColumns+`WHERE agency = ? ORDER BY seq DESC LIMIT ?`, agency, most)
}

// Blob returns a bundle's bytes by their hash.
func (s *Store) Blob(ctx context.Context, agency, hash string) (b []byte, err error) {
	err = s.get(ctx, []any{&b}, `SELECT bytes FROM blob WHERE agency = ? AND hash = ?`, agency, hash)
	return b, err
}

// Published reports whether a bundle is one that a release names.
func (s *Store) Published(ctx context.Context, agency, bundle string) (bool, error) {
	var n int64
	err := s.get(ctx, []any{&n}, `SELECT COUNT(*) FROM release WHERE agency = ? AND bundle = ?`, agency, bundle)
	return n > 0, err
}

// Head returns the head of an agency.
func (s *Store) Head(ctx context.Context, agency string) (h Head, err error) {
	err = s.get(ctx, h.columns(), `SELECT agency, seq, issued, note FROM head WHERE agency = ?`, agency)
	return h, err
}

// Heads returns the head of every agency that has one.
func (s *Store) Heads(ctx context.Context) ([]Head, error) {
	return list(ctx, s, (*Head).columns, `SELECT agency, seq, issued, note FROM head ORDER BY agency`)
}
