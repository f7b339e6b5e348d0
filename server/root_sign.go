package main

import (
	"errors"
	"fmt"
)

type rootSignCommand struct {
	File string `arg:"" help:"Root file or .rbundle whose newest root you sign."`
	keyFlags
}

// Run adds signatures to the newest root of the file.
func (c *rootSignCommand) Run(d desk) error {
	if len(c.Key) == 0 {
		return errors.New("name the key that signs with --key")
	}
	file, err := openTrust(c.File)
	if err != nil {
		return err
	}
	newest, before, err := newestRoot(file)
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	last := &file.Roots[len(file.Roots)-1]
	if *last, err = c.signAs(*last, voters(newest, before), d); err != nil {
		return err
	}
	if err := holds(file); err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	if err := replace(c.File, file.Bytes()); err != nil {
		return err
	}
	fmt.Fprintf(d.out, "Fingerprint %s\n", newest.Fingerprint())
	return tellRoot(d.out, c.File, file)
}
