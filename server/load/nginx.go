package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

const configuration = `worker_processes 1;
daemon off;
%s
pid %s/nginx.pid;
error_log /dev/null;
events { worker_connections 4096; }
http {
	access_log off;
	sendfile on;
	tcp_nopush on;
	open_file_cache max=100;
	keepalive_requests 100000000;
	default_type application/octet-stream;
	server {
		listen %s;
		root %s/static;
		location / { add_header Cache-Control "public, max-age=5"; add_header X-Content-Type-Options nosniff; }
	}
}
`

// nginx serves files from a folder on the server's core.
func nginx(dir string) (cmd *exec.Cmd, url string, err error) {
	addr, err := free()
	if err != nil {
		return nil, "", err
	}
	user := ""
	if os.Getuid() == 0 {
		user = "user root;" // the folder is its owner's alone
	}
	conf := filepath.Join(dir, "nginx.conf")
	if err := os.WriteFile(conf, fmt.Appendf(nil, configuration, user, dir, addr, dir), 0o600); err != nil {
		return nil, "", err
	}
	cmd = exec.Command("taskset", "-c", serverCore, "nginx", "-e", "/dev/null", "-p", dir, "-c", conf)
	return cmd, "http://" + addr, cmd.Start()
}

// compare measures the feed and nginx with the same bytes, one after the other,
// and returns the ratio of head 304.
func compare(a *agency, length time.Duration) (float64, error) {
	head, _, err := get(a.url + a.feed + "/head")
	if err != nil {
		return 0, err
	}
	bundle := regexp.MustCompile(`(?m)^bundle ([0-9a-f]{64})$`)
	release := regexp.MustCompile(`(?m)^release ([0-9a-f]{64})$`).FindSubmatch(head)
	note, _, err := get(a.url + a.feed + "/release/" + string(release[1]))
	if err != nil {
		return 0, err
	}
	blobPath := a.feed + "/blob/" + string(bundle.FindSubmatch(note)[1])
	blob, _, err := get(a.url + blobPath)
	if err != nil {
		return 0, err
	}
	for path, b := range map[string][]byte{a.feed + "/head": head, blobPath: blob} {
		file := filepath.Join(a.dir, "static", path)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return 0, err
		}
		if err := os.WriteFile(file, b, 0o644); err != nil {
			return 0, err
		}
	}
	other, url, err := nginx(a.dir)
	if err != nil {
		return 0, err
	}
	defer func() { other.Process.Signal(os.Interrupt); other.Wait() }()
	if err := answers(url + a.feed + "/head"); err != nil {
		return 0, err
	}
	fmt.Printf("Requests a second, server and generator on a core each, 64 connections (head %d bytes, bundle %d):\n\n", len(head), len(blob))
	fmt.Printf("%-10s %12s %12s %7s\n", "", "secondlook", "nginx", "ratio")
	var ratio304 float64
	for _, c := range []struct {
		name, path string
		known      bool
	}{{"head 304", a.feed + "/head", true}, {"head 200", a.feed + "/head", false}, {"blob", blobPath, false}} {
		ours, err := wrk(a.url+c.path, c.known, length)
		if err != nil {
			return 0, err
		}
		theirs, err := wrk(url+c.path, c.known, length)
		if err != nil {
			return 0, err
		}
		fmt.Printf("%-10s %12.0f %12.0f %7.2f\n", c.name, ours, theirs, ours/theirs)
		if c.known {
			ratio304 = ours / theirs
		}
	}
	return ratio304, nil
}

// wrk asks an address as often as it can and returns the requests a second.
func wrk(url string, known bool, length time.Duration) (float64, error) {
	args := []string{"-c", loadCore, "wrk", "-t1", "-c64", fmt.Sprintf("-d%ds", int(length.Seconds()))}
	if known {
		_, tag, err := get(url)
		if err != nil {
			return 0, err
		}
		args = append(args, "-H", "If-None-Match: "+tag)
	}
	out, err := exec.Command("taskset", append(args, url)...).CombinedOutput()
	if err != nil {
		return 0, fmt.Errorf("wrk: %w: %s", err, out)
	}
	if strings.Contains(string(out), "Non-2xx") || strings.Contains(string(out), "Socket errors") {
		return 0, fmt.Errorf("wrk: %s", out)
	}
	m := regexp.MustCompile(`Requests/sec:\s+([0-9.]+)`).FindSubmatch(out)
	if m == nil {
		return 0, fmt.Errorf("wrk: %s", out)
	}
	return strconv.ParseFloat(string(m[1]), 64)
}
