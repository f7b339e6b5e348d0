package store

import "context"

// Session is a member who is signed in.
type Session struct {
	Hash    string // SHA-256 of the cookie, hexadecimal
	Member  string
	Created int64
	Used    int64
	Expires int64
}

func (s *Session) columns() []any {
	return []any{&s.Hash, &s.Member, &s.Created, &s.Used, &s.Expires}
}

// AddSession begins one.
func (s *Store) AddSession(ctx context.Context, n Session) error {
	_, err := s.exec(ctx, `INSERT INTO session (hash, member, created, used, expires) VALUES (?, ?, ?, ?, ?)`,
		n.Hash, n.Member, n.Created, n.Used, n.Expires)
	return err
}

// Session returns a session that lasts beyond now and its member, who is active.
func (s *Store) Session(ctx context.Context, hash string, now int64) (n Session, m Member, err error) {
	err = s.get(ctx, append(n.columns(), m.columns()...),
		`SELECT s.hash, s.member, s.created, s.used, s.expires,
			m.id, m.agency, m.login, m.name, m.role, m.password, m.totp, m.totp_at, m.active, m.created
		FROM session s JOIN member m ON m.id = s.member WHERE s.hash = ? AND s.expires > ? AND m.active`, hash, now)
	return n, m, err
}

// UseSession notes that it was used.
func (s *Store) UseSession(ctx context.Context, hash string, now int64) error {
	return s.one(ctx, `UPDATE session SET used = ? WHERE hash = ?`, now, hash)
}

// EndSession ends one; none is as good.
func (s *Store) EndSession(ctx context.Context, hash string) error {
	_, err := s.exec(ctx, `DELETE FROM session WHERE hash = ?`, hash)
	return err
}

// EndSessionsOf ends every session of a member but the one that is kept ("" for
// none).
func (s *Store) EndSessionsOf(ctx context.Context, member, keep string) error {
	_, err := s.exec(ctx, `DELETE FROM session WHERE member = ? AND hash <> ?`, member, keep)
	return err
}

// Sweep removes sessions and tokens that are over.
func (s *Store) Sweep(ctx context.Context, now int64) error {
	return s.within(ctx, func(t *tx) error {
		if _, err := t.exec(ctx, `DELETE FROM session WHERE expires <= ?`, now); err != nil {
			return err
		}
		_, err := t.exec(ctx, `DELETE FROM token WHERE expires <= ?`, now)
		return err
	})
}
