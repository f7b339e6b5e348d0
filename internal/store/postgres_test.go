package store

import (
	"os"
	"sync"
	"testing"

	"secondlook/internal/store/storetest"
)

var (
	pgOnce sync.Once
	pg     *storetest.Server
)

// TestMain ends the PostgreSQL that the tests share.
func TestMain(m *testing.M) {
	code := m.Run()
	if pg != nil {
		pg.Close()
	}
	os.Exit(code)
}

// postgres returns the address of an empty database.
func postgres(t *testing.T) string {
	t.Helper()
	pgOnce.Do(func() { pg = storetest.Start(t) })
	if pg == nil {
		t.Skip("PostgreSQL is not installed: run make deps-system")
	}
	return pg.Fresh(t)
}
