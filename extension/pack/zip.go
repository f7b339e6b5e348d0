package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// The first day that a zip can name, for every file: a date in the archive would
// be the machine's.
const firstDay = 1<<5 | 1

// pack writes the named files of dir to a zip at to, under a folder where one
// is given. Names are with slashes.
func pack(to, dir, under string, names []string) error {
	slices.Sort(names)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range names {
		if err := add(w, filepath.Join(dir, filepath.FromSlash(name)), path.Join(under, name)); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(to, out.Bytes(), 0o644)
}

func add(w *zip.Writer, from, name string) error {
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	//lint:ignore SA1019 Modified would write an extra field beside it
	header := &zip.FileHeader{Name: name, Method: zip.Deflate, ModifiedDate: firstDay}
	mode := os.FileMode(0o644)
	if info.Mode()&0o100 != 0 {
		mode = 0o755 // of the permissions, whether it can be run is all that a build needs
	}
	header.SetMode(mode)
	f, err := w.CreateHeader(header)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, bytes.NewReader(data))
	return err
}
