package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
)

// tables are all there are, in the order in which they refer to each other.
var tables = []string{"agency", "member", "session", "token", "working", "blob", "proof", "proposal", "review", "root", "release", "head", "audit"}

// Digest is SHA-256 over every row of every table: for tests and for whoever
// compares two copies.
func (s *Store) Digest(ctx context.Context) (string, error) {
	sum := sha256.New()
	for _, table := range tables {
		rows, err := s.db.QueryContext(ctx, `SELECT * FROM `+table+` ORDER BY 1, 2, 3`) // no key has more columns
		if err != nil {
			return "", explain(err)
		}
		columns, err := rows.Columns()
		for err == nil && rows.Next() {
			row, to := make([]any, len(columns)), make([]any, len(columns))
			for i := range row {
				to[i] = &row[i]
			}
			if err = rows.Scan(to...); err == nil {
				fmt.Fprintf(sum, "%s %#v\n", table, row)
			}
		}
		rows.Close()
		if err = errors.Join(err, rows.Err()); err != nil {
			return "", explain(err)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
