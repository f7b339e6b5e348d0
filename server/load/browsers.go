package main

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// result is what the browsers saw.
type result struct {
	mu        sync.Mutex
	answers   []time.Duration
	seen      []time.Duration // from publication to each browser
	requests  int
	failed    int
	published time.Time // zero before
	memory    int64     // bytes
	open      int       // connections
	openAfter int
}

func (r *result) at(percent float64) time.Duration     { return quantile(r.answers, percent) }
func (r *result) seenBy(percent float64) time.Duration { return quantile(r.seen, percent) }

func quantile(all []time.Duration, percent float64) time.Duration {
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[min(len(all)-1, int(float64(len(all))*percent/100))].Round(10 * time.Microsecond)
}

// play is n browsers, each with a connection of its own, asking for the head
// with its tag about every so often. A release comes after one round; it ends
// when all have it, or after two minutes.
func play(a *agency, n int, every time.Duration) (*result, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute+every)
	defer cancel()
	r := &result{}
	var wg sync.WaitGroup
	for range n {
		wg.Go(func() { r.browser(ctx, a, every) })
	}
	select {
	case <-time.After(every + every/2):
	case <-ctx.Done():
	}
	if err := a.publish("--pause"); err != nil {
		return nil, err
	}
	r.mu.Lock()
	r.published = time.Now()
	r.mu.Unlock()
	wg.Wait()
	if len(r.seen) < n {
		return nil, fmt.Errorf("%d of %d browsers never saw the release", n-len(r.seen), n)
	}
	var err error
	if r.memory, err = memory(a.server.Process.Pid); err != nil {
		return nil, err
	}
	r.open = connections(a.url)
	time.Sleep(15 * time.Second)
	r.openAfter = connections(a.url)
	return r, nil
}

// browser asks until it has seen the second release.
func (r *result) browser(ctx context.Context, a *agency, every time.Duration) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConns: 1, ReadBufferSize: 1 << 10, WriteBufferSize: 1 << 10}, Timeout: 20 * time.Second}
	tag := ""
	wait := rand.N(every)
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
		}
		wait = every/2 + rand.N(every)
		at := time.Now()
		seq, next, err := look(ctx, client, a.url+a.feed+"/head", tag)
		took := time.Since(at)
		r.mu.Lock()
		r.requests++
		r.answers = append(r.answers, took)
		if err != nil {
			r.failed++
		}
		if seq == 2 {
			since := time.Duration(0) // it may be in before the command that published has ended
			if !r.published.IsZero() {
				since = time.Since(r.published)
			}
			r.seen = append(r.seen, since)
		}
		r.mu.Unlock()
		if seq == 2 {
			return
		}
		if err == nil {
			tag = next
		}
	}
}

// look asks for the head and returns its seq, 0 where it is the one that is known.
func look(ctx context.Context, c *http.Client, url, tag string) (seq int, next string, err error) {
	q, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return 0, "", err
	}
	if tag != "" {
		q.Header.Set("If-None-Match", tag)
	}
	answer, err := c.Do(q)
	if err != nil {
		return 0, "", err
	}
	defer answer.Body.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(answer.Body); err != nil {
		return 0, "", err
	}
	if answer.StatusCode == http.StatusNotModified {
		return 0, tag, nil
	}
	m := regexp.MustCompile(`(?m)^seq (\d+)$`).FindSubmatch(b.Bytes())
	if m == nil {
		return 0, "", fmt.Errorf("status %d", answer.StatusCode)
	}
	seq, err = strconv.Atoi(string(m[1]))
	return seq, answer.Header.Get("ETag"), err
}

// memory is the most a process has had, in bytes.
func memory(pid int) (int64, error) {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	m := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindSubmatch(b)
	if m == nil {
		return 0, fmt.Errorf("no VmHWM of %d", pid)
	}
	kb, err := strconv.ParseInt(string(m[1]), 10, 64)
	return kb << 10, err
}

// connections are those to the server that are open, -1 where ss cannot tell.
func connections(url string) int {
	_, port, _ := strings.Cut(strings.TrimPrefix(url, "http://"), ":")
	out, err := exec.Command("ss", "-Htn", "state", "established", "sport", "=", ":"+port).Output()
	if err != nil {
		return -1
	}
	return bytes.Count(out, []byte("\n"))
}
