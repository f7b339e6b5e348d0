package store

import "context"

// Member is a person with an account.
type Member struct {
	ID       string
	Agency   string
	Login    string // in small letters; no two on the server are the same
	Name     string
	Role     string // "author", "reviewer" or "administrator"
	Password string // argon2id, in its PHC form; "" before it is set
	TOTP     []byte // sealed; empty before it is set up
	TOTPAt   int64  // the last step that was used
	Active   bool
	Created  int64
}

func (m *Member) columns() []any {
	return []any{&m.ID, &m.Agency, &m.Login, &m.Name, &m.Role, &m.Password, &m.TOTP, &m.TOTPAt, &m.Active, &m.Created}
}

const memberColumns = `SELECT id, agency, login, name, role, password, totp, totp_at, active, created FROM member `

// AddMember adds one; ErrExists where the login is taken.
func (s *Store) AddMember(ctx context.Context, m Member) error {
	_, err := s.exec(ctx, `INSERT INTO member (id, agency, login, name, role, password, totp, totp_at, active, created)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		m.ID, m.Agency, m.Login, m.Name, m.Role, m.Password, bytesOf(m.TOTP), m.TOTPAt, m.Active, m.Created)
	return err
}

// bytesOf is b, empty and not NULL where there is none.
func bytesOf(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}

// Member returns one of an agency.
func (s *Store) Member(ctx context.Context, agency, id string) (m Member, err error) {
	err = s.get(ctx, m.columns(), memberColumns+`WHERE agency = ? AND id = ?`, agency, id)
	return m, err
}

// MemberByLogin returns the one who signs in as login.
func (s *Store) MemberByLogin(ctx context.Context, login string) (m Member, err error) {
	err = s.get(ctx, m.columns(), memberColumns+`WHERE login = ?`, login)
	return m, err
}

// Members returns those of an agency.
func (s *Store) Members(ctx context.Context, agency string) ([]Member, error) {
	return list(ctx, s, (*Member).columns, memberColumns+`WHERE agency = ? ORDER BY created, id`, agency)
}

// Begun reports whether there is any member: the first administrator has been.
func (s *Store) Begun(ctx context.Context) (bool, error) {
	var n int64
	err := s.get(ctx, []any{&n}, `SELECT COUNT(*) FROM member`)
	return n > 0, err
}

// SetMember replaces what may change of a member: all but id, agency, login
// and the last step of TOTP.
func (s *Store) SetMember(ctx context.Context, m Member) error {
	return s.one(ctx, `UPDATE member SET name = ?, role = ?, password = ?, totp = ?, active = ? WHERE agency = ? AND id = ?`,
		m.Name, m.Role, m.Password, bytesOf(m.TOTP), m.Active, m.Agency, m.ID)
}

// SetStanding replaces role and active of a member, in one transaction that looks
// who is left; ErrLast, and nothing changes, where no administrator of the agency
// could sign in any more.
func (s *Store) SetStanding(ctx context.Context, m Member) error {
	return s.within(ctx, func(t *tx) error {
		n, err := t.exec(ctx, `UPDATE member SET role = ?, active = ? WHERE agency = ? AND id = ?`, m.Role, m.Active, m.Agency, m.ID)
		if err != nil {
			return err
		}
		if n == 0 {
			return ErrNotFound
		}
		var left int64
		if err := t.row(ctx, `SELECT COUNT(*) FROM member WHERE agency = ? AND active AND role = 'administrator' AND LENGTH(totp) > 0`, m.Agency).Scan(&left); err != nil {
			return err
		}
		if left == 0 {
			return ErrLast
		}
		return nil
	})
}

// SpendStep marks a step of TOTP as used; ErrNotFound where it, or a later
// one, was used before.
func (s *Store) SpendStep(ctx context.Context, agency, id string, step int64) error {
	return s.one(ctx, `UPDATE member SET totp_at = ? WHERE agency = ? AND id = ? AND totp_at < ?`, step, agency, id, step)
}
