package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
)

type bundleBuildCommand struct {
	Bundle string `arg:"" help:"The agency's folder."`
	Out    string `short:"o" required:"" placeholder:"FILE" help:"Where the packed bundle goes."`
}

// Run proves the folder and packs it; nothing is written unless the proof holds.
func (c *bundleBuildCommand) Run(d desk, e engineChoice) error {
	o, err := openBundle(c.Bundle)
	if err != nil {
		return err
	}
	r, err := o.prove(context.Background(), e)
	if err != nil {
		return err
	}
	if !r.OK {
		r.Write(d.out)
		return errRefused
	}
	if err := os.WriteFile(c.Out, o.blob, 0o644); err != nil {
		return err
	}
	fmt.Fprintf(d.out, "%s: %d bytes, sha256 %x\n", printable(c.Out), len(o.blob), sha256.Sum256(o.blob))
	return nil
}
