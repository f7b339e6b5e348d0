package main

import (
	"context"
	"encoding/json"
	"errors"
)

type bundleTestCommand struct {
	Bundle string `arg:"" help:"The agency's folder, or a packed file."`
	JSON   bool   `name:"json" help:"Write the report as JSON."`
}

// errRefused ends a proof that found reasons; they are in the report.
var errRefused = errors.New("the bundle is not ready; the report says what to change")

// Run proves the bundle and prints the report. Exit code 2 where it is not
// ready, as for anything else that could not be done.
func (c *bundleTestCommand) Run(d desk, e engineChoice) error {
	o, err := openBundle(c.Bundle)
	if err != nil {
		return err
	}
	r, err := o.prove(context.Background(), e)
	if err != nil {
		return err
	}
	if c.JSON {
		enc := json.NewEncoder(d.out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(r); err != nil {
			return err
		}
	} else {
		r.Write(d.out)
	}
	if !r.OK {
		return errRefused
	}
	return nil
}
