package store

import "context"

// Entry is one line of the audit log: what somebody did, never what anybody
// read.
type Entry struct {
	Agency string
	Number int64
	At     int64
	Member string // id; "" of the server itself
	What   string // a short word, such as "publish"
	About  string
}

func (e *Entry) columns() []any {
	return []any{&e.Agency, &e.Number, &e.At, &e.Member, &e.What, &e.About}
}

// Note adds an entry; its number is given.
func (s *Store) Note(ctx context.Context, e Entry) error {
	return s.within(ctx, func(t *tx) error { return t.note(ctx, e) })
}

func (t *tx) note(ctx context.Context, e Entry) error {
	var number int64
	if err := t.row(ctx, `SELECT COALESCE(MAX(number), 0) + 1 FROM audit WHERE agency = ?`, e.Agency).Scan(&number); err != nil {
		return err
	}
	_, err := t.exec(ctx, `INSERT INTO audit (agency, number, at, member, what, about) VALUES (?, ?, ?, ?, ?, ?)`,
		e.Agency, number, e.At, e.Member, e.What, e.About)
	return err
}

// Log returns entries of an agency below a number (0: from the newest), the
// newest first.
func (s *Store) Log(ctx context.Context, agency string, below int64, most int) ([]Entry, error) {
	if below <= 0 {
		below = 1<<63 - 1
	}
	return list(ctx, s, (*Entry).columns,
		`SELECT agency, number, at, member, what, about FROM audit WHERE agency = ? AND number < ? ORDER BY number DESC LIMIT ?`, agency, below, most)
}
