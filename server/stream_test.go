package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

// posts is a reader of many lines that never holds more than one; it notes
// how much is in use along the way.
type posts struct {
	left, total int
	line        []byte
	heap        []uint64
}

func (p *posts) Read(b []byte) (int, error) {
	if len(p.line) == 0 {
		if p.left == 0 {
			return 0, io.EOF
		}
		p.left--
		p.line = fmt.Appendf(nil, "{\"id\":%d,\"text\":\"Post %d of a long day, and the kettle is on again.\"}\n", p.left, p.left)
		if p.left%(p.total/10) == 0 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			p.heap = append(p.heap, m.HeapAlloc)
		}
	}
	n := copy(b, p.line)
	p.line = p.line[n:]
	return n, nil
}

// lineCounter counts what is written to it.
type lineCounter int

func (c *lineCounter) Write(b []byte) (int, error) {
	*c += lineCounter(bytes.Count(b, []byte("\n")))
	return len(b), nil
}

// Many posts take no more memory than some: 100,000 in make soak.
func TestLinesStream(t *testing.T) {
	total := 10_000
	if os.Getenv("SECONDLOOK_SOAK") != "" {
		total = 100_000
	}
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	in, out := &posts{left: total, total: total}, new(lineCounter)
	var said bytes.Buffer
	code := run([]string{"check", "--jsonl"}, desk{in, out, &said})
	if embedded(engineInside) == nil {
		require.Equal(t, 2, code)
		require.Contains(t, said.String(), "run make build")
		return
	}
	require.Equal(t, 0, code, said.String())
	require.Equal(t, total, int(*out))
	// The engine's own memory grows to its size within the first thousands.
	require.Less(t, in.heap[len(in.heap)-1], in.heap[len(in.heap)/2]+1<<20, "bytes in use, along the way: %v", in.heap)
}
