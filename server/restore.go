package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"secondlook/internal/issue"
	"secondlook/internal/store"
)

type restoreCommand struct {
	File string `arg:"" help:"A backup, or the newest .rbundle of any browser."`
	broughtFlags
}

// sqliteStart begins every SQLite file.
var sqliteStart = []byte("SQLite format 3\x00")

// Run restores from whichever it is: a backup makes the database anew, an
// .rbundle adds the releases that the database lacks.
func (c *restoreCommand) Run(d desk, e engineChoice) error {
	start := make([]byte, len(sqliteStart))
	in, err := os.Open(c.File)
	if err != nil {
		return err
	}
	_, err = io.ReadFull(in, start)
	in.Close()
	if err == nil && bytes.Equal(start, sqliteStart) {
		return c.fromBackup(d)
	}
	return c.fromBrowser(d, e)
}

func (c *restoreCommand) fromBackup(d desk) error {
	if store.Shared(c.DB) {
		return store.ErrShared
	}
	// SQLite would write what a killed server left in the log into the copy.
	for _, left := range []string{"", "-wal", "-shm", "-journal"} {
		if err := absent(c.DB + left); err != nil {
			return fmt.Errorf("%w\n  a backup is restored beside it: move the old database (and its -wal and -shm) away, or name a new file with --db", err)
		}
	}
	if err := c.copied(context.Background()); err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	fmt.Fprintf(d.out, "%s is there again, as it was when %s was made.\n"+
		"Browsers may have seen later releases and refuse older ones: bring the newest .rbundle of any of them,\n"+
		"  secondlook restore NEWEST.rbundle\n", c.DB, c.File)
	return nil
}

// copied copies the backup, which stays as it is, and looks whether it is whole.
// Half a copy is taken away again.
func (c *restoreCommand) copied(ctx context.Context) error {
	in, err := os.Open(c.File)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(c.DB, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Sync(), out.Close()); err == nil {
		err = c.whole(ctx)
	}
	if err != nil {
		err = errors.Join(err, os.Remove(c.DB))
	}
	return err
}

func (c *restoreCommand) whole(ctx context.Context) error {
	s, err := c.openStore(ctx)
	if err != nil {
		return err
	}
	return errors.Join(s.Check(ctx), s.Close())
}

func (c *restoreCommand) fromBrowser(d desk, e engineChoice) error {
	ctx := context.Background()
	file, key, at, err := c.bring(ctx, c.File, d, e)
	if err != nil {
		return err
	}
	defer at.Store.Close()
	n, root, err := at.Restore(ctx, file, key)
	if err != nil && !(errors.Is(err, issue.ErrHeadKey) && root != nil) {
		return fmt.Errorf("%s: %w", c.File, plainly(err))
	}
	newest, newestErr := at.Store.Newest(ctx, root.Agency)
	if newestErr != nil {
		return newestErr
	}
	fmt.Fprintf(d.out, "%s: %d releases came; the newest is %d, and the next will be %d.\nFingerprint %s\n", root.Agency, n, newest.Seq, newest.Seq+1, root.Fingerprint())
	if err != nil {
		return c.wantHead(ctx, d, at, root.Agency)
	}
	return nil
}

// wantHead says what to do where the old head key is lost.
func (c *restoreCommand) wantHead(ctx context.Context, d desk, at *issue.Desk, agency string) error {
	key, err := at.HeadKey(ctx, agency)
	if err != nil {
		return err
	}
	fmt.Fprintf(d.out, "Its root names a head key that this server does not have, so browsers are told nothing yet.\n"+
		"Give the old one with --head-key, or sign a new root (secondlook root rotate --head) that names\n  %s\nand a release under it.\n", key)
	return nil
}
