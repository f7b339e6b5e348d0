package main

import (
	"context"
	"errors"
	"fmt"

	"secondlook/internal/issue"
	"secondlook/internal/trust"
)

type agencyDraftCommand struct {
	ID     string   `arg:"" help:"The agency's id."`
	File   string   `arg:"" help:"The .rbundle to make."`
	Bundle string   `placeholder:"FILE" help:"The rules, as secondlook bundle build wrote them."`
	Pause  bool     `help:"The rules in force without any of the agency's own: built-in checks and guidance go on."`
	Back   int64    `placeholder:"SEQ" help:"The rules of this earlier release."`
	Author string   `required:"" help:"Who wrote the rules."`
	Change []string `placeholder:"LINE" sep:"none" help:"What changes, for the people it changes things for; a line each."`
	databaseFlags
}

// Run makes a release for others to sign.
func (c *agencyDraftCommand) Run(d desk, e engineChoice) error {
	if err := absent(c.File); err != nil {
		return err
	}
	ctx := context.Background()
	at, err := c.open(ctx, e)
	if err != nil {
		return err
	}
	defer at.Store.Close()
	blob, err := c.rules(ctx, at)
	if err != nil {
		return err
	}
	file, err := at.Draft(ctx, issue.Wanted{Agency: c.ID, Blob: blob, Author: c.Author, Changes: c.Change})
	if err != nil {
		return plainly(err)
	}
	if err := create(c.File, file.Bytes(), 0o644); err != nil {
		return err
	}
	r, _, err := trust.ReadRelease(file.Releases[len(file.Releases)-1])
	if err != nil {
		return inWords(err)
	}
	fmt.Fprintf(d.out, "%s holds release %d, unsigned. Each approver: secondlook bundle sign %s --key THEIRS.key\nThen: secondlook agency publish %s\n",
		c.File, r.Seq, c.File, c.File)
	return nil
}

// rules are those that the flags name.
func (c *agencyDraftCommand) rules(ctx context.Context, at *issue.Desk) ([]byte, error) {
	named := 0
	for _, yes := range []bool{c.Bundle != "", c.Pause, c.Back > 0} {
		if yes {
			named++
		}
	}
	switch {
	case named != 1:
		return nil, errors.New("name one of --bundle, --pause and --back")
	case c.Pause:
		return at.Paused(ctx, c.ID)
	case c.Back > 0:
		return at.Earlier(ctx, c.ID, c.Back)
	}
	return readBlob(c.Bundle)
}
