package store

import "context"

// Proposal is a bundle on its way from the working copy to a release.
type Proposal struct {
	Agency  string
	Number  int64  // 1, 2, …
	State   string // "open", "approved", "published" or "withdrawn"
	Bundle  string // hash of a blob
	Editor  string // id of the member who edited last
	Changes string // lines, for people
	Draft   []byte // the .rbundle that is being signed; empty before
	Made    int64
}

func (p *Proposal) columns() []any {
	return []any{&p.Agency, &p.Number, &p.State, &p.Bundle, &p.Editor, &p.Changes, &p.Draft, &p.Made}
}

const proposalColumns = `SELECT agency, number, state, bundle, editor, changes, draft, made FROM proposal `

// AddProposal keeps a proposal with its bundle and returns its number.
func (s *Store) AddProposal(ctx context.Context, p Proposal, blob []byte) (number int64, err error) {
	err = s.within(ctx, func(t *tx) error {
		if err := t.blob(ctx, p.Agency, p.Bundle, blob); err != nil {
			return err
		}
		if err := t.row(ctx, `SELECT COALESCE(MAX(number), 0) + 1 FROM proposal WHERE agency = ?`, p.Agency).Scan(&number); err != nil {
			return err
		}
		_, err := t.exec(ctx, `INSERT INTO proposal (agency, number, state, bundle, editor, changes, draft, made) VALUES (?, ?, 'open', ?, ?, ?, ?, ?)`,
			p.Agency, number, p.Bundle, p.Editor, p.Changes, bytesOf(p.Draft), p.Made)
		return err
	})
	return number, err
}

// Proposal returns one.
func (s *Store) Proposal(ctx context.Context, agency string, number int64) (p Proposal, err error) {
	err = s.get(ctx, p.columns(), proposalColumns+`WHERE agency = ? AND number = ?`, agency, number)
	return p, err
}

// Proposals returns those of an agency, the newest first.
func (s *Store) Proposals(ctx context.Context, agency string, most int) ([]Proposal, error) {
	return list(ctx, s, (*Proposal).columns, proposalColumns+`WHERE agency = ? ORDER BY number DESC LIMIT ?`, agency, most)
}

// SetProposal moves a proposal, as it was read, to the next state and keeps the
// draft that is being signed; ErrStale where its state or draft has changed since.
func (s *Store) SetProposal(ctx context.Context, p Proposal, to string, draft []byte) error {
	err := s.one(ctx, `UPDATE proposal SET state = ?, draft = ? WHERE agency = ? AND number = ? AND state = ? AND draft = ?`,
		to, bytesOf(draft), p.Agency, p.Number, p.State, bytesOf(p.Draft))
	return stale(err, ErrNotFound)
}

// Review is what a member says of a proposal.
type Review struct {
	Agency   string
	Proposal int64
	Member   string
	Approves bool
	Note     string
	Made     int64
}

func (r *Review) columns() []any {
	return []any{&r.Agency, &r.Proposal, &r.Member, &r.Approves, &r.Note, &r.Made}
}

// PutReview keeps a member's word, in place of an earlier one.
func (s *Store) PutReview(ctx context.Context, r Review) error {
	_, err := s.exec(ctx, `INSERT INTO review (agency, proposal, member, approves, note, made) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (agency, proposal, member) DO UPDATE SET approves = excluded.approves, note = excluded.note, made = excluded.made`,
		r.Agency, r.Proposal, r.Member, r.Approves, r.Note, r.Made)
	return err
}

// Reviews returns those of a proposal.
func (s *Store) Reviews(ctx context.Context, agency string, number int64) ([]Review, error) {
	return list(ctx, s, (*Review).columns,
		`SELECT agency, proposal, member, approves, note, made FROM review WHERE agency = ? AND proposal = ? ORDER BY made, member`, agency, number)
}

// Proof is what the engine found on a bundle.
type Proof struct {
	Agency string
	Bundle string // hash
	Engine string // hash of the engine.wasm
	OK     bool
	Report []byte // JSON
	Made   int64
}

func (p *Proof) columns() []any {
	return []any{&p.Agency, &p.Bundle, &p.Engine, &p.OK, &p.Report, &p.Made}
}

// PutProof keeps one, in place of an earlier one of the same bundle and engine.
func (s *Store) PutProof(ctx context.Context, p Proof) error {
	_, err := s.exec(ctx, `INSERT INTO proof (agency, bundle, engine, ok, report, made) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (agency, bundle, engine) DO UPDATE SET ok = excluded.ok, report = excluded.report, made = excluded.made`,
		p.Agency, p.Bundle, p.Engine, p.OK, bytesOf(p.Report), p.Made)
	return err
}

// Proof returns the newest of a bundle.
func (s *Store) Proof(ctx context.Context, agency, bundle string) (p Proof, err error) {
	err = s.get(ctx, p.columns(),
		`SELECT agency, bundle, engine, ok, report, made FROM proof WHERE agency = ? AND bundle = ? ORDER BY made DESC LIMIT 1`, agency, bundle)
	return p, err
}
