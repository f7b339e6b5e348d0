package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"secondlook/internal/sandbox"
)

// engineFile is the path of an engine.wasm, "" for the one inside the program.
type engineFile string

// open compiles the engine and starts it.
func (f engineFile) open(ctx context.Context) (*sandbox.Sandbox, error) {
	name, wasm, err := f.read()
	if err != nil {
		return nil, err
	}
	s, err := sandbox.Open(ctx, wasm, cacheDir())
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n  get a whole one: make build, or leave --engine out", name, err)
	}
	return s, nil
}

func (f engineFile) read() (name string, wasm []byte, err error) {
	if f != "" {
		wasm, err := os.ReadFile(string(f))
		return string(f), wasm, err
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
