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

	errBroke   = errors.New("the proof broke down")
	errLengths = errors.New("a bundle is given as its length, LF and its bytes, two as both lengths, LF and the bytes of both")
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
	a, err := o.ask(ctx, blob)
	if err == nil && a.Report == nil {
		err = errBroke
	}
	return a.Report, err
}

// Compare waits for its turn and judges the example posts of two bundles under
// each; an empty old one is the built-in rules alone.
func (o *Outside) Compare(ctx context.Context, old, next []byte) (*publish.Changes, error) {
	a, err := o.ask(ctx, old, next)
	if err == nil && a.Changes == nil {
		err = errBroke
	}
	return a.Changes, err
}

// ask waits for its turn and gives the bundles to a process.
func (o *Outside) ask(ctx context.Context, blobs ...[]byte) (a answer, err error) {
	for _, blob := range blobs {
		if len(blob) > policy.MaxBundle {
			return a, fmt.Errorf("the bundle has %d bytes; at most %d", len(blob), policy.MaxBundle)
		}
	}
	select {
	case o.line <- struct{}{}:
		defer func() { <-o.line }()
	default:
		return a, ErrProofBusy
	}
	select {
	case o.turn <- struct{}{}:
		defer func() { <-o.turn }()
	case <-ctx.Done():
		return a, ctx.Err()
	}
	bounded, cancel := context.WithTimeout(ctx, o.longest)
	defer cancel()
	a, err = o.run(bounded, blobs)
	if bounded.Err() != nil && ctx.Err() == nil {
		return a, ErrProofTime
	}
	return a, err
}

// run gives the bundles to the program, as their lengths in a line and then their
// bytes, and keeps the pipe open: the program ends when it is closed, however
// this process ends.
func (o *Outside) run(ctx context.Context, blobs [][]byte) (a answer, err error) {
	cmd := exec.CommandContext(ctx, o.command[0], o.command[1:]...)
	cmd.WaitDelay = time.Second
	ownGroup(cmd)
	in, err := cmd.StdinPipe()
	if err != nil {
		return a, err
	}
	out := &bounded{most: maxReport}
	cmd.Stdout = out
	if err := cmd.Start(); err != nil {
		return a, fmt.Errorf("starting a proof: %w", err)
	}
	beNice(cmd.Process.Pid)
	var lengths []string
	for _, blob := range blobs {
		lengths = append(lengths, strconv.Itoa(len(blob)))
	}
	_, err = io.WriteString(in, strings.Join(lengths, " ")+"\n"+string(bytes.Join(blobs, nil)))
	err = errors.Join(err, cmd.Wait())
	if json.Unmarshal(out.Bytes(), &a) != nil || a.Report == nil && a.Changes == nil && a.Error == "" {
		return a, errors.Join(errBroke, err)
	}
	if a.Error != "" {
		return a, errors.New(a.Error)
	}
	return a, nil
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

// answer is what the program writes: a report of one bundle, or the changes from
// one to another.
type answer struct {
	Report  *publish.Report
	Changes *publish.Changes
	Error   string
}

// Answer is the program's side: it reads one bundle from in and proves it with the
// engine, or two and compares them, and writes the answer. gone is called when in
// is closed before that: who asked is no more.
func Answer(ctx context.Context, in io.Reader, out io.Writer, wasm []byte, cacheDir string, gone func()) error {
	r := bufio.NewReader(in)
	blobs, err := readBlobs(r)
	if err != nil {
		return err
	}
	go func() {
		r.ReadByte()
		gone()
	}()
	var a answer
	if err := a.work(ctx, blobs, wasm, cacheDir); err != nil {
		a = answer{Error: err.Error()}
	}
	return json.NewEncoder(out).Encode(a)
}

func readBlobs(r *bufio.Reader) (blobs [][]byte, err error) {
	line, err := r.ReadString('\n')
	lengths := strings.Fields(line)
	if err != nil || len(lengths) < 1 || len(lengths) > 2 {
		return nil, errLengths
	}
	for _, l := range lengths {
		n, err := strconv.Atoi(l)
		if err != nil || n < 0 || n > policy.MaxBundle {
			return nil, errLengths
		}
		blobs = append(blobs, make([]byte, n))
	}
	for _, blob := range blobs {
		if _, err := io.ReadFull(r, blob); err != nil {
			return nil, err
		}
	}
	return blobs, nil
}

func (a *answer) work(ctx context.Context, blobs [][]byte, wasm []byte, cacheDir string) error {
	box, err := sandbox.Open(ctx, wasm, cacheDir, sandbox.Limits{Pages: maxMemory / wasmPage})
	if err != nil {
		return err
	}
	defer box.Close(ctx)
	if len(blobs) == 2 {
		a.Changes, err = publish.Diff(ctx, box, blobs[0], blobs[1])
		return err
	}
	a.Report, err = publish.Prove(ctx, box, blobs[0], nil, time.Now())
	return err
}
