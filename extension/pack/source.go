package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// sources are the files of the repository, with slashes: those that git has, or,
// where the source was unpacked from our own zip, all but what a build makes.
func sources(root string) ([]string, error) {
	if _, err := os.Stat(filepath.Join(root, ".git")); err != nil {
		return filesUnder(root, made)
	}
	cmd := exec.Command("git", "ls-files", "-z")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	names := strings.FieldsFunc(string(out), func(r rune) bool { return r == 0 })
	// What was deleted and not yet committed is not packed.
	return slices.DeleteFunc(names, func(name string) bool {
		_, err := os.Stat(filepath.Join(root, filepath.FromSlash(name)))
		return err != nil
	}), nil
}

// made reports whether a build makes the file or folder of that name.
func made(name string) bool {
	switch name {
	case "bin", "dist", ".cache", "extension/test-results", "server/web/engine.wasm":
		return true
	}
	base := name[strings.LastIndexByte(name, '/')+1:]
	return base == "node_modules" || base == "rapid" && strings.HasSuffix(name, "testdata/rapid") ||
		strings.HasPrefix(name, "server/web/try/") && base != ".keep" || strings.HasSuffix(base, ".test") || strings.HasSuffix(base, ".prof")
}

// filesUnder lists the files under dir, with slashes and relative to it; what
// skip names, and what is in it, is left out.
func filesUnder(dir string, skip func(name string) bool) ([]string, error) {
	var names []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		switch {
		case d.IsDir() && skip(name):
			return filepath.SkipDir
		case !d.IsDir() && !skip(name):
			names = append(names, name)
		}
		return nil
	})
	return names, err
}
