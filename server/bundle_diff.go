package main

import (
	"context"

	"secondlook/internal/publish"
)

type bundleDiffCommand struct {
	Old  string `arg:"" help:"What is in force: a folder or a packed file."`
	New  string `arg:"" help:"What is to follow: a folder or a packed file."`
	JSON bool   `name:"json" help:"Write the changes as JSON."`
}

// Run prints what changes for a worker.
func (c *bundleDiffCommand) Run(d desk, e engineChoice) error {
	before, err := openBundle(c.Old)
	if err != nil {
		return err
	}
	after, err := openBundle(c.New)
	if err != nil {
		return err
	}
	changes, err := e.compare(before.blob, after.blob)
	if err != nil {
		return err
	}
	if c.JSON {
		return changes.WriteJSON(d.out)
	}
	changes.Write(d.out)
	return nil
}

// compare says what changes for a worker from one bundle to another, as the
// engine judges it; an empty old one is the built-in rules alone.
func (e engineChoice) compare(old, next []byte) (*publish.Changes, error) {
	ctx := context.Background()
	box, err := e.open(ctx)
	if err != nil {
		return nil, err
	}
	defer box.Close(ctx)
	return publish.Diff(ctx, box, old, next)
}
