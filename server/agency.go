package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"secondlook/internal/issue"
	"secondlook/internal/keyfile"
	"secondlook/internal/sign"
	"secondlook/internal/store"
	"secondlook/internal/trust"
)

// agencyCommand groups what is done on an agency server without its pages. A
// server that runs on the same database notices within seconds.
type agencyCommand struct {
	New     agencyNewCommand     `cmd:"" help:"Add an agency to the database and write the public key that its root has to name."`
	Root    agencyRootCommand    `cmd:"" help:"Take a root file: who speaks for the agency."`
	Publish agencyPublishCommand `cmd:"" help:"Take a signed .rbundle, prove it and publish it."`
	Draft   agencyDraftCommand   `cmd:"" help:"Make the next release for approvers to sign: of a bundle, a pause, or an earlier release."`
	Invite  agencyInviteCommand  `cmd:"" help:"Make a code with which a member of an agency makes their account on its pages."`
	Show    agencyShowCommand    `cmd:"" help:"Show the agencies, their feeds' addresses and what is in force."`
}

type agencyNewCommand struct {
	ID   string `arg:"" help:"The agency's id: small letters, digits and dashes."`
	Name string `required:"" help:"The agency's name, as people write it."`
	Head string `placeholder:"FILE" help:"Where to write the server's public key; ID-head.pub by default."`
	databaseFlags
}

// Run founds an agency.
func (c *agencyNewCommand) Run(d desk, e engineChoice) error {
	file := c.Head
	if file == "" {
		file = c.ID + "-head.pub"
	}
	if err := absent(file); err != nil {
		return err
	}
	ctx := context.Background()
	at, err := c.open(ctx, e)
	if err != nil {
		return err
	}
	defer at.Store.Close()
	if _, err := at.Found(ctx, c.ID, c.Name); err != nil {
		return fmt.Errorf("%s: %w", c.ID, err)
	}
	key, err := at.HeadKey(ctx, c.ID)
	if err != nil {
		return err
	}
	if err := create(file, []byte(key.String()+"\n"), 0o644); err != nil {
		return err
	}
	fmt.Fprintf(d.out, "%s is there. Next, found it with its approvers' keys and bring the root:\n"+
		"  secondlook root new %s.root --agency %s --name %q --head %s --approver … --need … --key …\n"+
		"  secondlook agency root %s.root\n", c.ID, c.ID, c.ID, c.Name, file, c.ID)
	return nil
}

type agencyRootCommand struct {
	File string `arg:"" help:"Root file, or an .rbundle."`
	broughtFlags
}

// broughtFlags are for a file with an agency's root that is brought to its
// database, and a head key that was made elsewhere.
type broughtFlags struct {
	HeadKey string `placeholder:"FILE" help:"The head key that the root names, where it was made elsewhere (AGENCY-head.key)."`
	passphraseFlags
	databaseFlags
}

// bring opens all three: the file, the head key (nil where none is named) and the
// desk, whose store the caller closes.
func (f *broughtFlags) bring(ctx context.Context, name string, d desk, e engineChoice) (*trust.File, *sign.Signer, *issue.Desk, error) {
	file, err := openTrust(name)
	if err != nil {
		return nil, nil, nil, err
	}
	key, err := f.head(d)
	if err != nil {
		return nil, nil, nil, err
	}
	at, err := f.open(ctx, e)
	return file, key, at, err
}

// head opens the head key, nil where none is named.
func (f *broughtFlags) head(d desk) (*sign.Signer, error) {
	if f.HeadKey == "" {
		return nil, nil
	}
	b, err := readBounded(f.HeadKey)
	if err != nil {
		return nil, err
	}
	pass, err := f.of(f.HeadKey, d)
	if err != nil {
		return nil, err
	}
	key, err := keyfile.Open(b, pass)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.HeadKey, err)
	}
	return key, nil
}

// Run takes a root.
func (c *agencyRootCommand) Run(d desk, e engineChoice) error {
	ctx := context.Background()
	file, key, at, err := c.bring(ctx, c.File, d, e)
	if err != nil {
		return err
	}
	defer at.Store.Close()
	root, err := agencyOf(file)
	if err != nil {
		return err
	}
	if key != nil {
		if key.Key() != root.Head {
			return fmt.Errorf("%s is not the key that the root names as its head key", c.HeadKey)
		}
		if err := at.SetHeadKey(ctx, root.Agency, key); err != nil {
			return unknownAgency(root.Agency, err)
		}
	}
	newest, err := at.AddRoots(ctx, root.Agency, file.Roots, "")
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, plainly(unknownAgency(root.Agency, err)))
	}
	fmt.Fprintf(d.out, "%s, root %d: %d of %s decide.\nFingerprint %s\n", newest.Agency, newest.Version, newest.Need, approvers(len(newest.Approvers)), newest.Fingerprint())
	return nil
}

func agencyOf(file *trust.File) (*trust.Root, error) {
	roots, err := trust.CheckRoots(file.Roots)
	if err != nil {
		return nil, inWords(err)
	}
	return roots[len(roots)-1], nil
}

func unknownAgency(id string, err error) error {
	if errors.Is(err, store.ErrNotFound) {
		return fmt.Errorf("%s is not in this database: secondlook agency new %s", id, id)
	}
	return err
}

type agencyPublishCommand struct {
	File string `arg:"" help:"The signed .rbundle."`
	databaseFlags
}

// Run publishes a release.
func (c *agencyPublishCommand) Run(d desk, e engineChoice) error {
	file, err := openTrust(c.File)
	if err != nil {
		return err
	}
	root, err := agencyOf(file)
	if err != nil {
		return err
	}
	ctx := context.Background()
	at, err := c.open(ctx, e)
	if err != nil {
		return err
	}
	defer at.Store.Close()
	p, err := at.Publish(ctx, issue.Submission{Agency: root.Agency, File: file})
	var unproved *issue.Unproved
	if errors.As(err, &unproved) {
		unproved.Report.Write(d.out)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, plainly(err))
	}
	return tellPublished(d.out, p)
}

func tellPublished(w io.Writer, p *issue.Published) error {
	r := p.Result.Release()
	if p.Again {
		fmt.Fprintf(w, "%s, release %d: published already.\n", r.Agency, r.Seq)
		return nil
	}
	fmt.Fprintf(w, "%s, release %d is published, signed by %s. Browsers have it within a minute.\n", r.Agency, r.Seq, strings.Join(r.Approvers, ", "))
	if p.Result.ActsFrom > 0 {
		fmt.Fprintf(w, "It acts from %s: one person decides alone here, so staff see it for a day first.\n", day(p.Result.ActsFrom))
	}
	return nil
}
