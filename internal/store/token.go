package store

import "context"

// Token lets whoever has it do one thing once.
type Token struct {
	Hash    string // SHA-256 of what was handed out, hexadecimal
	Purpose string // "first", "invite", "reset"
	Agency  string // "" of "first"
	Member  string // "" where there is none yet
	Role    string
	Created int64
	Expires int64
}

func (t *Token) columns() []any {
	return []any{&t.Hash, &t.Purpose, &t.Agency, &t.Member, &t.Role, &t.Created, &t.Expires}
}

const tokenColumns = `hash, purpose, agency, member, role, created, expires`

// AddToken keeps one.
func (s *Store) AddToken(ctx context.Context, t Token) error {
	_, err := s.exec(ctx, `INSERT INTO token (`+tokenColumns+`) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		t.Hash, t.Purpose, t.Agency, t.Member, t.Role, t.Created, t.Expires)
	return err
}

// Token returns one that is not yet spent nor over.
func (s *Store) Token(ctx context.Context, hash, purpose string, now int64) (t Token, err error) {
	err = s.get(ctx, t.columns(), `SELECT `+tokenColumns+` FROM token WHERE hash = ? AND purpose = ? AND expires > ?`, hash, purpose, now)
	return t, err
}

// SpendToken returns and removes one. Of two who spend it at once, one gets
// ErrNotFound.
func (s *Store) SpendToken(ctx context.Context, hash, purpose string, now int64) (t Token, err error) {
	err = s.get(ctx, t.columns(), `DELETE FROM token WHERE hash = ? AND purpose = ? AND expires > ? RETURNING `+tokenColumns, hash, purpose, now)
	return t, err
}

// DropTokens removes every token of a purpose.
func (s *Store) DropTokens(ctx context.Context, purpose string) error {
	_, err := s.exec(ctx, `DELETE FROM token WHERE purpose = ?`, purpose)
	return err
}

// DropTokensOf removes every token of a purpose that is for a member.
func (s *Store) DropTokensOf(ctx context.Context, purpose, member string) error {
	_, err := s.exec(ctx, `DELETE FROM token WHERE purpose = ? AND member = ?`, purpose, member)
	return err
}
