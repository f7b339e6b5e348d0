package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// empty makes dir an empty folder.
func empty(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	return os.MkdirAll(dir, 0o755)
}

// write puts data at path, making the folders on the way.
func write(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

func writeJSON(path string, value any) error {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(value); err != nil {
		return err
	}
	return write(path, out.Bytes())
}

// copyFiles copies the named files of extension/ into dir, same paths.
func copyFiles(dir string, names []string) error {
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join("extension", name))
		if err != nil {
			return err
		}
		if err := write(filepath.Join(dir, name), data); err != nil {
			return err
		}
	}
	return nil
}

// copyInto makes to hold what from holds. Hidden files in to, such as the
// placeholder that keeps an embedded folder in the repository, stay.
func copyInto(from, to string) error {
	old, err := filesEnding(to, "")
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	for _, f := range old {
		if strings.HasPrefix(filepath.Base(f), ".") {
			continue
		}
		if err := os.Remove(f); err != nil {
			return err
		}
	}
	files, err := filesEnding(from, "")
	if err != nil {
		return err
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, f)
		if err != nil {
			return err
		}
		if err := write(filepath.Join(to, rel), data); err != nil {
			return err
		}
	}
	return nil
}

// filesEnding lists the files under root that end in one of the endings,
// sorted, npm's own folder apart.
func filesEnding(root string, endings ...string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == "node_modules" {
				return filepath.SkipDir
			}
			return nil
		}
		for _, e := range endings {
			if strings.HasSuffix(path, e) {
				found = append(found, path)
				break
			}
		}
		return nil
	})
	sort.Strings(found)
	return found, err
}
