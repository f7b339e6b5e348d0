package issue

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/sandbox"
)

const (
	// AtOnce is how many proofs run at a time on one server.
	AtOnce = 2
	// Waiting is how many more may wait for their turn.
	Waiting = 16
	// Longest is how long a proof may take before it is stopped.
	Longest = 2 * time.Minute

	maxReport = 8 << 20   // bytes of a report that is believed
	maxMemory = 512 << 20 // bytes of the engine's memory in a proof
	wasmPage  = 64 << 10
)

// Errors of a proof that callers tell apart.
var (
	ErrProofTime = errors.New("the proof took too long and was stopped")
	ErrProofBusy = errors.New("many bundles are being proved: try again in a minute")
)

// Outside proves each bundle in a process of its own. Why not in this one: the
// machine code of an engine cannot be interrupted, so Go's scheduler and its
// garbage collector would wait for it, and the feed with them; another process
// can be killed, and is nice to the others.
type Outside struct {
	command []string
	turn    chan struct{}
	line    chan struct{}
	longest time.Duration
}

// NewOutside runs command for each proof: a program that calls Answer.
func NewOutside(longest time.Duration, command ...string) *Outside {
	return &Outside{command, make(chan struct{}, AtOnce), make(chan struct{}, AtOnce+Waiting), longest}
}

// Prove waits for its turn and proves a bundle.
func (o *Outside) Prove(ctx context.Context, blob []byte) (*publish.Report, error) {
	if len(blob) > policy.MaxBundle {
		return nil, fmt.Errorf("the bundle has %d bytes; at most %d", len(blob), policy.MaxBundle)
	}
	select {
	case o.line <- struct{}{}:
		defer func() { <-o.line }()
	default:
		return nil, ErrProofBusy
	}
	select {
	case o.turn <- struct{}{}:
		defer func() { <-o.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	bounded, cancel := context.WithTimeout(ctx, o.longest)
	defer cancel()
	report, err := o.run(bounded, blob)
	if bounded.Err() != nil && ctx.Err() == nil {
		return nil, ErrProofTime
	}
	return report, err
}

// run gives the bundle to the program, as its length, LF and its bytes, and
// keeps the pipe open: the program ends when it is closed, however this process
// ends.
func (o *Outside) run(ctx context.Context, blob []byte) (*publish.Report, error) {
	cmd := exec.CommandContext(ctx, o.command[0], o.command[1:]...)
	cmd.WaitDelay = time.Second
	ownGroup(cmd)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out := &bounded{most: maxReport}
	cmd.Stdout = out
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting a proof: %w", err)
	}
	beNice(cmd.Process.Pid)
	_, err = io.WriteString(in, strconv.Itoa(len(blob))+"\n"+string(blob))
	err = errors.Join(err, cmd.Wait())
	var a answer
	if json.Unmarshal(out.Bytes(), &a) != nil || a.Report == nil && a.Error == "" {
		return nil, errors.Join(errors.New("the proof broke down"), err)
	}
	if a.Report == nil {
		return nil, errors.New(a.Error)
	}
	return a.Report, nil
}

// bounded keeps no more than most bytes.
type bounded struct {
	bytes.Buffer
	most int
}

func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > b.most {
		return 0, errors.New("too much")
	}
	return b.Buffer.Write(p)
}

// answer is what the program writes.
type answer struct {
	Report *publish.Report
	Error  string
}

// Answer is the program's side: it reads one bundle from in, proves it with the
// engine and writes the answer. gone is called when in is closed before that:
// who asked is no more.
func Answer(ctx context.Context, in io.Reader, out io.Writer, wasm []byte, cacheDir string, gone func()) error {
	r := bufio.NewReader(in)
	line, err := r.ReadString('\n')
	n, notNumber := strconv.Atoi(strings.TrimSuffix(line, "\n"))
	if err != nil || notNumber != nil || n < 0 || n > policy.MaxBundle {
		return errors.New("a bundle is given as its length, LF and its bytes")
	}
	blob := make([]byte, n)
	if _, err := io.ReadFull(r, blob); err != nil {
		return err
	}
	go func() {
		r.ReadByte()
		gone()
	}()
	var a answer
	if a.Report, err = proveHere(ctx, blob, wasm, cacheDir); err != nil {
		a.Error = err.Error()
	}
	return json.NewEncoder(out).Encode(a)
}

func proveHere(ctx context.Context, blob, wasm []byte, cacheDir string) (*publish.Report, error) {
	box, err := sandbox.Open(ctx, wasm, cacheDir, sandbox.Limits{Pages: maxMemory / wasmPage})
	if err != nil {
		return nil, err
	}
	defer box.Close(ctx)
	return publish.Prove(ctx, box, blob, nil, time.Now())
}
