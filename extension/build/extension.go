package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// asidePages are the pages beside checking; one style serves them all.
var asidePages = []string{"kept", "supervision", "posted", "request", "tally"}

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
	files := []string{"ui/frame.html", "pages/popup.html", "pages/options.html", "pages/rules.html", "pages/approve.html", "pages/prove.html", "pages/welcome.html", "pages/practice.html"}
	for _, page := range asidePages {
		files = append(files, "pages/"+page+".html")
	}
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
	entries := []entry{
		{"src/background.ts", "background"},
		{"src/content.ts", "content"},
		{"ui/lost-words.ts", "ui/lost-words"},
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
		{"pages/practice.tsx", "pages/practice"},
		{"pages/practice.css", "pages/practice"},
	}
	for _, page := range asidePages {
		entries = append(entries, entry{"pages/" + page + ".tsx", "pages/" + page}, entry{"pages/aside.css", "pages/" + page})
	}
	return bundle(dir, api.FormatIIFE, conditions, entries)
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
		{"pages/try/practice.tsx", "practice"},
		{"pages/practice.css", "practice"},
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
		"icons/icon-128.png": "icon-128.png", "icons/icon-192.png": "icon-192.png", "icons/icon-512.png": "icon-512.png",
		"icons/icon-maskable-512.png": "icon-maskable-512.png",
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
	if err := besideTry(dir, "practice"); err != nil {
		return err
	}
	say, err := english()
	if err != nil {
		return err
	}
	if err := writeJSON(filepath.Join(dir, "app.webmanifest"), tryManifest(say)); err != nil {
		return err
	}
	return stampOffline(dir, version)
}

// besideTry writes a page with a script and a style of its own that is as the Try
// it page in all else, its policy above all.
func besideTry(dir, name string) error {
	data, err := os.ReadFile("extension/pages/try/index.html")
	if err != nil {
		return err
	}
	page := strings.NewReplacer(`"try.css"`, `"`+name+`.css"`, `"try.js"`, `"`+name+`.js"`).Replace(string(data))
	return write(filepath.Join(dir, name+".html"), []byte(page))
}

// stampOffline tells the offline worker what it has to keep, and names its
// cache after those bytes, so that a new build replaces the old one in
// browsers. The demo composer is for the extension and is not kept.
func stampOffline(dir, version string) error {
	files, err := filesEnding(dir, "")
	if err != nil {
		return err
	}
	kept := []string{"./"}
	sum := sha256.New()
	for _, f := range files {
		name := filepath.ToSlash(strings.TrimPrefix(f, dir+string(filepath.Separator)))
		if strings.HasPrefix(name, "composer.") {
			continue
		}
		data, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		fmt.Fprintf(sum, "%s %d\n", name, len(data))
		sum.Write(data)
		if name != "offline.js" && name != "index.html" {
			kept = append(kept, name)
		}
	}
	list, err := json.Marshal(kept)
	if err != nil {
		return err
	}
	path := filepath.Join(dir, "offline.js")
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	stamp := strconv.Quote(version + "-" + hex.EncodeToString(sum.Sum(nil))[:16])
	text := strings.NewReplacer("BUILD_STAMP", stamp, "BUILD_FILES", string(list)).Replace(string(data))
	return write(path, []byte(text))
}

func icons(sizes ...int) map[string]string {
	m := map[string]string{}
	for _, s := range sizes {
		m[fmt.Sprint(s)] = fmt.Sprintf("icons/icon-%d.png", s)
	}
	return m
}
