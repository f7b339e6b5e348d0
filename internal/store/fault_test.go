package store

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/stretchr/testify/require"
)

// narrow is a store over one connection, on which a test can set what SQLite
// keeps for each.
func narrow(t *testing.T, pragma string) *Store {
	t.Helper()
	s := opened(t, filepath.Join(t.TempDir(), "s.db"))
	founded(t, s, "maple")
	require.NoError(t, s.Publish(t.Context(), nth("maple", 1)))
	s.db.SetMaxOpenConns(1)
	_, err := s.db.Exec(pragma)
	require.NoError(t, err)
	return s
}

// after looks that a fault changed nothing, that reading goes on, and that
// writing does once it has passed.
func after(t *testing.T, s *Store, passed string) {
	t.Helper()
	newest, err := s.Newest(t.Context(), "maple")
	require.NoError(t, err)
	require.Equal(t, int64(1), newest.Seq)
	_, err = s.Export(t.Context(), "maple")
	require.NoError(t, err)
	_, err = s.db.Exec(passed)
	require.NoError(t, err)
	require.NoError(t, s.Publish(t.Context(), nth("maple", 2)))
}

func TestDiskFull(t *testing.T) {
	s := narrow(t, "PRAGMA max_page_count = 1") // the pages there are, and no more
	big := nth("maple", 2)
	big.Blob = make([]byte, 1<<20)
	err := s.Publish(t.Context(), big)
	require.ErrorIs(t, err, ErrFull)
	require.ErrorContains(t, err, "the disk of the database is full")
	after(t, s, "PRAGMA max_page_count = 1000000")
}

func TestDatabaseLocked(t *testing.T) {
	s := narrow(t, "PRAGMA busy_timeout = 1")
	other := opened(t, s.source)
	lock, err := other.db.Begin() // immediate
	require.NoError(t, err)
	err = s.Publish(t.Context(), nth("maple", 2))
	require.ErrorIs(t, err, ErrBusy)
	require.ErrorContains(t, err, "locked by another program")
	require.NoError(t, lock.Rollback())
	after(t, s, "PRAGMA busy_timeout = 5000")
}

// A backup that is made while releases come is whole, and some moment of them.
func TestBackupWhilePublishing(t *testing.T) {
	s := opened(t, filepath.Join(t.TempDir(), "s.db"))
	founded(t, s, "maple")
	require.NoError(t, s.Publish(t.Context(), nth("maple", 1)))
	done := make(chan error)
	go func() {
		var err error
		for n := int64(2); n <= 40 && err == nil; n++ {
			err = s.Publish(t.Context(), nth("maple", n))
		}
		done <- err
	}()
	var seen int64
	for i := range 5 {
		file := filepath.Join(t.TempDir(), fmt.Sprint(i, ".db"))
		require.NoError(t, s.Backup(t.Context(), file))
		c := opened(t, file)
		require.NoError(t, c.Check(t.Context()))
		newest, err := c.Newest(t.Context(), "maple")
		require.NoError(t, err)
		require.GreaterOrEqual(t, newest.Seq, seen)
		seen = newest.Seq
		all, err := c.Releases(t.Context(), "maple", 100)
		require.NoError(t, err)
		require.Len(t, all, int(seen))
	}
	require.NoError(t, <-done)
}

// A hint comes to the other server, and to nobody where there is none.
func TestHint(t *testing.T) {
	each(t, func(t *testing.T, s *Store) {
		founded(t, s, "maple")
		if !s.shared {
			require.NoError(t, s.Listen(t.Context(), func() {}))
			return
		}
		other := opened(t, s.source)
		heard := make(chan struct{}, 100)
		go other.Listen(t.Context(), func() { heard <- struct{}{} })
		for n := int64(1); ; n++ { // the first may come before it listens
			require.NoError(t, s.Publish(t.Context(), nth("maple", n)))
			select {
			case <-heard:
				return
			default:
			}
		}
	})
}

// A transaction that PostgreSQL undid for another's sake is tried anew, whoever
// put its error into words on the way.
func TestAgain(t *testing.T) {
	for code, want := range map[string]bool{"40001": true, "40P01": true, "55P03": false, "53100": false, "23505": false} {
		err := error(&pgconn.PgError{Code: code})
		require.Equal(t, want, again(err), code)
		require.Equal(t, want, again(explain(err)), code)
	}
	require.ErrorIs(t, explain(&pgconn.PgError{Code: "40001"}), ErrBusy)
}
