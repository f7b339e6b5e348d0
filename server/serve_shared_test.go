package main

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"secondlook/internal/store/storetest"
	"secondlook/internal/trust"
)

// TestTwoServers: two servers on one PostgreSQL serve the same, at once; the
// database is killed, and browsers do not notice; it comes back, and both go on;
// one server is killed, and the other goes on.
func TestTwoServers(t *testing.T) {
	pg := storetest.Start(t)
	t.Cleanup(pg.Close)
	f := newFolder(t)
	db := strings.Replace(pg.Fresh(t), "test@", "test:secret@", 1)
	t.Setenv("SECONDLOOK_DB", db)
	f.agency()
	one, two := f.serve(), f.serve()
	feed := f.feed()
	one.untilSeq(feed, 1)
	two.untilSeq(feed, 1)
	saw, err := one.browser(feed, trust.Pins{})
	require.NoError(t, err)
	_, err = two.browser(feed, saw.Pins)
	require.NoError(t, err, "the same head from both")

	pg.Kill(t)
	require.Eventually(t, func() bool { return strings.Contains(one.logged(), "the database cannot be read") }, 30*time.Second, 20*time.Millisecond)
	for _, s := range []*served{one, two} {
		_, err = s.browser(feed, saw.Pins)
		require.NoError(t, err)
		require.NotContains(t, s.logged(), "secret")
	}
	said := f.refused("agency", "show")
	require.Contains(t, said, "opening the database")
	require.NotContains(t, said, "secret")
	pg.Up(t)

	draft := func(seq, back string) {
		t.Helper()
		f.run("agency", "draft", "maple", seq+".rbundle", "--author", "Dee", "--back", back)
		f.run("bundle", "sign", seq+".rbundle", "--key", "ann.key", "--key", "ben.key", "--passphrase-file", "pass.txt")
		f.run("agency", "publish", seq+".rbundle")
	}
	draft("2", "1")
	one.untilSeq(feed, 2)
	two.untilSeq(feed, 2)
	require.NoError(t, one.cmd.Process.Kill())
	draft("3", "1")
	two.untilSeq(feed, 3)
	_, err = two.browser(feed, saw.Pins)
	require.NoError(t, err)
	require.Contains(t, f.refused("backup", "copy.db"), "pg_dump")
}
