package store

import (
	"context"
	"database/sql"
	"strconv"
	"strings"
)

// tx is a transaction. Queries are written with ? for both databases.
type tx struct {
	*sql.Tx
	shared bool
}

func (t *tx) exec(ctx context.Context, query string, args ...any) (int64, error) {
	r, err := t.ExecContext(ctx, placed(query, t.shared), args...)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}

func (t *tx) row(ctx context.Context, query string, args ...any) *sql.Row {
	return t.QueryRowContext(ctx, placed(query, t.shared), args...)
}

// exec runs one statement and returns how many rows it changed.
func (s *Store) exec(ctx context.Context, query string, args ...any) (int64, error) {
	r, err := s.db.ExecContext(ctx, placed(query, s.shared), args...)
	if err != nil {
		return 0, explain(err)
	}
	n, err := r.RowsAffected()
	return n, explain(err)
}

// one is exec for a statement that has to find its row.
func (s *Store) one(ctx context.Context, query string, args ...any) error {
	n, err := s.exec(ctx, query, args...)
	if err == nil && n == 0 {
		return ErrNotFound
	}
	return err
}

// get reads one row into to.
func (s *Store) get(ctx context.Context, to []any, query string, args ...any) error {
	return explain(s.db.QueryRowContext(ctx, placed(query, s.shared), args...).Scan(to...))
}

// list reads every row that a query finds.
func list[T any](ctx context.Context, s *Store, to func(*T) []any, query string, args ...any) ([]T, error) {
	rows, err := s.db.QueryContext(ctx, placed(query, s.shared), args...)
	if err != nil {
		return nil, explain(err)
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		var v T
		if err := rows.Scan(to(&v)...); err != nil {
			return nil, explain(err)
		}
		all = append(all, v)
	}
	return all, explain(rows.Err())
}

// placed numbers the ? of a query, as PostgreSQL wants them. No query of ours
// has one in a text.
func placed(query string, shared bool) string {
	if !shared {
		return query
	}
	var out strings.Builder
	for n := 1; ; n++ {
		before, after, found := strings.Cut(query, "?")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		out.WriteString("$" + strconv.Itoa(n))
		query = after
	}
}
