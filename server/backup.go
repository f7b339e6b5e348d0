package main

import (
	"context"
	"fmt"
)

type backupCommand struct {
	File string `arg:"" help:"The copy to write; it must not be there yet."`
	databaseFlags
}

// Run copies the database while the server runs.
func (c *backupCommand) Run(d desk) error {
	ctx := context.Background()
	s, err := c.openStore(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	if err := s.Backup(ctx, c.File); err != nil {
		return err
	}
	fmt.Fprintf(d.out, "%s holds all of it. The secrets in it are sealed by %s: keep a copy of that somewhere else.\n", c.File, c.sealFile())
	return nil
}
