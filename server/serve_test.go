package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"secondlook/internal/trust"
)

// folder is where a test's agency works: keys, rules, a database.
type folder struct {
	t   *testing.T
	dir string
}

func newFolder(t *testing.T) *folder {
	t.Helper()
	f := &folder{t, t.TempDir()}
	for name, b := range keys(t) {
		f.write(name, b)
	}
	return f
}

func (f *folder) write(name string, b []byte) {
	f.t.Helper()
	require.NoError(f.t, os.WriteFile(filepath.Join(f.dir, name), b, 0o600))
}

func (f *folder) command(args ...string) *exec.Cmd {
	f.t.Helper()
	cache, err := filepath.Abs("../.cache/script")
	require.NoError(f.t, err)
	require.NotNil(f.t, embedded(engineInside), "run make wasm first") // with --engine a proof takes ten times as long
	cmd := exec.Command("secondlook", args...)
	cmd.Dir, cmd.Env = f.dir, append(os.Environ(), "XDG_CACHE_HOME="+cache)
	return cmd
}

// run runs the program, which has to end well, and returns what it printed.
func (f *folder) run(args ...string) string {
	f.t.Helper()
	out, err := f.command(args...).CombinedOutput()
	require.NoError(f.t, err, string(out))
	return string(out)
}

// refused runs the program, which has to end with 2, and returns what it said.
func (f *folder) refused(args ...string) string {
	f.t.Helper()
	out, err := f.command(args...).CombinedOutput()
	require.Error(f.t, err)
	return string(out)
}

// agency founds maple in the database and publishes its first release.
func (f *folder) agency() {
	f.t.Helper()
	f.run("agency", "new", "maple", "--name", "maple")
	f.run("root", "new", "maple.root", "--agency", "maple", "--name", "maple", "--head", "maple-head.pub", "--approver", "ann.pub", "--approver", "ben.pub",
		"--need", "2", "--key", "ann.key", "--key", "ben.key", "--passphrase-file", "pass.txt")
	f.run("agency", "root", "maple.root")
	f.run("bundle", "new", "rules", "--name", "maple")
	f.release(1)
}

// release packs the rules, has both approvers sign them and publishes.
func (f *folder) release(seq int) {
	f.t.Helper()
	packed, signed := fmt.Sprintf("%d.rules", seq), fmt.Sprintf("%d.rbundle", seq)
	f.run("bundle", "build", "rules", "-o", packed)
	f.run("agency", "draft", "maple", signed, "--bundle", packed, "--author", "Dee", "--change", "A change.")
	require.Contains(f.t, f.refused("agency", "publish", signed), "not enough approvers")
	f.run("bundle", "sign", signed, "--key", "ann.key", "--key", "ben.key", "--passphrase-file", "pass.txt")
	require.Contains(f.t, f.run("agency", "publish", signed), "is published, signed by ann, ben")
}

// served is a server that runs.
type served struct {
	t       *testing.T
	cmd     *exec.Cmd
	url     string
	token   string // "" where none was printed
	metrics string
	mu      sync.Mutex
	log     bytes.Buffer
}

func (s *served) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.log.Write(b)
}

func (s *served) logged() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.log.String()
}

// serve starts a server and waits until it can answer browsers.
func (f *folder) serve(args ...string) *served {
	f.t.Helper()
	s := &served{t: f.t, metrics: freeAddr(f.t)}
	s.cmd = f.command(append([]string{"serve", "--addr", "127.0.0.1:0", "--metrics-addr", s.metrics}, args...)...)
	s.cmd.Stderr = s
	out, err := s.cmd.StdoutPipe()
	require.NoError(f.t, err)
	require.NoError(f.t, s.cmd.Start())
	f.t.Cleanup(func() { s.cmd.Process.Kill(); s.cmd.Wait() })
	in := bufio.NewReader(out)
	line, err := in.ReadString('\n')
	require.NoError(f.t, err, s.logged())
	s.url = strings.TrimSuffix(strings.TrimSpace(strings.TrimPrefix(line, "Second Look, agency server: ")), "/")
	line, _ = in.ReadString('\n')
	if m := regexp.MustCompile(`One-time token .*: ([A-Z2-7]{26})$`).FindStringSubmatch(strings.TrimSpace(line)); m != nil {
		s.token = m[1]
	}
	require.Eventually(f.t, func() bool {
		r, err := http.Get("http://" + s.metrics + "/readyz")
		if err != nil {
			return false
		}
		r.Body.Close()
		return r.StatusCode == 200
	}, 30*time.Second, 20*time.Millisecond, "not ready: %s", s.logged())
	return s
}

func freeAddr(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	return l.Addr().String()
}

func (s *served) get(path string) (int, []byte) {
	r, err := http.Get(s.url + path)
	if err != nil {
		return 0, nil
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		return 0, nil
	}
	return r.StatusCode, b
}

// until waits for a state of the server.
func (s *served) until(path string, ok func(int, []byte) bool) {
	s.t.Helper()
	require.Eventually(s.t, func() bool { return ok(s.get(path)) }, 30*time.Second, 20*time.Millisecond, "%s", path)
}

// feed is the path of maple's feed.
func (f *folder) feed() string {
	f.t.Helper()
	m := regexp.MustCompile(`/v1/a/[a-z2-7]{26}`).FindString(f.run("agency", "show"))
	require.NotEmpty(f.t, m)
	return m
}

// browser takes what the feed has, as a browser with these pins.
func (s *served) browser(feed string, pins trust.Pins) (*trust.Result, error) {
	s.t.Helper()
	status, b := s.get(feed + "/export.rbundle")
	require.Equal(s.t, 200, status)
	f, err := trust.OpenFile(b)
	require.NoError(s.t, err)
	return trust.Verify(trust.Input{Now: time.Now().Unix(), Schema: bundleSchema, FirstUse: pins.Root == "", Pins: pins, File: *f})
}

func (s *served) untilSeq(feed string, seq int) {
	s.t.Helper()
	s.until(feed+"/head", func(_ int, b []byte) bool { return bytes.Contains(b, fmt.Appendf(nil, "\nseq %d\n", seq)) })
}

// TestServe is an agency's life: founded, published while the server runs, the
// server killed and back, a backup that is older, the newest file of a browser.
func TestServe(t *testing.T) {
	f := newFolder(t)
	f.agency()
	s := f.serve()
	require.NotEmpty(t, s.token)
	feed := f.feed()
	s.untilSeq(feed, 1)
	first, err := s.browser(feed, trust.Pins{})
	require.NoError(t, err)
	require.Equal(t, trust.Fresh.String(), first.Freshness.String())
	require.Contains(t, f.run("backup", "copy.db"), "copy.db holds all of it")
	require.Contains(t, f.refused("backup", "copy.db"), "there already")

	b, err := os.ReadFile(filepath.Join(f.dir, "rules/agency.yaml"))
	require.NoError(t, err)
	f.write("rules/agency.yaml", bytes.Replace(b, []byte(`agency: "maple"`), []byte(`agency: "Maple Families"`), 1))
	f.release(2)
	s.untilSeq(feed, 2)
	second, err := s.browser(feed, first.Pins)
	require.NoError(t, err)

	// killed, and started again
	require.NoError(t, s.cmd.Process.Kill())
	s.cmd.Wait()
	s = f.serve()
	after, err := s.browser(feed, second.Pins)
	require.NoError(t, err)
	require.Equal(t, int64(2), after.Pins.Seq)

	// a thousand reads leave no trace in the log
	before := s.logged()
	for i := range 1000 {
		s.get(feed + []string{"/head", "/nothing", "/root/1"}[i%3])
	}
	require.Equal(t, before, s.logged())
	require.NotContains(t, before, "127.0.0.1")
	require.NotContains(t, before, strings.TrimPrefix(feed, "/v1/a/"))
	r, err := http.Get("http://" + s.metrics + "/metrics")
	require.NoError(t, err)
	metrics, err := io.ReadAll(r.Body)
	r.Body.Close()
	require.NoError(t, err)
	require.Contains(t, string(metrics), "secondlook_agencies 1\n")
	require.Contains(t, string(metrics), `secondlook_feed_answers_total{answer="refused"} 333`)
	require.NotContains(t, string(metrics), "maple")
	status, _ := s.get("/metrics")
	require.Equal(t, 404, status, "not for everybody")

	// ended by SIGTERM
	require.NoError(t, s.cmd.Process.Signal(syscall.SIGTERM))
	require.NoError(t, s.cmd.Wait(), s.logged())

	// the older backup is refused by browsers that saw more
	require.Contains(t, f.refused("restore", "copy.db"), "move the old database")
	for _, name := range []string{"secondlook.db", "secondlook.db-wal", "secondlook.db-shm"} {
		os.Remove(filepath.Join(f.dir, name))
	}
	// what a killed server left beside the old database would be written into the new one
	f.write("secondlook.db-wal", []byte("of the old one"))
	require.Contains(t, f.refused("restore", "copy.db"), "secondlook.db-wal is there already")
	require.NoFileExists(t, filepath.Join(f.dir, "secondlook.db"))
	require.NoError(t, os.Remove(filepath.Join(f.dir, "secondlook.db-wal")))
	f.run("restore", "copy.db")
	s = f.serve()
	_, err = s.browser(feed, second.Pins)
	require.ErrorContains(t, err, "old-seq")
	require.Contains(t, f.run("restore", "2.rbundle"), "the newest is 2, and the next will be 3")
	s.untilSeq(feed, 2)
	_, err = s.browser(feed, second.Pins)
	require.NoError(t, err)

	// a pause and a roll back, signed like any release
	for i, how := range [][]string{{"--pause"}, {"--back", "1"}} {
		file := fmt.Sprintf("%d.rbundle", 3+i)
		f.run(append([]string{"agency", "draft", "maple", file, "--author", "Dee"}, how...)...)
		f.run("bundle", "sign", file, "--key", "ann.key", "--key", "ben.key", "--passphrase-file", "pass.txt")
		f.run("agency", "publish", file)
		s.untilSeq(feed, 3+i)
	}
	require.Contains(t, f.run("agency", "publish", "4.rbundle"), "published already")
	require.Contains(t, f.refused("agency", "publish", "3.rbundle"), "older than the release")

	// roots come and go; what people compare stays
	compared := regexp.MustCompile(`fingerprint \S+`).FindString(f.run("agency", "show"))
	f.run("root", "rotate", "maple.root", "--name", "Maple Families", "--key", "ann.key", "--key", "ben.key", "--passphrase-file", "pass.txt")
	f.run("agency", "root", "maple.root")
	require.Contains(t, f.run("agency", "show"), compared+" (root 2")
}

// TestServeConfiguration: a file, the environment and flags, in that order; and
// what cannot be is said.
func TestServeConfiguration(t *testing.T) {
	f := newFolder(t)
	f.write("c.json", []byte(`{"db": "from-file.db", "public-url": "https://rules.example.org"}`))
	s := f.serve("--config", "c.json")
	require.FileExists(t, filepath.Join(f.dir, "from-file.db"))
	require.FileExists(t, filepath.Join(f.dir, "from-file.db.key"))
	info, err := os.Stat(filepath.Join(f.dir, "from-file.db.key"))
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	require.Equal(t, "https://rules.example.org", s.url)
	t.Setenv("SECONDLOOK_PUBLIC_URL", "https://environment.example.org")
	require.Equal(t, "https://environment.example.org", f.serve("--config", "c.json").url)
	require.Equal(t, "https://flag.example.org", f.serve("--config", "c.json", "--public-url", "https://flag.example.org").url)
}

// What cannot be is said, in words, before anything is served.
func TestServeRefuses(t *testing.T) {
	f := newFolder(t)
	f.write("typo.json", []byte(`{"public-ulr": "x"}`))
	f.write("not.json", []byte(`addr = 1`))
	f.write("text.db", []byte(strings.Repeat("no database ", 100)))
	f.write("bad.key", []byte("short"))
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()
	for says, args := range map[string][]string{
		`"public-ulr", which is no flag`: {"--config", "typo.json"},
		"to be a JSON object":            {"--config", "not.json"},
		"file is not a database":         {"--db", "text.db", "--seal-file", "x.key"},
		"bad.key: a sealing key is":      {"--seal-file", "bad.key"},
		"choose another with --addr":     {"--addr", taken.Addr().String()},
		"choose another with --metrics":  {"--addr", "127.0.0.1:0", "--metrics-addr", taken.Addr().String()},
		"unable to open database file":   {"--db", "no/such/folder.db", "--seal-file", "x.key"},
	} {
		said := f.refused(append([]string{"serve"}, args...)...)
		require.Contains(t, said, says)
		require.NotContains(t, said, "goroutine")
	}
}
