package issue_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"secondlook/internal/issue"
	"secondlook/internal/issue/issuetest"
	"secondlook/internal/policy"
	"secondlook/internal/seal"
	"secondlook/internal/store"
	"secondlook/internal/store/storetest"
	"secondlook/internal/trust"
)

var (
	pgOnce sync.Once
	pg     *storetest.Server
)

func postgres(t *testing.T) *storetest.Server {
	t.Helper()
	pgOnce.Do(func() { pg = storetest.Start(t) })
	if pg == nil {
		t.Skip("PostgreSQL is not installed: run make deps-system")
	}
	return pg
}

// publishUntilKilled is a server that publishes one release after the other, two
// bundles in turn, and says so once each is in: another process of this program.
// What another server got in first is not said.
func publishUntilKilled() {
	ctx := context.Background()
	var two [2][]byte
	for i := range two {
		two[i], _ = os.ReadFile(os.Getenv("BUNDLE") + fmt.Sprint(i))
	}
	key, err := seal.New(os.Getenv("SEAL"))
	if err != nil {
		fmt.Println("error", err)
		return
	}
	t := &testing.T{}
	ann := issuetest.Key(t, "ann")
	for {
		s, err := store.Open(ctx, os.Getenv("DB"))
		if err != nil {
			continue // the database is not there at the moment
		}
		d := &issue.Desk{Store: s, Seal: key, Prover: issuetest.Proves{}, Now: time.Now, Stale: issue.Stale, Renew: issue.Renew}
		for n := 0; err == nil; n++ {
			var f *trust.File
			if f, err = d.Draft(ctx, issue.Wanted{Agency: "maple", Blob: two[n%2], Author: os.Getenv("WHO")}); err != nil {
				break
			}
			last := len(f.Releases) - 1
			if f.Releases[last], err = ann.Sign(f.Releases[last]); err != nil {
				break
			}
			var p *issue.Published
			switch p, err = d.Publish(ctx, submit(f)); {
			case err == nil:
				fmt.Println("published", p.Result.Release().Hash())
			case errors.Is(err, issue.ErrNotNext), errors.Is(err, store.ErrBusy):
				err = nil
			}
		}
		s.Close()
	}
}

// publisher is such a process, and what it has said.
type publisher struct {
	cmd  *exec.Cmd
	out  *bufio.Reader
	said []string // hashes of releases that were in
}

func startPublisher(t *testing.T, db, key, bundles, who string) *publisher {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	p := &publisher{cmd: exec.Command(self)}
	p.cmd.Env = append(os.Environ(), "ISSUE_TEST=publish", "DB="+db, "SEAL="+key, "BUNDLE="+bundles, "WHO="+who)
	out, err := p.cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, p.cmd.Start())
	p.out = bufio.NewReader(out)
	t.Cleanup(func() { p.kill() })
	return p
}

// next reads what the publisher says next, false at its end.
func (p *publisher) next() bool {
	line, err := p.out.ReadString('\n')
	if hash, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "published "); ok && err == nil {
		p.said = append(p.said, hash)
	}
	return err == nil
}

// kill ends it as kill -9 does and reads what it had said.
func (p *publisher) kill() {
	p.cmd.Process.Kill()
	for p.next() {
	}
	p.cmd.Wait()
}

// agencyIn makes the agency of one approver in a database, and two bundles.
func agencyIn(t *testing.T, db string) (key, bundles string) {
	t.Helper()
	s, err := store.Open(t.Context(), db)
	require.NoError(t, err)
	defer s.Close()
	key = seal.Fresh()
	d, _ := on(t, s, key)
	maple(t, d, "ann")
	bundles = filepath.Join(t.TempDir(), "b")
	for i, word := range []string{"one", "two"} {
		require.NoError(t, os.WriteFile(bundles+fmt.Sprint(i), issuetest.Bundle(t, "maple", word), 0o600))
	}
	return key, bundles
}

// whole looks at everything a database holds: one unbroken past that a browser
// takes, all that was said to be in, and nothing twice.
func whole(t *testing.T, db string, before trust.Pins, said []string) trust.Pins {
	t.Helper()
	s, err := store.Open(t.Context(), db)
	require.NoError(t, err)
	defer s.Close()
	require.NoError(t, s.Check(t.Context()))
	f, err := s.Export(t.Context(), "maple")
	require.NoError(t, err)
	r, err := trust.Verify(trust.Input{Now: time.Now().Unix(), Schema: policy.BundleSchema, FirstUse: before.Root == "", Pins: before,
		File: trust.File{Roots: f.Roots, Releases: f.Releases, Head: f.Head, Blob: f.Blob}})
	require.NoError(t, err)
	there := map[string]int{}
	for _, r := range r.Releases {
		there[r.Hash()]++
	}
	for _, hash := range said {
		if r.Releases[0].Seq == 1 {
			require.Equal(t, 1, there[hash], "what was said to be in is there, once")
		}
		_, err := s.Release(t.Context(), "maple", hash)
		require.NoError(t, err)
	}
	log, err := s.Log(t.Context(), "maple", 0, 1<<20)
	require.NoError(t, err)
	require.Len(t, log, int(r.Pins.Seq)+1, "one line of the log for each release, and the root's")
	return r.Pins
}

// Kill -9 at any moment of a publication: no half release, no lost one. 20
// rounds; 200 with make soak.
func TestKillWhilePublishing(t *testing.T) {
	rounds := 20
	if os.Getenv("SECONDLOOK_SOAK") != "" {
		rounds = 200
	}
	db := filepath.Join(t.TempDir(), "s.db")
	key, bundles := agencyIn(t, db)
	var pins trust.Pins
	for range rounds {
		p := startPublisher(t, db, key, bundles, "one")
		for range 1 + rand.IntN(3) {
			require.True(t, p.next())
		}
		spin(rand.IntN(1 << 21))
		p.kill()
		pins = whole(t, db, pins, p.said)
	}
	require.Greater(t, pins.Seq, int64(rounds))
}

// spin takes up to some milliseconds, so that the kill falls anywhere.
func spin(n int) {
	for x := uint64(1); n > 0; n-- {
		x = x*6364136223846793005 + 1
		if x == 0 {
			return
		}
	}
}

// Two servers on one PostgreSQL: one is killed, the database is killed and comes
// back; nothing is published twice, nothing is lost, and both go on.
func TestTwoServersOneDatabase(t *testing.T) {
	server := postgres(t)
	db := server.Fresh(t)
	key, bundles := agencyIn(t, db)
	one := startPublisher(t, db, key, bundles, "one")
	two := startPublisher(t, db, key, bundles, "two")
	for range 10 {
		require.True(t, one.next())
		require.True(t, two.next())
	}
	one.kill()
	require.True(t, two.next(), "the other goes on")
	server.Kill(t)
	server.Up(t)
	three := startPublisher(t, db, key, bundles, "three")
	require.True(t, three.next())
	two.kill()
	three.kill()
	pins := whole(t, db, trust.Pins{}, append(append(one.said, two.said...), three.said...))
	require.Greater(t, pins.Seq, int64(21))
}
