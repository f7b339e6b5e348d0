package store

import (
	"context"
	"errors"
	"fmt"
	"os"
)

// ErrShared is for what PostgreSQL's own tools do better.
var ErrShared = errors.New("this database is PostgreSQL's: use pg_dump and pg_restore")

// Backup writes a whole copy into a new file while the database is used.
func (s *Store) Backup(ctx context.Context, file string) error {
	if s.shared {
		return ErrShared
	}
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("%s: %w", file, ErrExists)
	}
	if _, err := s.exec(ctx, `VACUUM INTO ?`, file); err != nil {
		return errors.Join(fmt.Errorf("copying the database: %w", err), removed(file))
	}
	return synced(file)
}

// removed takes away half a copy.
func removed(file string) error {
	if err := os.Remove(file); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

func synced(file string) error {
	f, err := os.OpenFile(file, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Chmod(0o600), f.Sync(), f.Close())
}

// Check reports whether a database file is whole.
func (s *Store) Check(ctx context.Context) error {
	if s.shared {
		return nil
	}
	var said string
	if err := s.get(ctx, []any{&said}, `PRAGMA integrity_check`); err != nil {
		return err
	}
	if said != "ok" {
		return errors.New("the database file is damaged")
	}
	return nil
}
