package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"secondlook/internal/trust"
)

// readBounded reads a file that is no longer than an .rbundle may be.
func readBounded(name string) ([]byte, error) {
	in, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	b, err := io.ReadAll(io.LimitReader(in, trust.MaxFile+1))
	if err != nil {
		return nil, err
	}
	if len(b) > trust.MaxFile {
		return nil, fmt.Errorf("%s: longer than 8 MB", name)
	}
	return b, nil
}

// openTrust reads a root file or an .rbundle and believes none of it.
func openTrust(name string) (*trust.File, error) {
	b, err := readBounded(name)
	if err != nil {
		return nil, err
	}
	f, err := trust.OpenFile(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, inWords(err))
	}
	return f, nil
}

func absent(name string) error {
	if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already: choose another name", name)
	}
	return nil
}

// create writes a file that must not be there.
func create(name string, b []byte, mode fs.FileMode) error {
	out, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if errors.Is(err, fs.ErrExist) {
		return absent(name)
	}
	if err != nil {
		return err
	}
	_, err = out.Write(b)
	return errors.Join(err, out.Sync(), out.Close())
}

// replace writes a file whole or not at all.
func replace(name string, b []byte) error {
	out, err := os.CreateTemp(filepath.Dir(name), ".secondlook-*")
	if err != nil {
		return err
	}
	_, err = out.Write(b)
	err = errors.Join(err, out.Chmod(0o644), out.Sync(), out.Close())
	if err == nil {
		err = os.Rename(out.Name(), name)
	}
	if err != nil {
		os.Remove(out.Name())
	}
	return err
}
