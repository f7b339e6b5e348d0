package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // database/sql's "pgx"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	_ "modernc.org/sqlite" // database/sql's "sqlite"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Store is a database. It is safe for use by many goroutines, and a PostgreSQL
// database by many servers.
type Store struct {
	db     *sql.DB
	source string // where it was opened
	shared bool   // PostgreSQL
}

// Shared reports whether name is a database that several servers can share:
// the address of a PostgreSQL one.
func Shared(name string) bool {
	return strings.HasPrefix(name, "postgres://") || strings.HasPrefix(name, "postgresql://")
}

// Open opens the database, makes it where it is a file that is not there, and
// brings its tables up to date. name is a file's or postgres://….
func Open(ctx context.Context, name string) (*Store, error) {
	s := &Store{source: name, shared: Shared(name)}
	driver, source := "sqlite", sqliteSource(name)
	if s.shared {
		driver, source = "pgx", name
	}
	var err error
	if s.db, err = sql.Open(driver, source); err != nil {
		return nil, fmt.Errorf("opening the database: %w", err)
	}
	s.db.SetMaxOpenConns(8)
	s.db.SetConnMaxIdleTime(time.Minute)
	if err := s.migrate(ctx); err != nil {
		s.db.Close()
		return nil, fmt.Errorf("opening the database: %w", explain(err))
	}
	return s, nil
}

// sqliteSource asks for a log that outlives kill -9 and a power cut (WAL, FULL),
// and for writers that wait for each other in place of failing.
func sqliteSource(file string) string {
	q := url.Values{"_txlock": {"immediate"}, "_pragma": {
		"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "trusted_schema(0)",
	}}
	if absolute, err := filepath.Abs(file); err == nil {
		file = absolute
	}
	return (&url.URL{Scheme: "file", Path: file, RawQuery: q.Encode()}).String()
}

// migrate brings the tables up to date. Two servers that start at once wait
// for each other.
func (s *Store) migrate(ctx context.Context) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	dialect, options := goose.DialectSQLite3, []goose.ProviderOption{goose.WithDisableGlobalRegistry(true)}
	if s.shared {
		locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 60))
		if err != nil {
			return err
		}
		dialect, options = goose.DialectPostgres, append(options, goose.WithSessionLocker(locker))
	}
	p, err := goose.NewProvider(dialect, s.db, files, options...)
	if err != nil {
		return err
	}
	for try := 0; ; try++ {
		// SQLite has no lock to wait at: who comes second finds the tables made
		// meanwhile, fails, and looks again.
		if _, err = p.Up(ctx); err == nil || s.shared || try == 4 {
			return err
		}
	}
}

// Ping reports whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return explain(s.db.PingContext(ctx)) }

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }

// within runs f in one transaction that sees, and leaves, a state as if it ran
// alone. It is tried anew where another server came in between.
func (s *Store) within(ctx context.Context, f func(*tx) error) error {
	var level sql.IsolationLevel // SQLite's writers are alone as it is
	if s.shared {
		level = sql.LevelSerializable
	}
	for try := 0; ; try++ {
		err := s.once(ctx, level, f)
		if err == nil || try == 9 || !again(err) {
			return explain(err)
		}
	}
}

func (s *Store) once(ctx context.Context, level sql.IsolationLevel, f func(*tx) error) error {
	t, err := s.db.BeginTx(ctx, &sql.TxOptions{Isolation: level})
	if err != nil {
		return err
	}
	if err := f(&tx{t, s.shared}); err != nil {
		return errors.Join(err, ended(t.Rollback()))
	}
	return t.Commit()
}

// ended drops the error of a transaction that is over already.
func ended(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}
