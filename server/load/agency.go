package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

const (
	serverCore = "0"
	loadCore   = "1"
)

// agency is one that is served on this machine.
type agency struct {
	program string
	dir     string
	server  *exec.Cmd
	url     string // of the server
	feed    string // path of the feed
	seq     int
}

// newAgency founds an agency with real keys, publishes and serves it.
func newAgency() (*agency, error) {
	program, err := filepath.Abs("bin/secondlook")
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "load")
	if err != nil {
		return nil, err
	}
	a := &agency{program: program, dir: dir}
	if err := a.found(); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return a, a.serve()
}

func (a *agency) found() error {
	if err := os.WriteFile(filepath.Join(a.dir, "pass"), []byte("correct horse battery staple\n"), 0o600); err != nil {
		return err
	}
	for _, args := range [][]string{
		{"agency", "new", "load", "--name", "load"},
		{"key", "new", "ann", "--passphrase-file", "pass"},
		{"root", "new", "load.root", "--agency", "load", "--name", "load", "--head", "load-head.pub", "--approver", "ann.pub", "--need", "1", "--key", "ann.key", "--passphrase-file", "pass"},
		{"agency", "root", "load.root"},
		{"bundle", "new", "rules", "--name", "load"},
		{"bundle", "build", "rules", "-o", "rules.bin"},
	} {
		if _, err := a.run(args...); err != nil {
			return err
		}
	}
	if err := a.publish("--bundle", "rules.bin"); err != nil {
		return err
	}
	out, err := a.run("agency", "show")
	a.feed = regexp.MustCompile(`/v1/a/[a-z2-7]+`).FindString(out)
	return err
}

// publish signs and publishes the next release.
func (a *agency) publish(rules ...string) error {
	a.seq++
	file := fmt.Sprintf("%d.rbundle", a.seq)
	for _, args := range [][]string{
		append([]string{"agency", "draft", "load", file, "--author", "Ann"}, rules...),
		{"bundle", "sign", file, "--key", "ann.key", "--passphrase-file", "pass"},
		{"agency", "publish", file},
	} {
		if _, err := a.run(args...); err != nil {
			return err
		}
	}
	return nil
}

func (a *agency) run(args ...string) (string, error) {
	cmd := exec.Command(a.program, args...)
	cmd.Dir = a.dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("secondlook %s: %w: %s", strings.Join(args[:2], " "), err, out)
	}
	return string(out), nil
}

// serve starts the server on its core and waits until it answers.
func (a *agency) serve() error {
	a.server = exec.Command("taskset", "-c", serverCore, a.program, "serve", "--addr", "127.0.0.1:0", "--metrics-addr", "none")
	a.server.Dir, a.server.Env = a.dir, append(os.Environ(), "GOMAXPROCS=1")
	out, err := a.server.StdoutPipe()
	if err != nil {
		return err
	}
	if err := a.server.Start(); err != nil {
		return err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return err
	}
	go io.Copy(io.Discard, out)
	a.url = strings.TrimSuffix(strings.TrimSpace(strings.TrimPrefix(line, "Second Look, agency server: ")), "/")
	return answers(a.url + a.feed + "/head")
}

// answers waits until an address does.
func answers(url string) error {
	for try := 0; try < 500; try++ {
		r, err := http.Get(url)
		if err == nil {
			r.Body.Close()
			if r.StatusCode == 200 {
				return nil
			}
		}
		time.Sleep(20 * time.Millisecond)
	}
	return errors.New(url + " does not answer")
}

func (a *agency) close() {
	if a.server != nil {
		a.server.Process.Kill()
		a.server.Wait()
	}
	os.RemoveAll(a.dir)
}

// get returns what stands at a path, and its tag.
func get(url string) (body []byte, tag string, err error) {
	r, err := http.Get(url)
	if err != nil {
		return nil, "", err
	}
	defer r.Body.Close()
	body, err = io.ReadAll(r.Body)
	return body, r.Header.Get("ETag"), err
}

// free returns an address nobody listens at.
func free() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}
