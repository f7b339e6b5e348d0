package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"secondlook/internal/store"
	"secondlook/internal/trust"
)

type agencyShowCommand struct {
	PublicURL string `name:"public-url" placeholder:"URL" default:"http://127.0.0.1:8787" env:"SECONDLOOK_PUBLIC_URL" help:"The server's address, as browsers reach it."`
	databaseFlags
}

// Run lists the agencies.
func (c *agencyShowCommand) Run(d desk) error {
	ctx := context.Background()
	s, err := c.openStore(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	all, err := s.Agencies(ctx)
	if err != nil {
		return err
	}
	for _, a := range all {
		fmt.Fprintf(d.out, "%s · %s\n  feed        %s/v1/a/%s\n", a.ID, a.Name, strings.TrimSuffix(c.PublicURL, "/"), a.Capability)
		notes, err := s.Roots(ctx, a.ID)
		if err != nil {
			return err
		}
		if len(notes) == 0 {
			fmt.Fprintln(d.out, "  no root yet")
			continue
		}
		roots, err := trust.CheckRoots(notes)
		if err != nil {
			return inWords(err)
		}
		// Of the first root, as on the page of browsers: a rotation changes no code.
		fmt.Fprintf(d.out, "  fingerprint %s (root %d speaks for it now)\n", roots[0].Fingerprint(), len(roots))
		newest, err := s.Newest(ctx, a.ID)
		switch {
		case errors.Is(err, store.ErrNotFound):
			fmt.Fprintln(d.out, "  nothing published")
		case err != nil:
			return err
		default:
			fmt.Fprintf(d.out, "  release     %d, published %s\n", newest.Seq, day(newest.Published))
		}
	}
	return nil
}
