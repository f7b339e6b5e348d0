package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/trust"
)

// bundleCommand groups what an agency does with its rules.
type bundleCommand struct {
	New   bundleNewCommand   `cmd:"" help:"Write a commented starter into a new folder."`
	Build bundleBuildCommand `cmd:"" help:"Prove a folder and pack it into one file."`
	Test  bundleTestCommand  `cmd:"" help:"Prove a folder or a packed file, and say what to change."`
	Diff  bundleDiffCommand  `cmd:"" help:"Say in plain words what changes for a worker from one bundle to another."`

	Levels bundleLevelsCommand `cmd:"" help:"List the built-in checks whose level an agency may change, and how far."`
	Sign   bundleSignCommand   `cmd:"" help:"Make the next release of a bundle, or add your signature to one."`
	Verify bundleVerifyCommand `cmd:"" help:"Look at an .rbundle as a browser does; exit code 1 where it is refused."`
	Show   bundleShowCommand   `cmd:"" help:"Show the roots and releases of an .rbundle in plain words."`
}

// opened is a bundle from a folder or a packed file.
type opened struct {
	blob   []byte
	bundle *policy.Bundle
	place  func(string) string // where a thing stands in the folder; nil for a packed file
}

// openBundle reads a folder, a packed file or the one in an .rbundle.
func openBundle(name string) (*opened, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("%w\n  name the agency's folder, or a file that `secondlook bundle build` packed", err)
	}
	if info.IsDir() {
		source, err := publish.ReadAgency(os.DirFS(name))
		if err != nil {
			return nil, fmt.Errorf("%s cannot be read as it is:\n%w", name, err)
		}
		return &opened{policy.EncodeBundle(source.Bundle), source.Bundle, source.Place}, nil
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no ordinary file", name)
	}
	blob, err := readBlob(name)
	if err != nil {
		return nil, err
	}
	b, err := policy.DecodeBundle(blob)
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n  name the agency's folder, or a file that `secondlook bundle build` packed", name, err)
	}
	return &opened{blob, b, nil}, nil
}

// readBlob reads a packed bundle, or the one in an .rbundle.
func readBlob(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, trust.MaxFile+1))
	switch {
	case err != nil:
		return nil, err
	case len(b) == 0:
		return nil, fmt.Errorf("%s is empty", name)
	case len(b) > trust.MaxFile:
		return nil, fmt.Errorf("%s is too long to be a bundle; name the agency's folder, or a file that `secondlook bundle build` packed", name)
	}
	if file, err := trust.OpenFile(b); err == nil && len(file.Blob) > 0 {
		return file.Blob, nil // whether to believe it is asked by verify
	}
	return b, nil
}

// prove proves what was opened, with the engine that is chosen.
func (o *opened) prove(ctx context.Context, e engineChoice) (*publish.Report, error) {
	box, err := e.open(ctx)
	if err != nil {
		return nil, err
	}
	defer box.Close(ctx)
	return publish.Prove(ctx, box, o.blob, o.place, now())
}
