package main

import (
	"context"
	"fmt"

	"secondlook/internal/admin"
)

type agencyInviteCommand struct {
	ID        string `arg:"" help:"The agency's id."`
	Role      string `enum:"author,reviewer,administrator" default:"administrator" help:"What they may do: author, reviewer or administrator."`
	PublicURL string `name:"public-url" placeholder:"URL" default:"http://127.0.0.1:8787" env:"SECONDLOOK_PUBLIC_URL" help:"The address of the server's pages."`
	databaseFlags
}

// Run makes a code with which one person makes their account.
func (c *agencyInviteCommand) Run(d desk, e engineChoice) error {
	ctx := context.Background()
	at, err := c.open(ctx, e)
	if err != nil {
		return err
	}
	defer at.Store.Close()
	if _, err := at.Store.Agency(ctx, c.ID); err != nil {
		return unknownAgency(c.ID, err)
	}
	pages, err := admin.New(admin.Config{Desk: at, Origin: c.PublicURL})
	if err != nil {
		return err
	}
	code, err := pages.Invite(ctx, c.ID, c.Role, "")
	if err != nil {
		return err
	}
	fmt.Fprintf(d.out, "Good once and for a week: %s/admin/join?code=%s\n", pages.Origin, code)
	return nil
}
