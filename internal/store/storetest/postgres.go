//go:build unix

package storetest

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"
	"syscall"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib" // database/sql's "pgx"
	"github.com/stretchr/testify/require"
)

// Server is a running PostgreSQL. It listens on a socket in its folder alone.
type Server struct {
	bin  string
	dir  string
	made atomic.Int64
}

// Start makes a server, which the caller closes. Where PostgreSQL is not
// installed the test is skipped, unless it has to run (CI, or root: .ci/packages
// has installed it there).
func Start(t testing.TB) *Server {
	t.Helper()
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin")
	if len(found) == 0 {
		if os.Getenv("CI") != "" || os.Getuid() == 0 {
			t.Fatal("PostgreSQL is not installed: run make deps-system")
		}
		t.Skip("PostgreSQL is not installed: run make deps-system")
	}
	slices.Sort(found)
	dir, err := os.MkdirTemp("", "pg") // short: a socket's path has at most 107 bytes
	require.NoError(t, err)
	s := &Server{bin: found[len(found)-1], dir: dir}
	if a := account(t); a != nil {
		require.NoError(t, os.Chown(dir, int(a.Uid), int(a.Gid)))
	}
	s.run(t, "initdb", "-D", dir+"/data", "-U", "test", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale", "C")
	s.Up(t)
	return s
}

// Close ends the server and removes its folder.
func (s *Server) Close() {
	if _, err := os.Stat(s.dir + "/data/postmaster.pid"); err == nil {
		as, _ := whom()
		s.command(as, "pg_ctl", "-D", s.dir+"/data", "-w", "-m", "immediate", "stop").Run()
	}
	os.RemoveAll(s.dir)
}

// account is whom the server runs as where the test runs as root, which
// PostgreSQL refuses to be; nil else.
func account(t testing.TB) *syscall.Credential {
	t.Helper()
	as, err := whom()
	require.NoError(t, err)
	return as
}

func whom() (*syscall.Credential, error) {
	if os.Getuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		if u, err := user.Lookup(name); err == nil {
			uid, _ := strconv.Atoi(u.Uid)
			gid, _ := strconv.Atoi(u.Gid)
			return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, nil
		}
	}
	return nil, errors.New("there is no account to run PostgreSQL as")
}

func (s *Server) run(t testing.TB, name string, args ...string) {
	t.Helper()
	if err := s.command(account(t), name, args...).Run(); err != nil {
		said, _ := os.ReadFile(s.dir + "/out")
		t.Fatalf("%s: %v\n%s", name, err, said)
	}
}

func (s *Server) command(as *syscall.Credential, name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(s.bin, name), args...)
	cmd.Dir = s.dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: as}
	// A pipe would stay open in the server that it starts.
	if log, err := os.OpenFile(s.dir+"/out", os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o666); err == nil {
		cmd.Stdout, cmd.Stderr = log, log
	}
	return cmd
}

// Up starts the server and waits until it answers.
func (s *Server) Up(t testing.TB) {
	t.Helper()
	s.run(t, "pg_ctl", "-D", s.dir+"/data", "-w", "-l", s.dir+"/log", "-o",
		"-k "+s.dir+" -c listen_addresses='' -c fsync=off -c max_connections=60 -c shared_buffers=16MB", "start")
}

// Kill ends the server as a crash does; what was committed is there again after
// Up.
func (s *Server) Kill(t testing.TB) {
	t.Helper()
	s.run(t, "pg_ctl", "-D", s.dir+"/data", "-w", "-m", "immediate", "stop")
}

// Fresh makes an empty database and returns its address.
func (s *Server) Fresh(t testing.TB) string {
	t.Helper()
	db, err := sql.Open("pgx", s.address("postgres"))
	require.NoError(t, err)
	defer db.Close()
	name := fmt.Sprintf("t%d", s.made.Add(1))
	_, err = db.Exec("CREATE DATABASE " + name)
	require.NoError(t, err)
	return s.address(name)
}

func (s *Server) address(database string) string {
	return fmt.Sprintf("postgres://test@/%s?host=%s", database, s.dir)
}
