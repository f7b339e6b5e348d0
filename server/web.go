package main

import (
	"embed"
	"io/fs"
)

// web holds what `make` puts beside the program: engine.wasm, and the Try-it
// pages under try. On a fresh clone it holds placeholders alone.
//
//go:embed all:web
var web embed.FS

const engineInside = "web/engine.wasm"

// embedded returns a file of web, nil where it has not been built.
func embedded(name string) []byte {
	b, err := fs.ReadFile(web, name)
	if err != nil {
		return nil
	}
	return b
}
