package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// buildExtension writes one loadable folder.
func buildExtension(dir string, b target, version string, engine []byte) error {
	if err := empty(dir); err != nil {
		return err
	}
	if err := writeJSON(filepath.Join(dir, "manifest.json"), manifestFor(b, version)); err != nil {
		return err
	}
	if err := write(filepath.Join(dir, "engine.wasm"), engine); err != nil {
		return err
	}
	if err := writeJSON(filepath.Join(dir, managedSchemaFile), managedSchema()); err != nil {
		return err
	}
	locales, err := filesEnding("extension/_locales", "messages.json")
	if err != nil {
		return err
	}
	files := []string{"ui/frame.html", "pages/popup.html", "pages/options.html", "pages/rules.html", "pages/approve.html", "pages/prove.html", "pages/welcome.html"}
	for _, l := range locales {
		files = append(files, strings.TrimPrefix(l, "extension/"))
	}
	for _, icon := range icons(16, 32, 48, 128) {
		files = append(files, icon)
	}
	if err := copyFiles(dir, files); err != nil {
		return err
	}
	var conditions []string
	if b.standard {
		conditions = []string{"standard"} // package.json says what "#feed" is then
	}
	return bundle(dir, api.FormatIIFE, conditions, []entry{
		{"src/background.ts", "background"},
		{"src/content.ts", "content"},
		{"ui/frame.tsx", "ui/frame"},
		{"ui/frame.css", "ui/frame"},
		{"pages/popup.tsx", "pages/popup"},
		{"pages/popup.css", "pages/popup"},
		{"pages/options.tsx", "pages/options"},
		{"pages/options.css", "pages/options"},
		{"pages/rules.tsx", "pages/rules"},
		{"pages/rules.css", "pages/rules"},
		{"pages/approve.tsx", "pages/approve"},
		{"pages/approve.css", "pages/approve"},
		{"pages/prove.tsx", "pages/prove"},
		{"pages/prove.css", "pages/prove"},
		{"pages/welcome.tsx", "pages/welcome"},
		{"pages/welcome.css", "pages/welcome"},
	})
}

// buildTry writes the Try it page: the same engine and card in a plain page
// that works offline once it was opened.
func buildTry(dir, version string, engine []byte) error {
	if err := empty(dir); err != nil {
		return err
	}
	if err := write(filepath.Join(dir, "engine.wasm"), engine); err != nil {
		return err
	}
	err := bundle(dir, api.FormatIIFE, nil, []entry{
		{"pages/try/try.tsx", "try"},
		{"pages/try/try.css", "try"},
		{"pages/try/worker.ts", "worker"},
		{"pages/try/composer.ts", "composer"},
		{"pages/try/composer.css", "composer"},
		{"pages/try/offline.ts", "offline"},
	})
	if err != nil {
		return err
	}
	flat := map[string]string{
		"pages/try/index.html": "index.html", "pages/try/composer.html": "composer.html",
		"icons/icon-128.png": "icon-128.png", "icons/icon-512.png": "icon-512.png",
	}
	for from, to := range flat {
		data, err := os.ReadFile(filepath.Join("extension", from))
		if err != nil {
			return err
		}
		if err := write(filepath.Join(dir, to), data); err != nil {
			return err
		}
	}
	err = writeJSON(filepath.Join(dir, "app.webmanifest"), webManifest{
		Name: "Second Look", ShortName: "Second Look", StartURL: "./", Scope: "./", Display: "standalone",
		Background: "#f7f6f3", Theme: "#115e63",
		Icons: []webIcon{
			{"icon-128.png", "128x128", "image/png"},
			{"icon-512.png", "512x512", "image/png"},
		},
	})
	if err != nil {
		return err
	}
	return stampCache(dir, version)
}

// stampCache names the offline cache after the bytes it will hold, so that a
// new build replaces the old one in browsers.
func stampCache(dir, version string) error {
	files, err := filesEnding(dir, "")
	if err != nil {
		return err
	}
	sum := sha256.New()
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		fmt.Fprintf(sum, "%s %d\n", strings.TrimPrefix(f, dir), len(data))
		sum.Write(data)
	}
	name := version + "-" + hex.EncodeToString(sum.Sum(nil))[:16]
	path := filepath.Join(dir, "offline.js")
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return write(path, []byte(strings.ReplaceAll(string(data), "BUILD_STAMP", name)))
}

func icons(sizes ...int) map[string]string {
	m := map[string]string{}
	for _, s := range sizes {
		m[fmt.Sprint(s)] = fmt.Sprintf("icons/icon-%d.png", s)
	}
	return m
}
