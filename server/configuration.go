package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/alecthomas/kong"
)

// configuration is what --config holds: flags by their names, without the
// dashes before them. A name that is no flag is an error, not a surprise later.
type configuration map[string]any

// readConfiguration reads a JSON object.
func readConfiguration(r io.Reader) (kong.Resolver, error) {
	var c configuration
	if err := json.NewDecoder(r).Decode(&c); err != nil {
		return nil, fmt.Errorf("the configuration is to be a JSON object of flags: %w", err)
	}
	return c, nil
}

// Validate is kong.Resolver's.
func (c configuration) Validate(app *kong.Application) error {
	known := []string{}
	for _, command := range app.Leaves(true) {
		for _, f := range command.Flags {
			known = append(known, f.Name)
		}
	}
	for name := range c {
		if !slices.Contains(known, name) {
			return fmt.Errorf("the configuration has %q, which is no flag", name)
		}
	}
	return nil
}

// Resolve is kong.Resolver's. The environment wins over the file.
func (c configuration) Resolve(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	for _, name := range flag.Envs {
		if _, set := os.LookupEnv(name); set {
			return nil, nil
		}
	}
	return c[flag.Name], nil
}
