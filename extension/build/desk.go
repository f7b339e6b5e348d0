package main

import (
	"os"
	"path/filepath"
	"regexp"

	"github.com/evanw/esbuild/pkg/api"
)

// buildDesk writes the scripts of the server's pages: the preview of a post, its
// worker, and the editor of YAML.
func buildDesk(dir string) error {
	if err := empty(dir); err != nil {
		return err
	}
	err := bundle(dir, api.FormatIIFE, nil, []entry{
		{"pages/desk/preview.tsx", "preview"},
		{"pages/desk/preview.css", "preview"},
		{"pages/desk/worker.ts", "worker"},
		{"pages/desk/editor.ts", "editor"},
	})
	if err != nil {
		return err
	}
	path := filepath.Join(dir, "preview.css")
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return write(path, []byte(forShadow(string(data))))
}

var rootSelector = regexp.MustCompile(`:root(:not\([^)]*\)|\[[^\]]*\])?`)

// forShadow makes a style sheet of a document one of a shadow root: what it says
// of the root it says of the host.
func forShadow(css string) string {
	return rootSelector.ReplaceAllStringFunc(css, func(s string) string {
		if rest := s[len(":root"):]; rest != "" {
			return ":host(" + rest + ")"
		}
		return ":host"
	})
}
