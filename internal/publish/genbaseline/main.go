// Command genbaseline compiles the built-in rules: every YAML file of the
// first argument's folder, in order of name, into the second argument's file.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
)

func main() {
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(dir, out string) error {
	names, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	if err != nil {
		return err
	}
	var files []*publish.File
	for _, name := range names {
		source, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		f, err := publish.ParseFile(filepath.Base(name), source)
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	p, err := publish.Compile(files)
	if err != nil {
		return err
	}
	return os.WriteFile(out, policy.Encode(p), 0o644)
}
