package store

import (
	"database/sql"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Errors that callers tell apart.
var (
	ErrNotFound = errors.New("not there")
	ErrExists   = errors.New("there already")
	// ErrNotNext is for a release that does not follow the newest one.
	ErrNotNext = errors.New("another release came in between")
	// ErrStale is for an edit of a text that somebody else has edited since.
	ErrStale = errors.New("somebody else has edited it since")
	// ErrLast is for a change after which nobody is administrator.
	ErrLast = errors.New("an agency keeps an administrator")
	// ErrBusy and ErrFull pass with time, or with more room.
	ErrBusy = errors.New("the database is locked by another program; try again")
	ErrFull = errors.New("the disk of the database is full")
)

// explain puts what the two databases say into the errors above. An error that
// is one of them stays as it is.
func explain(err error) error {
	var lite *sqlite.Error
	var pg *pgconn.PgError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return ErrNotFound
	case errors.As(err, &lite):
		return explainLite(lite)
	case errors.As(err, &pg):
		return explainPg(pg)
	}
	return err
}

func explainLite(err *sqlite.Error) error {
	switch code := err.Code(); {
	case code == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, code == sqlite3.SQLITE_CONSTRAINT_UNIQUE:
		return fmt.Errorf("%w (%d)", ErrExists, code)
	case code&0xff == sqlite3.SQLITE_BUSY, code&0xff == sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("%w (%d)", ErrBusy, code)
	case code&0xff == sqlite3.SQLITE_FULL:
		return fmt.Errorf("%w (%d)", ErrFull, code)
	}
	return err
}

func explainPg(err *pgconn.PgError) error {
	switch err.Code {
	case "23505": // unique_violation
		return fmt.Errorf("%w (%s)", ErrExists, err.ConstraintName)
	case "53100": // disk_full
		return ErrFull
	case "40001", "40P01", "55P03": // serialization_failure, deadlock_detected, lock_not_available
		return fmt.Errorf("%w: %w", ErrBusy, err) // with its cause, which again asks for
	}
	return err
}

// again reports whether a transaction was undone because another came first.
// SQLite's have waited already.
func again(err error) bool {
	var pg *pgconn.PgError
	return errors.As(err, &pg) && (pg.Code == "40001" || pg.Code == "40P01")
}
