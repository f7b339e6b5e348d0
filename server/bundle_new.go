package main

import (
	"fmt"
	"path/filepath"
	"time"

	"secondlook/internal/publish"
)

// now is the clock of the command line's edge.
func now() time.Time { return time.Now() }

type bundleNewCommand struct {
	Dir  string `arg:"" help:"A new folder."`
	Name string `help:"The agency's name, as its staff know it." default:"My Agency"`
}

// Run writes the starter.
func (c *bundleNewCommand) Run(d desk, _ engineChoice) error {
	if err := publish.WriteStarter(c.Dir, c.Name, now()); err != nil {
		return err
	}
	fmt.Fprintf(d.out, "Written to %s. Begin with agency.yaml; every file says in it what to do.\n\n    secondlook bundle test %s\n",
		printable(filepath.Clean(c.Dir)), printable(filepath.Clean(c.Dir)))
	return nil
}
