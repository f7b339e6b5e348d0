package issue_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"secondlook/internal/feed"
	"secondlook/internal/issue"
	"secondlook/internal/issue/issuetest"
)

// burn is a proof that never ends: it says that it is there and keeps a
// processor busy.
func burn() {
	os.WriteFile(filepath.Join(os.Getenv("BURN"), strconv.Itoa(os.Getpid())), nil, 0o600)
	for {
		spin(1 << 30)
	}
}

// polite asks of every thread of a process whether it is behind others; Linux.
func polite(t *testing.T, pid string) {
	t.Helper()
	threads, err := filepath.Glob("/proc/" + pid + "/task/*/stat")
	require.NoError(t, err)
	require.NotEmpty(t, threads)
	for _, file := range threads {
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		_, fields, _ := strings.Cut(string(b), ") ")
		require.Equal(t, "10", strings.Fields(fields)[16]) // the 19th; two are cut away
	}
}

// Ten hostile bundles at once, whose proofs never end: two run, both behind
// everybody else, the others wait, and the feed answers as if they were not
// there.
func TestTenHostileUploads(t *testing.T) {
	d, _ := desk(t)
	a := maple(t, d)
	_, err := d.Publish(t.Context(), submit(a.Release(issuetest.Bundle(t, "maple"))))
	require.NoError(t, err)
	f := feed.New(d.Store)
	require.NoError(t, f.Look(t.Context()))
	server := httptest.NewServer(f)
	defer server.Close()
	agency, err := d.Store.Agency(t.Context(), "maple")
	require.NoError(t, err)
	head := server.URL + "/v1/a/" + agency.Capability + "/head"

	calm := ask(t, head)
	dir := t.TempDir()
	t.Setenv("ISSUE_TEST", "burn")
	t.Setenv("BURN", dir)
	self, err := os.Executable()
	require.NoError(t, err)
	d.Prover = issue.NewOutside(time.Hour, self)
	ctx, cancel := context.WithCancel(t.Context())
	next := submit(a.Release(issuetest.Bundle(t, "maple", "two")))
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() {
			_, err := d.Publish(ctx, next)
			if err == nil {
				t.Error("a proof that never ends was taken")
			}
		})
	}
	var there []os.DirEntry
	require.Eventually(t, func() bool { there, _ = os.ReadDir(dir); return len(there) == issue.AtOnce }, time.Minute, 5*time.Millisecond)
	crowded := ask(t, head)
	for _, p := range there {
		polite(t, p.Name())
	}
	there, err = os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, there, issue.AtOnce, "no third while two run")
	cancel()
	wg.Wait()
	t.Logf("2,000 heads, 99th of 100: %v, beside ten hostile uploads %v", calm, crowded)
	newest, err := d.Store.Newest(t.Context(), "maple")
	require.NoError(t, err)
	require.Equal(t, int64(1), newest.Seq)
}

// ask asks 2,000 times, each of which has to be answered, and returns how long
// 99 of 100 took at most.
func ask(t *testing.T, url string) time.Duration {
	t.Helper()
	var all []time.Duration
	for range 2000 {
		at := time.Now()
		r, err := http.Get(url)
		require.NoError(t, err)
		_, err = io.Copy(io.Discard, r.Body)
		require.NoError(t, err)
		r.Body.Close()
		require.Equal(t, 200, r.StatusCode)
		all = append(all, time.Since(at))
	}
	slices.Sort(all)
	return all[len(all)*99/100]
}
