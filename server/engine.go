package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"secondlook/internal/sandbox"
)

// engineChoice is which engine runs: a file, or, where file is "", the one
// inside the program.
type engineChoice struct {
	file  string
	limit time.Duration // of one draft, for a file
}

// open compiles the engine and starts it.
func (c engineChoice) open(ctx context.Context) (*sandbox.Sandbox, error) {
	name, wasm, err := c.read()
	if err != nil {
		return nil, err
	}
	limits := sandbox.Own
	if c.file != "" {
		limits = sandbox.Foreign
		limits.Base = max(c.limit, time.Millisecond)
	}
	s, err := sandbox.Open(ctx, wasm, cacheDir(), limits)
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n  get a whole one: make build, or leave --engine out", name, err)
	}
	return s, nil
}

func (c engineChoice) read() (name string, wasm []byte, err error) {
	if c.file != "" {
		wasm, err := os.ReadFile(c.file)
		return c.file, wasm, err
	}
	if wasm := embedded(engineInside); wasm != nil {
		return "the engine inside", wasm, nil
	}
	return "", nil, errors.New("there is no engine inside this program: run make build, or name one with --engine")
}

// cacheDir is where machine code of the engine is kept, "" where the user has
// no cache.
func cacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "secondlook", "engine")
}
