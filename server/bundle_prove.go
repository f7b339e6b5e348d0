package main

import (
	"context"
	"encoding/json"
	"errors"

	"secondlook/internal/publish"
)

type bundleTestCommand struct {
	Bundle string `arg:"" help:"The agency's folder, or a packed file."`
	JSON   bool   `name:"json" help:"Write the report as JSON."`
}

func writeReport(d desk, r *publish.Report) error {
	enc := json.NewEncoder(d.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}

// errRefused ends a proof that found reasons; they are in the report.
var errRefused = errors.New("the bundle is not ready; the report says what to change")

// Run proves the bundle and prints the report. Exit code 2 where it is not
// ready, as for anything else that could not be done.
func (c *bundleTestCommand) Run(d desk, e engineChoice) error {
	o, err := openBundle(c.Bundle)
	if err != nil && c.JSON {
		err = errors.Join(err, writeReport(d, publish.Unread(err))) // a program asked, and reads one thing
	}
	if err != nil {
		return err
	}
	r, err := o.prove(context.Background(), e)
	if err != nil {
		return err
	}
	if c.JSON {
		if err := writeReport(d, r); err != nil {
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
