package store

import "context"

// Agency is one tenant.
type Agency struct {
	ID         string
	Name       string
	Capability string // the unguessable part of its feed's address
	HeadKey    []byte // sealed
	Created    int64
}

func (a *Agency) columns() []any { return []any{&a.ID, &a.Name, &a.Capability, &a.HeadKey, &a.Created} }

const agencyColumns = `SELECT id, name, capability, head_key, created FROM agency `

// AddAgency adds one; ErrExists where its id is taken.
func (s *Store) AddAgency(ctx context.Context, a Agency) error {
	_, err := s.exec(ctx, `INSERT INTO agency (id, name, capability, head_key, created) VALUES (?, ?, ?, ?, ?)`,
		a.ID, a.Name, a.Capability, a.HeadKey, a.Created)
	return err
}

// Agency returns one by its id.
func (s *Store) Agency(ctx context.Context, id string) (a Agency, err error) {
	err = s.get(ctx, a.columns(), agencyColumns+`WHERE id = ?`, id)
	return a, err
}

// Agencies returns all of them.
func (s *Store) Agencies(ctx context.Context) ([]Agency, error) {
	return list(ctx, s, (*Agency).columns, agencyColumns+`ORDER BY id`)
}

// SetHeadKey replaces the sealed head key.
func (s *Store) SetHeadKey(ctx context.Context, agency string, sealed []byte) error {
	return s.one(ctx, `UPDATE agency SET head_key = ? WHERE id = ?`, sealed, agency)
}

// SetName replaces the name.
func (s *Store) SetName(ctx context.Context, agency, name string) error {
	return s.one(ctx, `UPDATE agency SET name = ? WHERE id = ?`, name, agency)
}
