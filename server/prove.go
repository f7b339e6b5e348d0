package main

import (
	"context"
	"os"

	"secondlook/internal/issue"
)

// proveCommand is what the server runs for each bundle that is brought; nobody
// types it.
type proveCommand struct{}

// Run proves one bundle from stdin.
func (c *proveCommand) Run(d desk, e engineChoice) error {
	_, wasm, err := e.read()
	if err != nil {
		return err
	}
	return issue.Answer(context.Background(), d.in, d.out, wasm, cacheDir(), func() { os.Exit(2) })
}
